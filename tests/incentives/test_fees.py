"""What a service costs by the price list."""

from typing import Any

import pytest

from incentives.fault import Fault
from incentives.fee import Fee, Listed, read_fee
from incentives.fees.fixed import Fixed
from incentives.reading import Node
from incentives.registry import STANDARD

PER_AREA = {"kind": "per_area", "per_m2_gr": 5_000, "minimum_gr": 50_000}
STEPPED = {"kind": "per_area", "per_m2_gr": 5_000, "steps": [{"from_mm2": 10_000_000, "per_m2_gr": 4_000},
                                                            {"from_mm2": 20_000_000, "per_m2_gr": 1_000}]}  # fmt: skip
DEAR = {"kind": "per_area", "per_m2_gr": 1_000_000, "steps": [{"from_mm2": 2_000_000, "per_m2_gr": 1_000_000}]}
BY_PURPOSE = {"kind": "choice", "fact": "purpose", "fees": {"kitchen": {"kind": "fixed", "amount_gr": 40_000},
              "bathroom": PER_AREA}, "otherwise": {"kind": "fixed", "amount_gr": 30_000}}  # fmt: skip
BY_PACKAGE = {"kind": "choice", "fact": "package", "fees": {"large": {"kind": "fixed", "amount_gr": 90_000}},
              "otherwise": {"kind": "fixed", "amount_gr": 30_000}}  # fmt: skip
EXTRAS = {"kind": "total", "parts": {"design": {"kind": "fixed", "amount_gr": 30_000},
          "revisions": {"kind": "beyond", "fact": "revisions_used", "included": 2, "each_gr": 10_000},
          "rooms": {"kind": "beyond", "fact": "rooms_used", "included": 1, "each_gr": 15_000}}}  # fmt: skip
BASKET = {"kind": "amount_of", "fact": "basket_gross_gr"}


def _listed(fee: Any, **values: Any) -> Listed:
    return read_fee(Node(fee, "fee"), STANDARD).listed(values)


@pytest.mark.parametrize(
    ("fee", "values", "total_gr"),
    [
        ({"kind": "fixed", "amount_gr": 30_000}, {}, 30_000),
        ({"kind": "fixed", "amount_gr": 0}, {}, 0),
        (PER_AREA, {"area_mm2": 0}, 50_000),
        (PER_AREA, {"area_mm2": 10_000_000}, 50_000),
        (PER_AREA, {"area_mm2": 10_000_099}, 50_000),
        (PER_AREA, {"area_mm2": 10_000_100}, 50_001),
        (PER_AREA, {"area_mm2": 24_000_000}, 120_000),
        (STEPPED, {"area_mm2": 9_000_000}, 45_000),
        (STEPPED, {"area_mm2": 10_000_000}, 50_000),
        (STEPPED, {"area_mm2": 15_000_000}, 70_000),
        (STEPPED, {"area_mm2": 20_000_000}, 90_000),
        (STEPPED, {"area_mm2": 25_000_000}, 95_000),
        (DEAR, {"area_mm2": 1_000_000}, 1_000_000),
        (BY_PURPOSE, {"purpose": "kitchen"}, 40_000),
        (BY_PURPOSE, {"purpose": "bathroom", "area_mm2": 12_000_000}, 60_000),
        (BY_PURPOSE, {"purpose": "hall"}, 30_000),
        (BY_PACKAGE, {"package": "large"}, 90_000),
        (BY_PACKAGE, {"package": "small"}, 30_000),
        (EXTRAS, {"revisions_used": 2, "rooms_used": 1}, 30_000),
        (EXTRAS, {"revisions_used": 4, "rooms_used": 3}, 80_000),
        (BASKET, {"basket_gross_gr": 8_000}, 8_000),
    ],
)
def test_the_list_price_is(fee: Any, values: Any, total_gr: int) -> None:
    listed = _listed(fee, **values)
    assert (listed.total_gr, listed.needs) == (total_gr, frozenset())


@pytest.mark.parametrize(
    ("fee", "values", "total_gr", "needs"),
    [
        (PER_AREA, {}, 50_000, {"area_mm2"}),
        (STEPPED, {}, 0, {"area_mm2"}),
        (BY_PURPOSE, {}, 30_000, {"purpose"}),
        (BY_PURPOSE, {"purpose": "bathroom"}, 50_000, {"area_mm2"}),
        (EXTRAS, {"rooms_used": 2}, 45_000, {"revisions_used"}),
        (EXTRAS, {}, 30_000, {"revisions_used", "rooms_used"}),
        (BASKET, {}, 0, {"basket_gross_gr"}),
    ],
)
def test_while_a_fact_is_unknown_the_price_is_the_least_that_is_certain(
    fee: Any, values: Any, total_gr: int, needs: set[str]
) -> None:
    listed = _listed(fee, **values)
    assert (listed.total_gr, listed.needs) == (total_gr, needs)


