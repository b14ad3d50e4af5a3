"""The store's own words in a form: their gaps stand in them by readable names, as in „[usługa]: [do zapłaty]”."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Both, Control, labelled
from configurator.terms.typed import Typed
from incentives.asking import Question, asked, question
from incentives.phrasing import CHIP, DETAIL, shown, typed

ASKED: tuple[Question, ...] = (
    question("chip", str, asked(CHIP.pl, CHIP.en)),
    question("detail", str, asked(DETAIL.pl, DETAIL.en, optional=True)),
)


@dataclass(frozen=True)
class Gapped(Control):
    """A text in both languages with gaps."""

    def read(self, form: Typed, name: str) -> Any:
        found = Both().read(form, name)
        return found if found is ABSENT else {language: typed(text, language) for language, text in found.items()}

    def show(self, data: Any, name: str, path: str) -> Box:
        box = Both().show(data, name, path)
        return replace(box, kind="gapped", boxes=tuple(_readable(inner) for inner in box.boxes))


def _readable(box: Box) -> Box:
    return replace(box, value=shown(box.value, box.name.rsplit("/", 1)[-1]))


@dataclass(frozen=True)
class Phrasing(Control):
    """What the chip says and what a tap on it says; nothing typed leaves the usual words."""

    def read(self, form: Typed, name: str) -> Any:
        found = {asks.name: Gapped().read(form, f"{name}/{asks.name}") for asks in ASKED}
        return {key: value for key, value in found.items() if value is not ABSENT} or ABSENT

    def show(self, data: Any, name: str, path: str) -> Box:
        held = data if isinstance(data, dict) else {}
        boxes = (
            labelled(
                Gapped().show(held.get(asks.name), f"{name}/{asks.name}", f"{path}/{asks.name}"),
                asks.asked.label,
                optional=asks.optional or not held,
            )
            for asks in ASKED
        )
        return Box("record", name, path, boxes=tuple(boxes))
