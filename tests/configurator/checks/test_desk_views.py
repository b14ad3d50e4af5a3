"""The manager's page of packs."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.stores.models import Store
from rooms.checks import DEFAULT, PACKS
from tests.configurator.people import KRAKOW, guest, staff

PAGE = f"/s/{KRAKOW}/desk/checks/"


def test_what_a_manager_ticks_is_what_plans_are_checked_by(app: Flask) -> None:
    manager, anna = staff(app, role="manager"), guest(app)
    answer = manager.post(PAGE, data={"packs": ["fit", "bathroom"]})
    assert answer.status_code == 303
    told = anna.client.get(f"/api/v1/projects/{anna.project_id}/findings").json
    assert [pack["name"] for pack in told["packs"]] == ["bathroom", "fit"]
    page = manager.get(answer.location).text
    assert ticked(page) == {"bathroom", "fit"}
    assert "Wybór zapisany." in page


def test_the_page_tells_each_number_with_its_source(app: Flask) -> None:
    page = staff(app, role="manager").get(PAGE).text
    assert ticked(page) == set(DEFAULT)
    assert "Rzeczy, które na siebie zachodzą: <strong" in page
    assert "najwyżej 2 cm" in page
    assert "VDI 6000-1, obszary ruchu" in page


@pytest.mark.parametrize(("names", "reason"), [([], "Zaznacz co najmniej"), (["moon"], "Tej wartości nie ma")])
def test_no_pack_and_one_that_there_is_not_are_refused_in_words(app: Flask, names: list[str], reason: str) -> None:
    before = kept(app)
    answer = staff(app, role="manager").post(PAGE, data={"packs": names})
    assert answer.status_code == 400
    assert reason in answer.text
    assert kept(app) == before


def test_who_ticks_the_usual_ones_gets_what_will_be_usual(app: Flask) -> None:
    manager = staff(app, role="manager")
    manager.post(PAGE, data={"packs": ["fit"]})
    assert kept(app) == '["fit"]'
    manager.post(PAGE, data={"packs": list(DEFAULT)})
    assert kept(app) == "[]"


def ticked(page: str) -> set[str]:
    return {name for name in PACKS if f'value="{name}" checked' in page}


def kept(app: Flask) -> str:
    with app.extensions["database"].reading() as session:
        return session.scalars(select(Store.check_packs).where(Store.slug == KRAKOW)).one()
