"""A colour in words, and a difference between two in words; the words and their bounds are `words.json`.

The browser reads the same file (`static/js/colour/words.js`) and says the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from numpy.typing import ArrayLike

from samples.colour.oklab import lab_to_oklch

WORDS: Mapping[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
FAMILIES: Mapping[str, Mapping[str, Any]] = WORDS["families"]
"""Families of colour in the order of a fan deck: their noun, its gender, and the name of the whole."""

Said = dict[str, str]
"""One sentence in the languages "pl" and "en"."""


@dataclass(frozen=True)
class Traits:
    """What a person would call the colour: keys of `words.json`; an undertone is a key of its hints, or "none"."""

    family: str
    lightness: str
    chroma: str
    temperature: str
    undertone: str

    @cached_property
    def facets(self) -> frozenset[str]:
        """The keys as one set, the undertone as "hint:green"."""
        return frozenset((self.family, self.lightness, self.chroma, self.temperature, f"hint:{self.undertone}"))


def traits(lab: ArrayLike) -> Traits:
    """The traits of one colour, by its place in OKLCH."""
    lightness, chroma, hue = (float(value) for value in lab_to_oklch(lab))
    family = next(rule["family"] for rule in WORDS["family_rules"] if _applies(rule, lightness, chroma, hue))
    return Traits(
        family,
        _band("lightness", lightness)["key"],
        _band("chroma", chroma)["key"],
        _temperature(chroma, hue),
        _undertone(family, chroma, hue),
    )


def describe(lab: ArrayLike) -> Said:
    """One colour in words: "jasna ciepła zieleń", "light warm green"."""
    return say(traits(lab))


def say(seen: Traits) -> Said:
    """The traits in words, adjectives in the gender of the Polish noun."""
    noun, lightness = _noun(seen)
    parts = [lightness, *_adjectives(seen)]
    hint = WORDS["hints"].get(seen.undertone) if "hint" in FAMILIES[seen.family]["says"] else None
    return {
        "pl": _joined([part["pl"][noun["gender"]] for part in parts if part], noun["pl"], hint and hint["pl"]),
        "en": _joined([part["en"] for part in parts if part], noun["en"], hint and hint["en"]),
    }


def say_difference(delta_e: float) -> Said:
    """What ΔE00 means to the eye, from "niewidoczna" to "inny kolor"."""
    step = next(step for step in WORDS["differences"] if delta_e < step["below"])
    return {"pl": step["pl"], "en": step["en"]}


def family(lab: ArrayLike) -> str:
    """The key of the colour's family in FAMILIES."""
    return traits(lab).family


def undertone(lab: ArrayLike) -> str:
    """The hint of another hue in the colour ("peach", "green"…), or "none"."""
    return traits(lab).undertone


def _applies(rule: Mapping[str, Any], lightness: float, chroma: float, hue: float) -> bool:
    return (
        rule["lightness"][0] <= lightness < rule["lightness"][1]
        and rule["chroma"][0] <= chroma < rule["chroma"][1]
        and _between(hue, rule["hue"])
    )


def _between(hue: float, ends: tuple[float, float]) -> bool:
    start, end = ends
    return start <= hue < end if start < end else hue >= start or hue < end


def _band(kind: str, value: float) -> Mapping[str, Any]:
    band: Mapping[str, Any] = next(band for band in WORDS[kind] if value >= band["from"])
    return band


def _temperature(chroma: float, hue: float) -> str:
    bounds = WORDS["temperature"]
    if chroma < bounds["chroma_from"]:
        return "neutral"
    return "warm" if _between(hue, bounds["warm_hue"]) else "cool"


def _undertone(family: str, chroma: float, hue: float) -> str:
    rules = (rule for rule in WORDS["hint_rules"] if family in rule["families"])
    hits = (rule["hint"] for rule in rules if chroma >= rule["chroma_from"] and _between(hue, rule["hue"]))
    return next(hits, "none")


def _noun(seen: Traits) -> tuple[Mapping[str, Any], Mapping[str, Any] | None]:
    """The noun, and the word for lightness unless the noun already tells it."""
    for shade in WORDS["shades"]:
        if shade["family"] == seen.family and seen.lightness in shade["lightness"]:
            return shade, None
    said = "lightness" in FAMILIES[seen.family]["says"]
    return FAMILIES[seen.family], _keyed("lightness", seen.lightness) if said else None


def _adjectives(seen: Traits) -> list[Mapping[str, Any]]:
    says = FAMILIES[seen.family]["says"]
    chosen = [WORDS["temperature"][seen.temperature]] if "temperature" in says else []
    pale = seen.lightness == "very_light" and seen.chroma == "muted"  # which every pale colour is
    return [*chosen, _keyed("chroma", seen.chroma)] if "chroma" in says and not pale else chosen


def _keyed(kind: str, key: str) -> Mapping[str, Any]:
    band: Mapping[str, Any] = next(band for band in WORDS[kind] if band["key"] == key)
    return band


def _joined(adjectives: list[str], noun: str, hint: str | None) -> str:
    return " ".join(word for word in (*adjectives, noun, hint) if word)
