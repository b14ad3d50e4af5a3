"""A source of facts: which facts it gives, and a function that knows them for a project at an instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatchcase
from typing import Any

from sqlalchemy.orm import Session

from configurator.offers.models import Service
from configurator.projects.models import Project
from incentives.terms import Terms


@dataclass(frozen=True)
class Asking:
    """Of whom facts are asked: `names` are those of the source that the terms read, `at` is the decision's instant."""

    session: Session
    project: Project
    service: Service | None
    terms: Terms
    at: datetime
    names: frozenset[str]

    @property
    def until(self) -> datetime | None:
        """When the service was closed: what came later is not counted."""
        return self.service.closed_at if self.service else None

    def days_since(self, then: datetime | date) -> int:
        """Calendar days in the terms' time zone; 0 for what is to come."""
        day = self.terms.day(then) if isinstance(then, datetime) else then
        return max(0, (self.terms.day(self.at) - day).days)


@dataclass(frozen=True)
class Source:
    """`among` picks its facts out of what terms read; `known` gives JSON values by name.

    What cannot be known is left out or None, never guessed.
    """

    among: Callable[[Terms], frozenset[str]]
    known: Callable[[Asking], Mapping[str, Any]]


def named(*patterns: str) -> Callable[[Terms], frozenset[str]]:
    """The facts of these names; `*` stands for a category, a brand or the like."""

    def among(terms: Terms) -> frozenset[str]:
        return frozenset(name for name in terms.reads if any(fnmatchcase(name, pattern) for pattern in patterns))

    return among
