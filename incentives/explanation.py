"""A decision in words: the chip, what is behind it, the reasons with ticks and crosses, and the ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from incentives import wording
from incentives.act import Act
from incentives.advice import Way
from incentives.condition import Leaf, Outcome
from incentives.effect import Form
from incentives.fact import Fact, Value
from incentives.phrases import USUAL_REASON, Phrase, State
from incentives.wording import Quantity, Words

if TYPE_CHECKING:
    from datetime import date

    from incentives.decision import Decision, Verdict

MOST_REASONS = 8

NOTHING = Words("", "")
UNKNOWN = Words("{label}: jeszcze nie wiemy", "{label}: we do not know yet")
FROZEN = Words(
    "To, co powstaje po rozpoczęciu pracy projektanta, nie zmienia już opłaty",
    "What is drawn after the designer started work no longer changes the fee",
)
NOT_YET = Words("„{title}” – dopiero od {day}", "“{title}” begins on {day}")
EXPIRED = Words("„{title}” – termin minął {day}", "“{title}” ended on {day}")
ONLY_UNTIL = Words("do {day} włącznie", "until the end of {day}")
NO_END = Words("bez terminu", "at any time")
ACTS_UNTIL = Words("{acts} do {day}", "{acts} by {day}")
ACT_WITHIN = Words("{act} ({before})", "{act} ({before})")
ACTS_BEFORE = Words("{acts}, {before}", "{acts} {before}")
PLAIN_ACT = Words("{label}: co najmniej {wanted}", "{label}: at least {wanted}")


@dataclass(frozen=True)
class Reason:
    """One line of the list: a tick (True), a cross (False) or a question (None), and a sentence."""

    met: bool | None
    text: Words

    def as_data(self) -> dict[str, Any]:
        return {"met": self.met, "text": self.text.as_data()}


def texts(decision: Decision) -> dict[str, Any]:
    """`state`, `text` (the chip), `detail` (on tap), `reasons`, `ways` with their texts, `needs_text`; pl and en."""
    state = state_of(decision)
    said = _phrase(decision, state) if state else Phrase(NOTHING, NOTHING)
    registry = decision.terms.registry
    return {
        "state": state.value if state else None,
        "text": said.chip.as_data(),
        "detail": said.detail.as_data(),
        "reasons": [reason.as_data() for reason in reasons(decision)],
        "ways": [{**way.as_data(), "text": sentence(way, decision).as_data()} for way in decision.ways],
        "needs_text": [registry.facts[name].label.as_data() for name in decision.needs],
    }


def state_of(decision: Decision) -> State | None:
    """Which of the store's phrases applies; None when there is nothing to say, as for a service without a fee."""
    if not decision.final:
        return State.PENDING if decision.listed_gr or decision.listed.needs else None
    if not decision.listed_gr:
        granted = [pick.grant for pick in decision.choice.picks if pick.grant]
        if any(grant.count for grant in granted):
            return State.ALLOWANCE
        return State.CREDIT if granted else None
    if decision.form is Form.DEFERRED:
        return State.DEFERRED
    if decision.charged_gr < decision.listed_gr:
        return State.REDUCED if decision.charged_gr else State.EARNED
    begun = decision.facts.values.get("designer_began") is True
    return State.UNBEGUN if decision.ways and not begun else State.QUOTED


def reasons(decision: Decision) -> tuple[Reason, ...]:
    """Why the fee is what it is, at most eight lines: the individual terms if such hold, what was earned, and then,
    while there is more to say, what is missing, beginning with the rules that the ways lead to."""
    return tuple(islice(_once(_all_reasons(decision)), MOST_REASONS))


def _once(reasons: Iterable[Reason]) -> Iterator[Reason]:
    seen: set[Reason] = set()
    for reason in reasons:
        if reason not in seen:
            seen.add(reason)
            yield reason


def _all_reasons(decision: Decision) -> Iterator[Reason]:
    if decision.tariff.title:
        yield Reason(True, decision.tariff.title)
    for verdict in decision.applied():
        for leaf, outcome, wanted in verdict.outcome.leaves():
            if outcome.met is wanted:
                yield _of_leaf(leaf, outcome, decision, wanted=wanted)
        if verdict.pick and verdict.pick.grant and (redeem := verdict.pick.grant.redeem):
            yield from (_of_leaf(leaf, outcome, decision, wanted=wanted) for leaf, outcome, wanted in redeem.leaves())
    if decision.charged_gr or decision.form is Form.DEFERRED or not decision.final:
        led_to = [way.rule.id for way in decision.ways]
        for verdict in sorted(decision.verdicts, key=lambda verdict: verdict.rule.id not in led_to):
            yield from _of_rejected(verdict, decision)
        if any(_is_frozen(verdict, decision) for verdict in decision.verdicts):
            yield Reason(False, FROZEN)


def sentence(way: Way, decision: Decision) -> Words:
    """A way as the customer reads it: "Dokup za co najmniej 312,40 zł do 5 grudnia"."""
    acts, ends = [_act(act) for act in way.acts], [_before(act, decision) for act in way.acts]
    in_common = ends[0] if len(set(ends)) == 1 else None
    said = wording.listed(acts if in_common else [_within(act, end) for act, end in zip(acts, ends, strict=True)])
    if way.until:
        day = wording.calendar_day(way.until, seen_from=decision.day)
        said = ACTS_UNTIL.filled({"acts": said, "day": day})
    return (ACTS_BEFORE.filled({"acts": said, "before": in_common}) if in_common else said).capitalised()


def _before(act: Act, decision: Decision) -> Words | None:
    """After what the act no longer counts, as a clause."""
    last = decision.terms.registry.facts.get(act.fact.until or "")
    return last.told.get("before") if last else None


