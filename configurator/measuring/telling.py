"""What the measurements of a room say together, in words, with what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from configurator.i18n import translate
from configurator.measuring.lengths import written
from configurator.measuring.survey import Survey
from rooms.surveying.verdict import Suspect, Verdict

ALONG = 0.7
"""A wall that runs so much (cosine) along the gap has a part in it."""
MOST_NAMED = 3
SQUARE, FREE = "square", "free"


@dataclass(frozen=True)
class Act:
    """A thing to do next: measure what `field` is for, or (`corners`) say of what kind the corners are."""

    words: str
    field: str = ""
    corners: str = ""


@dataclass(frozen=True)
class Told:
    """A title, a few lines, the acts with the best first; the walls and the length across that it speaks of.

    `is_wrong`: something has to be measured again; else the way on is open.
    """

    title: str
    lines: tuple[str, ...]
    acts: tuple[Act, ...]
    lit: tuple[int, ...] = ()
    across: tuple[int, int] | None = None
    is_wrong: bool = False


def told(survey: Survey) -> Told:
    """Of a survey that is begun."""
    verdict = survey.verdict
    if verdict.agrees is False:
        return _contradiction(survey, verdict)
    if verdict.unknown:
        return _unknown(survey, verdict)
    if not survey.measured.keeps_corners and verdict.next_check:
        return _free(survey, verdict.next_check)
    return _agreement(survey, verdict)


def check_field(ends: tuple[int, int]) -> str:
    return f"check-{ends[0]}-{ends[1]}"


def length(mm: float) -> str:
    """As in `0,4 cm`, `12,3 cm`: one unit for what is compared, that of the fields."""
    return f"{written(round(mm))}\u00a0cm"


def _t(name: str, **values: Any) -> str:
    return translate(f"survey.{name}", **values)


def _unknown(survey: Survey, verdict: Verdict) -> Told:
    names = [survey.names[place] for place in verdict.unknown]
    return Told(
        _t("unknown_title"),
        (_t("unknown", n=len(names), walls=_listed(names)),),
        tuple(_measure(survey, place) for place in verdict.unknown[:1]),
        lit=verdict.unknown,
    )


def _free(survey: Survey, ends: tuple[int, int]) -> Told:
    all_ = len(survey.names) - 3
    count = _t("free_count", n=len(survey.measured.checks) + 1, all=all_)
    return Told(
        _t("free_title"),
        (_t("free"), count),
        (_across(survey, ends), Act(_t("are_square"), corners=SQUARE)),
        across=ends,
    )


def _agreement(survey: Survey, verdict: Verdict) -> Told:
    checked = verdict.agrees is True
    lines = (
        [_t("closes", gap=length(verdict.gap_mm), most=length(verdict.tolerance_mm))]
        if (checked and verdict.gap_mm is not None and verdict.tolerance_mm is not None)
        else []
    )
    lines += [_t("unchecked")] if not checked else []
    lines += _reckoned(survey, verdict)
    acts, missing = [], [place for place, mm in enumerate(survey.measured.walls) if mm is None]
    if missing and not checked:
        acts.append(_measure(survey, missing[0]))
    if verdict.next_check and not survey.measured.checks:
        lines.append(_t("one_across"))
        acts.append(_across(survey, verdict.next_check))
        return Told(_t("agrees" if checked else "taken"), tuple(lines), tuple(acts), across=verdict.next_check)
    return Told(_t("agrees" if checked else "taken"), tuple(lines), tuple(acts))


def _reckoned(survey: Survey, verdict: Verdict) -> Iterator[str]:
    """What follows for the walls that nobody has measured."""
    corners = verdict.corners or ()
    for place, mm in enumerate(survey.measured.walls):
        if mm is None and corners:
            (x0, y0), (x1, y1) = corners[place], corners[(place + 1) % len(corners)]
            long = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            yield _t("reckoned", wall=survey.names[place], length=length(long))


def _contradiction(survey: Survey, verdict: Verdict) -> Told:
    named = verdict.suspects[: min(verdict.rivals, MOST_NAMED)] if not verdict.is_several else verdict.suspects[:1]
    again = [_again(survey, one) for one in named]
    corners = (
        Act(_t("not_square"), corners=FREE) if survey.measured.keeps_corners else Act(_t("are_square"), corners=SQUARE)
    )
    lines = [*_balance(survey, verdict), *_blame(survey, verdict, named), _t("plan_waits")]
    across = verdict.next_check if verdict.rivals > 1 and not verdict.is_several else None
    first = [_across(survey, across)] if across else []
    return Told(
        _title(verdict),
        tuple(lines),
        (*first, *again, corners),
        lit=tuple(one.place for one in named if not one.is_check),
        across=across or next(((_check(survey, one)) for one in named if one.is_check), None),
        is_wrong=True,
    )


def _title(verdict: Verdict) -> str:
    if verdict.gap_mm is not None and verdict.tolerance_mm is not None and verdict.gap_mm > verdict.tolerance_mm:
        return _t("gap_title", gap=length(verdict.gap_mm))
    return _t("contrary_title")


def _balance(survey: Survey, verdict: Verdict) -> list[str]:
    """Which walls ought to be as long as which, where the walls run square and the gap along some of them."""
    if verdict.gap is None or _title(verdict) == _t("contrary_title"):
        return []
    ways, size = survey.measured.ways, max(verdict.gap_mm or 0, 1)
    along = [float(way @ verdict.gap) / size for way in ways]
    if any(0.2 < abs(share) < ALONG for share in along):
        return []
    one = [name for name, share in zip(survey.names, along, strict=True) if share >= ALONG]
    other = [name for name, share in zip(survey.names, along, strict=True) if share <= -ALONG]
    one, other = sorted((one, other), key=lambda names: (len(names), names))
    if not one or not other:
        return []
    if len(one) == len(other) == 1:
        return [_t("equal", one=one[0], other=other[0])]
    return [_t("together", n=len(one), one=_listed(one), other=_listed(other))]


def _blame(survey: Survey, verdict: Verdict, named: Sequence[Suspect]) -> list[str]:
    if not named:
        return []
    first = named[0]
    if verdict.is_several:
        return [_t("several", what=_name(survey, first))]
    if verdict.is_decided:
        return [_t("likely", what=_name(survey, first), told=length(first.told_mm), wanted=length(first.wanted_mm))]
    which = _t("or").join(_name(survey, one) for one in named)
    if verdict.next_check:
        return [_t("undecided", which=which, across=survey.across(verdict.next_check))]
    return [_t("undecidable", which=which)]


def _name(survey: Survey, one: Suspect) -> str:
    if one.is_check:
        return _t("check", across=survey.across(_check(survey, one)))
    return _t("wall", wall=survey.names[one.place])


def _check(survey: Survey, one: Suspect) -> tuple[int, int]:
    check = survey.measured.checks[one.place]
    return check.start, check.end


def _again(survey: Survey, one: Suspect) -> Act:
    if one.is_check:
        ends = _check(survey, one)
        return Act(_t("check_again", across=survey.across(ends)), check_field(ends))
    return Act(_t("wall_again", wall=survey.names[one.place]), survey.fields[one.place])


def _measure(survey: Survey, place: int) -> Act:
    return Act(_t("measure_wall", wall=survey.names[place]), survey.fields[place])


def _across(survey: Survey, ends: tuple[int, int]) -> Act:
    return Act(_t("measure_across", across=survey.across(ends)), check_field(ends))


def _listed(names: Sequence[str]) -> str:
    """`A`, `A i B`, `A, B i C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_t('and')} {names[-1]}"
