"""The store's own words for the state of the fee: a chip and what a tap on it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from incentives.reading import Node
from incentives.wording import Quantity, Words


class State(StrEnum):
    """How things stand with the fee, as far as the customer is told."""

    UNBEGUN = "unbegun"
    """Nothing is owed before the designer begins, and there is still a way to a lower fee."""
    QUOTED = "quoted"
    EARNED = "earned"
    REDUCED = "reduced"
    DEFERRED = "deferred"
    PENDING = "pending"
    """Something is unknown that could change the fee."""
    ALLOWANCE = "allowance"
    """A service without a fee, with free samples."""
    CREDIT = "credit"
    """A service without a fee, with money against a later purchase."""


GAPS: Mapping[State, frozenset[str]] = {
    State.UNBEGUN: frozenset({"service", "listed", "best"}),
    State.QUOTED: frozenset({"service", "listed", "charged"}),
    State.EARNED: frozenset({"service", "listed", "charged", "because"}),
    State.REDUCED: frozenset({"service", "listed", "charged", "because"}),
    State.DEFERRED: frozenset({"service", "listed", "charged"}),
    State.PENDING: frozenset({"service", "charged", "needs"}),
    State.ALLOWANCE: frozenset({"left", "count"}),
    State.CREDIT: frozenset({"credit", "until"}),
}


@dataclass(frozen=True)
class Phrase:
    """What the chip says, and what a tap on it says."""

    chip: Words
    detail: Words

    def filled(self, values: Mapping[str, Words | Quantity]) -> Phrase:
        return Phrase(self.chip.filled(values), self.detail.filled(values))


SERVICE_AND_FEE = Words("{service}: {charged}", "{service}: {charged}")
USUAL: Mapping[State, Phrase] = {
    State.UNBEGUN: Phrase(
        Words("{service}: {listed}, a może być {best}", "{service}: {listed}, but it can be {best}"),
        Words("{service}: {listed}, a może być {best}", "{service}: {listed}, but it can be {best}"),
    ),
    State.QUOTED: Phrase(SERVICE_AND_FEE, SERVICE_AND_FEE),
    State.EARNED: Phrase(
        Words("{service}: {charged}, bo {because}", "{service}: {charged}, because {because}"),
        Words("{service}: {charged}, bo {because}", "{service}: {charged}, because {because}"),
    ),
    State.REDUCED: Phrase(
        SERVICE_AND_FEE,
        Words(
            "{service}: {charged} zamiast {listed}, bo {because}",
            "{service}: {charged} instead of {listed}, because {because}",
        ),
    ),
    State.DEFERRED: Phrase(
        Words("{service}: na razie {charged}", "{service}: {charged} for now"),
        Words(
            "{service}: na razie {charged}. Jeśli warunki nie zostaną spełnione na czas: {listed}.",
            "{service}: {charged} for now. If the terms are not met in time: {listed}.",
        ),
    ),
    State.PENDING: Phrase(
        Words("{service}: na razie {charged}", "{service}: {charged} for now"),
        Words(
            "{service}: na razie {charged}. Kwota może się zmienić. Tego jeszcze nie wiemy: {needs}.",
            "{service}: {charged} for now. This may change. We do not know yet: {needs}.",
        ),
    ),
    State.ALLOWANCE: Phrase(
        Words(
            "{left:Została|Zostały|Zostało} Ci {left} z {count} bezpłatnych próbek",
            "{left} of {count} free samples left",
        ),
        Words("Bezpłatne próbki do zamówienia: {left} z {count}", "Free samples left to order: {left} of {count}"),
    ),
    State.CREDIT: Phrase(
        Words("{credit} mniej za następne zakupy", "{credit} off your next purchase"),
        Words(
            "{credit} mniej za następne zakupy, {until}",
            "{credit} off your next purchase, {until}",
        ),
    ),
}
USUAL_REASON = Words("spełniasz warunki sklepu", "you meet the store's terms")


@dataclass(frozen=True)
class Phrases:
    """A phrase for each state: the store's where its terms have one, the usual one otherwise."""

    by_state: Mapping[State, Phrase]

    @classmethod
    def usual(cls) -> Phrases:
        return cls(USUAL)

    @classmethod
    def read(cls, node: Node) -> Phrases:
        """`{"earned": {"chip": {pl, en}, "detail": {pl, en}}, …}`; Fault for a gap that the state cannot fill."""
        own = {State(name): read_phrase(State(name), inner) for name, inner in node.fields((), tuple(State)).items()}
        return cls(MappingProxyType({**USUAL, **own}))


def read_phrase(state: State, node: Node) -> Phrase:
    """`{"chip": {pl, en}, "detail": {pl, en}}`; without a detail a tap says the same as the chip."""
    fields = node.fields(("chip",), ("detail",))
    read = {name: Words.read(field, GAPS[state]) for name, field in fields.items()}
    return Phrase(read["chip"], read.get("detail", read["chip"]))
