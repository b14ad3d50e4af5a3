"""What one check says of a room with so many things in it."""

from __future__ import annotations

from typing import Any

from rooms.checks import PACKS, Finding, check
from rooms.plan import Plan
from tests.rooms.rectangle import rectangle


def item(kind: str, at: list[int], size: list[int], turn: int = 0, **fields: Any) -> dict[str, Any]:
    """An item of the room; `turn` in degrees."""
    return {"level": "l1", "kind": kind, "at": at, "size": size, "turn_mdeg": turn * 1000} | fields


def room(use: str = "living", **collections: Any) -> Plan:
    """The rectangle with the room of this use: 4900 × 3900 mm inside, from (50, 50) on, the door in the wall below."""
    return rectangle(rooms={"r1": {"level": "l1", "at": [2500, 2000], "name": "Pokój", "use": use}}, **collections)


def said_by(name: str, plan: Plan, *packs: str, **options: Any) -> list[Finding]:
    """The findings of the check, by the packs named or by all of them."""
    chosen = [PACKS[pack] for pack in packs or PACKS]
    return [finding for finding in check(plan, chosen, **options) if finding.check == name]
