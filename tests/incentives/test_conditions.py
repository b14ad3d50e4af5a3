"""Conditions answer met, not met or unknown, and show every part of the answer."""

from typing import Any

import pytest

import incentives.conditions
from incentives.condition import Condition, read_condition
from incentives.conditions.all_of import AllOf
from incentives.conditions.at_least import AtLeast
from incentives.fact import Value
from incentives.fault import Fault
from incentives.reading import Node
from incentives.registry import STANDARD
from tests.incentives.build import at_least, at_most, equal

MET, NOT, UNKNOWN = equal("designer_began", True), equal("designer_began", False), equal("brought_dimensions", True)
BEGAN = {"designer_began": True}


def _read(data: Any) -> Condition:
    return read_condition(Node(data, "when"), STANDARD)


def _leaf(fact: str, kind: str, value: Any) -> Any:
    return {"fact": fact, "is": kind, "value": value}


@pytest.mark.parametrize(
    ("leaf", "met", "not_met"),
    [
        (_leaf("own_elements", "at_least", 2), [2, 3], [0, 1]),
        (_leaf("own_elements", "at_most", 2), [0, 2], [3]),
        (_leaf("own_elements", "between", [2, 4]), [2, 3, 4], [1, 5]),
        (_leaf("own_elements", "equal", 2), [2], [1, 3]),
        (_leaf("own_elements", "not_equal", 2), [1, 3], [2]),
        (_leaf("own_elements", "one_of", [2, 4]), [2, 4], [1, 3]),
        (_leaf("brought_dimensions", "equal", True), [True], [False]),
        (_leaf("brought_dimensions", "not_equal", True), [False], [True]),
        (_leaf("store", "one_of", ["a", "b"]), ["a", "b"], ["c"]),
    ],
)
def test_a_leaf_compares_the_actual_value(leaf: Any, met: list[Any], not_met: list[Any]) -> None:
    condition, name = _read(leaf), leaf["fact"]
    assert [condition.truth({name: value}) for value in met] == [True] * len(met)
    assert [condition.truth({name: value}) for value in not_met] == [False] * len(not_met)
    assert condition.truth({}) is None


@pytest.mark.parametrize(
    ("tree", "answer"),
    [
        ({"all": [MET, MET]}, True),
        ({"all": [MET, NOT]}, False),
        ({"all": [MET, UNKNOWN]}, None),
        ({"all": [UNKNOWN, NOT]}, False),
        ({"any": [NOT, NOT]}, False),
        ({"any": [NOT, MET]}, True),
        ({"any": [NOT, UNKNOWN]}, None),
        ({"any": [UNKNOWN, MET]}, True),
        ({"not": MET}, False),
        ({"not": NOT}, True),
        ({"not": UNKNOWN}, None),
        ({"not": {"any": [NOT, {"all": [MET, UNKNOWN]}]}}, None),
    ],
)
def test_a_tree_answers_in_three_values(tree: Any, answer: bool | None) -> None:
    assert _read(tree).truth(BEGAN) is answer
    assert _read(tree).check(BEGAN).met is answer


def test_an_outcome_shows_every_part_with_the_actual_beside_the_wanted_value() -> None:
    tree = {"any": [at_least("own_elements", 1), {"not": {"all": [MET, UNKNOWN]}}]}
    assert _read(tree).check({"own_elements": 4, "designer_began": True}).as_data() == {
        "any": [
            {**at_least("own_elements", 1), "actual": 4, "met": True},
            {"not": {"all": [{**MET, "actual": True, "met": True}, {**UNKNOWN, "actual": None, "met": None}],
                     "met": None}, "met": None},
        ],
        "met": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    "tree",
    [
        at_least("own_elements", 1),
        {"fact": "own_elements", "is": "between", "value": [1, 3]},
        {"fact": "customer_kind", "is": "one_of", "value": ["business", "consumer"]},
        {"not": {"any": [MET, {"all": [UNKNOWN, at_most("days_since_order", 365)]}]}},
    ],
)
def test_a_tree_survives_its_own_json(tree: Any) -> None:
    assert _read(tree).as_data() == tree


