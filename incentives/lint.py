"""What is wrong, or likely not meant, with terms that are not yet published: every finding with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incentives.bonds import Bonds
from incentives.condition import Condition, Leaf
from incentives.conditions.all_of import AllOf
from incentives.conditions.at_least import AtLeast
from incentives.effect import FeeEffect, Form
from incentives.effects.waive import Waive
from incentives.fact import Type
from incentives.faults import faults
from incentives.fees.fixed import Fixed
from incentives.phrases import State
from incentives.rule import Rule
from incentives.satisfaction import can_be
from incentives.tariff import Override
from incentives.terms import Terms
from incentives.wording import Words

ERROR, WARNING = "error", "warning"

TOLD: Mapping[str, Words] = {
    "contradiction": Words("Tej reguły nikt nie może spełnić", "Nobody can meet this rule"),
    "contradiction_of_parts": Words(
        "Tych warunków nikt nie spełni naraz: jedna z liczb jest częścią drugiej",
        "Nobody can meet these together: one of the numbers is a part of the other",
    ),
    "always": Words("Tę regułę spełnia każdy", "Everybody meets this rule"),
    "self_defeating": Words(
        "Korzyść zmniejsza kwotę, od której zależy: powiedz, czy próg liczy się przed korzyścią, czy po niej",
        "The benefit lowers the amount that it depends on: say whether the threshold is measured before or after it",
    ),
    "no_effect": Words("Ta reguła nic nie zmienia w opłacie", "This rule changes nothing about the fee"),
    "never_in_budget": Words("Korzyść nie mieści się w limicie", "The benefit does not fit in the limit"),
    "shadowed": Words(
        "Inna reguła daje to samo co najmniej tym samym klientom",
        "Another rule gives as much to at least the same customers",
    ),
    "service_unsaid": Words(
        "Kwota stoi bez nazwy usługi, do której należy", "An amount stands without the name of its service"
    ),
    "unused_fact": Words("Żadna reguła nie korzysta z tego faktu", "No rule uses this fact"),
    "unknown_fact": Words("Nie ma takiego faktu", "There is no such fact"),
    "unknown_field": Words("Nie ma takiego pola", "There is no such field"),
    "missing": Words("Brakuje tego pola", "This field is missing"),
    "empty_list": Words("Lista jest pusta", "The list is empty"),
    "empty_range": Words("Początek jest później niż koniec", "The start comes after the end"),
    "not_a_whole_number": Words("Tu musi być liczba całkowita", "A whole number is needed here"),
    "out_of_range": Words("Liczba jest poza zakresem", "The number is out of range"),
    "not_yes_or_no": Words("Tu musi być tak albo nie", "Yes or no is needed here"),
    "not_a_choice": Words("Nie ma takiej możliwości do wyboru", "This is not one of the choices"),
    "wrong_condition_for_fact": Words("Tego faktu nie można tak porównać", "This fact cannot be compared in this way"),
    "repeated": Words("Ta nazwa jest już zajęta", "This name is already taken"),
    "unknown_service": Words("Nie ma takiej usługi", "There is no such service"),
    "not_for_deferring": Words(
        "Reguła, która odkłada decyzję, nie łączy się z innymi", "A rule that puts the decision off does not combine"
    ),
    "name_taken": Words("Ta nazwa jest już zajęta", "This name is already taken"),
    "broken_gap": Words("W tekście brakuje nawiasu", "A bracket is missing in the text"),
    "unknown_gap": Words("Tego tekstu nie da się uzupełnić", "This text has a gap that cannot be filled"),
}
UNREADABLE = Words("Tego zapisu nie da się odczytać", "This cannot be read")


@dataclass(frozen=True)
class Finding:
    """One thing found: its place, what it is, and whether it stands in the way of publishing (`error`)."""

    path: str
    kind: str
    severity: str

    def as_data(self) -> dict[str, Any]:
        text = TOLD.get(self.kind, UNREADABLE).as_data()
        return {"path": self.path, "kind": self.kind, "severity": self.severity, "text": text}


def lint(data: object) -> tuple[Finding, ...]:
    """Every finding in parsed JSON terms, errors first. Only terms that can be read are looked at for their meaning."""
    unreadable = dict.fromkeys(Finding(fault.path, fault.reason, ERROR) for fault in faults(data))
    if unreadable:
        return tuple(unreadable)
    terms = Terms.read(data)
    found = [finding for check in CHECKS for finding in check(terms)]
    return tuple(sorted(found, key=lambda finding: (finding.severity, finding.path, finding.kind)))


def _impossible(terms: Terms) -> Iterator[Finding]:
    """Conditions that nobody, or that everybody, meets; also where one fact is a part of another."""
    bonds = Bonds.of(terms.registry, but=terms.own)
    asking: list[tuple[str, Override | Rule]] = [*terms.places()]
    asking += [(f"overrides/{number}", override) for number, override in enumerate(terms.overrides)]
    for place, one in asking:
        if not can_be(one.when, wanted=True):
            yield Finding(f"{place}/when", "contradiction", ERROR)
        elif not can_be(one.when, wanted=True, bonds=bonds):
            yield Finding(_narrowest(one.when, f"{place}/when", bonds), "contradiction_of_parts", ERROR)
        elif isinstance(one, Rule) and list(one.when.leaves()) and not can_be(one.when, wanted=False, bonds=bonds):
            yield Finding(f"{place}/when", "always", WARNING)


def _narrowest(condition: Condition, path: str, bonds: Bonds) -> str:
    """The innermost part of an `all` that contradicts itself alone."""
    if isinstance(condition, AllOf):
        for place, part in enumerate(condition.parts):
            if not can_be(part, wanted=True, bonds=bonds):
                return _narrowest(part, f"{path}/{condition.kind}/{place}", bonds)
    return path


def _self_defeating(terms: Terms) -> Iterator[Finding]:
    """A benefit taken off the very purchases whose sum has to reach a threshold."""
    for place, rule in terms.places():
        comes_off_purchases = rule.then.form in (Form.DISCOUNT_ON_INVOICE, Form.SET_OFF) and rule.measured is None
        if comes_off_purchases and any(_is_threshold_of_purchases(leaf) for leaf in rule.when.leaves()):
            yield Finding(f"{place}/then", "self_defeating", ERROR)


def _is_threshold_of_purchases(leaf: Leaf) -> bool:
    return isinstance(leaf, AtLeast) and leaf.fact.type is Type.MONEY and leaf.value > 1


def _without_effect(terms: Terms) -> Iterator[Finding]:
    """A lower fee that is not lower; a benefit that never fits into its budget."""
    for place, rule in terms.places():
        for fee_gr in _fixed_fees_gr(terms, rule):
            if isinstance(rule.then, FeeEffect) and rule.then.off_gr(fee_gr, {}) == 0:
                yield Finding(f"{place}/then", "no_effect", WARNING)
            if isinstance(rule.then, Waive) and any(
                limit.counts_money and limit.most < fee_gr for limit in rule.limits
            ):
                yield Finding(f"{place}/limits", "never_in_budget", ERROR)


def _fixed_fees_gr(terms: Terms, rule: Rule) -> list[int]:
    """The list prices that the rule applies to, when all of them are fixed ones."""
    fees = [tariff.fee for tariff in terms.tariffs() if rule in tariff.rules]
    fixed = [fee.amount_gr for fee in fees if isinstance(fee, Fixed)]
    return [max(fixed)] if fixed and len(fixed) == len(fees) else []


def _shadowed(terms: Terms) -> Iterator[Finding]:
    """A rule of a lane that is never the better one: another waives all, for the same or any condition."""
    for place, rule in terms.places():
        if any(_covers(other, rule) for other in _rivals(terms, rule)):
            yield Finding(place, "shadowed", WARNING)


def _rivals(terms: Terms, rule: Rule) -> Iterator[Rule]:
    for tariff in terms.tariffs():
        if rule in tariff.rules:
            yield from (other for other in tariff.rules if other is not rule and other.lane == rule.lane)


def _covers(other: Rule, rule: Rule) -> bool:
    whole = isinstance(other.then, Waive) and not other.then.parts and not other.limits and other.consumes is None
    same = other.when == rule.when or not list(other.when.leaves())
    services = not other.services or (rule.services and rule.services <= other.services)
    lasts = other.window.first <= rule.window.first and rule.window.last <= other.window.last
    first = not isinstance(rule.then, Waive) or rule.then.parts or (other.priority, rule.id) > (rule.priority, other.id)
    return bool(whole and same and services and lasts and first and isinstance(rule.then, FeeEffect))


def _unsaid_services(terms: Terms) -> Iterator[Finding]:
    """300 zł never stands without saying what for."""
    titles = [service.title for service in terms.services.values()]
    for state in State:
        phrase = terms.phrases.by_state[state]
        for part, words in (("chip", phrase.chip), ("detail", phrase.detail)):
            if any(
                _names_amount(words[language]) and not _names_service(words[language], titles, language)
                for language in ("pl", "en")
            ):
                yield Finding(f"phrases/{state}/{part}", "service_unsaid", WARNING)


def _names_amount(text: str) -> bool:
    return "{listed}" in text or "{charged}" in text


def _names_service(text: str, titles: list[Words], language: str) -> bool:
    return "{service}" in text or all(title[language].lower() in text.lower() for title in titles)


def _unused(terms: Terms) -> Iterator[Finding]:
    """A fact of the retailer's own that nothing depends on."""
    for name in sorted(terms.own):
        if name not in terms.depends_on:
            yield Finding(f"facts/{name}", "unused_fact", WARNING)


CHECKS: tuple[Callable[[Terms], Iterator[Finding]], ...] = (
    _impossible, _self_defeating, _without_effect, _shadowed, _unsaid_services, _unused,
)  # fmt: skip
