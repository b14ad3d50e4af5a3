"""What clients send about schemes, read and checked; Refused with the place of what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request

from configurator.errors import Refused
from configurator.schemes.fills import read_fills
from configurator.schemes.room import Side
from configurator.schemes.service import Wanted
from samples.colour.arrays import Lab
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.fault import Fault
from samples.schemes.ideas import MOODS, FromMood, FromPaint, FromPicture, Idea
from samples.schemes.scheme import SLOTS

MOST_SEED = 2**31
MOST_COLOURS = 12


def read_wanted(data: Mapping[str, Any], deck: Deck) -> Wanted:
    name, locked = data.get("name"), data.get("locked", [])
    if not isinstance(name, str):
        raise Refused("missing", path="name")
    if not isinstance(locked, list) or not set(map(str, locked)) <= set(SLOTS):
        raise Refused("not_a_choice", path="locked")
    fills = read_fills(data.get("slots"), deck, "slots")
    if "wall" not in fills:
        raise Refused("missing", path="slots/wall")
    return Wanted(name, fills, read_side(data.get("second")), locked)


def read_idea(told: object, deck: Deck) -> Idea | None:
    if told is None:
        return None
    if not isinstance(told, Mapping) or len(told) != 1:
        raise Refused("not_a_choice", path="from")
    (kind, value), *_ = told.items()
    if kind == "mood" and value in MOODS:
        return FromMood(value)
    if kind == "paint" and isinstance(value, str) and (paint := deck.get(value)):
        return FromPaint(paint)
    if kind == "picture" and isinstance(value, list) and 0 < len(value) <= MOST_COLOURS:
        return FromPicture(tuple(_lab(one) for one in value))
    raise Refused("not_a_choice", path="from")


def _lab(colour: object) -> Lab:
    try:
        lightness, a, b = hex_to_lab(str(colour)).tolist()
    except Fault as fault:
        raise Refused("not_a_choice", path="from/picture") from fault
    return lightness, a, b


def read_side(told: object) -> Side | None:
    if isinstance(told, list) and len(told) == 2 and all(isinstance(one, str) for one in told):
        return told[0], told[1]
    return None


def read_seed(data: Mapping[str, Any]) -> int:
    seed = data.get("seed", 0)
    if type(seed) is not int or not 0 <= seed < MOST_SEED:
        raise Refused("not_a_whole_number", path="seed")
    return seed


def read_json() -> Mapping[str, Any]:
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        raise Refused("not_json")
    return data
