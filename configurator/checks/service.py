"""A project's findings, by the packs in force in its store; made once for each plan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy.orm import Session

from configurator.decks.service import deck_of
from configurator.errors import Refused
from configurator.exports.kept import Kept
from configurator.projects.models import Variant
from configurator.stores.models import Store
from rooms.checks import DEFAULT, PACKS, Finding, Pack, check, packs_named
from rooms.plan import Plan

ACCESSIBLE = ("din18040", "contrast")
"""What a person asks for who plans for a wheelchair or for weak eyes."""
FOUND: Kept[tuple[Finding, ...]] = Kept(most=256)


def packs_of(store: Store, *, accessible: bool = False) -> tuple[Pack, ...]:
    """The packs that the store has chosen, and those of the accessible profile if asked for."""
    return packs_named([*chosen_names(store), *(ACCESSIBLE if accessible else ())])


def chosen_names(store: Store) -> list[str]:
    """The names of the packs that hold in the store."""
    return [name for name in store.chosen_packs or DEFAULT if name in PACKS]


def choose_packs(store: Store, names: Sequence[str]) -> None:
    """From now on these packs hold; Refused `no_pack` for none, `not_a_choice` for one that there is not.

    Who chooses the usual ones gets what will be usual later, too.
    """
    wanted = [name for name in PACKS if name in names]
    if len(wanted) < len(set(names)):
        raise Refused("not_a_choice", path="packs")
    if not wanted:
        raise Refused("no_pack", path="packs")
    store.check_packs = json.dumps([] if tuple(wanted) == DEFAULT else wanted)


def findings(
    session: Session, variant: Variant, packs: tuple[Pack, ...], *, with_fixes: bool = True
) -> tuple[Finding, ...]:
    """What is wrong with the variant as it stands, the gravest first; without ways out it takes a tenth of the time."""
    plan, deck = variant.head_plan, deck_of(session, variant.tenant_id)
    key = sha256(plan.encode()).hexdigest(), tuple(pack.name for pack in packs), with_fixes, deck.key
    return FOUND.get(key, lambda: check(Plan(json.loads(plan)), packs, colours=deck.hex_of, with_fixes=with_fixes))
