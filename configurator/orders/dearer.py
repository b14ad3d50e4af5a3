"""Kinds of samples that the cheapest way of sending does not carry: choosing one makes the delivery dearer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samples.order import Offer

FETCHED = "collection"


@dataclass(frozen=True)
class Dearer:
    """The cheapest way, which leaves this kind behind, and what sending it costs at least, in grosze."""

    way: str
    least_gr: int


def dearer_to_send(offer: Offer) -> Mapping[str, Dearer]:
    """By the kind of sample; nothing of kinds that only a way without delivery carries."""
    sent = {way: terms for way, terms in offer.ways.items() if way != FETCHED}
    if not sent:
        return {}
    cheapest = min(sent, key=lambda way: sent[way].price_gr)
    least = {
        kind: min((terms.price_gr for terms in sent.values() if kind in terms.carries), default=None)
        for kind in offer.kinds
        if kind not in sent[cheapest].carries
    }
    return {kind: Dearer(cheapest, price_gr) for kind, price_gr in least.items() if price_gr}
