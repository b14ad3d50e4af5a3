"""Contrast for weak eyes: wall and floor, door and wall, fixture and what is behind it differ enough in lightness."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.checking.check import Check, Remark
from rooms.checking.lightness import Toned, doors_of, fixtures_of, floor_of, wall_of
from rooms.checking.pack import Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import said, small


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for room, found in site.rooms if numbers.all("lrv_difference") else ():
        for one, other in _beside(site, room):
            apart = abs(one.lrv - other.lrv)
            if (number := numbers.broken("lrv_difference", apart)) is not None:
                yield Remark(
                    number,
                    apart,
                    (one.path, other.path),
                    room,
                    found.level,
                    _where(site, room, one),
                    said(
                        "{one} i {other} mają podobną jasność: LRV {first} i {second}, różnica {apart}, "
                        "potrzeba {wanted}",
                        "{one} and {other} are alike in lightness: LRV {first} and {second}, {apart} apart, "
                        "{wanted} is needed",
                        one=one.name,
                        other=small(other.name),
                        first=round(one.lrv),
                        second=round(other.lrv),
                        apart=round(apart),
                        wanted=number.value,
                    ),
                )


def _beside(site: Site, room: int) -> Iterator[tuple[Toned, Toned]]:
    """What is seen before what; where nobody has chosen a colour there is nothing to compare."""
    wall, floor = wall_of(site, room), floor_of(site, room)
    if wall and floor:
        yield wall, floor
    if wall:
        for door in doors_of(site, room):
            yield door, wall
    behind = wall or floor
    if behind:
        for fixture in fixtures_of(site, room):
            yield fixture, behind


def _where(site: Site, room: int, one: Toned) -> tuple[tuple[tuple[int, int], ...], ...]:
    shapes = [body.shape for body in site.in_room(room) if body.path == one.path]
    shapes += [door.strip for door in site.doors if door.path == one.path]
    return rings_of(*(shapes or [site.floor(room)]))


CHECK = Check(
    "contrast",
    {"pl": "Kontrast jasności", "en": "Contrast of lightness"},
    ("lrv_difference",),
    _find,
    why={
        "pl": "LRV mówi, ile światła odbija kolor: 0 to czerń, 100 to biel."
        " Przy małej różnicy osoba słabowidząca nie zauważy krawędzi",
        "en": "LRV says how much light a colour reflects: 0 is black, 100 is white."
        " Where two differ little, weak eyes miss the edge",
    },
)
