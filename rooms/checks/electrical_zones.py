"""Electrical things in the zones about bath and shower (PN-HD 60364-7-701).

Zone 0 is inside the tub, zone 1 above it up to 2.25 m, zone 2 reaches 0.6 m beyond, as high. Sockets and switches stay
out of all three; what is fixed and wired may be there when it is splash-proof, which no plan tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from rooms.changes.sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.moving import interleaved, shifted, shifts
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said, small
from rooms.walls.vector import length

ROLES = ("outlet", "switch", "plugged", "wired")
CORNER_STEPS = 6
SEALED_MM = 60
"""What is so near a tub stands at its edge: the gap to the wall behind a tub is closed."""
STEP_MM, FURTHEST_MM = 20, 4000
NEVER = {
    "outlet": ("Gniazdek nie montuje się przy wannie i prysznicu", "Sockets are not fitted by a bath or shower"),
    "switch": ("Łączników nie montuje się przy wannie i prysznicu", "Switches are not fitted by a bath or shower"),
}


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    """Of several tubs the one that is nearest to a thing."""
    for room, _found in site.rooms:
        baths = site.in_room(room, "wet")
        for body in site.in_room(room) if baths else ():
            role = next((role for role in ROLES if body.has(role)), None)
            if role:
                bath = min(baths, key=lambda one: one.shape.distance(body.shape))
                yield from _remarks(bath, body, role, site.floor(room), numbers)


def _remarks(bath: Body, body: Body, role: str, floor: BaseGeometry, numbers: Numbers) -> Iterator[Remark]:
    distance = bath.shape.distance(body.shape)
    if (above := numbers.broken("zone_1_height", body.low)) is None:
        return
    reach = numbers.broken("zone_2_reach", distance)
    fixes = partial(_fixes, bath, body, role, floor, above.value, reach.value if reach else 0)
    if distance <= SEALED_MM:
        text = _over_tub(bath, body, role, above.value)
        yield _remark(above, body.low, body, bath, text, bath.shape, fixes)
    elif reach is not None:
        zone = bath.shape.buffer(reach.value, quad_segs=CORNER_STEPS)
        text = _beside_tub(bath, body, role, distance, reach.value)
        yield _remark(reach, distance, body, bath, text, zone, fixes)


def _remark(
    number: Number,
    value: float,
    body: Body,
    bath: Body,
    text: Said,
    where: BaseGeometry,
    fixes: partial[Iterator[Fix]],
) -> Remark:
    paths = (body.path, bath.path)
    return Remark(number, value, paths, body.room, body.level, rings_of(where), text, fixes)


def _over_tub(bath: Body, body: Body, role: str, wanted: int) -> Said:
    """Zone 0 below the tub's rim, zone 1 over it."""
    zone = 0 if body.low < bath.high and bath.shape.distance(body.shape) == 0 else 1
    if role in NEVER:
        pl, en = NEVER[role]
        pl = "{name}: jest nad miejscem „{tub}” albo tuż przy nim, {value} nad podłogą (strefa {zone}). " + pl
        en = "{name}: right over or at the {tub}, {value} above the floor (zone {zone}). " + en
    elif role == "plugged":
        pl = "{name}: stoi w miejscu „{tub}” albo tuż przy nim (strefa {zone}). Sprzęt z wtyczką nie może tu być"
        en = "{name}: stands in or right at the {tub} (zone {zone}). Nothing with a plug may be here"
    else:
        pl = (
            "{name}: wisi {value} nad podłogą, prosto nad miejscem „{tub}” (strefa {zone}). Może zostać, "
            "jeśli na tabliczce ma IPX4 albo więcej; tego plan nie wie. Zwykła oprawa musi wisieć "
            "co najmniej {wanted} nad podłogą"
        )
        en = (
            "{name}: hangs {value} above the floor, straight over the {tub} (zone {zone}). It may stay "
            "if its plate says IPX4 or more, which the plan does not know. An ordinary fitting must hang "
            "at least {wanted} above the floor"
        )
    return _filled(pl, en, bath, body, value=cm(body.low), wanted=cm(wanted), zone=zone)


