"""The checks of a plan: ONE FILE = ONE CHECK, with `CHECK` of the file's name; their numbers are packs of data.

`check(plan)` gives the findings. How to write a check is told in `docs/checks.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from rooms.checking.check import Check
from rooms.checking.engine import findings
from rooms.checking.finding import Finding, Fix, Source
from rooms.checking.pack import Number, Numbers, Pack, read_folder
from rooms.checking.site import Colours, Site
from rooms.fault import Fault
from rooms.outline import Found, find_rooms
from rooms.plan import Plan

__all__ = ["CHECKS", "DEFAULT", "PACKS", "Finding", "Fix", "Number", "Pack", "Source", "check", "packs_named"]


def _read_checks() -> tuple[Check, ...]:
    checks = []
    for module in iter_modules([str(Path(__file__).parent)]):
        found: Check = import_module(f"{__name__}.{module.name}").CHECK
        if found.id != module.name:
            raise TypeError(f"the check in {module.name} calls itself {found.id}")
        checks.append(found)
    return tuple(checks)


CHECKS = _read_checks()
PACKS: Mapping[str, Pack] = MappingProxyType(read_folder(Path(__file__).with_name("packs")))
DEFAULT = tuple(name for name, pack in PACKS.items() if pack.is_default)


def check(
    plan: Plan,
    packs: Iterable[Pack] | None = None,
    *,
    found: Found | None = None,
    colours: Colours = lambda _code: None,
    with_fixes: bool = True,
) -> tuple[Finding, ...]:
    """What is wrong with the plan by the packs (those in force by default), the gravest first; always in one order.

    `colours` answers a paint's code with its colour as #rrggbb, for contrasts. A fix is offered only where it takes
    its finding away and brings no other. What a designer waives is among them, with the reason.
    """
    site = Site.of(plan, found or find_rooms(plan), colours)
    return findings(site, CHECKS, Numbers(packs_named(DEFAULT) if packs is None else packs), with_fixes=with_fixes)


def packs_named(names: Iterable[str]) -> tuple[Pack, ...]:
    """The packs of these names, in the packs' own order; Fault for a name that none has."""
    wanted = list(names)
    for name in wanted:
        if name not in PACKS:
            raise Fault("pack", "unknown", found=name, choices=", ".join(PACKS))
    return tuple(pack for name, pack in PACKS.items() if name in wanted)