@pytest.mark.parametrize(
    ("tree", "path", "reason"),
    [
        (1, "when", "not_an_object"),
        ({}, "when", "not_a_condition"),
        ({"all": [MET], "any": [MET]}, "when", "not_a_condition"),
        ({"all": []}, "when/all", "empty_list"),
        ({"any": MET}, "when/any", "not_a_list"),
        ({"none": [MET]}, "when/none", "unknown_condition"),
        ({"at_least": [MET]}, "when/at_least", "unknown_condition"),
        ({"any": [MET, {"not": at_least("own_element", 1)}]}, "when/any/1/not/fact", "unknown_fact"),
        (at_least("own_elements", 1.0), "when/value", "not_a_whole_number"),
        (at_least("own_elements", "1"), "when/value", "not_a_whole_number"),
        (at_least("own_elements", -1), "when/value", "out_of_range"),
        (at_least("brought_dimensions", True), "when/is", "wrong_condition_for_fact"),
        (_leaf("store", "between", ["a", "b"]), "when/is", "wrong_condition_for_fact"),
        (_leaf("own_elements", "more_than", 1), "when/is", "not_a_choice"),
        (_leaf("own_elements", "any", 1), "when/is", "not_a_choice"),
        (_leaf("own_elements", "between", [3, 1]), "when/value", "empty_range"),
        (_leaf("own_elements", "between", [1]), "when/value", "too_short"),
        (_leaf("own_elements", "between", [1, 2, 3]), "when/value", "too_long"),
        (_leaf("own_elements", "one_of", []), "when/value", "empty_list"),
        (_leaf("own_elements", "one_of", [1, "2"]), "when/value/1", "not_a_whole_number"),
        (_leaf("customer_kind", "equal", "guest"), "when/value", "not_a_choice"),
        ({"fact": "store", "is": "equal"}, "when/value", "missing"),
        ({"fact": "store", "value": "a"}, "when/is", "missing"),
        ({**MET, "unless": 1}, "when/unless", "unknown_field"),
        ({"fact": ["store"], "is": "equal", "value": "a"}, "when/fact", "unknown_fact"),
    ],
)
def test_what_is_not_a_condition_is_refused_with_its_place(tree: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        _read(tree)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_kind_of_condition_is_registered_once() -> None:
    with pytest.raises(TypeError, match="at_least"):
        type("Again", (AtLeast,), {}, kind="at_least")


def test_every_file_of_conditions_is_a_kind() -> None:
    assert incentives.conditions.__path__
    assert {"all", "any", "not", "equal", "not_equal", "at_least", "at_most", "one_of", "between"} == set(
        Condition.kinds
    )


CLUBS = {"type": "words", "label": {"pl": "Kluby", "en": "Clubs"}, "changer": "store"}
SINCE = {"type": "date", "label": {"pl": "Od", "en": "Since"}, "changer": "nobody"}
OWN = STANDARD.extended(own={"clubs": Node(CLUBS, "clubs"), "since": Node(SINCE, "since")})


def test_a_set_has_one_of_the_words() -> None:
    leaf = read_condition(Node(_leaf("clubs", "one_of", ["gold", "green"])), OWN)
    assert [leaf.truth({"clubs": frozenset(words)}) for words in ({"gold"}, {"red"}, set())] == [True, False, False]


def test_sets_are_equal_when_they_hold_the_same_words() -> None:
    leaf = read_condition(Node(_leaf("clubs", "equal", ["green", "gold"])), OWN)
    assert leaf.truth({"clubs": frozenset({"gold", "green"})})


def test_a_date_is_compared_and_written_as_a_date() -> None:
    leaf = read_condition(Node(at_least("since", "2026-01-01")), OWN)
    assert leaf.truth({"since": 739_617})
    assert leaf.check({"since": 739_617}).as_data()["actual"] == "2026-01-01"


@pytest.mark.parametrize(
    ("tree", "days", "left"),
    [
        (at_most("days_since_order", 365), 100, 265),
        (at_most("days_since_order", 365), 365, 0),
        (at_least("days_since_order", 14), 20, None),
        (_leaf("days_since_order", "between", [5, 9]), 6, 3),
        (_leaf("days_since_order", "equal", 6), 6, 0),
        (_leaf("days_since_order", "not_equal", 9), 6, 2),
        (_leaf("days_since_order", "not_equal", 6), 7, None),
        (_leaf("days_since_order", "one_of", [5, 6, 7, 9]), 6, 1),
        ({"not": at_least("days_since_order", 10)}, 6, 3),
        ({"not": at_most("days_since_order", 5)}, 6, None),
        ({"not": _leaf("days_since_order", "between", [8, 9])}, 6, 1),
        ({"not": _leaf("days_since_order", "between", [3, 5])}, 6, None),
        ({"not": _leaf("days_since_order", "one_of", [3, 8, 12])}, 6, 1),
        ({"not": _leaf("days_since_order", "one_of", [3])}, 6, None),
        ({"not": _leaf("days_since_order", "not_equal", 6)}, 6, 0),
        ({"all": [at_most("days_since_order", 8), at_most("days_since_order", 20)]}, 6, 2),
        ({"any": [at_most("days_since_order", 8), at_most("days_since_order", 20)]}, 6, 14),
        ({"any": [at_most("days_since_order", 8), at_least("days_since_order", 2)]}, 6, None),
        ({"any": [at_most("days_since_order", 3), at_most("days_since_order", 9)]}, 6, 3),
        ({"not": {"any": [at_least("days_since_order", 8), at_least("days_since_order", 20)]}}, 6, 1),
        ({"not": {"all": [at_least("days_since_order", 8), at_least("days_since_order", 20)]}}, 6, 13),
        (at_least("own_elements", 1), 6, None),
    ],
)  # fmt: skip
def test_it_is_known_for_how_many_days_a_condition_stays_met(tree: Any, days: int, left: int | None) -> None:
    values = {"days_since_order": days, "own_elements": 1}
    assert _read(tree).days_left(values, {"days_since_order"}, wanted=True) == left


DRAWN, PICKED = "own_elements", "products_picked"


@pytest.mark.parametrize(
    ("tree", "paths"),
    [
        (at_least(DRAWN, 3), [{DRAWN: 3}]),
        (at_most(DRAWN, 0), []),
        (equal("brought_dimensions", True), [{"brought_dimensions": True}]),
        (_leaf(DRAWN, "between", [3, 5]), [{DRAWN: 3}, {DRAWN: 5}]),
        (_leaf(DRAWN, "one_of", [0, 2, 4]), [{DRAWN: 2}, {DRAWN: 4}]),
        (_leaf(DRAWN, "not_equal", 1), [{DRAWN: 2}]),
        ({"not": equal(DRAWN, 1)}, [{DRAWN: 2}]),
        ({"not": at_most(DRAWN, 1)}, [{DRAWN: 2}]),
        ({"not": _leaf(DRAWN, "between", [1, 4])}, [{DRAWN: 5}]),
        ({"not": _leaf(DRAWN, "one_of", [1, 2])}, [{DRAWN: 3}]),
        ({"not": equal("brought_dimensions", False)}, [{"brought_dimensions": True}]),
        ({"not": equal("customer_kind", "business")}, []),
        (at_least("revisions_used", 3), []),
        (at_least("own_dimensions", 3), [{}]),
        (at_least("days_since_order", 99), [{}]),
        ({"all": [at_least(DRAWN, 2), at_least(DRAWN, 4)]}, [{DRAWN: 4}]),
        ({"any": [at_least(DRAWN, 2), at_least(PICKED, 1)]}, [{DRAWN: 2}, {PICKED: 1}]),
        ({"not": {"any": [at_most(DRAWN, 1), at_most(PICKED, 0)]}}, [{DRAWN: 2, PICKED: 1}]),
        ({"not": {"all": [at_most(DRAWN, 1), at_most(PICKED, 0)]}}, [{DRAWN: 2}, {PICKED: 1}]),
    ],
)  # fmt: skip
def test_a_condition_says_what_might_bring_it_about(tree: Any, paths: Any) -> None:
    known = {DRAWN: 1, PICKED: 0, "brought_dimensions": False, "customer_kind": "business",
             "revisions_used": 0, "days_since_order": 5}  # fmt: skip
    assert _read(tree).paths(known, wanted=True) == paths


@pytest.mark.parametrize("kind", ["all", "any"])
@pytest.mark.parametrize("count", range(1, 8))
def test_a_group_of_any_size_made_ready_asks_every_part(kind: str, count: int) -> None:
    names = ["own_items", "own_structure", "own_finishes", "own_dimensions", "products_picked", "revisions_used"]
    parts = [at_least(name, 1) for name in [*names, "basket_count"][:count]]
    group = read_condition(Node({kind: parts}), STANDARD)
    all_met: dict[str, Value] = {part["fact"]: 1 for part in parts}
    for changed in parts:
        one, others = {changed["fact"]: 1}, {**all_met, changed["fact"]: 0}
        for values in (all_met, one, others, {**others, changed["fact"]: 1}, dict.fromkeys(all_met, 0)):
            for wanted in (True, False):
                assert group.test(wanted=wanted)(values) is (group.truth(values) is wanted)


def test_a_group_of_nothing_is_met_and_never_unmet() -> None:
    assert AllOf(()).test(wanted=True)({})
    assert not AllOf(()).test(wanted=False)({})
