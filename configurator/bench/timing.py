"""How long something takes, as this process's own work, and the spread of many."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence


def best_ms(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of so many runs, in milliseconds of processor time: what others do on the machine counts least."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return round(min(spent) * 1000, 3)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed (nearest rank)."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)
