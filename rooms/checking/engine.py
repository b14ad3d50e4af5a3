"""All checks on a site: their remarks made findings, and the ways out tried before one is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from rooms.checking.check import Check, Remark
from rooms.checking.finding import SEVERITIES, Finding, Fix
from rooms.checking.pack import Numbers
from rooms.checking.site import Site

MOST_TRIED = 24
"""Ways out of one finding that are tried."""
MOST_LOOKED_AT = 25_000
"""Bodies that are looked at again while ways out are tried: in a crowd the last findings are told without."""

Rooms = frozenset[int | None]
Said = tuple[Check, Remark]


def findings(site: Site, checks: Sequence[Check], numbers: Numbers, *, with_fixes: bool) -> tuple[Finding, ...]:
    """The findings of the checks, the gravest first, then by room, check and entities."""
    trial = _Trial(site, checks, numbers)
    waived = {waiver.finding: waiver.reason for waiver in site.plan.waivers.values()}
    found = []
    for key, (check, remark) in _said(site, checks, numbers).items():
        fix = trial.first_that_helps(key, check, remark) if with_fixes and key not in waived else None
        found.append(replace(_finding(check, remark), fix=fix, waived=waived.get(key)))
    return tuple(sorted(found, key=_order))


def _finding(check: Check, remark: Remark) -> Finding:
    number = remark.number
    return Finding(
        check=check.id,
        severity=number.shown_severity,
        entities=remark.entities,
        room=remark.room,
        level=remark.level,
        where=remark.where,
        value=round(remark.value),
        wanted=number.value,
        unit=number.unit,
        source=number.source,
        text=remark.text,
        why=check.why,
    )


def _order(finding: Finding) -> tuple[int, int, str, tuple[str, ...]]:
    room = -1 if finding.room is None else finding.room
    return SEVERITIES.index(finding.severity), room, finding.check, finding.entities


def _said(site: Site, checks: Iterable[Check], numbers: Numbers) -> dict[str, Said]:
    """The remarks by their findings' keys, without those that another check's make needless."""
    return _shown(dict(_each(site, checks, numbers)))


def _each(site: Site, checks: Iterable[Check], numbers: Numbers) -> Iterator[tuple[str, Said]]:
    for check in checks:
        for remark in check.find(site, numbers):
            yield " ".join((check.id, *sorted(remark.entities))), (check, remark)


def _shown(said: Mapping[str, Said]) -> dict[str, Said]:
    hidden = {(name, remark.entities[0]) for check, remark in said.values() for name in check.hides}
    return {key: one for key, one in said.items() if (one[0].id, one[1].entities[0]) not in hidden}


class _Trial:
    """Ways out, tried in the rooms that they touch."""

    def __init__(self, site: Site, checks: Sequence[Check], numbers: Numbers) -> None:
        self._site = site
        self._checks = sorted(checks, key=lambda check: check.is_slow)
        self._numbers = numbers
        self._left = MOST_LOOKED_AT
        self._before: dict[Rooms, Mapping[str, Said]] = {}
        self._rooms: Mapping[str, Rooms] = {
            **{body.path: frozenset([body.room]) for body in site.bodies},
            **{door.path: frozenset(door.rooms) for door in site.openings},
        }

    def first_that_helps(self, key: str, check: Check, remark: Remark) -> Fix | None:
        """The first way out after which the finding is gone, none has come, and none has become worse."""
        if self._left < 0:
            return None
        checks = [check, *(one for one in self._checks if one is not check)]
        for fix in islice(remark.fixes(), MOST_TRIED):
            rooms = frozenset([remark.room]).union(
                *(self._rooms.get(path, ()) for path in (*fix.set, *remark.entities))
            )
            after = self._site.after(fix).within(rooms)
            self._left -= len(after.bodies) + 1
            if self._keeps_rooms(after, fix) and self._helps(key, checks, after, self._before_in(rooms)):
                return fix
        return None

    def _keeps_rooms(self, after: Site, fix: Fix) -> bool:
        """What is moved must not leave its room."""
        rooms = {body.path: frozenset([body.room]) for body in after.bodies}
        return all(rooms.get(path) == self._rooms[path] for path in fix.set if path.startswith("items/"))

    def _helps(self, key: str, checks: Sequence[Check], after: Site, before: Mapping[str, Said]) -> bool:
        """Given up at the first remark that is new or worse; what was hidden before must not be shown now."""
        said: dict[str, Said] = {}
        for name, one in _each(after, checks, self._numbers):
            if name == key or _is_worse(one, before.get(name)):
                return False
            said[name] = one
        return set(_shown(said)) <= set(_shown(before))

    def _before_in(self, rooms: Rooms) -> Mapping[str, Said]:
        """Everything said of these rooms, also what is not shown."""
        if rooms not in self._before:
            self._before[rooms] = dict(_each(self._site.within(rooms), self._checks, self._numbers))
        return self._before[rooms]


def _is_worse(now: Said, before: Said | None) -> bool:
    if before is None:
        return True
    by = now[1].value - before[1].value
    return (by if now[1].number.bound == "most" else -by) > 1
