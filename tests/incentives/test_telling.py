"""Terms as a person reads them."""

import json
from pathlib import Path

import pytest

from incentives.condition import Condition
from incentives.effect import Effect
from incentives.fee import Fee
from incentives.rule import Rule
from incentives.telling import condition_said, override_said, rule_said, service_said, titles_of
from incentives.terms import Terms

EXAMPLES = Path(__file__).parents[2] / "examples" / "terms"


def _lines(name: str, language: str) -> list[str]:
    terms = Terms.read(json.loads((EXAMPLES / f"{name}.json").read_text("utf-8")))
    titles = titles_of(terms)
    found = [service_said(service) for service in terms.services.values()]
    found += [rule_said(rule, titles) for rule in terms.rules]
    found += [override_said(override, titles) for override in terms.overrides]
    return [words[language] for said in found for _, words in said.lines()]


def test_a_rule_reads_as_sentences_in_polish() -> None:
    assert _lines("deposit", "pl")[5:] == [
        "Zwrot kaucji",
        "Kiedy: wszystko z tego",
        "Największe jednorazowe zakupy z projektu: co najmniej 2 500 zł",
        "Dni od zamówienia usługi do zakupów: najwyżej 365 dni",
        "Wtedy: zapłacona opłata wraca, dotyczy: deposit",
        "Klient czyta: „bo jednorazowe zakupy z projektu wyniosły co najmniej 2 500 zł”",
        "Gdy klient zwróci towar: odbieramy korzyść w podanym czasie, przez 30 dni",
    ]


def test_a_service_reads_as_sentences_in_english() -> None:
    assert _lines("per-square-metre", "en")[:5] == [
        "Bathroom design",
        "Fee: together",
        "design: 50 PLN per m², at least 500 PLN",
        "revisions: revisions used: 2 included, 100 PLN for each further one",
        "VAT rate: 23%",
    ]


@pytest.mark.parametrize("name", sorted(file.stem for file in EXAMPLES.glob("*.json")))
def test_no_sentence_shows_a_name_from_the_inside(name: str) -> None:
    for language in ("pl", "en"):
        assert not [line for line in _lines(name, language) if "_" in line or "{" in line]


@pytest.mark.parametrize("kind", [*Fee.kinds.values(), *Effect.kinds.values()], ids=lambda kind: kind.kind)
def test_every_kind_says_what_it_is_called(kind: type[Fee] | type[Effect]) -> None:
    assert kind.called.pl
    assert kind.told.en


def test_every_kind_of_condition_has_its_phrase() -> None:
    assert {kind for kind, found in Condition.kinds.items() if not hasattr(found, "phrase")} == {"not"}


def test_what_must_not_be_so_is_said_of_the_whole_group() -> None:
    when = {"not": {"any": [{"fact": "designer_began", "is": "equal", "value": True}]}}
    terms = Terms.read(_with({"when": when}))
    assert [words.en for _, words in condition_said(terms.rules[0].when).lines()] == [
        "none of these",
        "The designer has begun: yes",
    ]


def test_a_limit_is_told_with_whom_and_when() -> None:
    terms = Terms.read(_with({"limits": [{"per": "customer", "period": "year", "count": 2}]}))
    assert "Limit: najwyżej 2 razy, jeden klient, rocznie" in _rule_lines(terms.rules[0], terms)


def test_a_part_of_a_fee_is_called_by_its_title() -> None:
    data = _with({"then": {"kind": "waive", "parts": ["first"]}})
    fee = {"kind": "fixed", "amount_gr": 100}
    titles = {"first": {"pl": "Kaucja", "en": "Deposit"}}
    data["services"]["design"]["fee"] = {"kind": "total", "parts": {"first": fee}, "titles": titles}
    terms = Terms.read(data)
    assert "Wtedy: bez opłaty, dotyczy: Kaucja" in _rule_lines(terms.rules[0], terms)
    assert "Kaucja: 1 zł" in [words.pl for _, words in service_said(terms.services["design"]).lines()]


def test_a_fee_by_kind_of_room_is_told_case_by_case() -> None:
    fixed = {"kind": "fixed", "amount_gr": 10_000}
    steps = [{"from_mm2": 20_000_000, "per_m2_gr": 4_000}]
    by_area = {"kind": "per_area", "per_m2_gr": 5_000, "steps": steps}
    fee = {"kind": "choice", "fact": "purpose", "fees": {"kitchen": fixed}, "otherwise": by_area}
    data = _with({})
    data["services"]["design"] |= {"fee": fee, "basis": "net"}
    assert [words.en for _, words in service_said(Terms.read(data).services["design"]).lines()][1:] == [
        "Fee: depending on: room",
        "kitchen: 100 PLN",
        "otherwise: 50 PLN per m²",
        "from 20 m² up: 40 PLN per m²",
        "Amounts are: net",
    ]


