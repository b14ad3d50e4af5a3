"""Terms as a person reads them: a sentence for each fee, condition and effect, with its parts below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from incentives import wording
from incentives.amount import Amount, Share
from incentives.asking import Question, questions
from incentives.condition import Condition, Leaf
from incentives.conditions.all_of import Group
from incentives.conditions.equal import Equal
from incentives.conditions.not_of import NotOf
from incentives.effect import FORMS, Form
from incentives.fact import NUMBERS, SPELL, Fact
from incentives.fee import Fee
from incentives.limit import FOR_WHOM, IN_WHAT_TIME, Limit
from incentives.rule import USUAL_LANE, Rule
from incentives.tariff import Override, Service
from incentives.terms import Terms
from incentives.wording import Quantity, Words

Titles = Mapping[str, Words]
"""What the names of services and of parts of a fee read as."""

COLON = Words("{label}: {value}", "{label}: {value}")
ALWAYS = Words("zawsze", "always")
NOT_SO = Words("nie może być tak", "this must not be so")
UP_TO = Words("Limit: najwyżej {most}, {who}, {when}", "Limit: at most {most}, {who}, {when}")
SO_OFTEN = Words(
    "Limit: najwyżej {most} {most:raz|razy|razy}, {who}, {when}",
    "Limit: at most {most} {most:time|times}, {who}, {when}",
)
SAID_APART = frozenset({"title", "when", "then", "lane", "group", "priority", "consumes"})
"""Fields of a rule with sentences of their own."""
PRIORITY = Words("Pierwszeństwo", "Precedence")
OTHERWISE = Words("w innych przypadkach", "otherwise")


@dataclass(frozen=True)
class Said:
    """A sentence and the sentences under it."""

    text: Words
    parts: tuple[Said, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, Words]]:
        """Every sentence and how deep it stands."""
        yield depth, self.text
        for part in self.parts:
            yield from part.lines(depth + 1)


def service_said(service: Service) -> Said:
    """A service: its fee, VAT and whether amounts are net."""
    found = [_labelled(_question(Service, "fee").asked.label, said(service.fee, part_titles(service.fee)))]
    for name in ("vat_percent", "basis"):
        asks = _question(Service, name)
        value = getattr(service, name)
        if value is not None and value != asks.usual:
            found.append(Said(_colon(asks.asked.label, _spelled(asks, value, {}))))
    return Said(service.title, tuple(found))


def rule_said(rule: Rule, titles: Titles) -> Said:
    """A rule: when, what then, and whatever else it says; `titles` name the services and the parts of their fees."""
    when = condition_said(rule.when) if list(rule.when.leaves()) else Said(ALWAYS)
    found = [_labelled(_question(Rule, "when").asked.label, when)]
    found.append(_labelled(_question(Rule, "then").asked.label, said(rule.then, titles)))
    for asks in questions(Rule):
        value = getattr(rule, asks.attribute)
        if asks.attribute in SAID_APART or value == asks.usual or not value:
            continue
        if asks.attribute == "limits":
            found += [Said(_limit(limit)) for limit in rule.limits]
        else:
            found.append(_field_said(asks, value, titles))
    return Said(rule.title, (*found, *_together(rule, titles)))


def override_said(override: Override, titles: Titles) -> Said:
    """Individual terms: for whom, the services, and what holds instead."""
    found = [_labelled(_question(Override, "when").asked.label, condition_said(override.when))]
    found.append(_field_said(_question(Override, "services"), override.services, titles))
    found += [_labelled(titles.get(name, wording.plain(name)), said(fee)) for name, fee in override.fees.items()]
    if override.keeps_rules:
        found.append(_field_said(_question(Override, "keeps_rules"), override.keeps_rules, titles))
    if override.priority:
        found.append(Said(_colon(PRIORITY, wording.plain(str(override.priority)))))
    return Said(override.title, (*found, *(rule_said(rule, titles) for rule in override.rules)))


def titles_of(terms: Terms) -> Titles:
    """The names of all services and of all parts of their fees, of lanes and of groups."""
    parts = (part_titles(tariff.fee) for tariff in terms.tariffs())
    together = (("lane", terms.lanes), ("group", terms.groups))
    return {
        **{name: words for found in parts for name, words in found.items()},
        **{name: service.title for name, service in terms.services.items()},
        **{f"{kind}/{name}": words for kind, titled in together for name, words in titled.items()},
    }


def part_titles(fee: Fee) -> Titles:
    """The titles of a fee's parts; a part without one is read by its name."""
    own: Titles = getattr(fee, "titles", {})
    return {name: own.get(name, wording.plain(name.replace("_", " "))) for name in fee.parts()}


