"""The tables of docs/checks.md: all checks and all numbers. `python -m tests.rooms.checks.tables` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rooms.checks import CHECKS, PACKS, Pack
from rooms.kinds import KINDS

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"
UNITS = {"degrees": "°", "percent": "%", "points": " points", "count": ""}


def with_tables(page: str) -> str:
    """The page with both tables as the packs and checks are."""
    tables = {"checks": "\n".join(_checks()), "numbers": "\n".join(_numbers())}
    for name, table in tables.items():
        before, _old, after = re.split(f"(?s)(?<=<!-- {name} -->\n)(.*?)(?=<!-- /{name} -->)", page)
        page = f"{before}{table}\n{after}"
    return page


def _checks() -> Iterator[str]:
    yield "| check | looks at | reads |\n|---|---|---|"
    for check in CHECKS:
        yield f"| `{check.id}` | {check.title['en']} | {', '.join(f'`{id_}`' for id_ in check.reads)} |"


def _numbers() -> Iterator[str]:
    yield "| pack | number | value | severity | source | read in | verified |\n|---|---|---|---|---|---|---|"
    for pack in PACKS.values():
        for number in pack.numbers:
            bound = {"least": "≥", "most": "≤"}[number.bound]
            shown = f"{bound} {number.value}{UNITS.get(number.unit, f' {number.unit}')}"
            source = number.source
            row = (_named(pack), f"`{number.id}`", shown, number.severity, source.title["en"], source.where or "–")
            yield f"| {' | '.join(row)} | {source.verified or 'not yet'} |"
        yield from _zones(pack)


def _zones(pack: Pack) -> Iterator[str]:
    for named, source in pack.zones.items():
        kinds = [kind for kind in KINDS.values() if any(zone["source"] == named for zone in kind.zones)]
        severities = sorted({zone["severity"] for kind in kinds for zone in kind.zones if zone["source"] == named})
        row = (_named(pack), f"zones of {len(kinds)} kinds", "`rooms/kinds/`", ", ".join(severities))
        yield f"| {' | '.join(row)} | {source.title['en']} | {source.where} | {source.verified or 'not yet'} |"


def _named(pack: Pack) -> str:
    return f"{pack.name} (default)" if pack.is_default else pack.name


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
