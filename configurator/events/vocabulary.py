"""What may be counted, whole: an event that does not stand here is refused, so no text of anyone's gets in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from configurator.errors import Refused

SCREENS = ("studio", "samples")
DETAILS: Mapping[str, tuple[str, ...]] = {
    "opened": ("phone", "desktop"),
    "tool": ("wall", "opening", "item", "paint", "other"),
    "panel": ("room", "openings", "furnishing", "colours", "list", "checks", "other"),
    "refused": ("too_large", "not_your_variant", "no_variant", "too_many", "other"),
    "left": ("under_a_minute", "under_ten_minutes", "longer"),
    "order_left": ("empty_tray", "full_tray"),
}
MOST_EVENTS = 50
MOST_TIMES = 1000


@dataclass(frozen=True)
class Counted:
    """One kind of event, and how often."""

    name: str
    screen: str
    detail: str
    times: int


def read(data: object) -> list[Counted]:
    """The events of a batch `[{"name", "screen", "detail", "times"}]`; Refused with the place of what is not listed."""
    if not isinstance(data, list) or len(data) > MOST_EVENTS:
        raise Refused("not_a_choice", path="events")
    return [_read(one, f"events/{place}") for place, one in enumerate(data)]


def _read(data: Any, path: str) -> Counted:
    if not isinstance(data, dict) or set(data) != {"name", "screen", "detail", "times"}:
        raise Refused("not_a_choice", path=path)
    name, screen, detail, times = data["name"], data["screen"], data["detail"], data["times"]
    if not isinstance(name, str) or detail not in DETAILS.get(name, ()):
        raise Refused("not_a_choice", path=f"{path}/detail")
    if screen not in SCREENS:
        raise Refused("not_a_choice", path=f"{path}/screen")
    if type(times) is not int or not 1 <= times <= MOST_TIMES:
        raise Refused("not_a_choice", path=f"{path}/times")
    return Counted(name, screen, detail, times)
