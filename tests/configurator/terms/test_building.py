"""A manager builds whole terms from an empty page, by forms alone, and they decide as the files do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.config import ROOT
from configurator.db import Database
from configurator.terms.identifiers import settled
from configurator.terms.models import TermsDraft
from incentives.decision import decide
from incentives.facts import Facts
from incentives.reading import instant
from incentives.terms import Terms
from tests.configurator.people import KRAKOW, staff
from tests.configurator.terms.filling import Manager

HERE = f"/s/{KRAKOW}/desk/terms/"
EXAMPLES = ROOT / "examples" / "terms"


@pytest.mark.parametrize("name", ["deposit", "per-square-metre", "business-contract"])
def test_terms_built_in_forms_decide_as_the_file_does(app: Flask, database: Database, name: str) -> None:
    BUILD[name](Manager(staff(app, role="manager")).open(HERE).press("Zacznij od pustej strony"))
    with database.reading() as session:
        built = Terms.read(settled(json.loads(session.scalars(select(TermsDraft.body)).one())))
    assert decisions(built, name) == decisions(from_file(name), name)


def build_deposit(manager: Manager) -> None:
    """200 zł back for one purchase of 2 500 zł within a year; another deposit for another collection."""
    manager.press("Dodaj usługę").fill("po polsku", "Pomoc projektanta").fill("po angielsku", "Designer's help")
    manager.fill("Rodzaj", "kilka opłat razem").press("Pokaż pola")
    manager.press("Dodaj: Części opłaty").press("Dodaj: Części opłaty")
    manager.fill("Nazwa części po polsku", "Kaucja").fill("Nazwa części po angielsku", "Deposit")
    manager.fill("Nazwa części po polsku", "Kolejne kolekcje", 1)
    manager.fill("Nazwa części po angielsku", "Other collections", 1)
    manager.fill("Rodzaj", "stała kwota", 1).fill("Rodzaj", "za każde ponad to, co w cenie", 2).press("Pokaż pola")
    manager.fill("Opłata", "200").fill("Co liczymy", "Kolekcje w projekcie").fill("Ile jest w cenie", "1")
    manager.fill("Za każde następne", "200 zł").fill("Stawka VAT", "23").press("Zapisz")
    manager.press("Dodaj regułę").fill("po polsku", "Zwrot kaucji").fill("po angielsku", "The deposit comes back")
    manager.press("Dodaj warunek").press("Dodaj warunek")
    manager.fill("Co się liczy", "Największe jednorazowe zakupy z projektu")
    manager.fill("Co się liczy", "Dni od zamówienia usługi do zakupów", 1)
    manager.fill("Rodzaj", "zwrot zapłaconej opłaty").press("Pokaż pola")
    manager.fill("Ile lub co", "2 500").fill("Ile lub co", "365", 1).tick("Kaucja")
    manager.fill("W jakiej formie", "zwrot fakturą korygującą")
    manager.fill("po polsku", "jednorazowe zakupy z projektu wyniosły co najmniej 2 500 zł", 1)
    manager.fill("po angielsku", "one of your purchases from the project came to at least 2,500 PLN", 1)
    manager.fill("Po zwrocie towaru", "odbieramy korzyść w podanym czasie").fill("Przez ile dni", "30").press("Zapisz")


def build_per_square_metre(manager: Manager) -> None:
    """50 zł/m², at least 500 zł; two changes free; set off against tiles."""
    manager.press("Dodaj usługę").fill("po polsku", "Projekt łazienki").fill("po angielsku", "Bathroom design")
    manager.fill("Rodzaj", "kilka opłat razem").press("Pokaż pola")
    manager.press("Dodaj: Części opłaty").press("Dodaj: Części opłaty")
    manager.fill("Nazwa części po polsku", "Projekt").fill("Nazwa części po angielsku", "Design")
    manager.fill("Nazwa części po polsku", "Poprawki", 1).fill("Nazwa części po angielsku", "Revisions", 1)
    manager.fill("Rodzaj", "za metr kwadratowy", 1).fill("Rodzaj", "za każde ponad to, co w cenie", 2)
    manager.press("Pokaż pola").fill("Za metr kwadratowy", "50").fill("Co najmniej", "500")
    manager.fill("Co liczymy", "Wykorzystane poprawki projektu").fill("Ile jest w cenie", "2")
    manager.fill("Za każde następne", "100").fill("Stawka VAT", "23").press("Zapisz")
    manager.press("Dodaj regułę").fill("po polsku", "Rozliczenie z zakupem płytek")
    manager.fill("po angielsku", "Set off against tiles").fill("Rodzaj", "zwrot zapłaconej opłaty")
    manager.press("Pokaż pola").tick("Projekt").fill("W jakiej formie", "zaliczenie na zakupy")
    manager.fill("Jak", "część innej kwoty").press("Pokaż pola").fill("Ile procent", "100")
    manager.fill("Czego", "Zakupy z kategorii „płytki”").fill(
        "po polsku", "opłatę za projekt odliczamy od ceny płytek", 1
    )
    manager.fill("po angielsku", "we take the design fee off the price of your tiles", 1)
    manager.fill("Kwotę zakupów liczymy", "przed odjęciem korzyści").press("Zapisz")


def build_business_contract(manager: Manager) -> None:
    """A contract with its own fee, its own threshold net, and a monthly budget of what is waived."""
    manager.press("Dodaj usługę").fill("po polsku", "Pomoc projektanta").fill("po angielsku", "Designer's help")
    manager.fill("Rodzaj", "stała kwota").press("Pokaż pola").fill("Opłata", "300").fill("Stawka VAT", "23")
    manager.press("Zapisz").press("Dodaj regułę")
    manager.fill("po polsku", "Projekt zaczęty u Ciebie").fill("po angielsku", "Begun by you")
    manager.press("Dodaj warunek").fill("Co się liczy", "Elementy narysowane przed rozpoczęciem pracy projektanta")
    manager.fill("Rodzaj", "bez opłaty").press("Pokaż pola").fill("Ile lub co", "1")
    manager.fill("po polsku", "masz już własny szkic", 1)
    manager.fill("po angielsku", "you already have a sketch of your own", 1).press("Zapisz")
    manager.press("Dodaj warunki indywidualne").fill("po polsku", "Umowa z wykonawcą 2026")
    manager.fill("po angielsku", "Builder's contract 2026").fill("Co się liczy", "Umowa indywidualna")
    manager.tick("Pomoc projektanta").fill("Wybierz", "Pomoc projektanta").press("Dodaj: Inna opłata za usługę")
    manager.fill("Ile lub co", "builder-2026").fill("Rodzaj", "stała kwota").press("Pokaż pola")
    manager.fill("Opłata", "250").press("Zapisz").press("Dodaj regułę: Umowa z wykonawcą 2026")
    manager.fill("po polsku", "Zakupy firmy od 10 000 zł netto")
    manager.fill("po angielsku", "The company's purchases of 10,000 PLN net or more").press("Dodaj warunek")
    manager.fill("Co się liczy", "Zakupy po odjęciu zwrotów, netto").fill("Rodzaj", "bez opłaty").press("Pokaż pola")
    manager.fill("Ile lub co", "10 000").fill("po polsku", "obejmuje to Twoja umowa", 1)
    manager.fill("po angielsku", "your contract covers it", 1).press("Dodaj: Najwyżej ile razy lub za ile")
    manager.fill("Jak", "do kwoty", 1).press("Pokaż pola").fill("Najwyżej", "1000")
    manager.fill("Dla kogo", "jedna umowa").fill("W jakim czasie", "miesięcznie").press("Zapisz")


BUILD = {
    "deposit": build_deposit,
    "per-square-metre": build_per_square_metre,
    "business-contract": build_business_contract,
}


def from_file(name: str) -> Terms:
    return Terms.read(json.loads((EXAMPLES / f"{name}.json").read_text("utf-8")))


def decisions(terms: Terms, name: str) -> list[Any]:
    """Every case of the file's table decided by these terms, but for the names of parts, rules and versions."""
    cases = json.loads((EXAMPLES / "cases" / f"{name}.json").read_text("utf-8"))["cases"]
    names = dict(zip(_rule_names(from_file(name)), _rule_names(terms), strict=True))
    return [_but_names(_decided(terms, case, names)) for case in cases]


def _decided(terms: Terms, case: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The decision; a fact that is named after a rule is named after the built one."""
    facts = {_renamed(fact, names): value for fact, value in case["facts"].items()}
    found = decide(terms, Facts.read(facts, terms.registry), instant(case["at"])).as_data()
    back = {built: known for known, built in names.items()}
    told: dict[str, Any] = json.loads(_renamed(json.dumps(found), back))
    return told


def _renamed(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def _rule_names(terms: Terms) -> list[str]:
    return [rule.id for rule in terms.all_rules()]


def _but_names(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _but_names(value) for key, value in found.items() if key not in NAMES}
    return [_but_names(value) for value in found] if isinstance(found, list) else found


NAMES = {"terms", "version", "terms_sha", "facts_sha", "sha", "service", "rule", "part", "override"}
