"""Basins at a height at which people wash: the rim above the floor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rooms.checking.body import Body
from rooms.checking.check import Check, Remark
from rooms.checking.finding import Fix
from rooms.checking.pack import Number, Numbers
from rooms.checking.site import Site, rings_of
from rooms.checking.wording import cm, said


def _find(site: Site, numbers: Numbers) -> Iterator[Remark]:
    for basin in site.in_rooms("basin"):
        number = numbers.broken("basin_height_least", basin.high) or numbers.broken("basin_height_most", basin.high)
        if number is not None:
            bound = {"least": ("co najmniej", "at least"), "most": ("co najwyżej", "at most")}[number.bound]
            yield Remark(
                number,
                basin.high,
                (basin.path,),
                basin.room,
                basin.level,
                rings_of(basin.shape),
                said(
                    "{name}: krawędź jest na {value}, wygodnie jest {bound} {wanted}",
                    "{name}: its rim is at {value}, {bound} {wanted} is convenient",
                    name=basin.name,
                    value=cm(basin.high),
                    bound=dict(zip(("pl", "en"), bound, strict=True)),
                    wanted=cm(number.value),
                ),
                partial(_fixes, basin, number),
            )


def _fixes(basin: Body, number: Number) -> Iterator[Fix]:
    """One that hangs is hung anew; a cabinet that is no product of a certain size is made as high."""
    if basin.kind is None:
        return
    text = said(
        "{name}: ustaw krawędź na {wanted}", "{name}: set its rim at {wanted}", name=basin.name, wanted=cm(number.value)
    )
    height = basin.item.size[2] + number.value - basin.high
    if basin.low > 0:
        yield Fix({basin.path: {"elevation": basin.low + number.value - basin.high}}, text)
    elif basin.item.product is None and basin.kind.least[2] <= height <= basin.kind.most[2]:
        yield Fix({basin.path: {"size": [*basin.item.size[:2], height]}}, text)


CHECK = Check(
    "basin_height",
    {"pl": "Wysokość umywalki", "en": "Height of a basin"},
    ("basin_height_least", "basin_height_most"),
    _find,
    why={
        "pl": "Z tej wysokości myje się ręce bez schylania",
        "en": "At this height one washes without stooping",
    },
)
