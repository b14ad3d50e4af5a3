"""Numbers, money and dates as people write them in Polish and English, and sentences with gaps for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from incentives.reading import Node

LANGUAGES = ("pl", "en")
FORMS = {"pl": 3, "en": 2}

PL_MONTHS = (
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
)
EN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

GAP = re.compile(r"\{(\w+)(?::([^{}]*))?\}")


@dataclass(frozen=True)
class Words:
    """The same text in both languages."""

    pl: str
    en: str

    @classmethod
    def read(cls, node: Node, gaps: Collection[str] = ()) -> Words:
        """Both texts; Fault for a gap that is not among those named, or that is not well formed."""
        fields = node.fields(LANGUAGES)
        for language, field in fields.items():
            _check_gaps(field, field.text(), language, gaps)
        return cls(fields["pl"].text(), fields["en"].text())

    def as_data(self) -> dict[str, str]:
        return {"pl": self.pl, "en": self.en}

    def __getitem__(self, language: str) -> str:
        return self.pl if language == "pl" else self.en

    def filled(self, values: Mapping[str, Words | Quantity]) -> Words:
        """Both texts with their gaps filled; `{n:one|few|many}` picks the form that goes with a number."""
        return Words(_filled(self.pl, "pl", values), _filled(self.en, "en", values))

    def capitalised(self) -> Words:
        return Words(self.pl[:1].upper() + self.pl[1:], self.en[:1].upper() + self.en[1:])


@dataclass(frozen=True)
class Quantity:
    """A number that a sentence names: its spelling in both languages and the number that governs the noun."""

    number: int
    spelling: Words


def _check_gaps(node: Node, text: str, language: str, gaps: Collection[str]) -> None:
    for name, forms in GAP.findall(text):
        if name not in gaps:
            raise node.fault("unknown_gap", found=name, choices=", ".join(sorted(gaps)))
        if forms and forms.count("|") + 1 != FORMS[language]:
            raise node.fault("wrong_count_of_forms", found=forms, wanted=FORMS[language])
    if set(GAP.sub("", text)) & set("{}"):
        raise node.fault("broken_gap")


def _filled(text: str, language: str, values: Mapping[str, Words | Quantity]) -> str:
    def fill(gap: re.Match[str]) -> str:
        value, forms = values[gap[1]], gap[2]
        if isinstance(value, Words):
            return value[language]
        return forms.split("|")[plural(value.number, language)] if forms else value.spelling[language]

    return GAP.sub(fill, text)


def plural(number: int, language: str) -> int:
    """Which form the noun takes: 0 one, 1 few (Polish) or other (English), 2 many (Polish).

    Source: Unicode CLDR, plural rules, whole numbers.
    """
    if number == 1:
        return 0
    if language == "en":
        return 1
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


def money(gr: int) -> Quantity:
    """Grosze as "2 500 zł" and "2 499,99 zł", in English "2,500 PLN" and "2,499.99 PLN"."""
    whole, rest = divmod(gr, 100)
    grouped = f"{whole:,}"
    pl = grouped.replace(",", " ") + (f",{rest:02d}" if rest else "")
    en = grouped + (f".{rest:02d}" if rest else "")
    return Quantity(whole, Words(f"{pl} zł", f"{en} PLN"))


def net(amount: Quantity) -> Quantity:
    """The amount, told to be without tax."""
    return Quantity(amount.number, Words(f"{amount.spelling.pl} netto", f"{amount.spelling.en} net"))


def counted_in(amount: Quantity, unit: Words) -> Quantity:
    """The amount with its unit, as in "12 km"."""
    spelling = amount.spelling
    return Quantity(amount.number, Words(f"{spelling.pl} {unit.pl}", f"{spelling.en} {unit.en}"))


def count(number: int) -> Quantity:
    grouped = f"{number:,}"
    return Quantity(number, Words(grouped.replace(",", " "), grouped))


def area(mm2: int) -> Quantity:
    """Square millimetres as square metres with at most two decimals, half up."""
    hundredths = (mm2 + 5_000) // 10_000
    whole, rest = divmod(hundredths, 100)
    decimals = f"{rest:02d}".rstrip("0")
    grouped = f"{whole:,}"
    pl = grouped.replace(",", " ") + ("," + decimals if decimals else "")
    return Quantity(whole, Words(f"{pl} m²", grouped + ("." + decimals if decimals else "") + " m²"))


def days(number: int) -> Quantity:
    spelling = Words("{n} {n:dzień|dni|dni}", "{n} {n:day|days}").filled({"n": count(number)})
    return Quantity(number, spelling)


def percent(number: int) -> Quantity:
    return Quantity(number, Words(f"{number}%", f"{number}%"))


def calendar_day(day: date, *, seen_from: date | None = None) -> Words:
    """ "5 grudnia 2026"; the year is left out when it is the year of `seen_from`."""
    year = "" if seen_from and seen_from.year == day.year else f" {day.year}"
    return Words(f"{day.day} {PL_MONTHS[day.month - 1]}{year}", f"{day.day} {EN_MONTHS[day.month - 1]}{year}")


def plain(text: str) -> Words:
    """A text that is the same in both languages, such as a brand."""
    return Words(text, text)


def listed(parts: Sequence[Words], last_pl: str = "i", last_en: str = "and") -> Words:
    """ "a, b i c"."""
    return Words(_joined([part.pl for part in parts], last_pl), _joined([part.en for part in parts], last_en))


def _joined(parts: Sequence[str], last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