def _beside_tub(bath: Body, body: Body, role: str, distance: float, wanted: int) -> Said:
    if role in NEVER:
        pl, en = NEVER[role]
        pl = "{name}: od miejsca „{tub}” jest {value}, potrzeba co najmniej {wanted} (strefa 2). " + pl
        en = "{name}: {value} from the {tub}, at least {wanted} needed (zone 2). " + en
    elif role == "plugged":
        pl = (
            "{name}: od miejsca „{tub}” jest {value}, to strefa 2. Sprzęt musi tu mieć IPX4, czego plan nie wie, "
            "a jego gniazdko musi być co najmniej {wanted} dalej"
        )
        en = (
            "{name}: {value} from the {tub}, that is zone 2. The appliance must be IPX4 here, which the plan does not "
            "know, and its socket at least {wanted} away"
        )
    else:
        pl = (
            "{name}: od miejsca „{tub}” jest {value}, to strefa 2. Może zostać, jeśli na tabliczce ma IPX4 "
            "albo więcej; tego plan nie wie. Zwykła oprawa potrzebuje co najmniej {wanted}"
        )
        en = (
            "{name}: {value} from the {tub}, that is zone 2. It may stay if its plate says IPX4 or more, "
            "which the plan does not know. An ordinary fitting needs at least {wanted}"
        )
    return _filled(pl, en, bath, body, value=cm(distance), wanted=cm(wanted))


def _filled(pl: str, en: str, bath: Body, body: Body, **values: Said | int) -> Said:
    return said(pl, en, name=body.name, tub=small(bath.name), **values)


def _fixes(bath: Body, body: Body, role: str, floor: BaseGeometry, above_mm: int, reach_mm: int) -> Iterator[Fix]:
    """Along its wall until it is out of the zones, or up out of them; at last the tub goes."""
    slides = [_slid(bath, body, way, floor, reach_mm) for way in (body.way(1, 0), body.way(-1, 0))]
    yield from sorted((fix for fix in slides if fix), key=lambda fix: _moved_mm(fix, body))
    if role == "wired" and not body.is_overhead:
        yield _raised(body, above_mm)
    missing = reach_mm - bath.shape.distance(body.shape)
    pushes = [(body.way(x, y), missing) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    yield from interleaved(shifts(body, pushes), shifts(bath, [(way, missing) for way, _mm in pushes]))


def _slid(bath: Body, body: Body, way: tuple[float, float], floor: BaseGeometry, reach_mm: int) -> Fix | None:
    """The least way in one direction that leaves the zones and stays in the room."""
    if body.has("fixed"):
        return None
    room = floor.buffer(SEALED_MM)
    for mm in range(STEP_MM, FURTHEST_MM + STEP_MM, STEP_MM):
        there = translate(body.shape, way[0] * mm, way[1] * mm)
        if not room.covers(shapely.centroid(there)):
            return None
        if there.distance(bath.shape) >= reach_mm:
            return shifted(body, way, mm)
    return None


def _raised(body: Body, above_mm: int) -> Fix:
    text = said("{name}: zawieś na wysokości {by}", "{name}: hang it at {by}", name=body.name, by=cm(above_mm))
    return Fix({body.path: {"elevation": above_mm}}, text)


def _moved_mm(fix: Fix, body: Body) -> float:
    x, y = fix.set[body.path]["at"]
    return length((x - body.item.at[0], y - body.item.at[1]))


CHECK = Check(
    "electrical_zones",
    {"pl": "Prąd przy wannie i prysznicu", "en": "Electricity by bath and shower"},
    ("zone_1_height", "zone_2_reach"),
    _find,
    why={
        "pl": "Woda i prąd blisko siebie mogą porazić; przewody i zabezpieczenia dobiera elektryk",
        "en": "Water near electricity can kill; cables and protection are for an electrician to choose",
    },
)
