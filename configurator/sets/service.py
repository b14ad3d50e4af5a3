"""Which sets a person is offered, and how one is kept and thrown away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.errors import Forbidden, NotFound, Refused, TooMany
from configurator.sets.models import ItemSet
from rooms.description import COLLECTIONS
from rooms.fields import check_field

MOST_SETS = 100
"""Of one person, and of one retailer."""
MOST_ITEMS = 60
MOST_AWAY_MM = 20_000
KEPT = tuple(name for name in COLLECTIONS["items"]["fields"] if name not in ("level", "host", "group", "locked"))
NAME = {"type": "text", "most": 60}


def offered(session: Session, tenant_id: str, actor_id: str | None) -> Sequence[ItemSet]:
    """The retailer's, then the person's own, each the oldest first."""
    theirs = or_(ItemSet.actor_id.is_(None), ItemSet.actor_id == actor_id)
    wanted = select(ItemSet).where(ItemSet.tenant_id == tenant_id, theirs)
    return session.scalars(wanted.order_by(ItemSet.actor_id.is_not(None), ItemSet.made_at, ItemSet.id)).all()


def keep(session: Session, visitor: Visitor, said: object) -> ItemSet:
    """A set as it was said: `name`, `items`, and of staff `for_all`; Refused names the place that is wrong."""
    if not isinstance(said, dict):
        raise Refused("not_json")
    if unknown := sorted(said.keys() - {"name", "items", "for_all"}):
        raise Refused("unknown_field", path=unknown[0][:80])
    if said.get("for_all") and not visitor.is_staff:
        raise Forbidden("staff_only")
    name, items = _name(said.get("name")), _items(said.get("items"))
    owner = None if said.get("for_all") else visitor.actor_id
    held = select(func.count()).where(ItemSet.tenant_id == visitor.tenant_id, ItemSet.actor_id == owner)
    if (session.scalar(held) or 0) >= MOST_SETS:
        raise TooMany("too_many_sets", most=MOST_SETS)
    made = ItemSet(tenant_id=visitor.tenant_id, actor_id=owner, name_pl=name, name_en=name, body=json.dumps(items))
    session.add(made)
    session.flush()
    return made


def throw_away(session: Session, visitor: Visitor, set_id: str) -> None:
    """One's own; one of the retailer's by its staff. NotFound for any other."""
    found = session.get(ItemSet, set_id)
    if found is None or found.tenant_id != visitor.tenant_id or not _is_theirs(found, visitor):
        raise NotFound("no_set")
    session.delete(found)


def pass_on(session: Session, from_actor: str, to_actor: str) -> None:
    """One actor's own sets become another's."""
    session.execute(update(ItemSet).where(ItemSet.actor_id == from_actor).values(actor_id=to_actor))


def erase_own(session: Session, actor_id: str) -> None:
    session.execute(delete(ItemSet).where(ItemSet.actor_id == actor_id))


def as_data(kept: ItemSet) -> dict[str, Any]:
    return {
        "id": kept.id,
        "name": {"pl": kept.name_pl, "en": kept.name_en},
        "items": json.loads(kept.body),
        "own": kept.actor_id is not None,
    }


def _is_theirs(kept: ItemSet, visitor: Visitor) -> bool:
    return visitor.is_staff if kept.actor_id is None else kept.actor_id == visitor.actor_id


def _name(said: object) -> str:
    name = said.strip() if isinstance(said, str) else said
    check_field("name", name or None, NAME)
    return str(name)


def _items(said: object) -> list[dict[str, Any]]:
    if not isinstance(said, list):
        raise Refused("not_a_list", path="items")
    if not 2 <= len(said) <= MOST_ITEMS:
        raise Refused("set_size", path="items", most=MOST_ITEMS)
    return [_item(f"items/{place}", item) for place, item in enumerate(said)]


def _item(path: str, said: object) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise Refused("not_an_object", path=path)
    for name, value in said.items():
        if name not in KEPT:
            raise Refused("unknown_field", path=f"{path}/{str(name)[:80]}")
        check_field(f"{path}/{name}", value, COLLECTIONS["items"]["fields"][name])
    for name in ("kind", "at", "size"):
        if said.get(name) is None:
            raise Refused("missing", path=f"{path}/{name}")
    if any(abs(mm) > MOST_AWAY_MM for mm in said["at"]):
        raise Refused("out_of_range", path=f"{path}/at", least=-MOST_AWAY_MM, most=MOST_AWAY_MM)
    return said
