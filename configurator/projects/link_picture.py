"""The picture beside a shared link: the plan of the room, without a word or a measure, for whoever makes previews.

A messenger opens links without a cookie and never sees what stands behind #, so the picture has an address of its own:
128 bits, told once with the link, of which only the hash is kept. It shows the drawing and opens nothing: no name, no
code, no project. It stops with the link, with the project's way into the bin, and never outlives either.
"""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.limits import Limit
from configurator.accounts.tokens import hash_of
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.exports.kept import Kept
from configurator.projects.models import Grant, Project
from configurator.projects.service import first_variant, head_plan
from rooms.description import Document
from rooms.drawing.card import draw_card
from rooms.exchange.pdfium import open_pdf
from rooms.plan import Plan
from samples.deck import Deck

SIZE_PX = (1200, 630)
"""What the messengers' previews are cut to (1.91 : 1, the Open Graph pictures of 2026)."""
LOOK = Limit("link_picture", most=300, seconds=3600)
PICTURES: Kept[bytes] = Kept(most=32)


def is_known(session: Session, tenant_id: str, picture: str) -> bool:
    return _project(session, tenant_id, picture) is not None


def document(session: Session, tenant_id: str, picture: str) -> tuple[Document, Deck]:
    """The customer's plan as it stands, and its paints; NotFound for an address that is unknown or withdrawn."""
    project = _project(session, tenant_id, picture)
    if project is None:
        raise NotFound("no_link")
    return head_plan(first_variant(project)).document, deck_of(session, tenant_id)


def png(document: Document, deck: Deck) -> bytes:
    """The plan as a picture of SIZE_PX."""
    key = sha256(json.dumps(document).encode()).digest(), deck.key
    return PICTURES.get(key, lambda: _drawn(document, deck))


def _project(session: Session, tenant_id: str, picture: str) -> Project | None:
    wanted = (
        select(Project)
        .join(Grant, Grant.project_id == Project.id)
        .where(
            Grant.picture_hash == hash_of(picture),
            Grant.tenant_id == tenant_id,
            Grant.revoked_at.is_(None),
            Project.deleted_at.is_(None),
        )
    )
    return session.scalar(wanted)


def _drawn(document: Document, deck: Deck) -> bytes:
    from configurator.exports.press import print_picture  # imported here: see there

    with open_pdf(print_picture(draw_card(Plan(document), deck.hex_of), SIZE_PX)) as pdf:
        proof = pdf.picture(0, SIZE_PX)
    kept = BytesIO()
    proof.save(kept, "PNG", optimize=True)
    return kept.getvalue()