def test_the_parts_of_a_fee_have_names() -> None:
    assert [line.part for line in _listed(EXTRAS, revisions_used=0, rooms_used=0).lines] == [
        "design",
        "revisions",
        "rooms",
    ]


def test_a_fee_without_parts_is_one_line() -> None:
    assert _listed(BASKET, basket_gross_gr=5).lines[0].as_data() == {"part": "fee", "amount_gr": 5}


@pytest.mark.parametrize("fee", [PER_AREA, STEPPED, BY_PURPOSE, BY_PACKAGE, EXTRAS, BASKET, EXTRAS["parts"]["design"]])
def test_a_fee_tells_its_parts_before_it_is_known(fee: Any) -> None:
    read = read_fee(Node(fee, "fee"), STANDARD)
    assert {line.part for line in read.listed({}).lines} <= set(read.parts())


def test_a_fee_tells_what_it_depends_on() -> None:
    read = read_fee(Node({"kind": "total", "parts": {"a": BY_PURPOSE, "b": BASKET}}, "fee"), STANDARD)
    assert {fact.name for fact in read.reads()} == {"purpose", "area_mm2", "basket_gross_gr"}


@pytest.mark.parametrize(
    ("fee", "path", "reason"),
    [
        ({}, "fee/kind", "missing"),
        ({"kind": "free"}, "fee/kind", "not_a_choice"),
        ({"kind": "fixed", "amount_gr": -1}, "fee/amount_gr", "out_of_range"),
        ({"kind": "fixed", "amount_gr": 300.0}, "fee/amount_gr", "not_a_whole_number"),
        ({**PER_AREA, "fact": "own_elements"}, "fee/fact", "wrong_type_of_fact"),
        ({**PER_AREA, "steps": []}, "fee/steps", "empty_list"),
        ({**STEPPED, "steps": [*STEPPED["steps"], STEPPED["steps"][0]]}, "fee/steps/2/from_mm2", "not_ascending"),
        ({**BY_PURPOSE, "fact": "area_mm2"}, "fee/fact", "wrong_type_of_fact"),
        ({**BY_PURPOSE, "fees": {"kitchen": {"kind": "fixed"}}}, "fee/fees/kitchen/amount_gr", "missing"),
        ({**BASKET, "fact": "basket"}, "fee/fact", "unknown_fact"),
        ({"kind": "total", "parts": {"A b": BASKET}}, "fee/parts/A b", "not_an_identifier"),
    ],
)  # fmt: skip
def test_what_is_not_a_fee_is_refused_with_its_place(fee: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        read_fee(Node(fee, "fee"), STANDARD)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_choice_can_only_be_among_the_words_of_its_fact() -> None:
    fee = {**BY_PURPOSE, "fact": "customer_kind"}
    with pytest.raises(Fault, match="fee/fees/kitchen: not a choice"):
        read_fee(Node(fee, "fee"), STANDARD)


def test_another_area_than_the_floor_s_can_be_priced() -> None:
    label = {"pl": "Powierzchnia ścian", "en": "Wall area"}
    registry = STANDARD.extended(own={"walls_mm2": Node({"type": "area", "label": label, "changer": "nobody"})})
    fee = read_fee(Node({**PER_AREA, "fact": "walls_mm2"}, "fee"), registry)
    assert fee.listed({"walls_mm2": 20_000_000}).total_gr == 100_000


def test_a_kind_of_fee_is_registered_once() -> None:
    with pytest.raises(TypeError, match="fixed"):
        type("Again", (Fixed,), {}, kind="fixed")


def test_every_file_of_fees_is_a_kind() -> None:
    assert set(Fee.kinds) == {"fixed", "per_area", "choice", "beyond", "total", "amount_of"}


@pytest.mark.parametrize(("starts", "reason"), [((0,), "out_of_range"), ((5, 5), "not_ascending"), ((1, 2), None)])
def test_steps_begin_above_nothing_and_each_above_the_last(starts: tuple[int, ...], reason: str | None) -> None:
    steps = [{"from_mm2": start, "per_m2_gr": 1} for start in starts]
    try:
        found = None if _listed({"kind": "per_area", "per_m2_gr": 1, "steps": steps}, area_mm2=0) else "nothing"
    except Fault as fault:
        found = fault.reason
    assert found == reason