def condition_said(condition: Condition, *, wanted: bool = True) -> Said:
    """A tree of conditions."""
    if isinstance(condition, Leaf):
        leaf = Said(_leaf(condition))
        return leaf if wanted else Said(NOT_SO, (leaf,))
    if isinstance(condition, NotOf):
        return condition_said(condition.part, wanted=not wanted)
    group = cast(Group, condition)
    return Said(group.phrase[0 if wanted else 1], tuple(condition_said(part) for part in group.parts))


def said(thing: Any, titles: Titles | None = None) -> Said:
    """A fee, an effect or whatever else asks questions, from its sentence and its fields."""
    titles, kind = titles or {}, type(thing)
    gaps: dict[str, Words | Quantity] = {}
    tails: list[Words] = []
    parts: list[Said] = []
    for asks in questions(kind):
        value = getattr(thing, asks.attribute)
        if isinstance(value, Fee | Condition) or (isinstance(value, Mapping | tuple) and asks.attribute != "titles"):
            parts += _parts(asks, value, thing)
        elif "{" + asks.attribute + "}" in kind.told.pl:
            gaps[asks.attribute] = _spelled(asks, value, titles)
        elif asks.asked.told and value and value != asks.usual and value is not getattr(kind, "usual_form", None):
            tails.append(asks.asked.told.filled({"value": _spelled(asks, value, titles)}))
    pieces = [kind.told.filled(gaps), *tails]
    return Said(Words(", ".join(piece.pl for piece in pieces), ", ".join(piece.en for piece in pieces)), tuple(parts))


def _field_said(asks: Question, value: Any, titles: Titles) -> Said:
    """One field, by its own sentence or after its label."""
    spelled = _spelled(asks, value, titles)
    return Said(asks.asked.told.filled({"value": spelled}) if asks.asked.told else _colon(asks.asked.label, spelled))


def _parts(asks: Question, value: Any, thing: Any) -> list[Said]:
    if isinstance(value, Condition):
        return [_labelled(asks.asked.label, condition_said(value))]
    if isinstance(value, Fee):
        return [_labelled(OTHERWISE if asks.attribute == "otherwise" else asks.asked.label, said(value))]
    if isinstance(value, tuple):
        return [said(item) for item in value]
    names = {**part_titles(thing), **_choices(thing)}
    return [_labelled(names.get(name, wording.plain(name)), said(fee)) for name, fee in value.items()]


def _choices(thing: Any) -> Mapping[str, Words]:
    fact = getattr(thing, "fact", None)
    return fact.choices if isinstance(fact, Fact) else {}


def _leaf(leaf: Leaf) -> Words:
    wanted = leaf.wanted if isinstance(leaf.wanted, tuple) else (leaf.wanted,)
    spelled = [_text(leaf.fact.spelled(value)) for value in wanted]
    value = wording.listed(spelled, *(("lub", "or") if leaf.kind == "one_of" else ("i", "and")))
    if type(leaf) is Equal and leaf.fact.type not in NUMBERS:
        return _colon(leaf.fact.label, value)
    phrase = leaf.phrase
    return _colon(leaf.fact.label, Words(f"{phrase.pl} {value.pl}", f"{phrase.en} {value.en}"))


