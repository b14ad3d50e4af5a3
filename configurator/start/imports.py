"""A plan file becomes a project: read, its colours answered with the nearest paints, what was not read told."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.decks.service import deck_of
from configurator.projects import service
from configurator.projects.models import Project
from configurator.stores.models import Store
from rooms import exchange
from rooms.description import Document
from rooms.edit import Origin
from rooms.exchange.report import Colour, Imported
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.nearest import nearest


def begin_from_file(
    session: Session, store: Store, visitor: Visitor, name: str, data: bytes, unit: str | None = None
) -> tuple[Project, Imported]:
    """A new project from the file, and the report of what was read. A Fault says why a file cannot be read."""
    imported = exchange.read(name, data, unit)
    document = painted(imported.document, imported.colours, deck_of(session, store.tenant_id))
    origin = Origin("import", sha256(data).hexdigest()[:16])
    return service.begin_from_document(session, store, visitor, document, origin=origin), imported


def painted(document: Document, colours: tuple[Colour, ...], deck: Deck) -> Document:
    """The plan with each colour that the file gave to a face as the paint that looks most like it."""
    finishes = dict(document.get("finishes", {}))
    for place, colour in enumerate(colours):
        paint = nearest(deck, hex_to_lab(colour.rgb), 1)[0].paint
        id_ = "f" + sha256(f"{place} {colour.finish}".encode()).hexdigest()[:10]
        finishes[id_] = {**colour.finish, "paint": paint.code}
    return {**document, "finishes": finishes}
