"""What stands on a sample's label, and how to judge the sample at home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samples.colour.words import Said
from samples.order import KINDS
from samples.paint import Paint

HOW_TO_TEST: Mapping[str, tuple[str, ...]] = {
    "pl": (
        "Oglądaj próbkę na białej kartce, nie na starym kolorze ściany.",
        "Pomaluj dwie warstwy i poczekaj, aż wyschną: mokra farba jest ciemniejsza.",
        "Spójrz rano i wieczorem, przy oknie i w kącie, przy świetle dziennym i przy lampie.",
        "Przyłóż próbkę do podłogi, mebli i tkanin, które zostają.",
        "Na dużej ścianie kolor wyda się mocniejszy niż na próbce.",
    ),
    "en": (
        "Look at the sample on white paper, not on the old colour of the wall.",
        "Paint two coats and let them dry: wet paint is darker.",
        "Look in the morning and in the evening, by the window and in the corner, by daylight and by lamp.",
        "Hold the sample to the floor, the furniture and the fabrics that stay.",
        "On a large wall the colour will seem stronger than on the sample.",
    ),
}
WITHOUT_PAINTING = {"card", "sticker"}
PAINTING_STEP = 1


@dataclass(frozen=True)
class Label:
    """The label as data: the page or the printer decides how it looks; `link` goes into the QR code."""

    code: str
    name: Said
    kind: Said
    about: Said
    hex: str
    out_of_srgb: bool
    lrv: float
    how_to_test: Mapping[str, tuple[str, ...]]
    link: str
    hazards: tuple[Said, ...]


def label(paint: Paint, kind: str, link: str, hazards: tuple[Said, ...] = ()) -> Label:
    """The label of one sample; `hazards` are the texts the law wants on the product, given by its maker."""
    return Label(
        paint.code,
        paint.name,
        KINDS[kind],
        paint.about,
        paint.hex,
        paint.out_of_srgb,
        paint.lrv,
        how_to_test(kind),
        link,
        hazards,
    )


def how_to_test(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The steps for the kind of sample: a card and a sticker are painted already."""
    if kind not in WITHOUT_PAINTING:
        return HOW_TO_TEST
    return {language: steps[:PAINTING_STEP] + steps[PAINTING_STEP + 1 :] for language, steps in HOW_TO_TEST.items()}
