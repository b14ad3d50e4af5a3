"""The difference between two plans in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from rooms.changes import changes, taken
from rooms.description import Document
from rooms.kinds import KINDS
from rooms.plan import Plan

NAMES = {
    "D-01": {"pl": "Poranna mgła", "en": "Morning mist"},
    "D-02": {"pl": "Srebrny kaktus", "en": "Silver cactus"},
    "D-03": {"pl": "Ciepły piasek", "en": "Warm sand"},
}
ROOM: Document = {
    "version": 1,
    "plan": {"name": "Łazienka"},
    "levels": {"l1": {}},
    "walls": {
        "w1": {"level": "l1", "a": [0, 0], "b": [4000, 0]},
        "w2": {"level": "l1", "a": [4000, 0], "b": [4000, 3000]},
        "w3": {"level": "l1", "a": [4000, 3000], "b": [0, 3000]},
        "w4": {"level": "l1", "a": [0, 3000], "b": [0, 0]},
        "w5": {"level": "l1", "a": [1000, 500], "b": [1000, 1500]},
    },
    "openings": {
        "o1": {"wall": "w1", "offset": 800},
        "o2": {"wall": "w5", "offset": 100, "width": 700},
        "o3": {"wall": "w3", "offset": 1000, "kind": "window", "sill": 900},
    },
    "items": {
        "i1": {"level": "l1", "kind": "bath", "at": [2000, 400], "size": [1700, 750, 580]},
        "i2": {"level": "l1", "kind": "dining_table", "at": [2000, 2000], "size": [1400, 800, 750], "name": "Stary"},
    },
    "rooms": {"r1": {"level": "l1", "at": [2000, 1500], "name": "Łazienka", "use": "bathroom"}},
    "finishes": {
        "f1": {"wall": "w1", "side": "right", "paint": "D-01"},
        "f2": {"wall": "w2", "side": "right", "paint": "D-01"},
        "f3": {"wall": "w3", "side": "right", "paint": "D-01"},
        "f4": {"room": "r1", "face": "floor", "paint": "D-03"},
        "f5": {"wall": "w5", "side": "left", "paint": "D-01"},
    },
    "slopes": {"s1": {"level": "l1", "a": [4000, 60], "b": [0, 60]}},
    "skylights": {"k1": {"slope": "s1", "offset": 500}},
    "dormers": {"m1": {"slope": "s1", "offset": 1800}},
    "solids": {"c1": {"level": "l1", "at": [1000, 1000], "size": [300, 300]}},
}


def differing(*remove: str, **set_: dict[str, Any]) -> tuple[Plan, Plan]:
    """The room, and the room with fields set (`i1={…}`) and entities removed."""
    letters = {"l": "levels", "w": "walls", "o": "openings", "i": "items", "r": "rooms", "f": "finishes", "s": "slopes"}
    letters |= {"k": "skylights", "m": "dormers", "c": "solids"}
    after = {name: ({**held} if isinstance(held, dict) else held) for name, held in ROOM.items()}
    for id_, fields in set_.items():
        held = after[letters[id_[0]]]
        held[id_] = {**held.get(id_, {}), **fields}
    for id_ in remove:
        del after[letters[id_[0]]][id_]
    return Plan.read(ROOM), Plan.read(after)


def told(plans: tuple[Plan, Plan], language: str = "pl") -> list[str]:
    return [change.text[language] for change in changes(*plans, paint_name=NAMES.get)]


CASES = [
    (
        {"s1": {"knee": 800, "angle_mdeg": 35_000}},
        "changed",
        "Skos: ścianka kolankowa 80 cm zamiast 100 cm i kąt 35° zamiast 40°",
        "Slope: knee wall 80 cm instead of 100 cm and angle 35° instead of 40°",
    ),
    (
        {"k1": {"offset": 700, "sill": 1200}},
        "changed",
        "Okno połaciowe przesunięte o 20 cm wzdłuż skosu i dolna krawędź na 120 cm zamiast 100 cm",
        "Roof window moved by 20 cm along the slope and lower edge at 120 cm instead of 100 cm",
    ),
    (
        {"m1": {"offset": 2000, "front": 400}},
        "changed",
        "Lukarna przesunięta o 20 cm wzdłuż skosu i front 40 cm od linii skosu zamiast 0 cm",
        "Dormer moved by 20 cm along the slope and front 40 cm from the slope’s line instead of 0 cm",
    ),
    (
        {"l1": {"name": "Poddasze", "elevation": 2900}},
        "moved",
        "Kondygnacja: wyżej o 290 cm i nazwana „Poddasze”",
        "Level: higher by 290 cm and named “Poddasze”",
    ),
    ({"i1": {"at": [2400, 400]}}, "moved", "Wanna przesunięta o 40 cm", "Bath moved by 40 cm"),
    ({"c1": {"at": [1200, 1000]}}, "moved", "Słup przesunięty o 20 cm", "Column moved by 20 cm"),
    (
        {"c2": {"level": "l1", "kind": "bulkhead", "at": [0, 0], "size": [900, 400], "z_from": 2200}},
        "added",
        "Obniżenie sufitu dodane",
        "Ceiling bulkhead added",
    ),
    ({"i1": {"at": [2045, 400]}}, "moved", "Wanna przesunięta o 4,5 cm", "Bath moved by 4.5 cm"),
    ({"i1": {"turn_mdeg": 270_000}}, "turned", "Wanna obrócona o 90°", "Bath turned by 90°"),
    (
        {"i1": {"at": [2400, 400], "turn_mdeg": 90_000}},
        "moved",
        "Wanna przesunięta o 40 cm i obrócona o 90°",
        "Bath moved by 40 cm and turned by 90°",
    ),
    (
        {"i1": {"size": [1500, 700, 580]}},
        "resized",
        "Wanna: rozmiar 150 × 70 cm zamiast 170 × 75 cm",
        "Bath: size 150 × 70 cm instead of 170 × 75 cm",
    ),
    (
        {"i1": {"kind": "corner_bath", "size": [1400, 1400, 580]}},
        "replaced",
        "Wanna zamieniona na: wanna narożna",
        "Bath replaced by: corner bath",
    ),
    ({"i2": {"mirrored": True}}, "turned", "Stół „Stary” odbity lustrzanie", "Dining table “Stary” mirrored"),
    ({"i2": {"elevation": 100}}, "moved", "Stół „Stary”: wyżej o 10 cm", "Dining table “Stary”: higher by 10 cm"),
    (
        {"i3": {"level": "l1", "kind": "mirror", "at": [0, 0], "size": [600, 30, 800]}},
        "added",
        "Lustro dodane",
        "Mirror added",
    ),
    (
        {"o1": {"offset": 1200}},
        "moved",
        "Drzwi przesunięte o 40 cm wzdłuż ściany",
        "Door moved by 40 cm along the wall",
    ),
    (
        {"o1": {"width": 800, "hinge": "right"}},
        "resized",
        "Drzwi: szerokość 80 cm zamiast 90 cm i zawiasy po drugiej stronie",
        "Door: width 80 cm instead of 90 cm and hinges on the other side",
    ),
    ({"o1": {"wall": "w3"}}, "moved", "Drzwi przeniesione na inną ścianę", "Door moved to another wall"),
    (
        {"o3": {"kind": "double_window"}},
        "replaced",
        "Okno zamienione na: okno dwuskrzydłowe",
        "Window replaced by: double window",
    ),
    (
        {"w5": {"thickness": 240}},
        "changed",
        "Ściana: grubość 24 cm zamiast 12 cm",
        "Wall: thickness 24 cm instead of 12 cm",
    ),
    (
        {"w5": {"thickness_b": 240}},
        "changed",
        "Ściana: grubość 12–24 cm zamiast 12 cm",
        "Wall: thickness 12–24 cm instead of 12 cm",
    ),
    ({"w5": {"b": [1000, 1900]}}, "resized", "Ściana dłuższa o 40 cm", "Wall longer by 40 cm"),
    (
        {"w5": {"a": [1400, 500], "b": [1400, 1500]}},
        "moved",
        "Ściana przesunięta o 40 cm",
        "Wall moved by 40 cm",
    ),
    (
        {"f1": {"paint": "D-02"}},
        "repainted",
        "Farba ściany: Srebrny kaktus zamiast Poranna mgła",
        "Paint of the wall: Silver cactus instead of Morning mist",
    ),
    (
        {"f4": {"paint": "X-99"}},
        "repainted",
        "Farba podłogi: X-99 zamiast Ciepły piasek",
        "Paint of the floor: X-99 instead of Warm sand",
    ),
    ({"f6": {"room": "r1", "face": "ceiling", "paint": "D-02"}}, "repainted", "Farba sufitu: Srebrny kaktus", None),
    (
        {"f4": {"paint": None, "tile": {"size": [600, 300], "joint": 2, "tint": "#cccccc", "pattern": "half"}}},
        "repainted",
        "Płytki na podłodze: płytki 60 × 30 cm zamiast Ciepły piasek",
        None,
    ),
    ({"r1": {"name": "Spa"}}, "renamed", "Pomieszczenie nazwane „Spa”", "Room named “Spa”"),
    ({"s2": {"level": "l1", "a": [0, 0], "b": [4000, 0]}}, "added", "Skos dodany", "Slope added"),
    ({"l1": {"height": 2800}}, "resized", "Kondygnacja: wysokość 280 cm zamiast 260 cm", None),
]


@pytest.mark.parametrize(("set_", "kind", "polish", "english"), CASES, ids=[case[2] for case in CASES])
def test_a_change_is_one_sentence(set_: dict[str, Any], kind: str, polish: str, english: str | None) -> None:
    plans = differing(**set_)
    assert [change.kind for change in changes(*plans, paint_name=NAMES.get)] == [kind]
    assert told(plans) == [polish]
    assert english is None or told(plans, "en") == [english]


@pytest.mark.parametrize("set_", [case[0] for case in CASES], ids=[case[2] for case in CASES])
def test_taking_every_change_makes_the_later_plan(set_: dict[str, Any]) -> None:
    before, after = differing(**set_)
    paths = [path for change in changes(before, after) for path in change.paths]
    assert Plan.read(taken(before.document, after.document, paths)).document == after.document


def test_two_plans_alike_have_no_changes() -> None:
    assert changes(*differing()) == ()


@pytest.mark.parametrize("set_", [{"r1": {"at": [1900, 1500]}}, {"w1": {"bulge": 0}}, {"i1": {"tint": None}}])
def test_what_nobody_sees_is_not_told(set_: dict[str, Any]) -> None:
    assert told(differing(**set_)) == []


def test_a_removed_wall_takes_its_doors_and_colours_with_it() -> None:
    before, after = differing("w5", "o2", "f5")
    (change,) = changes(before, after)
    assert change.text["pl"] == "Ściana (100 cm) usunięta, a z tym: drzwi"
    assert change.paths == ("walls/w5", "openings/o2", "finishes/f5")
    assert change.at == (1000, 1000)


def test_a_wall_that_was_moved_brings_the_ends_that_followed_it() -> None:
    set_ = {
        "w2": {"a": [4400, 0], "b": [4400, 3000]},
        "w1": {"b": [4400, 0]},
        "w3": {"a": [4400, 3000], "b": [0, 3000]},
    }
    before, after = differing(**set_, o3={"offset": 1400})
    (change,) = changes(before, after)
    assert change.text["pl"] == "Ściana przesunięta o 40 cm"
    assert set(change.paths) == {"walls/w2", "walls/w1", "walls/w3", "openings/o3"}
    assert taken(before.document, after.document, change.paths) == after.document


def test_a_dragged_corner_is_one_change() -> None:
    (change,) = changes(*differing(w1={"b": [4300, 400]}, w2={"a": [4300, 400]}))
    assert (change.text["pl"], change.numbers) == ("Narożnik ścian przesunięty o 50 cm", {"moved_mm": 500})


def test_walls_that_move_together_are_one_change() -> None:
    moved = {
        f"w{n}": {end: [x + 300, y] for end, (x, y) in ROOM["walls"][f"w{n}"].items() if end in "ab"}
        for n in (1, 2, 3, 4)
    }
    assert told(differing(**moved))[0] == "Ściany (4) przesunięte o 30 cm"


def test_a_split_wall_is_one_change() -> None:
    second = {"level": "l1", "a": [2000, 0], "b": [4000, 0]}
    assert told(differing(w1={"b": [2000, 0]}, w6=second)) == ["Ściana podzielona"]


def test_new_walls_that_meet_are_one_change_with_their_doors() -> None:
    plans = differing(
        w6={"level": "l1", "a": [5000, 0], "b": [6000, 0]},
        w7={"level": "l1", "a": [6000, 0], "b": [6000, 900]},
        o6={"wall": "w6", "offset": 50, "kind": "window"},
    )
    (change,) = changes(*plans)
    assert change.text["pl"] == "Ściany (2) dodane, a z tym: okno"
    assert set(change.paths) == {"walls/w6", "walls/w7", "openings/o6"}


def test_a_paint_laid_over_another_names_both() -> None:
    plans = differing(f7={"wall": "w1", "side": "right", "paint": "D-02"})
    assert told(plans) == ["Farba ściany: Srebrny kaktus zamiast Poranna mgła"]


def test_tiles_with_another_beginning_are_laid_otherwise() -> None:
    tile = {"size": [600, 300], "joint": 2, "tint": "#cccccc", "pattern": "straight"}
    was, now = ({"wall": "w1", "side": "right", "tile": tile | origin} for origin in ({}, {"origin": [100, 0]}))
    plans = [Plan.read(ROOM | {"finishes": {"f1": finish}}) for finish in (was, now)]
    assert [change.text["pl"] for change in changes(*plans)] == ["Płytki na ścianie: płytki 60 × 30 cm ułożone inaczej"]


def test_a_paint_taken_off_leaves_the_wall_bare() -> None:
    assert told(differing("f1")) == ["Farba ściany: bez wykończenia zamiast Poranna mgła"]


def test_many_walls_in_one_new_colour_are_told_once() -> None:
    (change,) = changes(
        *differing(f1={"paint": "D-02"}, f2={"paint": "D-02"}, f3={"paint": "D-02"}), paint_name=NAMES.get
    )
    assert change.text["pl"] == "Farba ścian (3): Srebrny kaktus zamiast Poranna mgła"


def test_two_walls_in_one_new_colour_are_told_apart() -> None:
    assert len(told(differing(f1={"paint": "D-02"}, f2={"paint": "D-02"}))) == 2


def test_a_thing_on_a_new_level_brings_the_level() -> None:
    plans = differing(
        l2={"elevation": 2800}, i9={"level": "l2", "kind": "bath", "at": [0, 0], "size": [1700, 750, 580]}
    )
    found = {change.text["pl"]: change.paths for change in changes(*plans)}
    assert found["Wanna dodana"] == ("items/i9", "levels/l2")


def test_the_journey_of_the_issue_is_four_changes() -> None:
    plans = differing("w5", "o2", "f5", i1={"at": [2400, 400]}, f1={"paint": "D-02"}, f2={"paint": "D-03"})
    assert told(plans) == [
        "Ściana (100 cm) usunięta, a z tym: drzwi",
        "Wanna przesunięta o 40 cm",
        "Farba ściany: Srebrny kaktus zamiast Poranna mgła",
        "Farba ściany: Ciepły piasek zamiast Poranna mgła",
    ]


def test_every_kind_agrees_with_what_became_of_it() -> None:
    """The Polish noun's ending tells its gender: -a is feminine, -o, -e and -um are neuter, the rest are masculine."""
    for name, kind in KINDS.items():
        (said,) = told(differing(i9={"level": "l1", "kind": name, "at": [0, 0], "size": list(kind.size)}))
        polish = kind.names["pl"]
        head = polish.one.split()[0]
        is_like_them = polish.one == polish.many or head.endswith("um")
        ending = "e" if is_like_them else {"a": "a", "o": "e", "e": "e"}.get(head[-1], "y")
        assert said.endswith(f"dodan{ending}")


def test_a_niche_is_told_by_its_own_words() -> None:
    niche = {"wall": "w1", "offset": 2000, "width": 300, "height": 600, "sill": 1000, "kind": "niche", "depth": 100}
    assert told(differing(o4=niche))[0] == "Wnęka dodana"
    assert told(differing(o4=niche), "en")[0] == "Niche added"
    before = Plan.read({**ROOM, "openings": {**ROOM["openings"], "o4": niche}})
    after = Plan.read({**ROOM, "openings": {**ROOM["openings"], "o4": {**niche, "depth": 80, "opens": "left"}}})
    assert told((before, after)) == ["Wnęka: głębokość 8 cm zamiast 10 cm i z drugiej strony ściany"]
    finished = Plan.read(
        {**before.document, "finishes": {**ROOM["finishes"], "f9": {"opening": "o4", "paint": "D-02"}}}
    )
    assert told((before, finished)) == ["Farba wnęki: Srebrny kaktus"]
