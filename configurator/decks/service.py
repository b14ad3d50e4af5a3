"""The colours that a retailer sells: its own decks together, or the demonstration deck where it has none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from configurator.decks.models import DeckPaint, FanDeck
from configurator.exports.kept import Kept
from samples.colour.measured import from_text
from samples.deck import Deck
from samples.demo import demo_deck
from samples.paint import Paint, read_base

Version = tuple[tuple[str, str], ...]
"""Each deck of a retailer with the name of its last change, the oldest deck first; none: it has no deck."""

COLUMNS = (
    *("code", "name_pl", "name_en", "lab_l", "lab_a", "lab_b"),
    *("base", "price_group", "hiding", "coats", "exterior", "spectrum", "gone_at"),
)
DECKS: Kept[Deck] = Kept(most=8)


@dataclass(frozen=True)
class Catalogue:
    """A deck as the browser reads it; the digest names the content."""

    digest: str
    body: bytes


CATALOGUES: Kept[Catalogue] = Kept(most=8)


def deck_of(session: Session, tenant_id: str) -> Deck:
    """All paints of the retailer's decks, in their order; what has left them is still known by `Deck.get`.

    So are the paints of the demonstration deck, with which older plans and the starting rooms are painted.
    """
    version = version_of(session, tenant_id)
    return DECKS.get(version, lambda: _read(session, tenant_id, version)) if version else demo_deck()


def version_of(session: Session, tenant_id: str) -> Version:
    """What the retailer's decks were last changed to, removed ones among them."""
    wanted = select(FanDeck.id, FanDeck.version).where(FanDeck.tenant_id == tenant_id)
    return tuple((id_, version) for id_, version in session.execute(wanted.order_by(FanDeck.made_at, FanDeck.id)))


def catalogue_of(session: Session, tenant_id: str) -> Catalogue:
    """The retailer's colours for the browser, made once for each version of its decks."""
    return CATALOGUES.get(version_of(session, tenant_id), lambda: _catalogue(deck_of(session, tenant_id)))


def catalogue_url(session: Session, tenant_id: str, slug: str) -> str:
    """The address of the colours, another one whenever they change; the demonstration deck's is everybody's."""
    digest = catalogue_of(session, tenant_id).digest
    if not version_of(session, tenant_id):
        return f"/catalogue/deck-{digest}.json"
    return f"/catalogue/{slug}/deck-{digest}.json"


def decks_of(session: Session, tenant_id: str) -> Sequence[FanDeck]:
    """The decks that are there, the oldest first."""
    wanted = select(FanDeck).where(FanDeck.tenant_id == tenant_id, FanDeck.removed_at.is_(None))
    return session.scalars(wanted.order_by(FanDeck.made_at, FanDeck.id)).all()


def _read(session: Session, tenant_id: str, version: Version) -> Deck:
    rows = session.execute(
        select(*(getattr(DeckPaint, name) for name in COLUMNS))
        .join(FanDeck, FanDeck.id == DeckPaint.deck_id)
        .where(DeckPaint.tenant_id == tenant_id)
        .order_by(FanDeck.made_at, FanDeck.id, DeckPaint.place, DeckPaint.code)
    ).all()
    sold = tuple(paint_of(row) for row in rows if row.gone_at is None)
    gone = tuple(paint_of(row) for row in rows if row.gone_at is not None)
    demo, key = demo_deck(), sha256(repr(version).encode()).hexdigest()[:12]
    if not sold:
        return replace(demo, key=key, gone=tuple(paint for paint in gone if paint.code not in demo))
    own = {row.code for row in rows}
    names = _names(decks_of(session, tenant_id))
    return Deck(key, *names, sold, gone=(*gone, *(paint for paint in demo if paint.code not in own)))


def paint_of(row: Row[Any]) -> Paint:
    """The paint of a row that holds COLUMNS."""
    lab = row.lab_l / 100, row.lab_a / 100, row.lab_b / 100
    told = row.price_group, row.hiding, row.coats, row.exterior, from_text(row.spectrum)
    return Paint(row.code, row.name_pl, row.name_en, lab, read_base(row.base), *told)


def _names(decks: Sequence[FanDeck]) -> tuple[str, str]:
    return ", ".join(deck.name_pl for deck in decks), ", ".join(deck.name_en for deck in decks)


def _catalogue(deck: Deck) -> Catalogue:
    body = json.dumps(deck.as_data(), ensure_ascii=False, separators=(",", ":")).encode()
    return Catalogue(sha256(body).hexdigest()[:12], body)
