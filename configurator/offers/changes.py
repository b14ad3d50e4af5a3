"""What changed in a fee since the service was closed, each change in one sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from configurator.i18n import money, translate
from configurator.offers.adjusting import DEFERRAL
from configurator.offers.models import LedgerEntry, Service


@dataclass(frozen=True)
class Change:
    """One row: when, from what to what, and why."""

    at: datetime
    before_gr: int
    charged_gr: int
    text: str


def since_closing(service: Service) -> Sequence[Change]:
    """The changes, the latest first; none of an open service."""
    rows = [row for row in service.entries if row.kind in ("less", "adjusted")]
    return [_change(row) for row in reversed(rows) if service.closed_at and row.at > service.closed_at]


def _change(row: LedgerEntry) -> Change:
    body = json.loads(row.body)
    before_gr, charged_gr = body["before_gr"], body["charged_gr"]
    said = {"before": money(before_gr), "after": money(charged_gr), "owed": money(abs(charged_gr - before_gr))}
    if row.kind == "less":
        text = translate("purchases.forgiven", **said, reason=body["reason"])
    else:
        way = "rises" if charged_gr > before_gr else "falls" if charged_gr < before_gr else "stays"
        text = f"{_why(body)} {translate(f'purchases.fee_{way}', **said)}"
    return Change(row.at, before_gr, charged_gr, text)


def _why(body: dict[str, Any]) -> str:
    cause = body["cause"]
    if cause["kind"] == DEFERRAL:
        return translate("offers.after_deferral")
    amount, kept = money(abs(cause["amount_gr"])), money(body["kept_gr"])
    return translate(f"purchases.after_{cause['kind']}", receipt=cause["receipt"], amount=amount, kept=kept)
