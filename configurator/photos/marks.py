"""What is marked on a photo: steps in the order in which they were done, and the walls that follow from them.

A state is `{"base": walls, "steps": [...], "undone": [...], "known": ids}`. `base` holds what is too old to be undone,
`known` the ids of the latest edits, so that one that is sent twice is done once. A step's `by` is whose it is: the
actor's id where it is kept; for a visitor his own steps have none.
static/js/photo/marks.js does the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Step = Mapping[str, Any]
Wall = Mapping[str, Any]
State = Mapping[str, Any]

EMPTY: State = {"base": [], "steps": [], "undone": [], "known": []}
MOST_STEPS = 200
MOST_KNOWN = 400
MOST_WALLS = 12
MOST_LETTERS = 300_000
ID = re.compile(r"[0-9A-Za-z-]{1,60}")
SLOTS = ("wall", "second", "ceiling", "woodwork", "furniture")
"""What of a scheme a marked wall may take: it need be no wall."""
WALL_SLOTS = ("wall", "second")
LIGHTNESSES = ("light", "medium", "dark")


def walls(state: State) -> list[Wall]:
    """The walls as they stand, each `{"id", "taps", "keep", "lines", "brush", "paint", "old", "slot"}`.

    `slot` is what of a scheme the wall takes; those marked before there were slots have none, which is `wall`.
    """
    return _folded(state["base"], state["steps"])


def with_old(walls: Sequence[Wall], known: Mapping[str, Mapping[str, str]]) -> list[Wall]:
    """The walls with the old paints that are known beforehand, by id, but for those of which another was told."""
    return [{**wall, "old": known[wall["id"]]} if _takes_known(wall, known) else wall for wall in walls]


def is_wall(wall: Wall) -> bool:
    """Whether what is marked is a wall at all, not a ceiling or a thing."""
    return (wall.get("slot") or "wall") in WALL_SLOTS


def done(state: State, edit: Step) -> State:
    """The state after the edit: a step, or `undo` and `redo` of the doer's own last one; nothing where there is none.

    `by` tells whose an edit is. One that is known already changes nothing.
    """
    if edit["id"] in state["known"]:
        return state
    steps, undone = list(state["steps"]), list(state["undone"])
    if edit["do"] == "undo":
        undone += _own_last(steps, edit)
    elif edit["do"] == "redo":
        steps += _own_last(undone, edit)
    else:
        steps, undone = [*steps, edit], [step for step in undone if not _is_own(step, edit)]
    spare = max(0, len(steps) - MOST_STEPS)
    base = _folded(state["base"], steps[:spare])
    known = [*state["known"], edit["id"]][-MOST_KNOWN:]
    return {"base": base, "steps": steps[spare:], "undone": undone, "known": known}


def fault(state: State, edit: object, size: tuple[int, int]) -> tuple[str, str] | None:
    """Path and reason of what is wrong with an edit of a photo of this size (width, height); None when nothing is."""
    if not isinstance(edit, dict) or not _is_id(edit.get("id")):
        return "id", "not_an_edit"
    do = str(edit.get("do"))
    if do in ("undo", "redo"):
        return None if set(edit) == {"id", "do"} else ("", "not_an_edit")
    told = {"id", "do", *FIELDS.get(do, {}), *(() if do == "scheme" else ("wall",))}
    if do not in FIELDS or set(edit) != told or not _is_id(edit.get("wall", edit["id"])):
        return "do", "not_an_edit"
    for name, is_right in FIELDS[do].items():
        if not is_right(edit[name], size):
            return name, "outside_photo" if name in ("at", "from", "to", "points") else "not_an_edit"
    after = done(state, edit)
    if len(walls(after)) > MOST_WALLS:
        return "wall", "too_many_photo_walls"
    return ("", "too_much_marked") if len(json.dumps(after)) > MOST_LETTERS else None


def _takes_known(wall: Wall, known: Mapping[str, Mapping[str, str]]) -> bool:
    return wall["id"] in known and is_wall(wall) and wall["old"] in (None, {"way": "unknown"})


def _own_last(steps: list[Step], edit: Step) -> list[Step]:
    """The last of the steps that is of the edit's doer, taken out of them, if there is one."""
    places = [at for at, step in enumerate(steps) if _is_own(step, edit)]
    return [steps.pop(places[-1])] if places else []


