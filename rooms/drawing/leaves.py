"""Door leaves on plan: hinged ones with the arc they swing, sliding and folding ones beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

from rooms.drawing import svg
from rooms.drawing.paper import WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Aperture
from rooms.drawing.svg import Point, Svg
from rooms.walls.thickness import half_mm
from rooms.walls.vector import across, length, minus, moved

LEAF_MM = 40
GAP_MM = 15
"""Between a sliding leaf and the wall it slides along."""
FOLDS = 4
FOLD_DEGREES = 65


@dataclass(frozen=True)
class Jambs:
    """The clear opening on the face that the leaf swings from.

    `ahead` is the unit direction from the hinge to the other jamb, `outwards` the one that the leaf opens to.
    """

    hinge: Point
    ahead: Point
    outwards: Point
    width_mm: float

    @property
    def other(self) -> Point:
        return moved(self.hinge, self.ahead, self.width_mm)

    @property
    def turns_clockwise(self) -> bool:
        """Whether the leaf closes clockwise on the page."""
        return across(self.outwards, self.ahead) > 0

    def at(self, ahead_mm: float, outwards_mm: float) -> Point:
        return moved(moved(self.hinge, self.ahead, ahead_mm), self.outwards, outwards_mm)

    def box(self, ahead_mm: tuple[float, float], outwards_mm: tuple[float, float]) -> tuple[Point, ...]:
        """A rectangle between two places ahead and two outwards."""
        (near, far), (low, high) = ahead_mm, outwards_mm
        return self.at(near, low), self.at(far, low), self.at(far, high), self.at(near, high)

    def half(self) -> Jambs:
        return Jambs(self.hinge, self.ahead, self.outwards, self.width_mm / 2)

    def mirrored(self) -> Jambs:
        """The same opening hung on the other jamb."""
        return Jambs(self.other, (-self.ahead[0], -self.ahead[1]), self.outwards, self.width_mm)


def jambs(one: Aperture, post_mm: float, face_mm: float | None = None) -> Jambs:
    """The jambs between posts of a frame; `face_mm`: how far from the centre line they are, by default the face's."""
    sign = 1 if one.opening.opens == "right" else -1
    post = min(post_mm, (one.to_mm - one.from_mm) / 4)
    ends = [
        one.line.at(along, sign * (half_mm(one.wall, along) if face_mm is None else face_mm))
        for along in (one.from_mm + post, one.to_mm - post)
    ]
    hinge, other = ends if is_hung_near_a(one) else ends[::-1]
    chord = minus(other, hinge)
    width = length(chord)
    ahead = chord[0] / width, chord[1] / width
    along = ahead if is_hung_near_a(one) else (-ahead[0], -ahead[1])
    return Jambs(hinge, ahead, (-along[1] * sign, along[0] * sign), width)


def is_hung_near_a(one: Aperture) -> bool:
    """Who stands on the right of a wall and looks at it has its a-end on the left hand."""
    return (one.opening.hinge == "left") == (one.opening.opens == "right")


def hinged(at: Jambs, pen: Pen) -> Iterator[Svg]:
    """A leaf opened square and the quarter of a circle that its edge runs."""
    leaf = min(LEAF_MM, at.width_mm / 4)
    yield pen.fine(svg.arc(at.at(0, at.width_mm), at.other, at.width_mm, clockwise=at.turns_clockwise))
    yield pen.visible(svg.ring(at.box((0, leaf), (0, at.width_mm))), fill=WHITE)


def pair(at: Jambs, pen: Pen) -> Iterator[Svg]:
    """Two leaves that meet in the middle."""
    yield from hinged(at.half(), pen)
    yield from hinged(at.mirrored().half(), pen)


def sliding(at: Jambs, pen: Pen) -> Iterator[Svg]:
    """A leaf half open along the wall on the hinge's side, dashed where it will stand, and an arrow that way."""
    width, near, far = at.width_mm, GAP_MM, GAP_MM + LEAF_MM
    yield pen.dashed(svg.ring(at.box((-width, -width / 2), (near, far))))
    yield pen.visible(svg.ring(at.box((-width / 2, width / 2), (near, far))), fill=WHITE)
    tip, barb, height = -width * 0.3, width * 0.08, far + width * 0.1
    yield pen.fine(svg.line((at.at(width * 0.3, height), at.at(tip, height))))
    yield pen.fine(
        svg.line((at.at(tip + barb, height - barb / 2), at.at(tip, height), at.at(tip + barb, height + barb / 2)))
    )


def folding(at: Jambs, pen: Pen) -> Iterator[Svg]:
    """Panels half folded towards the hinge."""
    panel = at.width_mm / FOLDS
    step, depth = panel * cos(radians(FOLD_DEGREES)), panel * sin(radians(FOLD_DEGREES))
    yield pen.visible(svg.line([at.at(step * fold, depth * (fold % 2)) for fold in range(FOLDS + 1)]))
    yield pen.dashed(svg.line((at.at(step * FOLDS, 0), at.other)))
