"""How often, or up to what sum, a rule may be used by a customer, household, store or contract in a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from incentives import wording
from incentives.asking import Question, Shape, asked, question
from incentives.conditions.at_most import AtMost
from incentives.effect import FeeEffect, GrantEffect
from incentives.fact import Changer, Fact, Type, Value
from incentives.fee import Listed
from incentives.reading import Node
from incentives.wording import Words

WHO = {
    "all": Words("przez wszystkich klientów", "by all customers"),
    "customer": Words("przez Ciebie", "by you"),
    "household": Words("w Twoim gospodarstwie domowym", "in your household"),
    "store": Words("w tym sklepie", "in this store"),
    "contract": Words("w ramach tej umowy", "under this contract"),
}
WHEN = {
    "ever": Words("łącznie", "in all"),
    "day": Words("dzisiaj", "today"),
    "week": Words("w tym tygodniu", "this week"),
    "month": Words("w tym miesiącu", "this month"),
    "year": Words("w tym roku", "this year"),
}
FOR_WHOM = {
    "all": Words("wszyscy klienci razem", "all customers together"),
    "customer": Words("jeden klient", "one customer"),
    "household": Words("jedno gospodarstwo domowe", "one household"),
    "store": Words("jeden sklep", "one store"),
    "contract": Words("jedna umowa", "one contract"),
}
"""The same as WHO for the one who writes the terms."""
IN_WHAT_TIME = {
    "ever": Words("łącznie", "in all"),
    "day": Words("dziennie", "a day"),
    "week": Words("tygodniowo", "a week"),
    "month": Words("miesięcznie", "a month"),
    "year": Words("rocznie", "a year"),
}
"""The same as WHEN for the one who writes the terms."""
TIMES_USED = Words("Liczba użyć", "Number of uses")
SUM_USED = Words("Kwota wykorzystana", "Amount used")


class WithinLimit(AtMost):
    """The limit as a leaf: what was used so far leaves room for once more."""

    wish = (Words("na więcej warunki nie pozwalają", "the terms allow no more"), AtMost.wish[1])


@dataclass(frozen=True)
class Limit:
    """`{"per": "customer", "period": "year", "count": 1}` or with `amount_gr`.

    What was used so far is a fact that the ledger supplies, `uses_customer_year_<rule>` or
    `used_gr_customer_year_<rule>`; while it is unknown the rule gives nothing.
    """

    fact: Fact
    most: int
    per: str
    period: str

    SHAPES: ClassVar[tuple[Shape, ...]] = (
        Shape(
            "count",
            Words("tyle razy", "so many times"),
            (question("count", int, asked("Najwyżej razy", "At most so many times")),),
        ),
        Shape(
            "amount_gr",
            Words("do kwoty", "up to an amount"),
            (question("amount_gr", int, asked("Najwyżej", "At most")),),
        ),
    )
    AND_ALL: ClassVar[tuple[Question, ...]] = (
        question("per", str, asked("Dla kogo", "For whom", choices=FOR_WHOM)),
        question("period", str, asked("W jakim czasie", "In what time", choices=IN_WHAT_TIME)),
    )

    @classmethod
    def read(cls, node: Node, rule: str, title: Words) -> Limit:
        fields = node.fields(("per", "period"), ("count", "amount_gr"))
        if ("count" in fields) is ("amount_gr" in fields):
            raise node.fault("count_or_amount")
        per, period = fields["per"].choice(*WHO), fields["period"].choice(*WHEN)
        counted = "count" in fields
        most = fields["count" if counted else "amount_gr"].integer(1)
        within = Words(f"Wykorzystane {WHEN[period].pl} {WHO[per].pl}", f"Used {WHEN[period].en} {WHO[per].en}")
        fact = Fact(
            name=f"{'uses' if counted else 'used_gr'}_{per}_{period}_{rule}",
            type=Type.COUNT if counted else Type.MONEY,
            label=_label(TIMES_USED if counted else SUM_USED, title, WHO[per], WHEN[period]),
            changer=Changer.STORE,
            told={"some": _told(within, title, None if counted else most)},
        )
        return cls(fact, most, per, period)

    @property
    def counts_money(self) -> bool:
        return self.fact.type is Type.MONEY

    def leaf(self, effect: FeeEffect | GrantEffect, listed: Listed, values: Mapping[str, Value]) -> WithinLimit:
        """The limit as a condition: this use must still fit in."""
        return WithinLimit(self.fact, self.most - (_worth_gr(effect, listed, values) if self.counts_money else 1))


def period_of(period: str, day: date) -> str:
    """The name of the day, ISO week, month or year, or of all time."""
    if period == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return {"day": day.isoformat(), "month": day.isoformat()[:7], "year": day.isoformat()[:4]}.get(period, "ever")


def _worth_gr(effect: FeeEffect | GrantEffect, listed: Listed, values: Mapping[str, Value]) -> int:
    """What this use would take out of the budget; as much as it could, while that is unknown."""
    if isinstance(effect, GrantEffect):
        return effect.worth_gr(values) or 0
    covered_gr = effect.covered_gr(listed.lines)
    off_gr = effect.off_gr(covered_gr, values)
    return covered_gr if off_gr is None else off_gr


def _label(used: Words, title: Words, who: Words, when: Words) -> Words:
    return Words(f"{used.pl} {who.pl} {when.pl} („{title.pl}”)", f"{used.en} {who.en} {when.en} (“{title.en}”)")


def _told(within: Words, title: Words, most_gr: int | None) -> Words:
    """ "W tym roku w Twoim gospodarstwie domowym: 1 raz („Raz w roku”)"; of an amount also out of how much."""
    if most_gr is None:
        used = Words("{actual} {actual:raz|razy|razy}", "{actual} {actual:time|times}")
    else:
        most = wording.money(most_gr).spelling
        used = Words(f"{{actual}} z {most.pl}", f"{{actual}} of {most.en}")
    return Words(f"{within.pl}: {used.pl} („{title.pl}”)", f"{within.en}: {used.en} (“{title.en}”)")
