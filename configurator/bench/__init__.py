"""What is measured and how: ONE FILE = ONE BENCH, with `measure(options)` giving one row after another."""

from __future__ import annotations

from types import ModuleType

from configurator.bench import (
    browser,
    bulk,
    check,
    decide,
    edit,
    light,
    limits,
    nearest,
    pdf,
    repaint,
    room_finders,
    rooms,
    save,
)

BENCHES: dict[str, ModuleType] = {
    module.__name__.rsplit(".", 1)[1]: module
    for module in (rooms, room_finders, check, decide, bulk, save, light, limits, pdf, browser, edit, repaint, nearest)
}