def test_how_a_rule_goes_with_others_is_told() -> None:
    consumes = {"fact": "basket_gross_gr", "amount": 5_000}
    window = {"from": "2026-01-01", "to": "2026-12-31"}
    terms = Terms.read(_with({"group": "spring", "priority": 5, "consumes": consumes, "valid": window}))
    assert _rule_lines(terms.rules[0], terms)[3:] == [
        "Kiedy obowiązuje: od 1 stycznia 2026, do 31 grudnia 2026",
        "Z grupy „spring” działa jedna reguła",
        "Zużywa to, co się w niej liczy: Wartość koszyka: 50 zł",
        "Pierwszeństwo: 5",
    ]


def test_credit_of_a_fixed_sum_is_told() -> None:
    terms = Terms.read(_with({"then": {"kind": "credit", "amount": {"amount_gr": 5_000}, "form": "gift_card"}}))
    assert "Wtedy: na następne zakupy: 50 zł, karta podarunkowa" in _rule_lines(terms.rules[0], terms)


def test_one_thing_that_must_not_be_is_told_as_such() -> None:
    leaf = {"fact": "designer_began", "is": "equal", "value": True}
    terms = Terms.read(_with({"when": {"all": [{"not": leaf}, {"not": {"not": leaf}}]}}))
    assert _rule_lines(terms.rules[0], terms)[1:5] == [
        "Kiedy: wszystko z tego",
        "nie może być tak",
        "Projektant rozpoczął pracę: tak",
        "Projektant rozpoczął pracę: tak",
    ]


def test_what_stands_in_a_condition_stands_deeper() -> None:
    leaf = {"fact": "designer_began", "is": "equal", "value": True}
    terms = Terms.read(_with({"when": {"all": [{"not": leaf}, {"not": {"not": leaf}}]}}))
    assert [depth for depth, _ in rule_said(terms.rules[0], titles_of(terms)).lines()][:5] == [0, 1, 2, 3, 2]


def test_a_window_without_an_end_tells_none() -> None:
    terms = Terms.read(_with({"valid": {"from": "2026-01-01"}}))
    assert "Kiedy obowiązuje: od 1 stycznia 2026" in _rule_lines(terms.rules[0], terms)


def test_individual_terms_say_whether_the_stores_rules_hold_too() -> None:
    title = {"pl": "Firmy", "en": "Businesses"}
    when = {"fact": "customer_kind", "is": "one_of", "value": ["business", "consumer"]}
    override = {"id": "firms", "title": title, "when": when, "services": ["design"], "keeps_rules": True, "priority": 2}
    data = _with({})
    data["overrides"] = [override]  # type: ignore[assignment]
    terms = Terms.read(data)
    assert [words.pl for _, words in override_said(terms.overrides[0], titles_of(terms)).lines()] == [
        "Firmy",
        "Dla kogo: Klient: jest jednym z firma lub osoba prywatna",
        "Dotyczy: Nazwa",
        "Działają też reguły sklepu",
        "Pierwszeństwo: 2",
    ]


def test_a_rule_says_the_group_of_which_one_holds() -> None:
    terms = Terms.read(_with({"group": "spring"}))
    assert "Z grupy „spring” działa jedna reguła" in _rule_lines(terms.rules[0], terms)


def test_a_rule_says_the_pool_it_is_in() -> None:
    data: dict[str, object] = {**_with({"lane": "extra"})}
    data["lanes"] = [{"id": "extra", "title": {"pl": "Dodatki", "en": "Extras"}}]
    terms = Terms.read(data)
    assert "Pula korzyści: Dodatki" in _rule_lines(terms.rules[0], terms)


def _rule_lines(rule: Rule, terms: Terms) -> list[str]:
    return [words.pl for _, words in rule_said(rule, titles_of(terms)).lines()]


def _with(changed: dict[str, object]) -> dict[str, dict[str, dict[str, object]]]:
    """The smallest terms, with these fields of their one rule."""
    title = {"pl": "Nazwa", "en": "Name"}
    data: dict[str, object] = {
        "id": "shop",
        "version": 1,
        "services": {"design": {"title": title, "fee": {"kind": "fixed", "amount_gr": 100}}},
        "rules": [{"id": "rule", "title": title, "then": {"kind": "waive"}, **changed}],
    }
    return data  # type: ignore[return-value] - the test reaches into the services alone
