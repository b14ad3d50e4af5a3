"""A draft being edited: faults at their fields, two managers at once, conditions to any depth."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from configurator.config import ROOT
from configurator.terms.amounts import read_amount, show_amount
from configurator.terms.box import Box
from configurator.terms.identifiers import settled
from configurator.terms.pieces import Piece, pieces
from configurator.terms.settings import setting_of
from configurator.terms.typed import Typed
from incentives.fact import Type
from tests.configurator.terms.drafting import HERE, draft, hanna, marek

TERMS = sorted((ROOT / "examples" / "terms").glob("*.json"))
RULE = f"{HERE}drafts/{{}}/rules/began-at-home"


def test_a_fault_stands_at_its_field_by_its_place(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").open(RULE.format(draft(app).id)).fill("Ile lub co", "dwa", 1)
    form = next(form for form in manager.forms if form.action.endswith("began-at-home"))
    answer = manager.client.post(f"{form.action}/faults", data=MultiDict(form.values))
    assert [(one["name"], one["empty"]) for one in answer.json["findings"]] == [("rules/when/1/value", False)]
    assert answer.json["lines"] == []


def test_what_can_be_read_is_read_back_as_it_is_typed(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").open(RULE.format(draft(app).id)).fill("Ile lub co", "7", 1)
    form = next(form for form in manager.forms if form.action.endswith("began-at-home"))
    answer = manager.client.post(f"{form.action}/faults", data=MultiDict(form.values))
    assert "Wymiary wpisane przed rozpoczęciem pracy projektanta: co najmniej 7" in [
        line["text"] for line in answer.json["lines"]
    ]
    assert json.loads(draft(app).body)["rules"][0]["when"]["any"][1]["value"] == 2


def test_what_was_typed_wrong_is_kept_as_it_was_typed(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").open(RULE.format(draft(app).id)).fill("Ile lub co", "dwa", 1)
    manager.press("Zapisz").open(RULE.format(draft(app).id))
    assert 'value="dwa"' in manager.text
    assert "Wpisz liczbę całkowitą" in manager.text


def test_of_two_who_edit_at_once_the_second_is_told_and_the_first_is_kept(app: Flask) -> None:
    first = marek(app).press("Zmień warunki").open(RULE.format(draft(app).id))
    second = hanna(app).open(RULE.format(draft(app).id))
    first.fill("Ile lub co", "3").press("Zapisz")
    second.fill("Ile lub co", "5").press("Zapisz")
    assert second.status == 409
    assert "Marek Kierownik" in second.text
    assert "co najmniej 3" in second.text
    assert _own_elements(app) == 3
    second.press("Zapisz")
    assert _own_elements(app) == 5


def test_a_group_in_a_group_is_added_and_taken_away(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").open(RULE.format(draft(app).id)).press("Dodaj grupę warunków")
    manager.fill("Co się liczy", "Projektant rozpoczął pracę", 2).fill("Spełnione ma być", "nic z tego", 1)
    manager.press("Pokaż pola").fill("Ile lub co", "tak", 2).press("Zapisz")
    leaf = {"fact": "designer_began", "is": "equal", "value": True}
    assert json.loads(draft(app).body)["rules"][0]["when"]["any"][2] == {"not": leaf}
    manager.open(RULE.format(draft(app).id)).press("Usuń warunek 3").press("Zapisz")
    assert len(json.loads(draft(app).body)["rules"][0]["when"]["any"]) == 2


def test_with_two_services_one_is_what_the_designer_opens(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").press("Dodaj usługę")
    manager.fill("po polsku", "Pomiar").fill("po angielsku", "Measuring").fill("Rodzaj", "stała kwota")
    manager.press("Pokaż pola").fill("Opłata", "99,90").press("Zapisz").open(
        f"{HERE}drafts/{draft(app).id}/about/about"
    )
    manager.fill("Usługa, którą otwiera „Zaczynam projekt”", "Pomiar").press("Zapisz")
    assert settled(json.loads(draft(app).body))["default_service"] == "measuring"
    manager.press("Usuń: Pomiar")
    assert "default_service" not in json.loads(draft(app).body)


@pytest.mark.parametrize(
    "sent",
    [
        {"rules/then/kind": "nothing"},
        {"rules/then/kind": "credit", "rules/then/amount/?": "nothing"},
        {"rules/when/0/fact": "area_mm2", "rules/when/0/is": "between", "rules/when/0/value/1": "x"},
        {"rules/when" + "/0" * 500 + "/?": "any"},
        {"rules/limits/99999999999/?": "count", "rules/title": "x", "rules/services": "no_such"},
        {"press": "add rules/when/7/8"},
    ],
)
def test_whatever_is_posted_is_kept_or_told_and_never_breaks(app: Flask, sent: dict[str, str]) -> None:
    manager = marek(app).press("Zmień warunki")
    form = {**sent, "version": str(draft(app).version)}
    answer = manager.client.post(RULE.format(draft(app).id), data=form, follow_redirects=True)
    assert answer.status_code == 200
    assert manager.open(f"{HERE}drafts/{draft(app).id}").status == 200


def test_every_empty_field_is_told_and_none_that_may_stay_empty(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").press("Dodaj regułę").fill("po polsku", "Nowa")
    manager.fill("Rodzaj", "kwota na następne zakupy").press("Pokaż pola").fill("Jak", "stała kwota").press(
        "Pokaż pola"
    )
    form = next(form for form in manager.forms if "/rules/" in form.action)
    answer = manager.client.post(f"{form.action}/faults", data=MultiDict(form.values))
    empty = [one["name"] for one in answer.json["findings"] if one["empty"]]
    assert empty == ["rules/title/en", "rules/then/amount/amount_gr"]


def test_a_rule_is_removed_from_a_draft(app: Flask) -> None:
    marek(app).press("Zmień warunki").press("Usuń: Projekt zaczęty u Ciebie")
    assert json.loads(draft(app).body)["rules"] == []


@pytest.mark.parametrize("file", TERMS, ids=lambda file: file.stem)
def test_what_the_forms_show_is_read_back_as_the_same_terms(file: Any) -> None:
    data = json.loads(file.read_text("utf-8"))
    setting = setting_of(data, {}, "pl")
    for part in ("services", "rules", "overrides"):
        for piece in pieces(data, part, setting):
            assert _sent_back(piece).data == piece.data


def test_names_come_from_titles_and_no_two_are_the_same() -> None:
    title = {"pl": "Zwrot kaucji", "en": "The deposit's return"}
    fee = {"kind": "total", "parts": {"new--a": {}}, "titles": {"new--a": {"pl": "Łazienka"}}}
    rules = [{"id": f"new--{n}", "title": title, "services": ["new--s"], "then": {"parts": ["new--a"]}} for n in "bc"]
    found = settled({"services": {"new--s": {"title": {"en": "Bath room"}, "fee": fee}}, "rules": rules})
    assert [rule["id"] for rule in found["rules"]] == ["the-deposits-return", "the-deposits-return-2"]
    assert found["rules"][0]["services"] == ["bath_room"]
    assert found["rules"][0]["then"]["parts"] == ["lazienka"]
    assert list(found["services"]["bath_room"]["fee"]["titles"]) == ["lazienka"]


@pytest.mark.parametrize(
    ("typed", "type_", "held"),
    [
        ("300", Type.MONEY, 30_000),
        ("1 800,50 zł", Type.MONEY, 180_050),
        ("300 PLN", Type.MONEY, 30_000),
        ("49.9", Type.MONEY, 4_990),
        ("12,5 m²", Type.AREA, 12_500_000),
        ("40%", Type.PERCENT, 40),
        ("30", Type.DAYS, 30),
        ("1,234", Type.MONEY, "1,234"),
        ("1,5", Type.COUNT, "1,5"),
        ("-3", Type.COUNT, "-3"),
    ],
)
def test_amounts_are_typed_in_the_units_of_people(typed: str, type_: Type, held: object) -> None:
    assert read_amount(typed, type_) == held


@pytest.mark.parametrize(
    ("held", "type_", "shown"),
    [
        (30_000, Type.MONEY, "300"),
        (180_050, Type.MONEY, "1800,50"),
        (12_500_000, Type.AREA, "12,5"),
        (100, Type.DAYS, "100"),
    ],
)
def test_amounts_are_shown_as_they_are_typed(held: int, type_: Type, shown: str) -> None:
    assert show_amount(held, type_, "pl") == shown
    assert read_amount(shown, type_) == held


def _own_elements(app: Flask) -> int:
    found: int = json.loads(draft(app).body)["rules"][0]["when"]["any"][0]["value"]
    return found


def _sent_back(piece: Piece) -> Piece:
    """The piece after its form, as shown, was posted."""
    return piece.typed(Typed(MultiDict(list(_fields(piece.box())))))


def _fields(box: Box) -> Any:
    if box.kind == "several":
        yield from ((box.name, choice.value) for choice in box.choices if choice.chosen)
    elif box.kind not in ("record", "both", "kinds", "shapes", "list", "named", "by_word", "names", "group", "leaf"):
        yield box.name, box.value
    for inner in box.boxes:
        yield from _fields(inner)
