"""What a return changes in a fee already committed: each applied rule says whether its benefit stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def adjusted_gr(committed: Mapping[str, Any], again: Mapping[str, Any], days_since_commit: int) -> int:
    """What is charged after a return, from the core committed and the core decided again by the same terms.

    `keep` never takes a benefit back, `reprice` goes by the new decision, `clawback` by the new decision within
    its window and never after it. The result lies between 0 and the committed list price.
    """
    kept_gr = sum(applied["benefit_gr"] for applied in committed["applied"] if stays(applied, days_since_commit))
    most_gr: int = max(0, committed["listed_gr"] - kept_gr)
    return min(most_gr, int(again["charged_gr"]))


def stays(applied: Mapping[str, Any], days: int) -> bool:
    """Whether an applied rule's benefit is beyond the reach of a return so many days after it was given."""
    policy, window_days = applied["on_return"]["policy"], applied["on_return"]["window_days"]
    if policy == "clawback":
        return window_days is not None and days > window_days
    return bool(policy == "keep")
