"""What the designer's help costs now, and what it would cost with a basket, told before it is paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.db import new_id
from configurator.errors import Refused
from configurator.offers import quotes
from configurator.projects.models import Project
from configurator.purchases import service
from configurator.purchases.said import Said, read_json, today
from configurator.purchases.service import PURCHASE, By

FIELDS = ("amount_gr", "lines")
TOLD = ("charged_gr", "final", "text", "reasons", "ways", "needs", "holds_until")


def read_basket(body: Mapping[str, Any]) -> Said:
    """`{"project", "amount_gr", "lines"}` as a purchase of today; Refused with the path of what is wrong."""
    if unknown := sorted(body.keys() - {"project", *FIELDS}):
        raise Refused("unknown_field", path=unknown[0])
    basket = {name: body[name] for name in FIELDS if name in body}
    return read_json(basket | {"receipt": f"basket {new_id()}", "day": today().isoformat()}, PURCHASE)


def quote(session: Session, project: Project, basket: Said, by: By) -> dict[str, Any]:
    """The fee now and with the basket: it is written down as any purchase would be, and then undone."""
    now, trial = quotes.quote(session, project), session.begin_nested()
    service.record(session, project, basket, by, key=f"basket-{new_id()}")
    then = quotes.quote(session, project)
    trial.rollback()
    if now is None or then is None:
        raise Refused("no_terms", path="project")
    return {"fee": _told(now), "with_basket": _told(then)}


def _told(quoted: Mapping[str, Any]) -> dict[str, Any]:
    return {name: quoted[name] for name in TOLD}
