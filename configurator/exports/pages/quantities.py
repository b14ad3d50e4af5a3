"""Ilości: tiles, adhesive, grout, trims, skirting and worktops, each with how the number was got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from configurator.exports.coverings import covering_name, coverings
from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from configurator.exports.typography import typeset
from configurator.i18n import NO_BREAK, area
from configurator.quantities.said import Said, amount_said, bars_said, count_said, kilograms, metres, said, tile_unknown
from rooms.quantities.skirting import skirting_of
from rooms.quantities.worktops import worktops_of
from rooms.tiling.boards import is_board
from rooms.tiling.need import TileNeed
from rooms.tiling.trims import edges_by_kind

ORDER = 52


@dataclass(frozen=True)
class Line:
    """`needed` is the number, `bought` what is bought for it, `origin` how it was got or why it is not known."""

    name: str
    needed: str
    bought: str
    origin: str


@dataclass(frozen=True)
class Group:
    name: str
    lines: tuple[Line, ...]
    note: str = ""


def context(subject: Subject) -> Context | None:
    groups = (*_tiles(subject), *_trims(subject), *_skirting(subject), *_worktops(subject))
    return {"groups": groups} if groups else None


def _tiles(subject: Subject) -> Iterator[Group]:
    for need in subject.tiling.tiles:
        lines = (_tile(subject, need), *_materials(subject, need))
        note = subject.t("tiling.rule_behind")
        if need.reveals_mm2:
            reveals = area(round(need.reveals_mm2), subject.language)
            note += " " + subject.t("tiling.reveals_besides", area=reveals)
        yield Group(covering_name(subject, need.tile), lines, note)


def _tile(subject: Subject, need: TileNeed) -> Line:
    count, unknown = need.count, _told(subject, *tile_unknown(need))
    laid, name = area(round(need.area_mm2), subject.language), coverings(subject, (need.tile,))
    pieces = "tiling.n_boards" if is_board(need.tile) else "tiling.n_tiles"
    if count is None:
        return Line(name, laid, "", unknown)
    packs = subject.t("tiling.n_packs", n=count.packs) if count.packs else ""
    bought = " ".join(filter(None, (subject.t(pieces, n=count.to_buy), packs and f"({packs})")))
    needed = f"{laid}, {subject.t(pieces, n=count.needed)}"
    return Line(name, needed, bought, f"{_told(subject, count_said(count))} {unknown}".strip())


def _materials(subject: Subject, need: TileNeed) -> Iterator[Line]:
    amounts = [("adhesive", one) for one in (need.adhesive,) if one] + [("grout", one) for one in need.grout]
    for of, one in amounts:
        needed = kilograms(one.grams, subject.language)
        bought = f"{one.packs}{NO_BREAK}×{NO_BREAK}{kilograms(one.pack_g, subject.language)}"
        yield Line(subject.t(f"tiling.{of}"), needed, bought, _told(subject, amount_said(of, one)))


def _trims(subject: Subject) -> Iterator[Group]:
    trims, bars = subject.tiling.trims, subject.tiling.trim_bars
    if trims:
        lines = [
            Line(subject.t(f"tiling.edge_{edge}"), metres(mm, subject.language), "", "")
            for edge, mm in edges_by_kind(trims).items()
        ]
        all_mm = sum(trim.length_mm for trim in trims)
        lines.append(_bars_line(subject, all_mm, _told(subject, bars_said(bars)), bars.count))
        yield Group(subject.t("tiling.trims"), tuple(lines), _told(subject, said("origin_trims")))


def _skirting(subject: Subject) -> Iterator[Group]:
    skirting = skirting_of(subject.plan, subject.found, subject.surfaces)
    if skirting.rooms:
        lines = [
            Line(subject.room_names[room.room], metres(room.length_mm, subject.language), "", "")
            for room in skirting.rooms
        ]
        all_mm = sum(room.length_mm for room in skirting.rooms)
        lines.append(_bars_line(subject, all_mm, _told(subject, bars_said(skirting.bars)), skirting.bars.count))
        yield Group(subject.t("tiling.skirting"), tuple(lines), _told(subject, said("origin_skirting")))


def _worktops(subject: Subject) -> Iterator[Group]:
    worktops = worktops_of(subject.plan, subject.found)
    if worktops.runs:
        lines = [
            Line(
                subject.room_names[run.room] if run.room is not None else subject.t("documents.no_room"),
                subject.figures.sides(run.length_mm, run.depth_mm),
                "",
                "",
            )
            for run in worktops.runs
        ]
        all_mm = sum(run.length_mm for run in worktops.runs)
        lines.append(_bars_line(subject, all_mm, _told(subject, bars_said(worktops.bars)), worktops.bars.count))
        yield Group(subject.t("tiling.worktops"), tuple(lines), _told(subject, said("origin_worktops")))


def _bars_line(subject: Subject, all_mm: float, origin: str, count: int) -> Line:
    bought = subject.t("tiling.n_bars", n=count)
    return Line(subject.t("documents.total"), metres(all_mm, subject.language), bought, origin)


def _told(subject: Subject, *sentences: Said) -> str:
    return typeset(" ".join(sentence[subject.language] for sentence in sentences))
