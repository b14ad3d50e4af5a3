"""The walls of a scene: the faces that rooms see, band by band, what no room sees, and the tops.

The browser's twin is `static/js/model/scene/walls.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from rooms.entities import Opening
from rooms.scene.site import Polygons, Site, Surface, facets, near
from rooms.surfaces import SIDES, Face
from rooms.surfaces.cells import Area, Cell, Sheet, cells, clipped, middle_of, triangles
from rooms.surfaces.slopes import lowered_top
from rooms.walls import Solid
from rooms.walls.niches import is_niche, opens_on
from rooms.walls.polygon import edges
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector, length, minus, moved

LEAST_MM = 1
"""A shorter stretch of wall is what rounding leaves between two faces."""


def wall_surfaces(site: Site, solid: Solid, faces: Sequence[Face]) -> Iterator[Surface]:
    """All of a wall but what lies inside its openings; `faces` are the wall's own."""
    for face in faces:
        yield from _face(site, solid, face)
    for side in SIDES:
        yield from _unseen(site, solid, faces, side)
    yield from _ends(site, solid, faces)
    yield from _steps(site, solid)
    yield from _tops(site, solid)


@dataclass(frozen=True)
class _Side:
    """One side of a wall: where a place along it lies on the page, and what stands there.

    `forward`: places grow from left to right as one stands before it.
    """

    spot: Callable[[float], Vector]
    forward: bool
    top: tuple[Vector, ...]
    holes: tuple[Area, ...]
    stops: tuple[float, ...]
    elevation: int

    @property
    def highest(self) -> float:
        return max(z for _along, z in self.top)

    def polygons(self, low: float, high: float, rows: Iterable[float] = ()) -> Polygons:
        """The side between two heights above the floor."""
        found = cells(Sheet(self.top, self.holes), low, high, stops=self.stops, rows=rows)
        return [self._polygon(cell if self.forward else cell[::-1]) for cell in found]

    def run(self) -> list[float]:
        """The foot from left to right as one stands before it: flat x, y."""
        low, high = self.top[0][0], self.top[-1][0]
        places = [low, *(stop for stop in self.stops if low < stop < high), high]
        return [near(value) for place in (places if self.forward else places[::-1]) for value in self.spot(place)]

    def _polygon(self, cell: Cell) -> list[float]:
        return [near(value) for along, z in cell for value in (*self.spot(along), z + self.elevation)]


def _face(site: Site, solid: Solid, face: Face) -> Iterator[Surface]:
    """One surface for each band of a face that a room sees."""
    if face.side in SIDES and face.from_mm < face.to_mm and not site.plan.bodies[solid.wall].round:
        side = _long_side(site, solid, face.side, face.from_mm, face.to_mm)
    else:
        side = _chain_side(site, face.points, max(z for _at, z in face.top))
    rows = [band.z_from for band in face.bands[1:]]
    label = site.found.rooms[face.room].label
    for band in face.bands:
        yield site.surface(
            "face",
            side.polygons(band.z_from, band.z_to, rows),
            wall=solid.wall,
            side=face.side,
            room=site.places[face.room],
            label=label,
            run=side.run(),
            **site.looks("face", band.finish),
        )


def _long_side(site: Site, solid: Solid, side: str, low: float, high: float) -> _Side:
    spot = site.face(solid, side)
    return _Side(
        spot=spot,
        forward=side == "right",
        top=site.top(solid, spot, low, high),
        holes=tuple(area for opening, area in site.holes[solid.wall] if opens_on(opening, side)),
        stops=facets(solid),
        elevation=site.elevation,
    )


def _chain_side(site: Site, points: Sequence[Vector], height: float) -> _Side:
    """A face along a chain of points of the page, from left to right as one stands before it: mostly a wall's end."""
    reach = [0.0, *accumulate(length(minus(q, p)) for p, q in pairwise(points))]
    top: tuple[Vector, ...] = ((0.0, height), (reach[-1], height))
    if len(points) == 2:
        way = minus(points[1], points[0])
        top = lowered_top(top, points[0], (way[0] / reach[1], way[1] / reach[1]), site.roofs)
    return _Side(lambda at: _on_chain(points, reach, at), True, top, (), tuple(reach[1:-1]), site.elevation)


def _on_chain(points: Sequence[Vector], reach: Sequence[float], at: float) -> Vector:
    """The point so far along a chain whose corners lie at `reach`."""
    after = next((place for place in range(1, len(points) - 1) if at <= reach[place]), len(points) - 1)
    way = minus(points[after], points[after - 1])
    return moved(points[after - 1], way, (at - reach[after - 1]) / (reach[after] - reach[after - 1]))


def _unseen(site: Site, solid: Solid, faces: Sequence[Face], side: str) -> Iterator[Surface]:
    """What no room sees of a side: the outside, and where other walls meet it; of a round column all or nothing."""
    if site.plan.bodies[solid.wall].round:
        if not faces:
            points = solid.left[::-1] if side == "left" else solid.right
            piece = _chain_side(site, points, site.height(solid, points[0]))
            polygons = piece.polygons(0.0, piece.highest)
            yield site.surface("outer", polygons, wall=solid.wall, side=side, run=piece.run())
        return
    feet = [solid.line.along(point) for edge, of in _edges(solid) if of == side for point in edge]
    seen = sorted((face.from_mm, face.to_mm) for face in faces if face.side == side)
    for low, high in _between(seen, min(feet), max(feet)):
        piece = _long_side(site, solid, side, low, high)
        polygons = piece.polygons(0.0, piece.highest)
        yield site.surface("outer", polygons, wall=solid.wall, side=side, run=piece.run())


