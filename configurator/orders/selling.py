"""What a retailer sells samples for, and whether it has said all that a seller must say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.orders.models import SellingSettings
from configurator.stores.models import Store
from samples.deck import Deck
from samples.delivery import Schedule
from samples.order import KindTerms, Offer, WayTerms

WANTED = ("company", "tax_number", "address", "phone", "email", "hours", "terms", "privacy", "returns", "cutoff_minute")
TEXTS = ("terms", "privacy", "returns")
SHOWN = ("company", "tax_number", "address", "phone", "email", "hours")


@dataclass(frozen=True)
class Selling:
    """A retailer that may sell: its particulars, its offer, when it sends, and the colours it has."""

    settings: SellingSettings
    offer: Offer
    schedule: Schedule
    deck: Deck

    @property
    def seller(self) -> dict[str, str]:
        """Who sells, as it is shown and kept with an order."""
        return {name: getattr(self.settings, name) for name in (*SHOWN, "bank_account")}


def selling(session: Session, tenant_id: str) -> Selling:
    """How this retailer sells; NotFound while something that a seller must say is missing."""
    settings = session.get(SellingSettings, tenant_id)
    if settings is None or missing(settings):
        raise NotFound("not_selling")
    offer, deck = read_offer(json.loads(settings.offer)), deck_of(session, tenant_id)
    return Selling(settings, offer, _schedule(settings), deck)


def sells(session: Session, store: Store) -> bool:
    """Whether samples may be ordered at this store."""
    settings = session.get(SellingSettings, store.tenant_id)
    return settings is not None and not missing(settings)


def missing(settings: SellingSettings) -> tuple[str, ...]:
    """The fields that must be filled before anything may be sold."""
    empty = [name for name in WANTED if getattr(settings, name) in (None, "")]
    held = json.loads(settings.offer)
    return (*empty, *(() if held.get("kinds") and held.get("ways") else ("offer",)))


def read_offer(held: Mapping[str, Any]) -> Offer:
    return Offer(
        kinds={key: KindTerms(**terms) for key, terms in held["kinds"].items()},
        ways={
            key: WayTerms(terms["price_gr"], frozenset(terms["carries"]), terms["most"], terms.get("free_from_gr"))
            for key, terms in held["ways"].items()
        },
        most=held["most"],
        most_of_person=held.get("most_of_person"),
        most_of_household=held.get("most_of_household"),
    )


def _schedule(settings: SellingSettings) -> Schedule:
    ways = json.loads(settings.offer)["ways"]
    assert settings.cutoff_minute is not None  # noqa: S101 - it is WANTED
    return Schedule(settings.cutoff_minute, settings.packing_days, {key: terms["days"] for key, terms in ways.items()})
