"""What a customer can do, what that brings with it, and what it costs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incentives.condition import Changes
from incentives.fact import Fact, Type, Value


@dataclass(frozen=True)
class Act:
    """One fact that the customer raises."""

    fact: Fact
    before: int
    after: int

    @property
    def step(self) -> int:
        """By how much; a single purchase counts whole, bringing something counts one."""
        return self.after - (0 if self.fact.whole else self.before)

    def as_data(self) -> dict[str, Any]:
        return {"fact": self.fact.name, "from": self.fact.as_data(self.before), "to": self.fact.as_data(self.after)}


def changed_by(acts: tuple[Act, ...], values: Mapping[str, Value], reads: Container[str]) -> Changes:
    """All that the acts change among the facts that are read: themselves, and what they bring with them."""
    changes: Changes = {}
    for act in acts:
        for name, value in _brought_by(act, values, changes).items():
            if name in reads:
                changes[name] = value
    for act in acts:
        changes[act.fact.name] = max(changes.get(act.fact.name, act.after), act.after)
    return changes


def _brought_by(act: Act, values: Mapping[str, Value], changes: Changes) -> Changes:
    """What is unknown stays unknown, but for what begins anew with the act."""
    brings = act.fact.brings
    raised = {name: changes.get(name, known(values, name)) for name in brings.raised}
    raised_to = {name: known(values, name) for name in brings.raised_to}
    copies = {name: known(values, source) for name, source in brings.copies}
    return {
        **{name: before + act.step for name, before in raised.items() if before is not None},
        **{name: max(before, act.after) for name, before in raised_to.items() if before is not None},
        **dict.fromkeys(brings.zero, 0),
        **{name: value for name, value in copies.items() if value is not None},
    }


def variants_of(
    changes: Changes, acts: tuple[Act, ...], values: Mapping[str, Value], reads: Container[str]
) -> Iterator[Changes]:
    """A sum can grow by any of its parts: drawing an element is drawing a wall, a piece of furniture or a finish."""
    for act in acts:
        for part in act.fact.sum_of:
            before = changes.get(part, known(values, part))
            if part in reads and before is not None:
                yield {**changes, part: before + act.step}


def asks_no_more(acts: tuple[Act, ...], than: tuple[Act, ...]) -> bool:
    """Whether whoever does the others has done these too."""
    done = {act.fact.name: act.after for act in than}
    return all(done.get(act.fact.name, -1) >= act.after for act in acts)


def growing_with(acts: tuple[Act, ...], growing: frozenset[str]) -> frozenset[str]:
    """What grows by a day with each day that the acts are put off: not what they set to zero, but what they copy."""
    zero = {name for act in acts for name in act.fact.brings.zero}
    copies = {name for act in acts for name, source in act.fact.brings.copies if source in growing}
    return (growing - zero) | copies


def price(acts: tuple[Act, ...]) -> tuple[bool, int, int, tuple[str, ...]]:
    """An order of ways: what is known to be cheaper comes first, then what is less work."""
    cost = cost_gr(acts)
    effort = sum(act.fact.effort * act.step for act in acts if act.fact.type is not Type.MONEY)
    return (cost is None, cost or 0, effort, tuple(act.fact.name for act in acts))


def cost_gr(acts: tuple[Act, ...]) -> int | None:
    """What the acts cost; a purchase that also counts elsewhere is paid once. None when it cannot be told."""
    if any(act.fact.bought for act in acts):
        return None
    paid = [act for act in acts if act.fact.type is Type.MONEY]
    brought = {name for act in paid for name in (*act.fact.brings.raised, *act.fact.brings.raised_to)}
    apart = sum(act.step for act in paid if act.fact.name not in brought)
    return max([apart, *(act.step for act in paid if act.fact.name in brought)])


def known(values: Mapping[str, Value], name: str) -> int | None:
    """The value of a fact that is a number, or a yes or no; None while it is unknown."""
    value = values.get(name)
    return value if isinstance(value, int) else None
