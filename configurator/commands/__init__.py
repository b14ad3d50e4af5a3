"""The commands: ONE FILE = ONE COMMAND, with `add_to(commands)` to declare it and `run(options)` to do it."""

from __future__ import annotations

from types import ModuleType

from configurator.commands import draw, import_plan, nearest, rooms, run, work

COMMANDS: tuple[ModuleType, ...] = (run, work, import_plan, rooms, draw, nearest)
