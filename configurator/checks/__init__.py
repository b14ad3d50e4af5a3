"""Findings: what the checks say of a project's plan, by the packs of numbers that its store has chosen."""