def _between(seen: Sequence[Vector], low: float, high: float) -> Iterator[Vector]:
    for start, end in (*seen, (high, high)):
        if start - low > LEAST_MM:
            yield low, start
        low = max(low, end)


def _ends(site: Site, solid: Solid, faces: Sequence[Face]) -> Iterator[Surface]:
    """The wall's ends, but for those that stand free in a room; most lie against another wall."""
    seen = {face.side for face in faces}
    for (right, left), of in _edges(solid):
        if of not in (*SIDES, *seen) and length(minus(right, left)) > LEAST_MM:
            piece = _chain_side(site, (left, right), site.height(solid, right))
            yield site.surface("outer", piece.polygons(0.0, piece.highest), wall=solid.wall, side=of)


def _steps(site: Site, solid: Solid) -> Iterator[Surface]:
    """What shows of the wall's section where its top steps: at a slope's end, and where a dormer lifts it."""
    if not site.roofs or solid.line.centre is not None:
        return
    wall = site.plan.bodies[solid.wall]
    for (along, z), (after, z_after) in pairwise(site.top(solid, solid.line.at, 0.0, solid.line.length_mm)):
        if after > along or abs(z_after - z) <= LEAST_MM:
            continue
        low, high = min(z, z_after) + site.elevation, max(z, z_after) + site.elevation
        half = half_mm(wall, along)
        to, start = (solid.line.at(along, right if z < z_after else -right) for right in (half, -half))
        polygon = [near(value) for spot in ((*start, low), (*to, low), (*to, high), (*start, high)) for value in spot]
        yield site.surface("outer", [polygon], wall=solid.wall, side="a" if z < z_after else "b")


def _edges(solid: Solid) -> Iterator[tuple[tuple[Vector, Vector], str]]:
    return zip(edges(solid.polygon), solid.sides, strict=True)


def _tops(site: Site, solid: Solid) -> Iterator[Surface]:
    """The wall's upper face, apart where an opening lies below it, so that a wall cut low shows its gaps."""
    pieces = [piece for ring, _sides in solid.pieces for piece in triangles(ring)]
    gaps = [(opening, area) for opening, area in site.holes[solid.wall] if solid.line.centre is None]
    places = sorted({*_bends(site, solid), *(place for _opening, area in gaps for place in area[:2])})
    for low, high in pairwise([-inf, *places, inf]):
        below = [opening for opening, area in gaps if area[0] <= low and high <= area[1]]
        strip = [part for piece in pieces if (part := strip_of(solid, piece, low, high))]
        for over, parts in _shared(site, solid, below, strip):
            if over is None or not _is_open_above(site, solid, over, (low + high) / 2):
                polygons = [_flat(site, solid, part) for part in parts]
                yield site.surface("top", polygons, wall=solid.wall, opening=over.id if over else None)


def _shared(
    site: Site, solid: Solid, below: Sequence[Opening], strip: Sequence[Cell]
) -> Iterator[tuple[Opening | None, list[Cell]]]:
    """The strip over what goes through the wall, or else over each niche and what stands between niches."""
    rest = list(strip)
    through = next((opening for opening in below if not is_niche(opening)), None)
    for niche in below if through is None else ():
        way = 1 if niche.opens == "right" else -1
        bottom = _bottom(site, solid, niche)
        yield niche, beside(solid, rest, bottom, way)
        rest = beside(solid, rest, bottom, -way)
    yield through, rest


def _bottom(site: Site, solid: Solid, niche: Opening) -> Callable[[float], float]:
    """How far to the right of the centre line a niche's back lies."""
    end = 0 if niche.opens == "right" else 1
    return lambda along: site.slab(solid.wall, niche, along)[end]


def beside(solid: Solid, cells: Sequence[Cell], right: Callable[[float], float], way: int) -> list[Cell]:
    """The parts of the cells on one side of a line along the wall: to its right (1) or its left (-1).

    `right` tells how far to the right of the centre line that line lies at a place along it.
    """
    line = solid.line
    found = (clipped(cell, lambda point: way * (line.right(point) - right(line.along(point)))) for cell in cells)
    return [cell for cell in found if cell]


def _bends(site: Site, solid: Solid) -> list[float]:
    """Where along a straight wall slopes bend its upper edge."""
    if not site.roofs or solid.line.centre is not None:
        return []
    return [along for along, _z in site.top(solid, solid.line.at, 0.0, solid.line.length_mm)]


def strip_of(solid: Solid, piece: Cell, low: float, high: float) -> Cell:
    """The part of a convex piece of the wall's footprint between two places along it."""
    if low > -inf:
        piece = clipped(piece, lambda point: solid.line.along(point) - low)
    if piece and high < inf:
        piece = clipped(piece, lambda point: high - solid.line.along(point))
    return piece


def _is_open_above(site: Site, solid: Solid, opening: Opening, along: float) -> bool:
    return opening.sill + opening.height >= site.height(solid, solid.line.at(along))


def _flat(site: Site, solid: Solid, part: Cell) -> list[float]:
    """A piece of the upper face, counter-clockwise on the page."""
    inside = middle_of(part)
    spots = ((*point, site.height(solid, point, inside) + site.elevation) for point in reversed(part))
    return [near(value) for spot in spots for value in spot]
