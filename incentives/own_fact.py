"""What a retailer is asked about a fact of its own, and how that fact reads."""

from __future__ import annotations

from collections.abc import Mapping

from incentives import wording
from incentives.asking import Question, asked, question
from incentives.fact import Changer, Fact, Type
from incentives.telling import Said
from incentives.wording import Words

TYPES: Mapping[str, Words] = {
    Type.MONEY: Words("kwota w zł", "amount in PLN"),
    Type.COUNT: Words("liczba: sztuki, godziny, kilometry…", "number: pieces, hours, kilometres…"),
    Type.FLAG: Words("tak albo nie", "yes or no"),
    Type.DAYS: Words("ile dni", "how many days"),
    Type.PERCENT: Words("procent", "per cent"),
    Type.AREA: Words("powierzchnia w m²", "area in m²"),
    Type.DATE: Words("dzień kalendarza", "date"),
    Type.WORD: Words("jedno z listy", "one of a list"),
    Type.WORDS: Words("kilka z listy", "several of a list"),
}
CHANGERS: Mapping[str, Words] = {
    Changer.STORE: Words("sklep", "the store"),
    Changer.CUSTOMER: Words("klient", "the customer"),
    Changer.NOBODY: Words("nikt: jest, jaki jest", "nobody: it is as it is"),
    Changer.TIME: Words("czas: co dzień o jeden więcej", "time: one more each day"),
}

ASKED: tuple[Question, ...] = (
    question("label", Words, asked("Jak się nazywa", "What it is called")),
    question("type", str, asked("Co to jest", "What it is", choices=TYPES, reshapes=True)),
    question("net", bool, asked("Czy bez VAT (netto)", "Whether without VAT (net)", optional=True, only=(Type.MONEY,))),
    question("counted_in", Words, asked("Jednostka", "Unit", optional=True, only=(Type.COUNT,))),
    question("choices", Mapping[str, Words], asked("Lista do wyboru", "The list", only=(Type.WORD, Type.WORDS))),
    question("changer", str, asked("Kto może to zmienić", "Who can change it", choices=CHANGERS)),
)


def own_fact_said(fact: Fact) -> Said:
    """The fact: what kind of thing it is, in what unit or from what list, and who changes it."""
    kind = TYPES[fact.type]
    if fact.net:
        kind = Words(f"{kind.pl}, netto", f"{kind.en}, net")
    if fact.counted_in:
        kind = Words(f"{kind.pl.partition(':')[0]}: {fact.counted_in.pl}", f"number: {fact.counted_in.en}")
    found = [_line("type", kind)]
    if fact.choices:
        found.append(_line("choices", wording.listed(list(fact.choices.values()), "lub", "or")))
    return Said(fact.label, (*found, _line("changer", CHANGERS[fact.changer])))


def _line(name: str, value: Words) -> Said:
    label = next(asks.asked.label for asks in ASKED if asks.name == name)
    return Said(Words(f"{label.pl}: {value.pl}", f"{label.en}: {value.en}"))
