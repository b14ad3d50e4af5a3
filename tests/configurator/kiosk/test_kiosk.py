"""A kiosk begins by staff's hand, and forgets whoever leaves it."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.accounts.models import Visit
from tests.configurator.people import BATHROOMS, KRAKOW, staff

HERE = f"/s/{KRAKOW}"


def kiosk(app: Flask) -> FlaskClient:
    browser = staff(app)
    assert browser.post(f"{HERE}/desk/kiosk").location == f"{HERE}/kiosk"
    return browser


def test_staff_who_turn_a_device_into_a_kiosk_are_signed_out_on_it(app: Flask) -> None:
    browser = kiosk(app)
    assert browser.get(f"{HERE}/desk/").status_code == 401
    assert "Zacznij tutaj" in browser.get(f"{HERE}/kiosk").text
    assert browser.get(f"/s/{BATHROOMS}/kiosk").status_code == 303


def test_who_leaves_a_kiosk_leaves_nothing_on_it(app: Flask) -> None:
    browser = kiosk(app)
    browser.get(f"{HERE}/?lang=en")
    project = browser.post(f"{HERE}/projects", data={"width": "4", "length": "3"}).location
    with app.extensions["database"].reading() as session:
        assert session.scalars(select(Visit.channel).order_by(Visit.created_at.desc())).first() == "kiosk"
    assert 'data-may-edit="true"' in browser.get(project).text
    answer = browser.post(f"{HERE}/kiosk/over")
    assert (answer.location, answer.headers["Clear-Site-Data"]) == (f"{HERE}/kiosk", '"cache", "storage"')
    page = browser.get(project)
    assert 'data-may-edit="false"' in page.text
    assert 'lang="pl"' in page.text


def test_a_forged_mark_makes_no_kiosk(app: Flask) -> None:
    browser = app.test_client()
    browser.set_cookie("kiosk-dom-i-mebel", "1")
    assert browser.get(f"{HERE}/kiosk").location == f"{HERE}/"
    assert browser.post(f"{HERE}/kiosk/over").location == f"{HERE}/"


def test_staff_turn_it_off_again(app: Flask) -> None:
    browser = staff(app)
    assert "Włącz kiosk" in browser.get(f"{HERE}/desk/kiosk").text
    marked = browser.post(f"{HERE}/desk/kiosk").headers.getlist("Set-Cookie")
    mark = next(cookie for cookie in marked if cookie.startswith("kiosk-"))
    again = staff(app)
    again.set_cookie(*mark.partition(";")[0].split("="))
    assert "Wyłącz kiosk" in again.get(f"{HERE}/desk/kiosk").text
    again.post(f"{HERE}/desk/kiosk/stopped")
    assert "Włącz kiosk" in again.get(f"{HERE}/desk/kiosk").text