def _within(act: Words, before: Words | None) -> Words:
    return ACT_WITHIN.filled({"act": act, "before": before}) if before else act


def _phrase(decision: Decision, state: State) -> Phrase:
    grants = [pick.grant for pick in decision.choice.picks if pick.grant]
    labels = [_softened(decision.terms.registry.facts[name].label) for name in decision.needs]
    values: dict[str, Words | Quantity] = {
        "service": decision.tariff.service.title,
        "listed": wording.money(decision.listed_gr),
        "charged": wording.money(decision.charged_gr),
        "best": wording.money(min((way.charged_gr for way in decision.ways), default=decision.charged_gr)),
        "because": _because(decision),
        "needs": wording.listed(labels),
        "left": wording.count(sum(grant.left for grant in grants)),
        "count": wording.count(sum(grant.count for grant in grants)),
        "credit": wording.money(sum(grant.worth_gr for grant in grants)),
        "until": _until(min((grant.expires for grant in grants if grant.expires), default=None), decision.day),
    }
    return decision.terms.phrases.by_state[state].filled(values)


def _because(decision: Decision) -> Words:
    rules = [pick.rule for pick in decision.choice.picks if pick.off_gr]
    return (
        wording.listed([rule.because for rule in rules if rule.because]) if rules and rules[0].because else USUAL_REASON
    )


def _until(last: date | None, today: date) -> Words:
    return ONLY_UNTIL.filled({"day": wording.calendar_day(last, seen_from=today)}) if last else NO_END


def _of_rejected(verdict: Verdict, decision: Decision) -> Iterator[Reason]:
    title, window = verdict.rule.title, verdict.rule.window
    if verdict.why == "not_yet":
        day = wording.calendar_day(window.first, seen_from=decision.day)
        yield Reason(False, NOT_YET.filled({"title": title, "day": day}))
    elif verdict.why == "expired":
        day = wording.calendar_day(window.last, seen_from=decision.day)
        yield Reason(False, EXPIRED.filled({"title": title, "day": day}))
    elif verdict.why in ("not_met", "unknown"):
        leaves = [found for found in verdict.outcome.leaves() if verdict.why == "unknown" or found[1].met is not None]
        yield from (_of_leaf(leaf, outcome, decision, wanted=wanted) for leaf, outcome, wanted in leaves)


def _is_frozen(verdict: Verdict, decision: Decision) -> bool:
    """Whether the rule was not met for something that came too late."""
    return verdict.why in ("not_met", "unknown") and any(
        outcome.met is (not wanted) and _came_too_late(leaf, decision)
        for leaf, outcome, wanted in verdict.outcome.leaves()
    )


def _came_too_late(leaf: Leaf, decision: Decision) -> bool:
    until = leaf.fact.until
    return until is not None and decision.facts.values.get(until) is True


def _of_leaf(leaf: Leaf, outcome: Outcome, decision: Decision, *, wanted: bool) -> Reason:
    actual = outcome.actual
    if actual is None or outcome.met is None:
        return Reason(None, UNKNOWN.filled({"label": leaf.fact.label}))
    told = _told(leaf.fact, actual, late=_came_too_late(leaf, decision))
    if outcome.met is wanted:
        return Reason(True, told)
    if leaf.fact.told and (isinstance(actual, bool) or (not actual and wanted and leaf.wanted == 1)):
        return Reason(False, told)
    wish = leaf.wish[0 if wanted else 1].filled(_wanted(leaf))
    return Reason(False, Words(f"{told.pl} – {wish.pl}", f"{told.en} – {wish.en}"))


def _told(fact: Fact, actual: Value, *, late: bool) -> Words:
    """The actual value as a sentence of the registry, or else after the label."""
    kind = _kind(actual, late=late)
    template = fact.told.get(kind) or (None if isinstance(actual, bool) else fact.told.get("some"))
    gaps: dict[str, Words | Quantity] = {"actual": fact.spelled(actual), "name": fact.name_of or NOTHING}
    return (template or Words(f"{fact.label.pl}: {{actual}}", f"{fact.label.en}: {{actual}}")).filled(gaps)


def _kind(actual: Value, *, late: bool) -> str:
    if isinstance(actual, bool):
        return "yes" if actual else "no"
    if late:
        return "was" if actual else "late"
    return "some" if actual else "none"


def _wanted(leaf: Leaf) -> dict[str, Words | Quantity]:
    """What the wish names: one value, a list of values, or both ends of a range."""
    spelled = [_spelling(leaf.fact.spelled(value)) for value in _as_tuple(leaf.wanted)]
    return {
        "wanted": wording.listed(spelled, "lub", "or"),
        "least": spelled[0],
        "most": spelled[-1],
    }


def _act(act: Act) -> Words:
    gaps: dict[str, Words | Quantity] = {
        "label": act.fact.label,
        "actual": act.fact.spelled(act.before),
        "wanted": act.fact.spelled(act.after),
        "more": act.fact.spelled(act.after if isinstance(act.after, bool) else act.step),
        "name": act.fact.name_of or NOTHING,
    }
    kinds = ("more",) if act.before else ("several",) if act.step > 1 else ("any",)
    return next((act.fact.act[kind] for kind in (*kinds, "first") if kind in act.fact.act), PLAIN_ACT).filled(gaps)


def _as_tuple(wanted: Value | tuple[Value, ...]) -> tuple[Value, ...]:
    return wanted if isinstance(wanted, tuple) else (wanted,)


def _spelling(value: Words | Quantity) -> Words:
    return value.spelling if isinstance(value, Quantity) else value


def _softened(label: Words) -> Words:
    """A label in the middle of a sentence."""
    return Words(label.pl[:1].lower() + label.pl[1:], label.en[:1].lower() + label.en[1:])
