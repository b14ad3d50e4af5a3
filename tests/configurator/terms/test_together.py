"""How rules go together, facts of a retailer's own, categories and the store's words: all by forms."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from configurator.terms.identifiers import settled
from incentives.decision import decide
from incentives.facts import Facts
from incentives.reading import instant
from incentives.terms import Terms
from tests.configurator.terms.drafting import HERE, draft, marek
from tests.configurator.terms.filling import Manager

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # forms know no database
AT = instant("2026-11-22T12:00:00Z")


def in_draft(app: Flask) -> dict[str, Any]:
    return settled(json.loads(draft(app).body))


def at_draft(app: Flask, place: str = "") -> str:
    return f"{HERE}drafts/{draft(app).id}{place}"


def fixed(manager: Manager) -> Manager:
    """From an empty page, a service for 300 zł."""
    manager.press("Zacznij od pustej strony").press("Dodaj usługę").fill("po polsku", "Pomoc projektanta")
    manager.fill("po angielsku", "Designer's help").fill("Rodzaj", "stała kwota").press("Pokaż pola")
    return manager.fill("Opłata", "300").press("Zapisz")


def rule(manager: Manager, name: str, less: str) -> Manager:
    """A rule that lowers the fee, opened."""
    manager.press("Dodaj regułę").fill("po polsku", name).fill("po angielsku", name)
    return manager.fill("Rodzaj", "mniej o kwotę").press("Pokaż pola").fill("O ile mniej", less)


def test_benefits_of_two_pools_add_up_and_of_one_group_one_holds(app: Flask) -> None:
    manager = fixed(marek(app)).open(at_draft(app, "/together/together"))
    manager.press("Dodaj: Pule korzyści").fill("po polsku", "Klub", 1).fill("po angielsku", "Club", 1)
    manager.press("Dodaj: Grupy, które się wykluczają").fill("po polsku", "Wiosna", 2)
    manager.fill("po angielsku", "Spring", 2).press("Wyżej: Klub").press("Zapisz")
    rule(manager, "Szkic", "100").fill("Grupa, z której działa jedna reguła", "Wiosna").press("Zapisz")
    rule(manager, "Stały klient", "30").fill("Pula korzyści", "Klub").press("Zapisz")
    rule(manager, "Majówka", "90").fill("Pula korzyści", "Klub").fill("Grupa, z której działa jedna reguła", "Wiosna")
    manager.press("Zapisz")
    made = in_draft(app)
    assert made["lanes"] == [
        {"id": "club", "title": {"pl": "Klub", "en": "Club"}},
        {"id": "fee", "title": {"pl": "Opłata", "en": "The fee"}},
    ]
    decision = decide(Terms.read(made), Facts.read({}, Terms.read(made).registry), AT)
    assert (decision.charged_gr, [pick.rule.title.pl for pick in decision.choice.picks]) == (
        17_000,
        ["Stały klient", "Szkic"],
    )


def test_what_one_rule_uses_up_is_typed_in_its_own_unit(app: Flask) -> None:
    manager = rule(fixed(marek(app)), "Zakupy", "50").fill("Co reguła zużywa", "Zakupy z projektu po odjęciu zwrotów")
    manager.press("Pokaż pola").fill("Ile z tego", "2 500,50")
    manager.fill("Pierwszeństwo, gdy dwie reguły dają tyle samo (większa liczba wygrywa)", "-3").press("Zapisz")
    [made] = in_draft(app)["rules"]
    assert made["consumes"] == {"fact": "project_purchases_kept_gross_gr", "amount": 250_050}
    assert made["priority"] == -3


def test_a_fact_of_the_retailers_own_is_declared_and_used(app: Flask) -> None:
    manager = fixed(marek(app)).press("Dodaj własny fakt").fill("Co to jest", "liczba: sztuki, godziny, kilometry…")
    manager.press("Pokaż pola").fill("po polsku", "Odległość od sklepu").fill("po angielsku", "Distance from the store")
    manager.fill("po polsku", "km", 1).fill("po angielsku", "km", 1).fill("Kto może to zmienić", "sklep").press(
        "Zapisz"
    )
    rule(manager, "Blisko", "300").press("Dodaj warunek").fill("Co się liczy", "Odległość od sklepu")
    manager.press("Pokaż pola").fill("Jak", "najwyżej").fill("Ile lub co", "10").press("Zapisz")
    assert "Odległość od sklepu: najwyżej 10 km" in manager.text
    made = in_draft(app)
    assert made["rules"][0]["when"] == {"fact": "distance_from_the_store", "is": "at_most", "value": 10}
    terms = Terms.read(made)
    charged = [
        decide(terms, Facts.read({"distance_from_the_store": km}, terms.registry), AT).charged_gr for km in (9, 11)
    ]
    assert charged == [0, 30_000]


def test_a_fact_with_a_list_of_its_own_and_a_category_are_named_by_the_product(app: Flask) -> None:
    manager = fixed(marek(app)).press("Dodaj własny fakt").fill("Co to jest", "jedno z listy").press("Pokaż pola")
    manager.fill("po polsku", "Program").fill("po angielsku", "Programme").fill("Kto może to zmienić", "sklep")
    manager.press("Dodaj: Lista do wyboru").fill("po polsku", "złoty", 1).fill("po angielsku", "gold", 1).press(
        "Zapisz"
    )
    manager.open(at_draft(app, "/goods/goods")).press("Dodaj: Kategorie produktów").fill("po polsku", "dywany")
    manager.fill("po angielsku", "rugs").press("Zapisz")
    rule(manager, "Dywany", "50").press("Dodaj warunek").press("Dodaj warunek")
    manager.fill("Co się liczy", "Program").fill("Co się liczy", "Zakupy z kategorii „dywany”", 1).press("Pokaż pola")
    manager.fill("Ile lub co", "złoty").fill("Ile lub co", "800", 1).press("Zapisz")
    made = in_draft(app)
    assert made["rules"][0]["when"]["all"] == [
        {"fact": "programme", "is": "equal", "value": "gold"},
        {"fact": "category_purchases_gross_gr_rugs", "is": "at_least", "value": 80_000},
    ]
    assert made["facts"]["programme"]["choices"] == {"gold": {"pl": "złoty", "en": "gold"}}
    Terms.read(made)


def test_the_stores_words_stand_with_readable_gaps_and_go_back_to_the_usual(app: Flask) -> None:
    manager = fixed(marek(app)).open(at_draft(app, "/phrases/quoted"))
    manager.fill("po polsku", "[Usługa] kosztuje [do zapłaty]").fill("po angielsku", "[service] costs [to pay]")
    manager.press("Zapisz").open(at_draft(app, "/phrases/quoted"))
    assert 'value="[usługa] kosztuje [do zapłaty]"' in manager.text
    assert "Pomoc projektanta kosztuje 300 zł" in manager.text
    chip = {"pl": "{service} kosztuje {charged}", "en": "{service} costs {charged}"}
    assert in_draft(app)["phrases"] == {"quoted": {"chip": chip}}
    assert "[usługa] kosztuje [do zapłaty]" in manager.open(f"{HERE}compare?new={draft(app).id}").text
    manager.open(at_draft(app)).press("Wróć do zwykłych słów")
    assert "phrases" not in in_draft(app)


def test_a_gap_that_this_text_cannot_have_is_told_at_its_field(app: Flask) -> None:
    manager = fixed(marek(app)).open(at_draft(app, "/phrases/quoted")).fill("po polsku", "[powód] [do zapłaty]")
    manager.fill("po angielsku", "[to pay] for the [service]").press("Zapisz").open(at_draft(app, "/phrases/quoted"))
    assert 'value="[powód] [do zapłaty]"' in manager.text
    assert "Tego tekstu nie da się uzupełnić" in manager.text


def test_a_fact_half_declared_can_be_named_and_stays_where_it_is_named(app: Flask) -> None:
    manager = fixed(marek(app)).press("Dodaj własny fakt").fill("Co to jest", "tak albo nie").press("Pokaż pola")
    manager.fill("po polsku", "Karta budowniczego").press("Zapisz")
    rule(manager, "Karta", "5").press("Dodaj warunek").fill("Co się liczy", "Karta budowniczego").press("Pokaż pola")
    manager.fill("Ile lub co", "tak").press("Zapisz")
    assert "Do uzupełnienia: " in manager.text
    assert in_draft(app)["rules"][0]["when"] == {"fact": "karta_budowniczego", "is": "equal", "value": True}
