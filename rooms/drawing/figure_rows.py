"""Where the figures of a dimension chain stand: above their stretch, or further out where that is too short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rooms.drawing.lettering import Figures
from rooms.drawing.paper import Paper, letters_width

CAP = 2.2
"""Height of the figures, and the other measures here, in mm on paper."""
RISE = 0.8
SINK = 1.0
"""Below its line figures stand so much lower, clear of the ticks and of the extension lines' ends."""
AIR = 0.5
PAST_TICK = 1.6
SHORT = 5.0
"""Wider figures never stand past a chain's end, where the next side's chains begin."""
MOST_ROWS = 4


@dataclass(frozen=True)
class Row:
    """What one chain measures: stops in mm, and a note for each stretch or none at all (the heights of openings)."""

    stops: tuple[float, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A text, its middle in mm along the chain, and its row: 1, 2, … upwards from the line, -1, -2, … below it."""

    said: str
    middle: float
    row: int

    def span(self, paper: Paper) -> tuple[float, float]:
        half = letters_width(self.said, paper.mm(CAP)) / 2
        return self.middle - half, self.middle + half


def lift(row: int) -> float:
    """From the chain's line up to the row's base line, in mm on paper."""
    return RISE + (row - 1) * (CAP + RISE) if row > 0 else row * (CAP + RISE) - SINK


def depth(figures: Sequence[Figure], *, upwards: bool) -> float:
    """How far the figures reach above the line, or below it, in mm on paper."""
    most = max([0, *(figure.row if upwards else -figure.row for figure in figures)])
    return most * (CAP + RISE) + (SINK if most and not upwards else 0)


def placed(row: Row, figures: Figures, paper: Paper, *, up_is_out: bool) -> tuple[Figure, ...]:
    """Every figure and note of a chain; `up_is_out`: the tops of the figures point away from what is measured."""
    stretches = list(enumerate(pairwise(row.stops)))
    set_: list[Figure] = [
        Figure(note, (start + stop) / 2, -1)
        for (_place, (start, stop)), note in zip(stretches, row.notes, strict=False)
        if note
    ]
    wide = {place: Figure(figures.length(stop - start), (start + stop) / 2, 1) for place, (start, stop) in stretches}
    narrow = [place for place, stretch in stretches if not _fits(wide[place], stretch, paper)]
    set_ += [figure for place, figure in wide.items() if place not in narrow]
    for place in narrow:
        set_.append(_free(_choices(wide[place], row, place, paper, up_is_out=up_is_out), set_, paper))
    return tuple(set_)


def _fits(figure: Figure, stretch: tuple[float, float], paper: Paper) -> bool:
    low, high = figure.span(paper)
    return high - low + 2 * paper.mm(AIR) <= stretch[1] - stretch[0]


def _choices(figure: Figure, row: Row, place: int, paper: Paper, *, up_is_out: bool) -> list[Figure]:
    """Past the chain's end, or in one of the rows on the outer side."""
    low, high = figure.span(paper)
    aside = (high - low) / 2 + paper.mm(PAST_TICK)
    is_short = high - low <= paper.mm(SHORT)
    before = [Figure(figure.said, row.stops[0] - aside, 1)] if is_short and place == 0 else []
    after = [Figure(figure.said, row.stops[-1] + aside, 1)] if is_short and place == len(row.stops) - 2 else []
    rows = range(2, MOST_ROWS + 1) if up_is_out else range(-1, -MOST_ROWS, -1)
    return [*before, *after, *(Figure(figure.said, figure.middle, outer) for outer in rows)]


def _free(choices: Sequence[Figure], others: Sequence[Figure], paper: Paper) -> Figure:
    """The first that overlaps no other in its row; the last when all do."""
    return next((one for one in choices if not any(_overlap(one, other, paper) for other in others)), choices[-1])


def _overlap(one: Figure, other: Figure, paper: Paper) -> bool:
    low, high = one.span(paper)
    start, stop = other.span(paper)
    air = paper.mm(AIR)
    return one.row == other.row and low < stop + air and start < high + air
