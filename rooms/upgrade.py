"""Old edits: each stays in the log as it was written, and is upgraded to the present version when it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rooms.edit import VERSION, Edit
from rooms.fault import Fault

EditData = Mapping[str, Any]

UPGRADES: Mapping[int, Callable[[EditData], EditData]] = {}
"""By version: what makes an edit's data of that version into the next one's; each tells nothing but the edit itself."""


def read_log(rows: Iterable[EditData]) -> list[Edit]:
    """The edits of a log, each brought to the present version."""
    return [Edit.from_log(upgraded(row)) for row in rows]


def upgraded(
    data: EditData, upgrades: Mapping[int, Callable[[EditData], EditData]] = UPGRADES, to: int = VERSION
) -> EditData:
    """The edit's data in version `to`; Fault when it is from a version that this program does not know yet."""
    for version in range(data["v"], to):
        data = {**upgrades[version](data), "v": version + 1}
    if data["v"] != to:
        raise Fault("v", "unknown_version", wanted=to)
    return data