def _spelled(asks: Question, value: Any, titles: Titles) -> Words:
    if isinstance(value, Words):
        return value
    if isinstance(value, Fact):
        return _softened(value.label)
    if isinstance(value, Amount):
        return amount_said(value)
    if isinstance(value, Form):
        return FORMS[value]
    if isinstance(value, frozenset):
        return wording.listed([titles.get(name, wording.plain(name)) for name in sorted(value)])
    if isinstance(value, date):
        return wording.calendar_day(value)
    if isinstance(value, int):
        return _text(SPELL[asks.unit](value))
    if isinstance(value, str):
        return asks.asked.choices[value]
    return _window(value)


def _window(value: Any) -> Words:
    """What is made of fields that may all be left out: those that are there."""
    found = []
    for asks in questions(type(value)):
        inner = getattr(value, asks.attribute)
        if inner is not None and (inner != asks.usual or isinstance(inner, str)):
            spelled = _spelled(asks, inner, {})
            found.append(asks.asked.told.filled({"value": spelled}) if asks.asked.told else spelled)
    return Words(", ".join(piece.pl for piece in found), ", ".join(piece.en for piece in found))


def amount_said(amount: Amount) -> Words:
    """What a benefit is worth."""
    most = said(amount.most).text if amount.most else None
    plain = _plain(amount)
    return Words(f"{plain.pl}, najwyżej {most.pl}", f"{plain.en}, at most {most.en}") if most else plain


def _plain(amount: Amount) -> Words:
    if isinstance(amount.share, Share):
        return said(amount.share).text
    if amount.fixed_gr is not None:
        return wording.money(amount.fixed_gr).spelling
    counted = wording.listed([_softened(fact.label) for fact in amount.matching])
    each = wording.money(amount.each_gr).spelling
    return Words(f"{each.pl} za każdą parę: {counted.pl}", f"{each.en} for each match of: {counted.en}")


def _limit(limit: Limit) -> Words:
    per, period = limit.fact.name.removeprefix("used_gr_").removeprefix("uses_").split("_")[:2]
    gaps = {"most": limit.fact.spelled(limit.most), "who": FOR_WHOM[per], "when": IN_WHAT_TIME[period]}
    return (UP_TO if limit.counts_money else SO_OFTEN).filled(gaps)


def _together(rule: Rule, titles: Titles) -> Iterator[Said]:
    """How it goes together with other rules."""
    if rule.lane != USUAL_LANE and (pool := titles.get(f"lane/{rule.lane}")):
        yield Said(Words(f"Pula korzyści: {pool.pl}", f"Pool of benefits: {pool.en}"))
    if rule.group:
        group = titles.get(f"group/{rule.group}", wording.plain(rule.group))
        yield Said(Words(f"Z grupy „{group.pl}” działa jedna reguła", f"Of the group “{group.en}” one rule holds"))
    if rule.consumes:
        spelled = _text(rule.consumes.fact.spelled(rule.consumes.amount))
        label = _colon(rule.consumes.fact.label, spelled)
        yield Said(Words(f"Zużywa to, co się w niej liczy: {label.pl}", f"Uses up what it counts: {label.en}"))
    if rule.priority:
        yield Said(_colon(PRIORITY, wording.plain(str(rule.priority))))


def _labelled(label: Words, inner: Said) -> Said:
    return Said(_colon(label, inner.text), inner.parts)


def _colon(label: Words, value: Words) -> Words:
    return COLON.filled({"label": label, "value": value})


def _question(kind: type, attribute: str) -> Question:
    return next(asks for asks in questions(kind) if asks.attribute == attribute)


def _text(value: Words | Quantity) -> Words:
    return value.spelling if isinstance(value, Quantity) else value


def _softened(label: Words) -> Words:
    """A label in the middle of a sentence."""
    return Words(label.pl[:1].lower() + label.pl[1:], label.en[:1].lower() + label.en[1:])
