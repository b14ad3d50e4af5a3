"""The sample's colour in the customer's own room: by day and in the evening, told and shown beside its card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from configurator.colours.lighting import Light
from configurator.colours.service import InRoom, in_room
from configurator.colours.told import told
from configurator.exports.kept import Kept
from configurator.projects.models import Project
from configurator.projects.service import first_variant, head_plan
from rooms.outline import find_rooms
from rooms.plan import Plan
from samples.colour.words import Said
from samples.deck import Deck
from samples.paint import Paint

LIGHTS = {"day": Light("overcast"), "evening": Light("evening")}
SIDES = ("left", "right")


@dataclass(frozen=True)
class View:
    """How the colour reads in one light: `hex` on a screen, `said` beside its card, `words` how far from it."""

    light: str
    hex: str
    said: Said
    difference: Said


TRIED: Kept[Sequence[View]] = Kept(most=64)


def views(project: Project, paint: Paint, deck: Deck) -> Sequence[View]:
    """The paint on the walls where the design has it; where it has it nowhere, tried on all walls of the first room."""
    plan = head_plan(first_variant(project))
    key = (json.dumps(plan.document, sort_keys=True), paint.code, deck.key)
    return TRIED.get(key, lambda: _views(plan, paint, deck))


def _views(plan: Plan, paint: Paint, deck: Deck) -> Sequence[View]:
    rooms = find_rooms(plan).rooms
    if not rooms:
        return ()
    painted = any(finish.paint == paint.code for finish in plan.finishes.values())
    tried = plan if painted else Plan(_painted(plan, paint.code))
    found = []
    for name, light in LIGHTS.items():
        for room in range(len(rooms)):
            if surface := _wall(in_room(tried, room, light, deck), paint.code):
                found.append(View(name, surface["seen"]["hex"], surface["said"], surface["difference"]))
                break
    return tuple(found)


def _wall(seen: InRoom, code: str) -> Mapping[str, Any] | None:
    """The wall of this paint that gets the middle of the light: neither the one by the window nor the corner."""
    walls = [one for one in told(seen)["surfaces"] if one["paint"] == code and one["of"] == "face"]
    walls.sort(key=lambda one: one["light_percent"])
    return walls[len(walls) // 2] if walls else None


def _painted(plan: Plan, code: str) -> dict[str, Any]:
    """The plan with the paint on every wall of its first room."""
    document = dict(plan.document)
    edges = [edge for edge in find_rooms(plan).rooms[0].boundary if edge.side in SIDES]
    walls = {(edge.wall, edge.side) for edge in edges}
    others = {
        id_: one
        for id_, one in document.get("finishes", {}).items()
        if (one.get("wall"), one.get("side")) not in walls or one.get("opening")
    }
    tried = {
        f"tried{place}": {"wall": wall, "side": side, "paint": code} for place, (wall, side) in enumerate(sorted(walls))
    }
    return document | {"finishes": others | tried}
