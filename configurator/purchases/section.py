"""What the project's card shows of its purchases: the rows, the sum, and the forms with what was typed in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.models import Account
from configurator.db import new_id
from configurator.errors import Refused
from configurator.i18n import translate
from configurator.projects.models import Project
from configurator.purchases.facts import DAYS, among
from configurator.purchases.kept import entries_of, kept_gr
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.said import today
from configurator.purchases.service import CORRECTION, PURCHASE
from configurator.systems.models import ApiKey


@dataclass(frozen=True)
class Tried:
    """A form that was refused: which one, what was typed, and the sentence by its field."""

    form: str
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


NOTHING = Tried("")


@dataclass(frozen=True)
class Row:
    """An entry as it is read: by whom, what of it is still kept, and whether it was corrected."""

    entry: PurchaseEntry
    by: str
    lines: Sequence[Mapping[str, Any]]
    kept_gr: int
    is_corrected: bool


@dataclass(frozen=True)
class Section:
    """`lacks_lines`: the fee waits for what only the receipts' lines tell.

    `key` is new for every page that is shown: the same page sent twice is one purchase.
    """

    rows: Sequence[Row]
    kept_gr: int
    ways: Sequence[Mapping[str, Any]]
    lacks_lines: bool
    tried: Tried
    key: str
    today: str

    @property
    def receipts(self) -> list[Row]:
        """What something can be brought back of."""
        return [row for row in self.rows if row.entry.kind == PURCHASE and not row.is_corrected and row.kept_gr > 0]


def tried(form: str, typed: Mapping[str, str], refused: Refused) -> Tried:
    """The refusal at its field; what belongs to no field of the form stands above it."""
    name, _, place = refused.path.partition("/")
    row = place.split("/")[0]
    text = translate("purchases.in_row", n=int(row) + 1, text=refused.text) if row.isdigit() else refused.text
    typed = {name: value for name, value in typed.items() if name != "key" or refused.path != "Idempotency-Key"}
    known = {"receipt", "till", "day", "amount_gr", "lines", "reason", "way", "came_on", "note", "file"}
    return Tried(form, typed, {name if name in known else "form": text})


def section(session: Session, project: Project, decision: Mapping[str, Any] | None, form: Tried = NOTHING) -> Section:
    """Of the fee's ways those that lead through purchases, in the engine's words."""
    ways, needs = (decision["ways"], decision["needs"]) if decision else ((), ())
    rows = tuple(_rows(session, project))
    return Section(
        rows=rows,
        kept_gr=kept_gr(session, project),
        ways=[way for way in ways if among(way["changes"])],
        lacks_lines=_lacks_lines(among(needs) - DAYS, rows),
        tried=form,
        key=form.typed.get("key") or new_id(),
        today=today().isoformat(),
    )


def _lacks_lines(needs: frozenset[str], rows: Sequence[Row]) -> bool:
    """A share may be unknown for another reason: that the project wants nothing of the category."""
    counting = [row for row in rows if row.entry.kind != CORRECTION and not row.is_corrected]
    has_all = all(row.lines for row in counting)
    return any(not (has_all and name.endswith("_bought_pct")) for name in needs)


def _rows(session: Session, project: Project) -> Iterator[Row]:
    entries = entries_of(session, project)
    names = names_of(session, {entry.actor_id for entry in entries})
    corrected = {entry.corrects_id for entry in entries}
    for entry in entries:
        yield Row(
            entry=entry,
            by=names.get(entry.actor_id, ""),
            lines=json.loads(entry.lines) if entry.kind != CORRECTION else (),
            kept_gr=sum(one.amount_gr for one in entries if _paper(one) == _paper(entry)),
            is_corrected=entry.id in corrected,
        )


def _paper(entry: PurchaseEntry) -> tuple[str, str]:
    return entry.receipt_id, entry.till


def names_of(session: Session, actors: set[str]) -> dict[str, str]:
    """Of actors: staff by their names, systems by their keys'."""
    people = select(Account.actor_id, Account.name).where(Account.actor_id.in_(actors))
    systems = select(ApiKey.actor_id, ApiKey.name).where(ApiKey.actor_id.in_(actors))
    return {actor: name for wanted in (people, systems) for actor, name in session.execute(wanted)}
