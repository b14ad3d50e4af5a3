"""The commands: ONE FILE = ONE COMMAND, with `add_to(commands)` to declare it and `run(options)` to do it."""

from __future__ import annotations

from types import ModuleType

from configurator.commands import (
    backtest,
    bench,
    charge_all,
    check,
    decide,
    deck,
    draw,
    import_plan,
    key,
    lint,
    models,
    nearest,
    pdf,
    products,
    quantities,
    render,
    repaint,
    rooms,
    run,
    scene,
    verify,
    work,
)

COMMANDS: tuple[ModuleType, ...] = (
    run,
    work,
    import_plan,
    rooms,
    check,
    quantities,
    draw,
    pdf,
    scene,
    render,
    decide,
    lint,
    backtest,
    charge_all,
    nearest,
    repaint,
    products,
    models,
    deck,
    verify,
    bench,
    key,
)
