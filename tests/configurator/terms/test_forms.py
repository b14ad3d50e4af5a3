"""Forms come from the fields of classes: a new kind needs no template."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from werkzeug.datastructures import MultiDict

from configurator.terms.controls import Setting
from configurator.terms.forms import Kinds
from configurator.terms.trees import leaf_kinds, modes
from configurator.terms.typed import Typed
from incentives.asking import asked
from incentives.condition import Condition
from incentives.effect import Effect
from incentives.fact import Fact, Type
from incentives.fee import Fee
from incentives.registry import STANDARD
from incentives.wording import Words

SETTING = Setting(STANDARD, "pl", {"parts": {"deposit": Words("Kaucja", "Deposit")}})


@dataclass(frozen=True)
class PerHour:
    """A kind that the product does not have."""

    each_gr: int = field(metadata=asked("Za godzinę", "An hour"))
    hours: Fact = field(metadata=asked("Czego", "Of what", types=(Type.COUNT,)))
    minimum_gr: int = field(default=0, metadata=asked("Co najmniej", "At least"))

    called = Words("za godzinę", "by the hour")
    told = Words("{each_gr} za godzinę", "{each_gr} an hour")


def test_a_kind_that_is_new_has_its_form_at_once() -> None:
    box = Kinds({"per_hour": PerHour}, SETTING).show({"kind": "per_hour", "each_gr": 9_900}, "fee", "fee")
    assert [(inner.kind, inner.name, inner.value) for inner in box.boxes] == [
        ("one_of", "fee/kind", "per_hour"),
        ("amount", "fee/each_gr", "99"),
        ("one_of", "fee/hours", ""),
        ("amount", "fee/minimum_gr", ""),
    ]
    assert [inner.optional for inner in box.boxes] == [False, False, False, True]


def test_a_kind_that_is_new_is_read_from_its_form() -> None:
    typed = {"fee/kind": "per_hour", "fee/each_gr": "99,50", "fee/hours": "rooms_used", "fee/minimum_gr": ""}
    found = Kinds({"per_hour": PerHour}, SETTING).read(Typed(MultiDict(typed)), "fee")
    assert found == {"kind": "per_hour", "each_gr": 9_950, "hours": "rooms_used"}


@pytest.mark.parametrize("kinds", [Fee.kinds, Effect.kinds])
def test_every_kind_has_a_form(kinds: dict[str, type]) -> None:
    for kind in kinds:
        for box in Kinds(kinds, SETTING).show({"kind": kind}, "it", "it").all():
            assert box.kind


def test_every_group_of_conditions_can_be_chosen_wanted_and_not_wanted() -> None:
    assert set(modes()) == {"all", "any", "not all", "not any"}


def test_every_comparison_can_be_chosen_for_some_fact() -> None:
    offered = {kind for fact in STANDARD.facts.values() for kind in leaf_kinds(fact)}
    assert offered == Condition.kinds.keys() - {"all", "any", "not"}
