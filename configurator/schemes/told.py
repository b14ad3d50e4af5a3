"""A scheme in words and numbers: its colours, how much of the room each takes, and what it asks of eyes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from babel.numbers import format_decimal

from configurator.i18n import LANGUAGES, translate
from configurator.schemes.fills import value_of
from configurator.schemes.service import LONGEST_NAME
from samples.colour.words import Said
from samples.schemes.checks import HardPair, LightPair, hard_to_tell, light_pairs
from samples.schemes.scheme import Fill, Fills
from samples.schemes.shares import RULE, Shares, shares_of


@dataclass(frozen=True)
class Remark:
    """One sentence of a scheme, and whether it is good news."""

    key: str
    is_good: bool
    said: Said

    def as_data(self) -> dict[str, Any]:
        return {"key": self.key, "good": self.is_good, "said": self.said}


def told(fills: Fills, areas_mm2: Mapping[str, float]) -> dict[str, Any]:
    """The slots with their colours, and the remarks, in both languages; of shares nothing where no areas are known."""
    shares = shares_of(fills, areas_mm2)
    percents = shares.by_slot if shares else {}
    return {
        "slots": [slot_told(slot, fill, percents.get(slot)) for slot, fill in fills.items()],
        "remarks": [remark.as_data() for remark in remarks(fills, shares)],
    }


def name_said(name: str, fills: Fills, lang: str) -> str:
    """The scheme's name: made from its paints in this language if it was made so in one, else as typed."""
    suggested = {one: suggested_name(fills, one) for one in LANGUAGES}
    return suggested[lang] if name in suggested.values() else name


def suggested_name(fills: Fills, lang: str) -> str:
    """What a browser offers as a name: the first two colours, as in `Delikatny kaszmir, Rooibos z mlekiem`."""
    return ", ".join(capital(fill.name)[lang] for fill in list(fills.values())[:2])[:LONGEST_NAME]


def slot_told(slot: str, fill: Fill, percent: int | None) -> dict[str, Any]:
    """`value` is what a client sends back."""
    return {
        "slot": slot,
        "value": value_of(fill),
        "code": fill.code,
        "hex": fill.hex,
        "lrv": fill.lrv,
        "name": capital(fill.name),
        "percent": percent,
    }


def remarks(fills: Fills, shares: Shares | None) -> list[Remark]:
    """First how the colours share the room, then how they stand out, then who may take two for one.

    Where there is but one colour, nobody is told that it can be told apart.
    """
    found = [_shares_said(shares)] if shares else []
    are_several = len({fill.lab for fill in fills.values()}) > 1
    return [*found, *_light_said(light_pairs(fills)), *(_blind_said(hard_to_tell(fills)) if are_several else ())]


def capital(said: Said) -> Said:
    return {lang: text[:1].upper() + text[1:] for lang, text in said.items()}


def slots_said(slots: Sequence[str], lang: str) -> str:
    """As in `ściany, drzwi i listwy`."""
    return ", ".join(translate(f"schemes.slot_{slot}", lang=lang).lower() for slot in slots)


def pair_said(slots: tuple[str, str], lang: str) -> str:
    """As in `ściany – drzwi i listwy`."""
    return " – ".join(translate(f"schemes.slot_{slot}", lang=lang).lower() for slot in slots)


def _shares_said(shares: Shares) -> Remark:
    def parts(lang: str) -> str:
        heard = [
            f"{translate('schemes.percent', lang=lang, percent=voice.percent)} {slots_said(voice.slots, lang)}"
            for voice in shares.voices[:3]
        ]
        rest = sum(voice.percent for voice in shares.voices[3:])
        return "; ".join([*heard, translate("schemes.rest", lang=lang, percent=rest)] if rest else heard)

    rule = "-".join(map(str, RULE))
    said = {
        lang: translate(f"schemes.shares_{shares.verdict}", lang=lang, parts=parts(lang), rule=rule)
        for lang in LANGUAGES
    }
    return Remark("shares", shares.verdict == "near", said)


def _light_said(pairs: Sequence[LightPair]) -> Iterator[Remark]:
    """The good ones in one sentence, each poor one in its own."""
    if good := [pair for pair in pairs if pair.stands_out]:
        yield Remark("light", True, _each("light_good", lambda lang: {"pairs": _pairs(good, lang)}))
    for pair in pairs:
        if not pair.stands_out:
            yield Remark("light", False, _poor(pair))


def _poor(pair: LightPair) -> Said:
    return _each(
        "light_poor",
        lambda lang: {
            "pair": capital({lang: pair_said(pair.slots, lang)})[lang],
            "points": _number(pair.points, lang),
            "wanted": pair.wanted,
        },
    )


def _pairs(pairs: Sequence[LightPair], lang: str) -> str:
    return "; ".join(
        f"{pair_said(pair.slots, lang)} ({translate('schemes.points', lang=lang, points=_number(pair.points, lang))})"
        for pair in pairs
    )


def _blind_said(pairs: Sequence[HardPair]) -> Iterator[Remark]:
    if not pairs:
        yield Remark("blind", True, _each("blind_good", lambda _lang: {}))
    for kind, of_kind in groupby(pairs, key=lambda pair: pair.kind):
        yield _blind(kind, list(of_kind))


def _blind(kind: str, pairs: Sequence[HardPair]) -> Remark:
    return Remark("blind", False, _each(f"blind_{kind}", lambda lang: {"pairs": _hard(pairs, lang)}))


def _hard(pairs: Sequence[HardPair], lang: str) -> str:
    return "; ".join(
        f"{pair_said(pair.slots, lang)} (ΔE\N{NO-BREAK SPACE}{_number(pair.before, lang)}"
        f" → {_number(pair.after, lang)})"
        for pair in pairs
    )


def _number(value: float, lang: str) -> str:
    return format_decimal(value, "0", locale=lang)


def _each(name: str, values: Callable[[str], Mapping[str, Any]]) -> Said:
    return {lang: translate(f"schemes.{name}", lang=lang, **values(lang)) for lang in LANGUAGES}
