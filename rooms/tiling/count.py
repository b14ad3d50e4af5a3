"""How many tiles the layouts of one tile take: whole and cut ones, off-cuts, what to keep in reserve, and packs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rooms.tiling.layout import Layout
from rooms.tiling.offcuts import Reuse, pairs_of
from rooms.tiling.packs import Pack

USUAL_SPARE_PERCENT = 10


@dataclass(frozen=True)
class Count:
    """`needed` are the tiles that are laid, `spare` those for breakage and later repairs, `packs` hold them all.

    `from_offcuts` of the cut parts come out of what another cut part left of its tile; `by_area` is what the area alone
    would take, for comparison. `packs` is None where nobody knows what a pack holds.
    """

    whole: int
    cut: int
    from_offcuts: int
    spare_percent: int
    by_area: int
    reuse: Reuse
    pack: Pack | None

    @property
    def needed(self) -> int:
        return self.whole + self.cut - self.from_offcuts

    @property
    def spare(self) -> int:
        return ceil(self.needed * self.spare_percent / 100)

    @property
    def to_buy(self) -> int:
        return self.needed + self.spare

    @property
    def packs(self) -> int | None:
        return None if self.pack is None else -(-self.to_buy // self.pack.tiles)


def count(
    layouts: Sequence[Layout],
    reuse: Reuse = "turned",
    *,
    spare_percent: int = USUAL_SPARE_PERCENT,
    pack: Pack | None = None,
    kerf_mm: float = 0.0,
) -> Count:
    """The tiles of layouts that all take the same tile; an off-cut of one wall may go onto another.

    A snap cutter takes no kerf, a wet saw 2 to 3 mm.
    """
    shapes = [shape for layout in layouts for shape in layout.cut_shapes]
    return Count(
        whole=sum(layout.whole_count for layout in layouts),
        cut=len(shapes),
        from_offcuts=pairs_of(layouts[0].lattice.blank, shapes, reuse, kerf_mm) if layouts else 0,
        spare_percent=spare_percent,
        by_area=_by_area(layouts),
        reuse=reuse,
        pack=pack,
    )


def _by_area(layouts: Sequence[Layout]) -> int:
    """The area divided by a tile's with its joints, rounded up."""
    if not layouts:
        return 0
    first = layouts[0].lattice
    (ux, uy), (vx, vy) = first.u, first.v
    return ceil(sum(layout.surface.area for layout in layouts) / (abs(ux * vy - uy * vx) / len(first.spots)) - 1e-9)
