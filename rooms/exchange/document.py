"""Our own JSON: a plan document, or a project's export that holds one under `plan`.

Any JSON object that no other format claims is read as one, so that a damaged file is told where it is damaged.
"""

from __future__ import annotations

from typing import Any

from rooms.description import COLLECTIONS
from rooms.exchange.json_text import looks_like_object, read_object
from rooms.exchange.report import Format, Imported, Note, Report
from rooms.exchange.tangle import check_tangle
from rooms.fault import Fault
from rooms.plan import Plan


def read(_name: str, data: bytes) -> Imported:
    """The document as it stands, ids included; Fault with the first place that is not as described."""
    whole = read_object(data)
    if not any(key in whole for key in ("plan", *COLLECTIONS)):
        raise Fault("", "not_a_plan", found=", ".join(sorted(whole))[:60])
    exported = _holds_a_document(whole)
    plan = Plan.read(whole["plan"] if exported else whole)
    check_tangle(plan)
    document = plan.document
    notes = tuple(Note(key[:60], "not_imported") for key in whole if key != "plan") if exported else ()
    counts = {name: len(document.get(name, {})) for name in COLLECTIONS if document.get(name)}
    return Imported(document, Report(FORMAT.name, counts, notes))


def _holds_a_document(whole: dict[str, Any]) -> bool:
    """A document's own `plan` is its head, which has no version."""
    return isinstance(whole.get("plan"), dict) and "version" in whole["plan"]


FORMAT = Format("document", looks_like_object, read, last=True)
