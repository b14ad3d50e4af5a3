"""Facts that are bound to each other: what bounds say against every assignment tried out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incentives.bonds import Bonds
from incentives.terms import Terms
from tests.incentives.build import WORDS, terms_data
from tests.incentives.random_terms import tried

Values = Mapping[str, range | frozenset[int]]
PARTS = Bonds(parts=(("a", "b"), ("b", "c"), ("a", "d")))
SUM = Bonds(sums=(("whole", ("a", "b", "c")),))
few = st.frozensets(st.integers(0, 6), min_size=1, max_size=4)
ranges = st.tuples(st.integers(0, 9), st.integers(0, 4)).map(lambda ends: range(ends[0], ends[0] + ends[1] + 1))


def _holds(bonds: Bonds, one: Mapping[str, int]) -> bool:
    return all(one[part] <= one[whole] for part, whole in bonds.parts) and all(
        one[whole] == sum(one[part] for part in parts) for whole, parts in bonds.sums
    )


def _tried(bonds: Bonds, values: Values) -> bool:
    names = list(values)
    return any(_holds(bonds, dict(zip(names, one, strict=True))) for one in product(*values.values()))


def _can_hold(bonds: Bonds, values: Values) -> bool:
    return bonds.can_hold(values, lambda name, value: value in values[name])


@tried
@given(st.fixed_dictionaries(dict.fromkeys("abcd", few)))
def test_parts_that_no_assignment_fits_are_seen(values: Values) -> None:
    assert _can_hold(PARTS, values) is _tried(PARTS, values)


@tried
@given(st.fixed_dictionaries(dict.fromkeys(("whole", "a", "b", "c"), ranges)))
def test_a_sum_that_no_assignment_fits_is_seen(values: Values) -> None:
    assert _can_hold(SUM, values) is _tried(SUM, values)


@pytest.mark.parametrize(
    ("least", "most"),
    [({"a": 5}, {"whole": 4}), ({"whole": 9}, {"a": 4, "b": 4, "c": 0}), ({"a": 3, "b": 3}, {"whole": 5})],
)
def test_a_step_between_bounds_decides(least: Mapping[str, int], most: Mapping[str, int]) -> None:
    def fits(by: int) -> bool:
        top = {name: bound + by for name, bound in most.items()}
        values = {
            name: {bounds[name] for bounds in (least, top) if name in bounds} for name in ("whole", "a", "b", "c")
        }
        return SUM.can_hold(values, lambda name, value: least.get(name, 0) <= value <= top.get(name, value))

    assert (fits(0), fits(1)) == (False, True)


def _fact(**more: object) -> Mapping[str, object]:
    return {"type": "count", "label": WORDS, "changer": "store", **more}


def test_the_bonds_are_those_of_the_registry_s_numbers() -> None:
    registry = Terms.read(terms_data(facts={"visits": _fact()})).registry
    bonds = Bonds.of(registry)
    assert ("own_structure", "own_elements") in bonds.parts
    assert ("own_elements", ("own_structure", "own_items", "own_finishes")) in bonds.sums
    assert "visits" not in bonds.names
    assert not any(registry.facts[name].type in ("percent", "date", "flag", "word") for name in bonds.names)


def test_a_fact_left_out_binds_nothing() -> None:
    registry = Terms.read(terms_data()).registry
    bonds = Bonds.of(registry, but=("own_items",))
    assert "own_items" not in bonds.names
    assert "own_elements" not in {whole for whole, _ in bonds.sums}
    assert ("own_structure", "own_elements") in bonds.parts
