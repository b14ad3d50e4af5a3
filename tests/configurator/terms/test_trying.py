"""Terms tried on an example and on a project, and two versions compared."""

from __future__ import annotations

from flask import Flask

from tests.configurator.people import BATHROOMS, guest
from tests.configurator.terms.drafting import HERE, draft, marek

ELEMENTS = "Elementy narysowane przed rozpoczęciem pracy projektanta"


def test_an_example_is_decided_and_explained(app: Flask) -> None:
    tried = marek(app).open(f"{HERE}try").fill(ELEMENTS, "2").press("Policz opłatę")
    assert "Do zapłaty 0" in tried.text
    assert "Twój szkic ma 2 elementy" in tried.text
    assert "Projekt zaczęty u Ciebie: mniej o" in tried.text


def test_what_is_not_known_is_said(app: Flask) -> None:
    tried = marek(app).open(f"{HERE}try").press("Policz opłatę")
    assert "Do zapłaty na razie 300" in tried.text


def test_a_project_of_the_store_is_tried_by_its_code(app: Flask) -> None:
    owner = guest(app)
    tried = marek(app).open(f"{HERE}try").fill("Kod projektu", owner.code).press("Weź fakty z projektu")
    assert "Decyzja" in tried.text
    assert 'value="4"' in tried.text or "Twój szkic" in tried.text


def test_a_project_of_another_retailer_is_not_found(app: Flask) -> None:
    stranger = guest(app, BATHROOMS)
    tried = marek(app).open(f"{HERE}try").fill("Kod projektu", stranger.code).press("Weź fakty z projektu")
    assert "Decyzja" not in tried.text
    assert 'id="code-wrong"' in tried.text


def test_a_number_that_is_none_is_told_at_its_field(app: Flask) -> None:
    tried = marek(app).open(f"{HERE}try").fill(ELEMENTS, "dwa").press("Policz opłatę")
    assert 'aria-invalid="true"' in tried.text
    assert 'value="dwa"' in tried.text


def test_a_draft_is_compared_with_the_terms_in_force(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki")
    manager.open(f"{HERE}drafts/{draft(app).id}/rules/began-at-home").fill("Ile lub co", "3").press("Zapisz")
    compared = manager.open(f"{HERE}compare?new={draft(app).id}").text
    assert f"<del>{ELEMENTS}: co najmniej 1</del>" in compared
    assert f"<ins>{ELEMENTS}: co najmniej 3</ins>" in compared
    assert "Bez zmian: 4" in compared


def test_a_version_that_is_not_there_is_not_found(app: Flask) -> None:
    assert marek(app).open(f"{HERE}compare?new={'0' * 64}").status == 404
