"""Terms are read once, checked as a whole, named by their hash and never changed."""

import json
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime
from typing import Any

import pytest

from incentives.canonical import sha_of
from incentives.fault import Fault
from incentives.terms import Terms
from tests.incentives.build import HELP, WORDS, at_least, decided, equal, rule, terms_data

FIXED = {"kind": "fixed", "amount_gr": 30_000}
OVERRIDE = {"id": "builder", "title": WORDS, "when": equal("contract", "builder"), "services": ["help"]}


def _changed(**fields: Any) -> Any:
    return {**terms_data(rule("a", at_least("own_elements", 1))), **fields}


def _in_lanes(*counts: int) -> list[Any]:
    return [rule(f"r{lane}-{n}", lane=f"l{lane}") for lane, count in enumerate(counts) for n in range(count)]


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        ([], "", "not_an_object"),
        ({}, "id", "missing"),
        (_changed(id="Shop"), "id", "not_an_identifier"),
        (_changed(version=0), "version", "out_of_range"),
        (_changed(version="1"), "version", "not_a_whole_number"),
        (_changed(currency="EUR"), "currency", "not_a_choice"),
        (_changed(timezone="Europe/Varsovie"), "timezone", "unknown_time_zone"),
        (_changed(timezone="../etc/passwd"), "timezone", "unknown_time_zone"),
        (_changed(colour="red"), "colour", "unknown_field"),
        (_changed(services={}), "services", "empty_list"),
        (_changed(services={"help": {"title": HELP}}), "services/help/fee", "missing"),
        (_changed(services={"Help": {"title": HELP, "fee": FIXED}}), "services/Help", "not_an_identifier"),
        (
            _changed(services={"help": {"title": HELP, "fee": FIXED, "vat_percent": 101}}),
            "services/help/vat_percent",
            "out_of_range",
        ),
        (
            _changed(services={"help": {"title": HELP, "fee": FIXED, "basis": "brutto"}}),
            "services/help/basis",
            "not_a_choice",
        ),
        (_changed(default_service="kitchen"), "default_service", "not_a_choice"),
        (_changed(quote_days=-1), "quote_days", "out_of_range"),
        (_changed(quote_days=3651), "quote_days", "out_of_range"),
        (_changed(rules=_in_lanes(6, 10, 12, 1)), "lanes", "too_many"),
        (_changed(title="Shop"), "title", "not_an_object"),
        (_changed(rules={}), "rules", "not_a_list"),
        (_changed(rules=[rule("a"), rule("a")]), "rules/1/id", "repeated"),
        (_changed(rules=[rule("a", services=["kitchen"])]), "rules/0/services", "unknown_service"),
        (_changed(rules=[rule("a", services=[])]), "rules/0/services", "empty_list"),
        (_changed(rules=[rule("a", when={"all": []})]), "rules/0/when/all", "empty_list"),
        (
            _changed(rules=[rule("a", then={"kind": "waive", "parts": ["design"]})]),
            "rules/0/then/parts",
            "unknown_part",
        ),
        (_changed(rules=[rule("a", valid={"from": "2026-02-01", "to": "2026-01-31"})]), "rules/0/valid", "empty_range"),
        (_changed(rules=[rule("a", valid={"to": "31.12.2026"})]), "rules/0/valid/to", "not_a_date"),
        (_changed(rules=[rule("a", priority=1001)]), "rules/0/priority", "out_of_range"),
        (_changed(rules=[rule("a", priority=-1001)]), "rules/0/priority", "out_of_range"),
        (_changed(overrides=[{**OVERRIDE, "priority": 1001}]), "overrides/0/priority", "out_of_range"),
        (_changed(overrides=[{**OVERRIDE, "priority": -1001}]), "overrides/0/priority", "out_of_range"),
        (
            _changed(rules=[rule("a", on_return={"policy": "clawback", "window_days": 36_501})]),
            "rules/0/on_return/window_days",
            "out_of_range",
        ),
        (
            _changed(facts={"visits": {"type": "count", "label": WORDS, "changer": "customer", "effort": 10_001}}),
            "facts/visits/effort",
            "out_of_range",
        ),
        (_changed(rules=[rule("a", because="bo tak")]), "rules/0/because", "not_an_object"),
        (_changed(rules=[rule("a", because={"pl": "bo {dlaczego}", "en": "x"})]), "rules/0/because/pl", "unknown_gap"),
        (_changed(rules=[rule("a", on_return={"policy": "forget"})]), "rules/0/on_return/policy", "not_a_choice"),
        (_changed(rules=[rule("a", measured="never")]), "rules/0/measured", "not_a_choice"),
        (_changed(rules=[rule("a", limits=[])]), "rules/0/limits", "empty_list"),
        (
            _changed(rules=[rule("a", limits=[{"per": "customer", "period": "year"}])]),
            "rules/0/limits/0",
            "count_or_amount",
        ),
        (
            _changed(rules=[rule("a", limits=[{"per": "dog", "period": "year", "count": 1}])]),
            "rules/0/limits/0/per",
            "not_a_choice",
        ),
        (
            _changed(rules=[rule("a", consumes={"fact": "store", "amount": 1})]),
            "rules/0/consumes/fact",
            "wrong_type_of_fact",
        ),
        (_changed(rules=[rule("a", then={"kind": "defer"}, lane="x")]), "rules/0/lane", "not_for_deferring"),
        (_changed(lanes=["fee"], rules=[rule("a", lane="other")]), "rules/0/lane", "not_a_choice"),
        (_changed(lanes=["fee", {"id": "fee", "title": {"pl": "O", "en": "F"}}]), "lanes/1", "repeated"),
        (_changed(groups=["spring"], rules=[rule("a", group="other")]), "rules/0/group", "not_a_choice"),
        (_changed(rules=[rule(f"r{n}", lane=f"l{n}") for n in range(12)]), "lanes", "too_many"),
        (_changed(rules=[rule(f"r{n}") for n in range(2001)]), "rules", "too_many"),
        (_changed(facts={"store": {}}), "facts/store", "name_taken"),
        (_changed(categories={"Rugs": WORDS}), "categories/Rugs", "not_an_identifier"),
        (_changed(overrides=[{**OVERRIDE, "services": ["kitchen"]}]), "overrides/0/services", "unknown_service"),
        (_changed(overrides=[{**OVERRIDE, "fees": {"kitchen": FIXED}}]), "overrides/0/services", "unknown_service"),
        (_changed(overrides=[{**OVERRIDE, "rules": [rule("a")]}]), "overrides/0/rules/0/id", "repeated"),
        (_changed(phrases={"free": {}}), "phrases/free", "unknown_field"),
        (_changed(phrases={"earned": {}}), "phrases/earned/chip", "missing"),
        (_changed(phrases={"earned": {"chip": {"pl": "{best}", "en": "x"}}}), "phrases/earned/chip/pl", "unknown_gap"),
    ],
)
def test_terms_that_cannot_hold_are_refused_with_the_place(data: Any, path: str, reason: str) -> None:
    with pytest.raises(Fault) as caught:
        Terms.read(data)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_the_largest_and_the_smallest_numbers_are_taken() -> None:
    ends = [rule("a", priority=1000, on_return={"policy": "clawback", "window_days": 0}),
            rule("b", priority=-1000, on_return={"policy": "clawback", "window_days": 36_500}),
            rule("c", then={"kind": "reduce_percent", "percent": 1}),
            rule("d", then={"kind": "samples", "count": 1000}),
            *(rule(f"e{days}", then={"kind": "credit", "amount": {"amount_gr": 1}, "expires_days": days})
              for days in (1, 36_500))]  # fmt: skip
    services = {"help": {"title": HELP, "fee": FIXED, "vat_percent": 0}}
    overrides = [{**OVERRIDE, "priority": 1000}, {**OVERRIDE, "id": "other", "priority": -1000}]
    facts = {f"v{effort}": {"type": "count", "label": WORDS, "changer": "customer", "effort": effort}
             for effort in (0, 10_000)}  # fmt: skip
    assert Terms.read(_changed(rules=ends, services=services, overrides=overrides, facts=facts))


