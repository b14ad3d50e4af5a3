"""One sentence on what to do next on the page that one is on."""

from __future__ import annotations

from flask import request

from configurator.i18n import has_words, translate


def next_step() -> str:
    """The page's own sentence, else its feature's, else one that leads back to the beginning."""
    endpoint, feature = (request.endpoint or "").replace(".", "_"), request.blueprint or ""
    named = (f"help.next_{name}" for name in (endpoint, feature, "page"))
    return translate(next(name for name in named if has_words(name)))
