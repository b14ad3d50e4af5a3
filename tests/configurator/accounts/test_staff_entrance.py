"""The staff entrance: from the desk's page that was asked for, and back to it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask import Flask
from pyotp import TOTP, random_base32
from sqlalchemy import select

from configurator.accounts import service as accounts
from configurator.db import Database
from configurator.stores.models import Store
from tests.configurator.people import KRAKOW

DESK = f"/s/{KRAKOW}/desk/"


def test_the_desk_leads_whoever_is_not_signed_in_to_the_entrance(app: Flask) -> None:
    answer = app.test_client().get(f"{DESK}orders/?page=2")
    assert answer.status_code == 401
    assert f"/s/{KRAKOW}/sign-in?to={quote(f'{DESK}orders/?page=2')}" in answer.text


@pytest.mark.parametrize(
    ("wanted", "landed"),
    [(f"{DESK}orders/?page=2", f"{DESK}orders/?page=2"), ("https://evil.example/", DESK), (f"{DESK}\\evil", DESK)],
)
def test_whoever_signs_in_comes_to_the_page_asked_for_at_this_desk(
    app: Flask, database: Database, wanted: str, landed: str
) -> None:
    secret = random_base32()
    with database.writing() as session:
        store = session.scalars(select(Store).where(Store.slug == KRAKOW)).one()
        who = {"email": "ewa@sklep.example", "name": "Ewa", "role": "designer", "password": "p", "secret": secret}
        accounts.add_staff(session, store.tenant, store, **who)
    typed = {"email": "ewa@sklep.example", "password": "p", "code": TOTP(secret).now()}
    answer = app.test_client().post(f"/s/{KRAKOW}/sign-in?to={quote(wanted)}", data=typed)
    assert answer.location == landed
