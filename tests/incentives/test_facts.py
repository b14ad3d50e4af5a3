"""The registry holds every fact by name and words; facts are read by type or refused with their place."""

from typing import Any

import pytest

from incentives.condition import read_condition
from incentives.fact import Changer, Fact, Type
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.reading import Node
from incentives.registry import STANDARD
from incentives.wording import Words

NAMES = [
    "service",
    "store",
    "channel",
    "purpose",
    "area_mm2",
    "customer_kind",
    "contract",
    "own_elements",
    "own_structure",
    "own_items",
    "own_finishes",
    "own_dimensions",
    "brought_dimensions",
    "products_picked",
    "designer_began",
    "purchases_kept_gross_gr",
    "purchases_kept_net_gr",
    "project_purchases_kept_gross_gr",
    "project_purchases_kept_net_gr",
    "goods_purchases_kept_gross_gr",
    "goods_purchases_kept_net_gr",
    "largest_purchase_gross_gr",
    "project_tiles_bought_pct",
    "days_since_order",
    "days_since_proposal",
    "days_since_purchase",
    "revisions_used",
    "collections_used",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_registry_knows(name: str) -> None:
    assert STANDARD.facts[name].label.pl != STANDARD.facts[name].label.en


@pytest.mark.parametrize("name", sorted(STANDARD.facts))
def test_what_a_customer_can_raise_says_how(name: str) -> None:
    fact = STANDARD.facts[name]
    raised = fact.changer is Changer.CUSTOMER and name != "packs_matching_gross_gr"
    assert ("first" in fact.act) is raised


@pytest.mark.parametrize("name", sorted(STANDARD.facts))
def test_what_an_act_brings_with_it_exists(name: str) -> None:
    fact, brings = STANDARD.facts[name], STANDARD.facts[name].brings
    copied = [side for pair in brings.copies for side in pair]
    named = {*brings.raised, *brings.raised_to, *brings.zero, *copied, *fact.sum_of, *filter(None, [fact.until])}
    assert named <= STANDARD.facts.keys()


@pytest.mark.parametrize(
    ("name", "unit"), [("area_mm2", "mm2"), ("purchases_kept_gross_gr", "gr"), ("days_since_order", "days"),
                       ("project_tiles_bought_pct", "%"), ("own_elements", ""), ("store", "")]
)  # fmt: skip
def test_a_fact_has_the_unit_of_its_type(name: str, unit: str) -> None:
    assert STANDARD.facts[name].unit == unit


@pytest.mark.parametrize(
    ("facts", "path", "reason"),
    [
        ({"own_element": 1}, "own_element", "unknown_fact"),
        ({"own_elements": 1.0}, "own_elements", "not_a_whole_number"),
        ({"own_elements": True}, "own_elements", "not_a_whole_number"),
        ({"own_elements": "1"}, "own_elements", "not_a_whole_number"),
        ({"own_elements": -1}, "own_elements", "out_of_range"),
        ({"purchases_kept_gross_gr": 2499.99}, "purchases_kept_gross_gr", "not_a_whole_number"),
        ({"brought_dimensions": 1}, "brought_dimensions", "not_yes_or_no"),
        ({"customer_kind": "guest"}, "customer_kind", "not_a_choice"),
        ({"store": 7}, "store", "not_a_text"),
        ({"project_tiles_bought_pct": 101}, "project_tiles_bought_pct", "out_of_range"),
        ([], "", "not_an_object"),
    ],
)
def test_what_is_not_a_fact_is_refused_with_its_place(facts: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        Facts.read(facts)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_null_is_unknown() -> None:
    assert Facts.read({"own_elements": None}).values == {}


def test_own_elements_is_the_sum_of_its_kinds() -> None:
    assert Facts.read({"own_structure": 1, "own_items": 2, "own_finishes": 3}).values["own_elements"] == 6


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert "own_elements" not in Facts.read({"own_structure": 1, "own_items": 2}).values


def test_a_sum_that_is_given_is_kept() -> None:
    given = {"own_elements": 9, "own_structure": 1, "own_items": 2, "own_finishes": 3}
    assert Facts.read(given).values["own_elements"] == 9


def test_what_follows_from_the_facts_is_not_among_those_given() -> None:
    given = {"own_structure": 1, "own_items": 2, "own_finishes": 3}
    assert Facts.read(given).as_data() == given


def test_a_changed_fact_is_among_those_given() -> None:
    facts = Facts.read({"own_structure": 0, "own_items": 0, "own_finishes": 0}).but({"own_elements": 1})
    assert facts.as_data()["own_elements"] == 1


def test_changing_facts_leaves_the_first_as_they_were() -> None:
    first = Facts.read({"own_elements": 0})
    first.but({"own_elements": 1})
    assert first.values["own_elements"] == 0


OWN: dict[str, Any] = {
    "visits": {"type": "count", "label": {"pl": "Wizyty", "en": "Visits"}, "changer": "customer"},
    "member_since": {"type": "date", "label": {"pl": "W klubie od", "en": "Member since"}, "changer": "nobody"},
    "clubs": {"type": "words", "label": {"pl": "Kluby", "en": "Clubs"}, "changer": "store",
              "choices": {"gold": {"pl": "złoty", "en": "gold"}, "green": {"pl": "zielony", "en": "green"}}},
}  # fmt: skip


def _with_own() -> Any:
    return STANDARD.extended(own={name: Node(data, f"facts/{name}") for name, data in OWN.items()})


def test_a_retailer_adds_facts_of_its_own() -> None:
    given = {"visits": 2, "member_since": "2024-02-29", "clubs": ["green", "gold"]}
    assert Facts.read(given, _with_own()).as_data() == {**given, "clubs": ["gold", "green"]}


def test_a_set_is_read_word_by_word() -> None:
    with pytest.raises(Fault, match="clubs/1: not a choice"):
        Facts.read({"clubs": ["gold", "silver"]}, _with_own())


def test_a_retailer_s_fact_cannot_take_the_place_of_another() -> None:
    with pytest.raises(Fault, match="facts/store: name taken"):
        STANDARD.extended(own={"store": Node(OWN["visits"], "facts/store")})


def test_a_retailer_s_fact_has_a_plain_name() -> None:
    with pytest.raises(Fault, match="not an identifier"):
        STANDARD.extended(own={"Visits!": Node(OWN["visits"], "facts/Visits!")})


def test_a_category_has_facts_of_its_own() -> None:
    registry = STANDARD.extended(categories={"rugs": Words("dywany", "rugs")})
    assert registry.facts["category_count_rugs"].label == Words(
        "Sztuki kupione z kategorii „dywany”", "Pieces bought from the category “rugs”"
    )


def test_a_brand_has_facts_of_its_own() -> None:
    registry = STANDARD.extended(brands={"norda": Words("Norda", "Norda")})
    assert registry.facts["brand_count_norda"].type is Type.COUNT


@pytest.mark.parametrize(
    ("name", "value", "pl"),
    [
        ("brought_dimensions", True, "tak"),
        ("brought_dimensions", False, "nie"),
        ("customer_kind", "business", "firma"),
        ("store", "Centrum", "Centrum"),
        ("clubs", frozenset({"gold", "green"}), "złoty i zielony"),
        ("clubs", frozenset(), "–"),
        ("member_since", 739_311, "1 marca 2025"),
    ],
)
def test_a_value_is_spelled_in_words(name: str, value: Any, pl: str) -> None:
    spelled = _with_own().facts[name].spelled(value)
    assert isinstance(spelled, Words)
    assert spelled.pl == pl


def test_drawing_is_over_once_the_designer_began() -> None:
    assert not STANDARD.facts["own_elements"].can_be_raised({"designer_began": True})


def test_drawing_is_possible_while_the_designer_has_not_begun() -> None:
    assert STANDARD.facts["own_elements"].can_be_raised({"designer_began": False})


def test_nobody_raises_the_area() -> None:
    assert not STANDARD.facts["area_mm2"].can_be_raised({})


def test_a_fact_is_plain_unless_it_is_said_otherwise() -> None:
    fact = Fact("visits", Type.COUNT, Words("Wizyty", "Visits"), Changer.STORE)
    assert (fact.open, fact.effort, fact.whole, fact.bought, fact.net) == (True, 1, False, False, False)


def test_the_same_facts_are_equal_whoever_else_could_be_asked() -> None:
    assert Facts.read({"own_elements": 1}) == Facts.read({"own_elements": 1}, _with_own())


@pytest.mark.parametrize("wanted", [True, False])
def test_of_several_words_one_is_enough(wanted: bool) -> None:
    leaf = read_condition(Node({"fact": "clubs", "is": "one_of", "value": ["gold"]}), _with_own())
    assert leaf.test(wanted=wanted)({"clubs": frozenset({"gold", "green"})}) is wanted
    assert leaf.test(wanted=wanted)({"clubs": frozenset({"green"})}) is not wanted


def test_a_word_has_at_most_eighty_letters() -> None:
    assert Facts.read({"store": "s" * 80}).values["store"] == "s" * 80
    with pytest.raises(Fault, match="too long"):
        Facts.read({"store": "s" * 81})
