"""Schemes of a photo: for what is marked on it, kept and voted on like a room's, gone with it."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from flask import Flask
from PIL import Image

from tests.configurator.people import Guest, guest
from tests.configurator.photos.bringing import ON_DOOR, ON_WALL, brought, mark, tap
from tests.configurator.schemes.keeping import kept_scheme, schemes_of

FILLS = {"wall": "ZK-0900", "woodwork": "ZK-0100"}


def _marked(owner: Guest) -> str:
    """The address of a photo with a wall and a door marked on it."""
    url = brought(owner)
    slot = {"do": "slot", "wall": "b", "slot": "woodwork"}
    mark(owner, url, tap(), tap(ON_DOOR, "b"), slot, {"do": "keep", "wall": "a", "at": ON_DOOR})
    return url


def _picture(owner: Guest, address: str) -> Any:
    answer = owner.client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    return np.asarray(Image.open(io.BytesIO(answer.data)).convert("RGB"), int)


def _keep(owner: Guest, url: str, name: str = "Na zdjęciu") -> Any:
    return owner.client.post(f"{url}/schemes/kept", json={"name": name, "slots": FILLS})


def test_schemes_of_a_photo_have_the_slots_that_are_marked_and_show_it_in_their_colours(app: Flask) -> None:
    owner = guest(app)
    url = _marked(owner)
    answer = owner.client.post(f"{url}/schemes", json={"from": {"photo": True}, "seed": 3}).json
    assert answer["slots"] == ["wall", "woodwork"]
    one, other = (_picture(owner, scheme["picture"]) for scheme in answer["schemes"][:2])
    assert np.abs(one[ON_WALL[1], ON_WALL[0]] - other[ON_WALL[1], ON_WALL[0]]).max() > 10
    assert np.abs(one[-5, 5] - other[-5, 5]).max() < 12


def test_a_scheme_of_a_photo_is_kept_shown_to_the_family_and_gone_with_the_photo(app: Flask) -> None:
    owner = guest(app)
    url = _marked(owner)
    assert kept_scheme(owner, "Pokój").status_code == _keep(owner, url).status_code == 200
    room, photo = schemes_of(owner)
    assert (room.get("photo"), photo["photo"], photo["room"]) == (None, url.rsplit("/", 1)[1], None)
    page = f"/s/{owner.store}/p/{owner.code}/schemes"
    assert owner.client.post(f"{page}/{photo['id']}/votes", data={"word": "tak"}).status_code == 303
    assert owner.client.post(f"{page}/{room['id']}/votes", data={"word": "też"}).status_code == 303
    assert [len(one["votes"]) for one in schemes_of(owner)] == [1, 1]
    assert "kolor przybliżony" in owner.client.get(page).text
    assert _picture(owner, f"{page}/{photo['id']}.webp").shape == (160, 200, 3)
    assert owner.client.delete(url).status_code == 200
    assert [one["name"] for one in schemes_of(owner)] == ["Pokój"]


def test_a_scheme_paints_in_one_step_and_names_only_paints_of_the_deck(app: Flask) -> None:
    owner = guest(app)
    url = _marked(owner)
    answer = mark(owner, url, {"do": "scheme", "paints": {"a": "ZK-0900", "b": "NOT-ONE"}}).json
    assert [result["reason"] for result in answer["results"]] == ["no_such_paint"]
    steps = [{"do": "scheme", "paints": {"a": "ZK-0900", "b": "ZK-0100"}}, {"do": "undo"}]
    assert [result["result"] for result in mark(owner, url, *steps).json["results"]] == ["logged", "logged"]
