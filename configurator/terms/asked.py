"""What the form of each part of the terms asks for: of a class its own fields, of the terms as a whole those here."""

from __future__ import annotations

from collections.abc import Mapping

from configurator.terms import phrase_form
from incentives import own_fact
from incentives.asking import Question, asked, question, questions
from incentives.rule import Rule
from incentives.tariff import Override, Service
from incentives.wording import Words

ABOUT, TOGETHER, GOODS = "about", "together", "goods"
WHOLE = (ABOUT, TOGETHER, GOODS)
"""Parts that are about the terms as a whole: one page each."""

_ABOUT = (
    question("title", Words, asked("Nazwa warunków", "Name of the terms", optional=True)),
    question(
        "quote_days",
        int,
        asked(
            "Przez ile dni dotrzymujemy klientowi pokazanej opłaty",
            "For how many days a fee once shown is kept",
            optional=True,
        ),
    ),
    question(
        "default_service",
        str,
        asked("Usługa, którą otwiera „Zaczynam projekt”", "The service that “I begin the design” opens", optional=True),
    ),
)
_TOGETHER = (
    question(
        "lanes",
        tuple[Words, ...],
        asked(
            "Pule korzyści",
            "Pools of benefits",
            optional=True,
            left_out=Words(
                "Z jednej puli klient dostaje jedną korzyść, najlepszą. Korzyści z różnych pul się dodają, "
                "w kolejności z tej listy. Bez pul działa jedna reguła: najlepsza.",
                "Of one pool a customer gets one benefit, the best. Benefits of several pools add up, in the order "
                "of this list. Without pools one rule holds: the best.",
            ),
        ),
    ),
    question(
        "groups",
        tuple[Words, ...],
        asked(
            "Grupy, które się wykluczają",
            "Groups that exclude each other",
            optional=True,
            left_out=Words(
                "Z jednej grupy działa jedna reguła, także gdy reguły stoją w różnych pulach.",
                "Of one group one rule holds, even when its rules stand in several pools.",
            ),
        ),
    ),
)
_GOODS = (
    question(
        "categories",
        Mapping[str, Words],
        asked(
            "Kategorie produktów",
            "Categories of products",
            optional=True,
            left_out=Words(
                "Płytki, farby, meble oraz armatura są już na liście. Dodaj te, o których chcesz pisać w regułach.",
                "Tiles, paint, furniture and fixtures are there already. Add those your rules are to name.",
            ),
        ),
    ),
    question("brands", Mapping[str, Words], asked("Marki", "Brands", optional=True)),
)
ASKED: Mapping[str, tuple[Question, ...]] = {
    "services": tuple(questions(Service)),
    "rules": tuple(questions(Rule)),
    "overrides": tuple(questions(Override)),
    "facts": own_fact.ASKED,
    "phrases": phrase_form.ASKED,
    ABOUT: _ABOUT,
    TOGETHER: _TOGETHER,
    GOODS: _GOODS,
}
