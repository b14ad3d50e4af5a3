"""Many conditions as one Python function: what is asked of the facts without walking the trees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from incentives.fact import Value

if TYPE_CHECKING:
    from incentives.condition import Condition


@dataclass
class Code:
    """The names under which an expression finds facts and constants.

    No text from the terms enters the code: facts and constants are bound to names made here.
    """

    facts: dict[str, str] = field(default_factory=dict)
    constants: dict[str, object] = field(default_factory=dict)

    def fact(self, name: str) -> str:
        """The local variable that holds the fact, None while it is unknown."""
        return self.facts.setdefault(name, f"fact{len(self.facts)}")

    def constant(self, value: object) -> str:
        """A number as it is, anything else under a name of its own."""
        if type(value) is int:
            return repr(value)
        name = f"constant{len(self.constants)}"
        self.constants[name] = value
        return name


def certainly_met(conditions: Sequence[Condition]) -> Callable[[Mapping[str, Value]], tuple[bool, ...]]:
    """A function from facts to one answer a condition: whether it is met for certain, as `truth` being True."""
    code = Code()
    answers = "".join(f"{condition.python(code, wanted=True)}, " for condition in conditions)
    loads = [f"    {local} = get({code.constant(name)})\n" for name, local in code.facts.items()]
    source = f"def certain(values):\n    get = values.get\n{''.join(loads)}    return ({answers})\n"
    scope: dict[str, Any] = dict(code.constants)
    exec(compile(source, "<conditions>", "exec"), scope)  # noqa: S102 - it holds only what is written above
    found: Callable[[Mapping[str, Value]], tuple[bool, ...]] = scope["certain"]
    return found
