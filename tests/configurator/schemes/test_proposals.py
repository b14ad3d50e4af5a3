"""Schemes proposed for a guest's room, and what is told of each."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from flask import Flask
from PIL import Image

from configurator.schemes.pictures import SIZE_PX
from samples.demo import demo_deck
from tests.configurator.people import Guest, guest
from tests.configurator.schemes.keeping import CALM

OAK = "#c8a982"


def _asked(owner: Guest, **data: Any) -> Any:
    url = f"/api/v1/projects/{owner.project_id}/variants/{owner.variant}/rooms/{data.pop('room', 0)}/schemes"
    return owner.client.post(url, json=data)


def test_a_mood_proposes_four_schemes_of_deck_paints_with_their_shares(app: Flask) -> None:
    answer = _asked(guest(app), **{"from": {"mood": "natural"}}, seed=3).json
    assert answer["slots"] == ["wall", "second", "ceiling", "woodwork", "floor"]
    assert len(answer["schemes"]) == 4
    for scheme in answer["schemes"]:
        assert all(slot["code"] in demo_deck() for slot in scheme["slots"])
        assert sum(slot["percent"] for slot in scheme["slots"]) == 100
        assert {remark["key"] for remark in scheme["remarks"]} == {"shares", "light", "blind"}
        assert "60-30-10" in scheme["remarks"][0]["said"]["pl"]


def test_nobody_is_told_that_a_single_colour_can_be_told_apart(app: Flask) -> None:
    slots = ("wall", "second", "ceiling", "woodwork", "floor")
    answer = _asked(guest(app), kept=dict.fromkeys(slots, "ZK-0300")).json
    assert "blind" not in {remark["key"] for remark in answer["schemes"][0]["remarks"]}


def test_what_is_kept_is_in_every_proposal(app: Flask) -> None:
    kept = {"floor": "#c8a982", "wall": "ZK-0700"}
    answer = _asked(guest(app), **{"from": {"mood": "bold"}}, kept=kept).json
    for scheme in answer["schemes"]:
        assert kept.items() <= {slot["slot"]: slot["value"] for slot in scheme["slots"]}.items()


def test_the_picture_of_a_scheme_has_its_wall_and_its_second_wall(app: Flask) -> None:
    owner = guest(app)
    answer = _asked(owner, kept={**CALM, "wall": "ZK-1000", "second": "ZK-1200"}).json
    (scheme,) = answer["schemes"]
    picture = Image.open(BytesIO(owner.client.get(scheme["picture"]).data))
    assert picture.size == SIZE_PX
    hues = np.asarray(picture.convert("HSV"), int)
    for slot in scheme["slots"][:2]:
        wanted = Image.new("RGB", (1, 1), slot["hex"]).convert("HSV").getpixel((0, 0))
        near = (abs(hues[:, :, 0] - wanted[0]) < 8) & (abs(hues[:, :, 1] - wanted[1]) < 40)
        assert near.sum() > 2000, slot


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"from": {"mood": "sad"}}, "from"),
        ({"from": {"picture": ["red"]}}, "from/picture"),
        ({"from": {"mood": "calm"}, "seed": -1}, "seed"),
        ({"kept": {"wall": "NOBODY-1"}}, "kept/wall"),
        ({"kept": {"wall": "#ffffff"}}, "kept/wall"),
        ({"kept": {"roof": "ZK-0001"}}, "kept/roof"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(app: Flask, data: dict[str, Any], path: str) -> None:
    answer = _asked(guest(app), **data)
    assert answer.status_code == 400
    assert answer.json["error"]["path"] == path


def test_a_room_that_is_not_there_is_not_found(app: Flask) -> None:
    assert _asked(guest(app), room=7, **{"from": {"mood": "calm"}}).status_code == 404


def test_a_picture_tells_its_colours_and_a_text_is_refused(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/schemes/colours"
    drawn = BytesIO()
    Image.new("RGB", (64, 64), "#7a8f6a").save(drawn, "PNG")
    drawn.seek(0)
    (colour,) = owner.client.post(url, data={"file": (drawn, "a.png")}).json["colours"]
    assert (colour["hex"], colour["percent"]) == ("#7a8f6a", 100)
    refused = owner.client.post(url, data={"file": (BytesIO(b"words" * 20), "a.png")})
    assert refused.json["error"]["reason"] == "no_picture_read"
    dot = BytesIO()
    Image.new("RGB", (1, 1), "#7a8f6a").save(dot, "PNG")
    dot.seek(0)
    refused = owner.client.post(url, data={"file": (dot, "a.png")})
    assert refused.json["error"]["reason"] == "too_small"


def test_a_floor_of_boards_stays_unless_told_otherwise(app: Flask) -> None:
    owner = guest(app, start="moving_in")
    answer = _asked(owner, **{"from": {"mood": "warm"}}).json
    assert answer["kept"] == {"floor": OAK}
    assert {slot["value"] for scheme in answer["schemes"] for slot in scheme["slots"] if slot["slot"] == "floor"} == {
        OAK
    }
    assert OAK not in {
        slot["value"]
        for scheme in _asked(owner, kept={}, **{"from": {"mood": "warm"}}).json["schemes"]
        for slot in scheme["slots"]
    }
