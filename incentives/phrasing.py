"""The store's phrases for those who write them: when each is said, its gaps by readable names, and an example."""

from __future__ import annotations

import re
from collections.abc import Mapping

from incentives import wording
from incentives.phrases import GAPS, Phrase, State
from incentives.telling import Said
from incentives.wording import Quantity, Words

CALLED: Mapping[State, Words] = {
    State.UNBEGUN: Words("Opłata może jeszcze spaść", "The fee can still fall"),
    State.QUOTED: Words("Pełna opłata", "The full fee"),
    State.EARNED: Words("Opłata w całości zdjęta", "The whole fee is off"),
    State.REDUCED: Words("Opłata niższa niż w cenniku", "A fee below the list price"),
    State.DEFERRED: Words("Opłata odłożona na później", "The fee is put off"),
    State.PENDING: Words("Czegoś jeszcze nie wiemy", "Something is not known yet"),
    State.ALLOWANCE: Words("Bezpłatne próbki", "Free samples"),
    State.CREDIT: Words("Kwota na następne zakupy", "Money towards the next purchase"),
}
GAP_NAMES: Mapping[str, Words] = {
    "service": Words("usługa", "service"),
    "listed": Words("cena z cennika", "list price"),
    "best": Words("najniższa możliwa opłata", "lowest possible fee"),
    "charged": Words("do zapłaty", "to pay"),
    "because": Words("powód", "reason"),
    "needs": Words("czego brakuje", "what is missing"),
    "left": Words("ile zostało", "how many are left"),
    "count": Words("ile jest razem", "how many in all"),
    "credit": Words("kwota na zakupy", "amount to spend"),
    "until": Words("do kiedy", "until when"),
}
CHIP = Words("Na górze studia", "At the top of the studio")
DETAIL = Words("Po dotknięciu", "On tap")
GAP = re.compile(r"\{(\w+)((?::[^{}]*)?)\}")
READABLE = re.compile(r"\[([^\[\]{}:]+)((?::[^\[\]{}]*)?)\]")
EXAMPLES: Mapping[str, Words | Quantity] = {
    "listed": wording.money(300_00),
    "best": wording.money(0),
    "because": Words("masz już własny szkic", "you already have a sketch of your own"),
    "needs": Words("powierzchnia podłogi", "floor area"),
    "left": wording.count(2),
    "count": wording.count(3),
    "credit": wording.money(40_00),
    "until": Words("do 31 grudnia", "until 31 December"),
}
CHARGED_GR: Mapping[State, int] = {State.EARNED: 0, State.REDUCED: 150_00, State.DEFERRED: 0}


def gap_names(state: State) -> list[Words]:
    """What the texts of this state may be filled with, in a fixed order."""
    return [words for name, words in GAP_NAMES.items() if name in GAPS[state]]


def shown(text: str, language: str) -> str:
    """ "{service}: {charged}" as "[usługa]: [do zapłaty]"."""
    return GAP.sub(lambda gap: f"[{GAP_NAMES[gap[1]][language] if gap[1] in GAP_NAMES else gap[1]}{gap[2]}]", text)


def typed(text: str, language: str) -> str:
    """The same the other way; a name that is none of a gap stands in braces and is told as wrong."""
    names = {words[language]: name for name, words in GAP_NAMES.items()}
    return READABLE.sub(lambda gap: f"{{{names.get(gap[1].strip().lower(), gap[1])}{gap[2]}}}", text)


def phrase_said(state: State, phrase: Phrase) -> Said:
    """The store's own words, their gaps by readable names."""
    return Said(CALLED[state], (_line(CHIP, _shown(phrase.chip)), _line(DETAIL, _shown(phrase.detail))))


def phrase_example(state: State, phrase: Phrase, service: Words) -> Said:
    """How the phrase reads for one customer."""
    charged = wording.money(CHARGED_GR.get(state, 300_00))
    filled = phrase.filled({**EXAMPLES, "service": service, "charged": charged})
    return Said(CALLED[state], (_line(CHIP, filled.chip), _line(DETAIL, filled.detail)))


def _shown(words: Words) -> Words:
    return Words(shown(words.pl, "pl"), shown(words.en, "en"))


def _line(label: Words, text: Words) -> Said:
    return Said(Words(f"{label.pl}: „{text.pl}”", f"{label.en}: “{text.en}”"))
