"""Stairs that one climbs without stumbling: steps not too high, and a stride that fits a person's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil

from rooms.changes.sentence import Said
from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.flight import Flight, flight_of
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said

STEP_MM = 10
GROWTHS_MM = tuple(range(-600, 1001, 100))
"""How much wider and deeper winding stairs are tried."""


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for stairs in site.in_rooms("climbed"):
        if (flight := flight_of(stairs)) is None:
            continue
        if (number := numbers.broken("stairs_riser", flight.riser)) is not None:
            text = said(
                "{name}: stopień ma {value} wysokości, może mieć najwyżej {wanted}",
                "{name}: a step is {value} high, {wanted} at most is allowed",
                name=stairs.name,
                value=cm(flight.riser),
                wanted=cm(number.value),
            )
            yield _remark(stairs, flight, number, flight.riser, text)
        elif flight.stride is not None:
            number = numbers.broken("stairs_stride_least", flight.stride) or numbers.broken(
                "stairs_stride_most", flight.stride
            )
            if number is not None:
                yield _remark(stairs, flight, number, flight.stride, _stride(stairs, flight, number))


def _remark(stairs: Body, flight: Flight, number: Number, value: float, text: Said) -> Remark:
    fixes = partial(_fixes, stairs, flight, number)
    return Remark(number, value, (stairs.path,), stairs.room, stairs.level, rings_of(stairs.shape), text, fixes)


def _stride(stairs: Body, flight: Flight, number: Number) -> Said:
    bound = {"least": {"pl": "co najmniej", "en": "at least"}, "most": {"pl": "najwyżej", "en": "at most"}}
    return said(
        "{name}: stopień ma {riser} wysokości i {going} głębokości, razem z drugą wysokością {value}, "
        "potrzeba {bound} {wanted}",
        "{name}: a step is {riser} high and {going} deep, {value} with a second rise, {bound} {wanted} is needed",
        name=stairs.name,
        riser=cm(flight.riser),
        going=cm(flight.going or 0),
        value=cm(flight.stride or 0),
        bound=bound[number.bound],
        wanted=cm(number.value),
    )


def _fixes(stairs: Body, flight: Flight, number: Number) -> Iterator[Fix]:
    """Steps as deep as they need to be, the flight growing away from the wall at its back."""
    if flight.going is None or stairs.item.product is not None or number.id == "stairs_riser":
        return
    if stairs.item.kind == "stairs":
        steps = round(stairs.depth / flight.going)
        wanted = steps * (number.value - 2 * flight.riser)
        whole = ceil(wanted / STEP_MM) if number.bound == "least" else wanted // STEP_MM
        yield from _grown(stairs, 0, int(whole * STEP_MM) - stairs.depth)
        return
    for growth in sorted(GROWTHS_MM, key=abs):
        yield from _grown(stairs, growth, growth)


def _grown(stairs: Body, wider: int, deeper: int) -> Iterator[Fix]:
    """So much larger towards its left and its front."""
    width, depth, height = stairs.item.size
    size = (width + wider, depth + deeper, height)
    if stairs.kind is None or not stairs.kind.fits(size):
        return
    at = [round(place) for place in stairs.point(-wider / 2, deeper / 2)]
    text = said(
        "{name}: zmień rozmiar na {width} × {depth}",
        "{name}: make it {width} × {depth}",
        name=stairs.name,
        width=cm(size[0]),
        depth=cm(size[1]),
    )
    yield Fix({stairs.path: {"size": list(size), "at": at}}, text)


CHECK = Check(
    "stairs_step",
    {"pl": "Stopnie schodów", "en": "Steps of stairs"},
    ("stairs_riser", "stairs_stride_least", "stairs_stride_most"),
    _find,
    why={
        "pl": "Na stopniach spoza tej miary łatwo się potknąć",
        "en": "On steps beyond this measure one stumbles easily",
    },
)
