"""Light in rooms against a path tracer's figures, and against what must hold in any closed room."""

from __future__ import annotations

import numpy as np
import pytest

from rooms.light import enclosure
from rooms.plan import Plan
from rooms.scene import describe
from samples.colour import spectrum
from samples.colour.adaptation import adapt
from samples.colour.cie import WHITE, xyz_to_lab
from samples.colour.difference import delta_e
from tests.rooms.light.case import CASES, Case

NAMES = sorted(path.stem for path in CASES.glob("*.json"))
BAND_NM = 10
WHOLE_OF_Y = 106.856895
"""The integral of the observer's y, nm, by which the path tracer divides."""
WALL_LRV = 0.7
"""As light as this the rooms are shown: the mean of what falls on the walls is a sheet of this lightness."""


@pytest.mark.parametrize("name", NAMES)
def test_walls_look_as_a_path_tracer_sees_them(name: str) -> None:
    case = Case.read(name)
    lit = case.room.lit(case.reflecting, case.giving, case.lamps)
    at, normals, seen = (np.array([point[key] for point in case.content["seen"]]) for key in ("at", "normal", "xyz"))
    falling = lit.at(at, normals, case.lamps)
    ours = (case.reflectance_at(at, normals) * falling / np.pi) @ spectrum.OBSERVER * BAND_NM / WHOLE_OF_Y
    white = lit.straight.mean(axis=0) @ spectrum.OBSERVER
    exposure = WALL_LRV / (falling @ spectrum.OBSERVER * BAND_NM / WHOLE_OF_Y / np.pi)[:, 1].mean()
    labs = [xyz_to_lab(adapt(xyz * exposure, white / white[1], WHITE)) for xyz in (ours, seen)]
    apart = delta_e(*labs)
    assert (apart.mean() <= 0.5, apart.max() <= 1.5) == (True, True), apart.round(2)


@pytest.mark.parametrize("name", ["furnished", "turned_ell", "evening"])
def test_no_light_is_made_or_lost(name: str) -> None:
    case = Case.read(name)
    lit = case.room.lit(case.reflecting, case.giving)
    part, areas = case.room.patches.part, case.room.patches.areas[:, None]
    swallowed = (areas * (1 - case.reflecting[part]) * lit.falling).sum(axis=0)
    given = (areas * case.giving[part]).sum(axis=0)
    assert swallowed == pytest.approx(given, rel=1e-3)


def test_a_room_of_one_colour_is_brighter_by_what_comes_back() -> None:
    """As in an integrating sphere: what is sent is what is given over 1 - ρ."""
    case = Case.read("ell")
    reflecting = np.full((len(case.enclosure.parts), 2), [0.5, 0.9])
    lit = case.room.lit(reflecting, np.ones_like(reflecting))
    assert lit.sent / [2, 10] == pytest.approx(np.ones_like(lit.sent), rel=1e-3)


def test_a_new_paint_from_the_light_before_is_the_same_as_from_nothing() -> None:
    case = Case.read("accent")
    before = case.room.lit(case.reflecting, case.giving)
    painted = case.reflecting.copy()
    painted[0] = spectrum.reflectance([60, -30, 20])
    again, anew = (case.room.lit(painted, case.giving, before=start) for start in (before, None))
    assert again.falling == pytest.approx(anew.falling, rel=1e-3)


def test_a_red_wall_reddens_the_white_wall_beside_it() -> None:
    case = Case.read("accent")
    lit = case.room.lit(case.reflecting, case.giving)
    walls = [place for place, part in enumerate(case.enclosure.parts) if part.entry.get("of") == "face"]
    red = {case.enclosure.parts[place].entry["wall"]: lit.on(place)[-1] / lit.on(place)[15] for place in walls}
    assert red["w3"] > 1.15


def test_a_place_that_a_wardrobe_hides_gets_nothing_straight_from_the_lamp() -> None:
    case = Case.read("furnished")
    behind, ahead = [[60, 1600, 1000]], [[1, 0, 0]]
    lamp = Case.read("day_and_lamp").lamps
    assert case.room.from_lamps(np.array(behind), np.array(ahead), lamp, 31).max() == 0


def test_a_painted_side_of_a_lowered_ceiling_is_a_surface_in_place_of_the_plain_one() -> None:
    plan = Case.read("accent").content["plan"]
    hung = {
        "level": next(iter(plan["levels"])),
        "kind": "bulkhead",
        "at": [1500, 1500],
        "size": [1000, 400],
        "z_from": 2200,
    }
    for face, bare in ((None, 6), ("underside", 5), ("sides", 2)):
        finishes = plan.get("finishes", {}) | ({"f9": {"wall": "c1", "face": face, "paint": "#112233"}} if face else {})
        closed = enclosure(describe(Plan(plan | {"solids": {"c1": hung}, "finishes": finishes}), None, str), 0)
        owner = next(place for place, part in enumerate(closed.parts) if part.entry.get("id") == "c1")
        assert closed.owners.count(owner) == bare
        assert [part.entry["paint"] for part in closed.parts if part.entry.get("of") == "bulkhead"] == [
            "#112233"
        ] * bool(face)