@pytest.mark.parametrize(
    "data",
    [
        _changed(quote_days=0),
        _changed(quote_days=3650),
        _changed(rules=[rule(f"r{n}") for n in range(2000)]),
        _changed(rules=_in_lanes(9, 9, 9, 50)),
    ],
)
def test_terms_may_be_as_large_as_this(data: Any) -> None:
    assert Terms.read(data).as_data() == data


def test_terms_are_named_by_the_hash_of_their_json() -> None:
    data = _changed()
    assert Terms.read(data).sha == sha_of(data)


def test_the_order_of_fields_does_not_change_the_name() -> None:
    data = _changed()
    assert Terms.read(dict(reversed(list(data.items())))).sha == Terms.read(data).sha


def test_terms_come_back_as_they_were_read() -> None:
    data = _changed(quote_days=30)
    assert Terms.read(data).as_data() == data


def test_terms_do_not_change_with_the_data_they_were_read_from() -> None:
    data = json.loads(json.dumps(_changed()))
    terms = Terms.read(data)
    data["rules"].clear()
    assert terms.as_data()["rules"]


def test_terms_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Terms.read(_changed()).version = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
    ],
)
def test_a_day_is_the_store_s(at: datetime, day: date) -> None:
    assert Terms.read(_changed()).day(at) == day


