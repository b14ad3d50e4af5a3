"""The page behind a sample's label: for its holder alone, kept between visits, leading on to the next step."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from configurator.db import Database
from configurator.judgements.models import SampleJudgement
from tests.configurator.judgements.labelled import PAINT, Label, labels, photo_of
from tests.configurator.orders.ordering import ANNA, FARBY
from tests.configurator.people import BATHROOMS, guest


@pytest.fixture
def label(app: Flask, client: FlaskClient) -> Label:
    return labels(app, client)[0]


@pytest.fixture
def at_home(app: Flask) -> Label:
    """A label of a sample that was ordered from a room."""
    owner = guest(app, FARBY)
    return labels(app, owner.client, project=owner.code)[0]


def test_the_label_opens_its_colour_and_tells_nothing_of_who_ordered(label: Label) -> None:
    answer = label.client.get(label.path)
    assert PAINT in answer.text
    assert not any(ANNA[name] in answer.text for name in ("name", "email", "street", "phone", "locker"))
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "same-origin")


def test_a_wrong_token_opens_nothing(app: Flask, label: Label) -> None:
    code, place, made = label.path.rsplit("/", 1)[1].split("-", 2)
    base = label.path.rsplit("/", 1)[0]
    wrong = [f"{code}-{int(place) + 1}-{made}", f"{code}-{place}-{made[:-2]}xx", "x", f"{code}-{place}-"]
    paths = [f"{base}/{token}" for token in wrong] + [label.path.replace(FARBY, BATHROOMS)]
    assert {app.test_client().get(path).status_code for path in paths} == {404}
    assert {app.test_client().post(f"{path}/verdict").status_code for path in paths} == {404}


def test_ticks_and_the_verdict_stay_for_the_next_visit(label: Label, database: Database) -> None:
    for tick in ("morning", "corner", "window", "-window"):
        assert label.post("ticks", tick=tick) == 303
    label.post("verdict", verdict="this")
    with database.reading() as session:
        kept = session.get_one(SampleJudgement, (label.order_id, 0))
    assert (kept.ticks, kept.verdict) == ('["morning", "corner"]', "this")
    assert 'value="-morning" aria-pressed="true"' in label.page()


def test_a_neighbour_goes_into_the_tray_by_one_tap(label: Label) -> None:
    label.post("verdict", verdict="not_this")
    code = label.page().split('class="probe-near"')[1].split('name="paint" value="')[1].split('"')[0]
    assert code != PAINT
    assert label.post("tray", paint=code) == 303
    assert code in label.client.get(f"/s/{FARBY}/samples/").text


def test_the_room_is_shown_by_its_plan_and_by_two_lights(at_home: Label) -> None:
    page = at_home.page()
    assert "W tym pokoju, wieczorem przy lampie" in page
    assert at_home.client.get(f"{at_home.path}/plan.svg").mimetype == "image/svg+xml"


def test_a_photo_beside_white_paper_tells_how_far_the_sample_is(at_home: Label) -> None:
    hex_ = at_home.page().split('fill="')[1].split('"')[0]
    assert at_home.post("photo", photo=(photo_of(hex_), "p.jpg")) == 303
    assert at_home.post("photo/marks", **{"white.x": "80", "white.y": "110"}) == 303
    assert at_home.post("photo/marks", **{"sample.x": "225", "sample.y": "112"}) == 303
    assert "Kolor ze zdjęcia a wzornik" in at_home.page()


@pytest.mark.parametrize(
    ("marks", "told"),
    [({"white.x": "299", "white.y": "999"}, "poza zdjęciem"), ({"white": "upper_left"}, "Teraz dotknij koloru")],
    ids=["outside", "by its quarter"],
)
def test_a_mark_is_where_the_photo_is(at_home: Label, marks: dict[str, str], told: str) -> None:
    at_home.post("photo", photo=(photo_of("#ffffff"), "p.jpg"))
    assert told in at_home.client.post(f"{at_home.path}/photo/marks", data=marks, follow_redirects=True).text


def test_without_a_room_a_photo_is_politely_refused(label: Label) -> None:
    answer = label.client.post(f"{label.path}/photo", data={"photo": (photo_of("#ffffff"), "p.jpg")})
    assert answer.status_code == 400
    assert "nie ma projektu" in answer.text


def test_a_photo_that_is_none_is_told_where_it_is_sent_and_nothing_is_lost(at_home: Label) -> None:
    at_home.post("ticks", tick="morning")
    answer = at_home.client.post(f"{at_home.path}/photo", data={"photo": (BytesIO(b"x"), "p.jpg")})
    sent = answer.text.split('class="probe-file"')[1].split("</form>")[0]
    assert (answer.status_code, "Nic nie zostało wysłane, zaznaczenia zostają." in sent) == (400, True)


def test_who_opens_the_label_elsewhere_is_told_how_to_go_on_there(app: Flask) -> None:
    owner = guest(app, FARBY)
    label = labels(app, owner.client, project=owner.code)[0]
    told = "Otwierasz etykietę na innym urządzeniu?"
    assert (told in label.page(), told in owner.client.get(label.path).text) == (True, False)
