"""Decks as they are kept: made, changed by what a dry run has shown, removed; no paint's row is ever deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from configurator.db import insert_into, new_id, now
from configurator.decks.models import DeckPaint, FanDeck
from configurator.decks.trying import Tried
from configurator.errors import NotFound
from samples.colour.measured import as_text
from samples.paint import Paint

AT_ONCE = 5_000


def make(session: Session, tenant_id: str, name: str, by: str | None) -> FanDeck:
    """A deck without paints yet."""
    deck = FanDeck(tenant_id=tenant_id, name_pl=name, name_en=name, made_by=by, changed_by=by)
    session.add(deck)
    session.flush()
    return deck


def find(session: Session, tenant_id: str, deck_id: str) -> FanDeck:
    """The retailer's deck of this id; NotFound `no_deck`, also for one that was removed."""
    deck = session.get(FanDeck, deck_id)
    if deck is None or deck.tenant_id != tenant_id or deck.removed_at is not None:
        raise NotFound("no_deck")
    return deck


def codes(session: Session, deck: FanDeck) -> frozenset[str]:
    """The codes of the deck's paints that can be chosen."""
    return frozenset(
        session.scalars(select(DeckPaint.code).where(DeckPaint.deck_id == deck.id, DeckPaint.gone_at.is_(None)))
    )


def change(session: Session, deck: FanDeck, shown: Tried, by: str | None) -> None:
    """Make the deck what the dry run has shown: all of it, in the caller's transaction."""
    last = session.scalar(select(func.max(DeckPaint.place)).where(DeckPaint.deck_id == deck.id))
    _put(session, deck, shown.added, first=0 if last is None else last + 1)
    _alter(session, deck, (after for _, after in shown.changed))
    _let_go(session, deck, shown.gone)
    deck.version, deck.changed_by, deck.changed_at = new_id(), by, now()
    session.flush()


def remove(session: Session, deck: FanDeck, by: str | None) -> None:
    """Nobody chooses from the deck any more; old plans still know its colours."""
    at = now()
    session.execute(
        update(DeckPaint).where(DeckPaint.deck_id == deck.id, DeckPaint.gone_at.is_(None)).values(gone_at=at)
    )
    deck.removed_at, deck.version, deck.changed_by, deck.changed_at = at, new_id(), by, at
    session.flush()


def _put(session: Session, deck: FanDeck, paints: Iterable[Paint], first: int) -> None:
    """New paints; one that was gone from this or another deck is there again, as it is told now."""
    rows = (
        _row(paint) | {"tenant_id": deck.tenant_id, "deck_id": deck.id, "place": place, "gone_at": None}
        for place, paint in enumerate(paints, first)
    )
    inserted = insert_into(session, DeckPaint)
    renewed = {name: getattr(inserted.excluded, name) for name in (*TOLD, "deck_id", "place", "gone_at")}
    put = inserted.on_conflict_do_update(index_elements=["tenant_id", "code"], set_=renewed)
    for some in _batches(rows):
        session.connection().execute(put, some)


def _alter(session: Session, deck: FanDeck, paints: Iterable[Paint]) -> None:
    table: Any = DeckPaint.__table__
    wanted = (table.c.tenant_id == deck.tenant_id) & (table.c.code == bindparam("of"))
    altered = update(table).where(wanted).values({name: bindparam(f"to_{name}") for name in TOLD})
    for some in _batches({"of": paint.code, **_renamed(_row(paint))} for paint in paints):
        session.connection().execute(altered, some)


def _let_go(session: Session, deck: FanDeck, paints: Iterable[Paint]) -> None:
    table: Any = DeckPaint.__table__
    wanted = (table.c.tenant_id == deck.tenant_id) & (table.c.code == bindparam("of"))
    gone = update(table).where(wanted).values(gone_at=now())
    for some in _batches({"of": paint.code} for paint in paints):
        session.connection().execute(gone, some)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


TOLD = (
    *("name_pl", "name_en", "lab_l", "lab_a", "lab_b"),
    *("base", "price_group", "hiding", "coats", "exterior", "spectrum"),
)


def _row(paint: Paint) -> dict[str, Any]:
    lightness, a, b = (round(value * 100) for value in paint.lab)
    return {
        **{name: getattr(paint, name) for name in ("code", "name_pl", "name_en")},
        "lab_l": lightness,
        "lab_a": a,
        "lab_b": b,
        **{name: getattr(paint, name) for name in ("base", "price_group", "hiding", "coats", "exterior")},
        "spectrum": as_text(paint.spectrum),
    }


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    return {f"to_{name}": value for name, value in row.items() if name in TOLD}
