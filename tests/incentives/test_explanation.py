"""A decision in words: the chip, the reasons, the ways, in both languages and without a fact's internal name."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from incentives.registry import STANDARD
from tests.incentives.build import at_least, at_most, decided, equal, rule, terms_data

BECAUSE = {"pl": "masz już własny szkic", "en": "you already have a sketch of your own"}
DRAWN = at_least("own_elements", 1)
BOUGHT = "purchases_kept_gross_gr"


def _texts(*rules: Any, fee: Any = None, more: Any = None, **facts: Any) -> Any:
    return decided(terms_data(*rules, fee=fee, **(more or {})), facts).as_data()


def _reasons(*rules: Any, **facts: Any) -> list[tuple[bool | None, str]]:
    return [(reason["met"], reason["text"]["pl"]) for reason in _texts(*rules, **facts)["reasons"]]


@pytest.mark.parametrize(
    ("rules", "facts", "state", "chip"),
    [
        ([rule("a", DRAWN)], {"own_elements": 0}, "unbegun", "Pomoc projektanta: 300 zł, a może być 0 zł"),
        ([rule("a", DRAWN)], {"own_elements": 0, "designer_began": True}, "quoted", "Pomoc projektanta: 300 zł"),
        (
            [rule("a", DRAWN, because=BECAUSE)],
            {"own_elements": 1},
            "earned",
            "Pomoc projektanta: 0 zł, bo masz już własny szkic",
        ),
        ([rule("a", DRAWN)], {"own_elements": 1}, "earned", "Pomoc projektanta: 0 zł, bo spełniasz warunki sklepu"),
        (
            [rule("a", DRAWN, {"kind": "reduce", "amount_gr": 10_001})],
            {"own_elements": 1},
            "reduced",
            "Pomoc projektanta: 199,99 zł",
        ),
        ([rule("a", DRAWN)], {}, "pending", "Pomoc projektanta: na razie 300 zł"),
        ([rule("a", then={"kind": "defer"})], {}, "deferred", "Pomoc projektanta: na razie 0 zł"),
        ([], {}, "quoted", "Pomoc projektanta: 300 zł"),
    ],
)
def test_the_chip_says_how_things_stand(rules: Any, facts: Any, state: str, chip: str) -> None:
    told = _texts(*rules, **facts)
    assert (told["state"], told["text"]["pl"]) == (state, chip)


def test_a_service_without_a_fee_says_nothing() -> None:
    told = _texts(fee={"kind": "fixed", "amount_gr": 0})
    assert (told["state"], told["text"], told["detail"]) == (None, {"pl": "", "en": ""}, {"pl": "", "en": ""})


def test_a_service_without_a_fee_says_its_samples() -> None:
    samples = rule("a", then={"kind": "samples", "count": 3})
    told = _texts(samples, fee={"kind": "fixed", "amount_gr": 0}, samples_taken=1)
    assert told["text"] == {"pl": "Zostały Ci 2 z 3 bezpłatnych próbek", "en": "2 of 3 free samples left"}


def test_an_unknown_about_a_free_service_says_nothing() -> None:
    samples = rule("a", then={"kind": "samples", "count": 3})
    assert _texts(samples, fee={"kind": "fixed", "amount_gr": 0})["state"] is None


def test_an_unknown_area_is_pending_even_without_a_minimum() -> None:
    assert _texts(fee={"kind": "per_area", "per_m2_gr": 5_000})["state"] == "pending"


def test_the_store_s_own_phrase_is_said() -> None:
    phrases = {"phrases": {"earned": {"chip": {"pl": "Gratis z {listed}!", "en": "Free, {listed} off!"}}}}
    told = _texts(rule("a", DRAWN), more=phrases, own_elements=1)
    assert told["text"] == told["detail"] == {"pl": "Gratis z 300 zł!", "en": "Free, 300 PLN off!"}


def test_two_benefits_give_both_their_reasons() -> None:
    off = {"kind": "reduce", "amount_gr": 15_000}
    rules = [rule(name, then=off, lane=name, because={"pl": f"jest {name}", "en": f"{name} is"}) for name in "ab"]
    assert _texts(*rules)["text"]["en"] == "Designer's help: 0 PLN, because a is and b is"


def test_what_is_needed_is_named_by_its_label() -> None:
    told = _texts(rule("a", {"all": [DRAWN, at_least(BOUGHT, 1)]}))
    assert told["detail"]["pl"] == (
        "Pomoc projektanta: na razie 300 zł. Kwota może się zmienić. Tego jeszcze nie wiemy: "
        "elementy narysowane przed rozpoczęciem pracy projektanta i zakupy po odjęciu zwrotów."
    )
    assert [label["en"] for label in told["needs_text"]] == [
        "Elements drawn before the designer started work",
        "Purchases less returns",
    ]


@pytest.mark.parametrize(
    ("leaf", "facts", "reason"),
    [
        (DRAWN, {"own_elements": 0}, (False, "Nie ma jeszcze elementów narysowanych przez Ciebie")),
        (
            at_least("own_elements", 2),
            {"own_elements": 0},
            (False, "Nie ma jeszcze elementów narysowanych przez Ciebie – potrzeba co najmniej 2"),
        ),
        (
            at_least("own_elements", 5),
            {"own_elements": 2},
            (False, "Twój szkic ma 2 elementy – potrzeba co najmniej 5"),
        ),
        (DRAWN, {}, (None, "Elementy narysowane przed rozpoczęciem pracy projektanta: jeszcze nie wiemy")),
        (
            at_least(BOUGHT, 250_000),
            {BOUGHT: 218_760},
            (False, "Zakupy po odjęciu zwrotów: 2 187,60 zł – potrzeba co najmniej 2 500 zł"),
        ),
        (
            at_most("revisions_used", 2),
            {"revisions_used": 3},
            (False, "Wykorzystane poprawki projektu: 3 – może być najwyżej 2"),
        ),
        (
            {"not": at_least("revisions_used", 3)},
            {"revisions_used": 3},
            (False, "Wykorzystane poprawki projektu: 3 – musi być mniej niż 3"),
        ),
        (
            {"not": at_most("own_elements", 2)},
            {"own_elements": 1},
            (False, "Twój szkic ma 1 element – potrzeba więcej niż 2"),
        ),
        (
            at_most("days_since_order", 365),
            {"days_since_order": 366},
            (False, "Od zamówienia usługi: 366 dni – może być najwyżej 365 dni"),
        ),
        (
            equal("brought_dimensions", True),
            {"brought_dimensions": False},
            (False, "Nie mamy jeszcze od Ciebie wymiarów pomieszczenia"),
        ),
        (
            equal("customer_kind", "business"),
            {"customer_kind": "consumer"},
            (False, "Klient: osoba prywatna – musi być: firma"),
        ),
        (
            {"not": equal("customer_kind", "consumer")},
            {"customer_kind": "consumer"},
            (False, "Klient: osoba prywatna – nie może być: osoba prywatna"),
        ),
        (
            {"fact": "customer_kind", "is": "not_equal", "value": "consumer"},
            {"customer_kind": "consumer"},
            (False, "Klient: osoba prywatna – nie może być: osoba prywatna"),
        ),
        (
            {"fact": "store", "is": "one_of", "value": ["Opole", "Zabrze"]},
            {"store": "Brzeg"},
            (False, "Sklep: Brzeg – musi być: Opole lub Zabrze"),
        ),
        (
            {"fact": "own_items", "is": "between", "value": [2, 4]},
            {"own_items": 5},
            (False, "Twój szkic ma 5 mebli lub sprzętów – musi być od 2 do 4"),
        ),
        (
            {"fact": "area_mm2", "is": "between", "value": [2_000_000, 4_500_000]},
            {"area_mm2": 5_250_000},
            (False, "Powierzchnia podłogi: 5,25 m² – musi być od 2 m² do 4,5 m²"),
        ),
    ],
)
def test_a_reason_says_what_is_and_what_is_wanted(leaf: Any, facts: Any, reason: tuple[bool | None, str]) -> None:
    assert _reasons(rule("a", leaf), **facts) == [reason]


def test_a_used_up_limit_is_said() -> None:
    limits = [{"per": "customer", "period": "year", "count": 1}]
    assert _reasons(rule("a", limits=limits), uses_customer_year_a=1) == [
        (False, "Wykorzystane w tym roku przez Ciebie: 1 raz („tekst”) – na więcej warunki nie pozwalają")
    ]


def test_nothing_is_told_like_something_where_it_has_no_words_of_its_own() -> None:
    assert _reasons(rule("a", at_least("days_since_order", 5)), days_since_order=0) == [
        (False, "Od zamówienia usługi: 0 dni – potrzeba co najmniej 5 dni")
    ]


def test_a_reason_about_a_category_names_it() -> None:
    assert _reasons(rule("a", at_least("category_count_tiles", 9)), category_count_tiles=4) == [
        (False, "Sztuki kupione z kategorii „płytki”: 4 – potrzeba co najmniej 9")
    ]


def test_what_was_earned_is_ticked_and_nothing_else_is_said() -> None:
    tree = {"any": [DRAWN, at_least("own_dimensions", 2)]}
    assert _reasons(rule("a", tree), own_elements=3, own_dimensions=0) == [(True, "Twój szkic ma 3 elementy")]


def test_what_was_earned_comes_before_what_is_missing() -> None:
    rules = (
        rule("z", DRAWN, {"kind": "reduce", "amount_gr": 100}, lane="a"),
        rule("a", at_least("products_picked", 1), lane="b"),
    )
    assert _reasons(*rules, own_elements=1, products_picked=0) == [
        (True, "Twój szkic ma 1 element"), (False, "Nie ma jeszcze wybranych produktów"),
    ]  # fmt: skip


def test_what_came_too_late_is_said() -> None:
    assert _reasons(rule("a", DRAWN), own_elements=0, designer_began=True) == [
        (False, "Zanim projektant rozpoczął pracę, nie było elementów narysowanych przez Ciebie"),
        (False, "To, co powstaje po rozpoczęciu pracy projektanta, nie zmienia już opłaty"),
    ]


@pytest.mark.parametrize(
    ("valid", "text"),
    [
        ({"from": "2026-06-01"}, "„tekst” – dopiero od 1 czerwca"),
        ({"to": "2025-12-31"}, "„tekst” – termin minął 31 grudnia 2025"),
    ],
)
def test_a_rule_out_of_its_time_is_said_with_its_day(valid: Any, text: str) -> None:
    assert _reasons(rule("a", valid=valid)) == [(False, text)]


def test_the_same_reason_is_said_once() -> None:
    rules = (rule("a", {"all": [DRAWN, equal("store", "x")]}), rule("b", {"all": [DRAWN, equal("store", "y")]}))
    texts = [text for _, text in _reasons(*rules, own_elements=0, store="z")]
    assert texts.count("Nie ma jeszcze elementów narysowanych przez Ciebie") == 1


def test_at_most_eight_reasons_are_told_beginning_with_those_the_ways_lead_to() -> None:
    rules = [rule(f"r{n}", equal("store", f"s{n}")) for n in range(9)] + [rule("z", DRAWN)]
    reasons = _reasons(*rules, own_elements=0, store="here")
    assert len(reasons) == 8
    assert reasons[0] == (False, "Nie ma jeszcze elementów narysowanych przez Ciebie")


@pytest.mark.parametrize(
    ("tree", "facts", "pl", "en"),
    [
        (
            DRAWN,
            {"own_elements": 0},
            "Narysuj dowolną ścianę lub ustaw dowolny mebel, zanim projektant rozpocznie pracę",
            "Draw any wall or place any piece of furniture before the designer starts work",
        ),
        (
            at_least("own_elements", 5),
            {"own_elements": 0},
            "Narysuj 5 elementów, zanim projektant rozpocznie pracę",
            "Draw 5 elements before the designer starts work",
        ),
        (
            at_least("own_elements", 22),
            {"own_elements": 0},
            "Narysuj 22 elementy, zanim projektant rozpocznie pracę",
            "Draw 22 elements before the designer starts work",
        ),
        (
            at_least("own_elements", 2),
            {"own_elements": 1},
            "Dorysuj jeszcze 1 element, zanim projektant rozpocznie pracę",
            "Draw 1 more element before the designer starts work",
        ),
        (
            at_least("own_elements", 23),
            {"own_elements": 1},
            "Dorysuj jeszcze 22 elementy, zanim projektant rozpocznie pracę",
            "Draw 22 more elements before the designer starts work",
        ),
        (
            at_least("own_dimensions", 1),
            {"own_dimensions": 0},
            "Wpisz dowolny wymiar, zanim projektant rozpocznie pracę",
            "Type any dimension before the designer starts work",
        ),
        (at_least(BOUGHT, 31_240), {BOUGHT: 0}, "Zrób zakupy za co najmniej 312,40 zł", "Spend at least 312.40 PLN"),
        (
            at_least(BOUGHT, 250_000),
            {BOUGHT: 218_760},
            "Dokup za co najmniej 312,40 zł",
            "Spend at least 312.40 PLN more",
        ),
        (at_least(BOUGHT, 1), {BOUGHT: 0}, "Kup dowolny produkt", "Buy any product"),
        (at_least(BOUGHT, 250_000), {BOUGHT: 249_999}, "Dokup za co najmniej 0,01 zł", "Spend at least 0.01 PLN more"),
        (
            at_least("purchases_kept_net_gr", 100_000),
            {"purchases_kept_net_gr": 1},
            "Dokup za co najmniej 999,99 zł netto",
            "Spend at least 999.99 PLN net more",
        ),
        (
            at_least("largest_purchase_gross_gr", 250_000),
            {"largest_purchase_gross_gr": 1},
            "Zrób jednorazowe zakupy za co najmniej 2 500 zł",
            "Make a single purchase of at least 2,500 PLN",
        ),
        (
            at_least("project_tiles_bought_pct", 80),
            {"project_tiles_bought_pct": 30},
            "Dokup produkty z projektu z kategorii „płytki”, aż będzie ich 80%",
            "Buy more of the project's products from the category “tiles”, up to 80%",
        ),
        (
            at_least("category_count_paint", 5),
            {"category_count_paint": 3},
            "Kup jeszcze 2 sztuki z kategorii „farby”",
            "Buy 2 more pieces from the category “paint”",
        ),
        (
            equal("brought_dimensions", True),
            {"brought_dimensions": False},
            "Podaj wymiary pomieszczenia",
            "Give us the room's dimensions",
        ),
        (
            {"all": [DRAWN, at_least(BOUGHT, 1_000), at_most("days_since_order", 10)]},
            {"own_elements": 0, BOUGHT: 0, "days_since_order": 1},
            "Narysuj dowolną ścianę lub ustaw dowolny mebel (zanim projektant rozpocznie pracę) "
            "i zrób zakupy za co najmniej 10 zł do 13 maja",
            "Draw any wall or place any piece of furniture (before the designer starts work) "
            "and spend at least 10 PLN by 13 May",
        ),
    ],
)
def test_a_way_is_a_sentence(tree: Any, facts: Any, pl: str, en: str) -> None:
    [way] = _texts(rule("a", tree), **facts)["ways"]
    assert way["text"] == {"pl": pl, "en": en}


def _every_text(data: Any) -> list[str]:
    if isinstance(data, dict):
        own = [data[language] for language in ("pl", "en") if isinstance(data.get(language), str)]
        return own + [text for value in data.values() for text in _every_text(value)]
    return [text for value in data for text in _every_text(value)] if isinstance(data, list) else []


EXAMPLES = Path(__file__).parents[2] / "examples" / "terms"


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES / "cases" / path.name for path in EXAMPLES.glob("*.json")), ids=lambda path: path.stem
)
def test_no_text_shows_an_internal_name_or_an_open_gap(path: Path) -> None:
    table = json.loads(path.read_text(encoding="utf-8"))
    terms = json.loads((EXAMPLES / table["terms"]).read_text(encoding="utf-8"))
    for case in table["cases"]:
        for text in _every_text(decided(terms, case["facts"]).as_data()):
            assert not re.search(r"[a-z]_[a-z]|[{}]|\bNone\b|\bTrue\b", text)


def test_no_word_of_the_registry_shows_an_internal_name() -> None:
    for fact in STANDARD.facts.values():
        for words in (fact.label, *fact.told.values(), *fact.act.values(), *fact.choices.values()):
            shown = re.sub(r"\{[^}]*\}", "", words.pl + words.en)
            assert not re.search(r"_|[{}]", shown)


CREDIT = {"kind": "credit", "amount": {"amount_gr": 1_990}}
FREE = {"kind": "fixed", "amount_gr": 0}


def test_a_credit_is_told_with_its_last_day() -> None:
    data = terms_data(rule("a", then=CREDIT | {"expires_days": 10}), fee=FREE)
    told = decided(data, {}).as_data()
    assert (told["state"], told["text"]["pl"]) == ("credit", "19,90 zł mniej za następne zakupy")
    assert told["detail"] == {
        "pl": "19,90 zł mniej za następne zakupy, do 14 maja włącznie",
        "en": "19.90 PLN off your next purchase, until the end of 14 May",
    }


def test_a_credit_without_end_is_told_to_have_none() -> None:
    detail = decided(terms_data(rule("a", then=CREDIT), fee=FREE), {}).as_data()["detail"]
    assert detail["pl"] == "19,90 zł mniej za następne zakupy, bez terminu"


def test_what_a_credit_asks_for_when_it_is_used_is_a_reason() -> None:
    data = terms_data(rule("a", then=CREDIT | {"redeem": at_least("basket_gross_gr", 5_000)}), fee=FREE)
    [reason] = decided(data, {"basket_gross_gr": 0}).as_data()["reasons"]
    assert (reason["met"], reason["text"]["pl"]) == (False, "Koszyk jest pusty – potrzeba co najmniej 50 zł")


def test_a_net_threshold_is_told_to_be_net() -> None:
    data = terms_data(rule("a", at_least("purchases_kept_net_gr", 1_000_000)))
    [reason] = decided(data, {"purchases_kept_net_gr": 500_000}).as_data()["reasons"]
    assert reason["text"]["pl"] == "Zakupy po odjęciu zwrotów: 5 000 zł netto – potrzeba co najmniej 10 000 zł netto"