def _is_own(step: Step, edit: Step) -> bool:
    """Whether both are of one doer; a step from before that was kept is anybody's."""
    return bool(step.get("by", edit.get("by")) == edit.get("by"))


def _folded(base: Sequence[Wall], steps: Sequence[Step]) -> list[Wall]:
    found = {wall["id"]: wall for wall in base}
    for step in steps:
        if step["do"] == "remove":
            found.pop(step["wall"], None)
        elif step["do"] == "scheme":
            painted = {id_: code for id_, code in step["paints"].items() if id_ in found}
            found |= {id_: {**found[id_], "paint": code} for id_, code in painted.items()}
        else:
            found[step["wall"]] = _marked(found.get(step["wall"]) or _new(step["wall"]), step)
    return list(found.values())


def _new(id_: str) -> Wall:
    return {"id": id_, "taps": [], "keep": [], "lines": [], "brush": [], "paint": None, "old": None, "slot": "wall"}


def _marked(wall: Wall, step: Step) -> Wall:
    match step["do"]:
        case "tap":
            return {**wall, "taps": [*wall["taps"], step["at"]]}
        case "keep":
            return {**wall, "keep": [*wall["keep"], step["at"]]}
        case "line":
            return {**wall, "lines": [*wall["lines"], [step["from"], step["to"]]]}
        case "brush":
            stroke = {"wall": step["on"], "points": step["points"], "width": step["width"]}
            return {**wall, "brush": [*wall["brush"], stroke]}
        case name:
            return {**wall, name: step[name]}


Size = tuple[int, int]


def _is_point(value: object, size: Size) -> bool:
    is_pair = isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value)
    return is_pair and all(0 <= number < most for number, most in zip(value, size, strict=True))  # type: ignore[call-overload] # a pair, as said


def _is_stroke(value: object, size: Size) -> bool:
    return isinstance(value, list) and 0 < len(value) <= 400 and all(_is_point(point, size) for point in value)


def _is_old(value: object, size: Size) -> bool:
    """None, or by its `way`: `unknown`, `paint` with a `code`, `lightness` `of` the wall, `sheet` `at` a place."""
    if value is None or value == {"way": "unknown"}:
        return True
    if not isinstance(value, dict):
        return False
    match value.get("way"), set(value) - {"way"}:
        case "paint", names if names == {"code"}:
            return _is_name(value["code"])
        case "lightness", names if names == {"of"}:
            return value["of"] in LIGHTNESSES
        case "sheet", names if names == {"at"}:
            return _is_point(value["at"], size)
    return False


def _is_id(value: object) -> bool:
    return isinstance(value, str) and ID.fullmatch(value) is not None


def _are_paints(value: object) -> bool:
    is_map = isinstance(value, dict) and 0 < len(value) <= MOST_WALLS
    return is_map and all(_is_id(wall) and _is_name(code) for wall, code in value.items())  # type: ignore[attr-defined] # a map, as said


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 60


FIELDS: Mapping[str, Mapping[str, Callable[[object, Size], bool]]] = {
    "tap": {"at": _is_point},
    "keep": {"at": _is_point},
    "line": {"from": _is_point, "to": _is_point},
    "brush": {
        "on": lambda value, _: type(value) is bool,
        "width": lambda value, _: type(value) is int and 2 <= value <= 400,
        "points": _is_stroke,
    },
    "paint": {"paint": lambda value, _: value is None or _is_name(value)},
    "old": {"old": _is_old},
    "slot": {"slot": lambda value, _: value in SLOTS},
    "scheme": {"paints": lambda value, _: _are_paints(value)},
    "remove": {},
}
"""What each step holds beside its id, its wall and its name; a scheme paints several walls, each by its id."""