def test_another_time_zone_can_be_named() -> None:
    assert Terms.read(_changed(timezone="UTC")).day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2026, 12, 31)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(Fault, match="time without zone"):
        Terms.read(_changed()).day(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


def test_it_is_known_what_decisions_depend_on() -> None:
    kitchen = rule("b", equal("customer_kind", "business"), limits=[{"per": "store", "period": "day", "count": 1}])
    terms = Terms.read(terms_data(rule("a", at_least("own_elements", 1)), kitchen, overrides=[OVERRIDE]))
    assert terms.depends_on == {"own_elements", "customer_kind", "uses_store_day_b", "contract"}


def test_it_is_known_which_facts_are_worth_supplying() -> None:
    bought = {"all": [at_least("own_elements", 1), at_least("days_order_to_purchase", 0)]}
    reads = Terms.read(terms_data(rule("a", bought))).reads
    assert reads == {"own_elements", "days_order_to_purchase", "designer_began", "days_since_order"}


TWO = {
    "help": {"title": HELP, "fee": FIXED},
    "kitchen": {"title": WORDS, "fee": {"kind": "fixed", "amount_gr": 50_000}},
}


def test_a_single_service_need_not_be_named() -> None:
    assert decided(terms_data(), {}).core["service"] == "help"


def test_the_default_service_need_not_be_named() -> None:
    assert decided(_changed(services=TWO, default_service="kitchen", rules=[]), {}).listed_gr == 50_000


def test_of_several_services_one_has_to_be_named() -> None:
    decision = decided(_changed(services=TWO), {"own_elements": 1})
    assert (decision.charged_gr, decision.final, decision.needs) == (30_000, False, ("service",))


def test_a_service_that_is_not_offered_is_refused() -> None:
    with pytest.raises(Fault, match="service: unknown service"):
        decided(_changed(services=TWO), {"service": "garden"})


def test_of_several_services_the_one_is_a_fact_to_supply() -> None:
    assert Terms.read(_changed(services=TWO)).reads == {"own_elements", "designer_began", "service"}


def test_a_rule_is_about_the_services_it_names() -> None:
    data = _changed(services=TWO, rules=[rule("a", services=["kitchen"])])
    assert [decided(data, {"service": name}).charged_gr for name in ("help", "kitchen")] == [30_000, 0]


def test_individual_terms_can_keep_the_store_s_rules() -> None:
    data = _changed(overrides=[{**OVERRIDE, "keeps_rules": True}])
    assert decided(data, {"contract": "builder", "own_elements": 1}).charged_gr == 0


def test_individual_terms_stand_in_the_store_s_place() -> None:
    data = _changed(overrides=[OVERRIDE])
    assert decided(data, {"contract": "builder", "own_elements": 1}).charged_gr == 30_000


def test_of_two_individual_terms_the_one_with_higher_priority_holds() -> None:
    business = {**OVERRIDE, "id": "business", "when": equal("customer_kind", "business"), "rules": [rule("b")]}
    facts = {"contract": "builder", "customer_kind": "business"}
    for priority, charged_gr in ((-1, 30_000), (1, 0)):
        data = _changed(overrides=[OVERRIDE, {**business, "priority": priority}])
        assert decided(data, facts).charged_gr == charged_gr


def test_individual_terms_for_one_service_leave_the_others() -> None:
    data = _changed(services=TWO, overrides=[{**OVERRIDE, "services": ["kitchen"]}])
    assert decided(data, {"service": "help", "own_elements": 1}).final


def test_while_it_is_unknown_which_terms_hold_nothing_is_waived() -> None:
    decision = decided(_changed(overrides=[OVERRIDE]), {"own_elements": 1})
    assert (decision.charged_gr, decision.final, decision.needs) == (30_000, False, ("contract",))
    assert decision.verdicts[0].why == "unknown"
