"""What things of a kind are to the checks: what is light enough to push aside, what one sits at, what has a plug."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

ROLES: Mapping[str, frozenset[str]] = {
    role: frozenset(kinds)
    for role, kinds in json.loads(Path(__file__).with_name("roles.json").read_text("utf-8")).items()
}


def has_role(kind: str, role: str) -> bool:
    return kind in ROLES[role]
