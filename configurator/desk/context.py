"""Where a customer was who asked for a person: the screen and the last things done, in words for the staff."""

from __future__ import annotations

import json
import re
from itertools import groupby

from configurator.desk.models import HelpRequest
from configurator.i18n import has_words, translate

MOST_TOLD = 4
SUBJECTS = (
    (re.compile(r"paint|finish"), "colours"),
    (re.compile(r"wall|corner|room"), "walls"),
    (re.compile(r"opening|door|window"), "openings"),
    (re.compile(r"item|product|duplicate|replace|turn|resize"), "furnishing"),
    (re.compile(r"undo"), "undo"),
)


def told(request: HelpRequest) -> str:
    """As in `Ekran: plan i 3D. Ostatnio: ściany, kolory.`; empty where nothing is known."""
    context = json.loads(request.context or "{}")
    if not isinstance(context, dict):
        return ""
    screen, actions = str(context.get("screen", "")).replace(".", "_"), context.get("actions")
    parts = [translate("desk.was_on", screen=translate(f"desk.screen_{screen}"))] if _is_known(screen) else []
    subjects = [_subject(str(action)) for action in actions] if isinstance(actions, list) else []
    last = [translate(f"desk.did_{subject}") for subject, _ in groupby(filter(None, subjects))][-MOST_TOLD:]
    return " ".join([*parts, translate("desk.last_did", what=", ".join(last))] if last else parts)


def _is_known(screen: str) -> bool:
    return has_words(f"desk.screen_{screen}")


def _subject(action: str) -> str | None:
    return next((subject for pattern, subject in SUBJECTS if pattern.search(action)), None)
