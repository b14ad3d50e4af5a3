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


@pytest.mark.parametrize("name", ["deposit", "per-square-metre"])
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
    manager.fill("po polsku", "jedne zakupy z projektu są warte co najmniej 2 500 zł", 1)
    manager.fill("po angielsku", "one purchase from the project comes to at least 2,500 PLN", 1)
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
    manager.fill("Czego", "Zakupy z kategorii „płytki”").fill("po polsku", "opłatę rozliczamy z zakupem płytek", 1)
    manager.fill("po angielsku", "the fee is set off against your tiles", 1)
    manager.fill("Kwotę zakupów liczymy", "przed odjęciem korzyści").press("Zapisz")


BUILD = {"deposit": build_deposit, "per-square-metre": build_per_square_metre}


def from_file(name: str) -> Terms:
    return Terms.read(json.loads((EXAMPLES / f"{name}.json").read_text("utf-8")))


def decisions(terms: Terms, name: str) -> list[Any]:
    """Every case of the file's table decided by these terms, but for the names of parts, rules and versions."""
    cases = json.loads((EXAMPLES / "cases" / f"{name}.json").read_text("utf-8"))["cases"]
    return [_but_names(_decided(terms, case)) for case in cases]


def _decided(terms: Terms, case: dict[str, Any]) -> dict[str, Any]:
    return decide(terms, Facts.read(case["facts"], terms.registry), instant(case["at"])).as_data()


def _but_names(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _but_names(value) for key, value in found.items() if key not in NAMES}
    return [_but_names(value) for value in found] if isinstance(found, list) else found


NAMES = {"terms", "version", "terms_sha", "sha", "service", "rule", "part"}
