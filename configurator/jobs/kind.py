"""A kind of job: what is done without a transaction, and what is written when it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.db import Database

FIRST_WAIT_S = 10
WAIT_GROWS = 3
LONGEST_WAIT_S = 3600

Effect = Callable[[Session], None]
"""What the work has led to, written in the very transaction that ends the job: both happen or neither."""


@dataclass(frozen=True)
class Tools:
    """What a job works with; it opens its own short transactions for what it reads."""

    database: Database
    settings: Settings


@dataclass(frozen=True)
class Kind:
    """How jobs of one name are done. After `limit_s` the worker's process ends; after `attempts` the job is parked.

    A daily kind's job is put in by the workers themselves, once a day. A long kind may take minutes: where a worker of
    its own does it, letters do not wait behind it (`Worker.passes_over`).
    """

    name: str
    work: Callable[[Tools, Mapping[str, Any]], Effect]
    limit_s: int = 60
    attempts: int = 3
    is_daily: bool = False
    is_long: bool = False

    def wait_s(self, attempts: int) -> int:
        """Seconds until the next try after so many failed ones: 10, 30, 90 … at most an hour."""
        return int(min(FIRST_WAIT_S * WAIT_GROWS ** (attempts - 1), LONGEST_WAIT_S))
