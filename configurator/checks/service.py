"""A project's findings, by the packs in force in its store; made once for each plan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from configurator.exports.kept import Kept
from configurator.projects.models import Variant
from configurator.projects.paints import paint_hex
from configurator.stores.models import Store
from rooms.checks import DEFAULT, PACKS, Finding, Pack, check, packs_named
from rooms.plan import Plan

ACCESSIBLE = ("din18040", "contrast")
"""What a person asks for who plans for a wheelchair or for weak eyes."""
FOUND: Kept[tuple[Finding, ...]] = Kept(most=256)


def packs_of(store: Store, *, accessible: bool = False) -> tuple[Pack, ...]:
    """The packs that the store has chosen, and those of the accessible profile if asked for."""
    chosen = DEFAULT if store.chosen_packs is None else store.chosen_packs
    return packs_named([*(name for name in chosen if name in PACKS), *(ACCESSIBLE if accessible else ())])


def choose_packs(store: Store, names: Sequence[str]) -> None:
    """From now on the store's plans are checked by these packs; names that are none are left out."""
    store.check_packs = json.dumps([name for name in PACKS if name in names])


def findings(variant: Variant, packs: tuple[Pack, ...], *, with_fixes: bool = True) -> tuple[Finding, ...]:
    """What is wrong with the variant as it stands, the gravest first; without ways out it takes a tenth of the time."""
    plan = variant.head_plan
    key = sha256(plan.encode()).hexdigest(), tuple(pack.name for pack in packs), with_fixes
    return FOUND.get(key, lambda: check(Plan(json.loads(plan)), packs, colours=paint_hex, with_fixes=with_fixes))
