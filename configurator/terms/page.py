"""What the pages about terms show: versions, drafts, and where each of them stands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from babel.dates import format_datetime
from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.errors import NotFound
from configurator.i18n import WARSAW, language
from configurator.offers import terms as published
from configurator.stores.models import Store
from configurator.terms import drafts
from configurator.terms.asked import WHOLE
from configurator.terms.comparing import besides_said
from configurator.terms.controls import Setting
from configurator.terms.findings import Told, general, told
from configurator.terms.models import TermsDraft
from configurator.terms.pieces import Piece, find, pieces
from configurator.terms.settings import setting_of
from incentives.fault import Fault
from incentives.lint import Finding, lint
from incentives.telling import Said, Titles, override_said, rule_said, service_said, titles_of
from incentives.terms import Terms
from incentives.wording import Words


@dataclass(frozen=True)
class Card:
    """A service or rule as sentences, or unfinished (`said` is then None), with what is wrong in it."""

    piece: Piece
    said: Said | None
    told: Sequence[Told]


@dataclass(frozen=True)
class Reading:
    """Published terms as sentences."""

    services: Sequence[Said]
    rules: Sequence[Said]
    overrides: Sequence[Said]
    besides: Sequence[Said]
    """Pools and groups, categories and brands, own facts, the store's phrases: whatever there is of them."""


PARTS = ("services", "rules", "overrides", "facts", "phrases")


def reading_of(terms: Terms) -> Reading:
    titles = titles_of(terms)
    return Reading(
        [service_said(service) for service in terms.services.values()],
        [rule_said(rule, titles) for rule in terms.rules],
        [override_said(override, titles) for override in terms.overrides],
        [said for _, said in besides_said(terms)],
    )


def customers_reading_of(terms: Terms) -> Reading:
    """The same for a customer: without what businesses have agreed on apart, and without notes to the staff."""
    titles = titles_of(terms)
    rules = [rule_said(replace(rule, because=None, priority=0), titles) for rule in terms.rules]
    return Reading([service_said(service) for service in terms.services.values()], rules, (), ())


def cards(data: Mapping[str, Any], setting: Setting, found: Sequence[Finding]) -> Sequence[list[Card]]:
    """The services, the rules, the individual terms, the own facts and the phrases of a draft."""
    return [
        [Card(piece, piece.said(), told(found, piece, piece.box())) for piece in pieces(data, part, setting)]
        for part in PARTS
    ]


def elsewhere(data: Mapping[str, Any], setting: Setting, found: Sequence[Finding]) -> list[str]:
    """What is wrong, but in no service and no rule."""
    known = [piece for part in PARTS for piece in pieces(data, part, setting)]
    return general(found, [*known, *(find(data, part, part, setting) for part in WHOLE)])


def whole(data: Mapping[str, Any], setting: Setting, found: Sequence[Finding]) -> Mapping[str, Card]:
    """What the terms say as a whole: the pages of which there is one each."""
    cards = [Card(piece, None, told(found, piece, piece.box())) for piece in (find(data, w, w, setting) for w in WHOLE)]
    return {card.piece.part: card for card in cards}


def setting(session: Session, store: Store, data: Mapping[str, Any]) -> Setting:
    return setting_of(data, stores(session, store), language())


def readable(data: object) -> Terms | None:
    """The terms, if they can be read as they are now."""
    try:
        return Terms.read(data)
    except Fault:
        return None


def findings(data: object) -> Sequence[Finding]:
    return lint(data)


def named(session: Session, store: Store, name: str) -> tuple[dict[str, Any], TermsDraft | None]:
    """A draft by its id, or published terms by their hash; the terms in force for no name."""
    if len(name) == SHA_LETTERS or not name:
        tenant_id = store.tenant_id
        found = published.version(session, tenant_id, name) if name else published.in_force(session, tenant_id)
        if found is None:
            raise NotFound("no_version")
        return published.read(found).as_data(), None
    draft = drafts.find(session, store.tenant, name)
    return drafts.data_of(draft), draft


def as_json(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


SHA_LETTERS = 64


def since(at: datetime) -> str:
    """A publication's time in Warsaw, with its year, as in `22 lis 2026, 14:05`."""
    return format_datetime(at.astimezone(WARSAW), "d MMM y, HH:mm", tzinfo=WARSAW, locale=language())


def stores(session: Session, store: Store) -> Titles:
    """The retailer's stores, by the names that facts know them by."""
    found = session.scalars(select(Store).where(Store.tenant_id == store.tenant_id).order_by(Store.name))
    return {one.fact_name: Words(one.name, one.name) for one in found}
