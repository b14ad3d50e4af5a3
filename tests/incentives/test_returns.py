"""What a return does to a fee already committed is the rule's own policy."""

from typing import Any

import pytest

from incentives.returns import adjusted_gr
from tests.incentives.build import at_least, decided, rule, terms_data

BOUGHT = at_least("purchases_kept_gross_gr", 250_000)
CLAWBACK = {"policy": "clawback", "window_days": 30}


def _adjusted(on_return: Any, days: int, then: Any = None) -> int:
    data = terms_data(rule("a", BOUGHT, then, on_return=on_return))
    committed = decided(data, {"purchases_kept_gross_gr": 250_000}).core
    again = decided(data, {"purchases_kept_gross_gr": 249_999}).core
    return adjusted_gr(committed, again, days)


@pytest.mark.parametrize(
    ("on_return", "days", "charged_gr"),
    [
        ({"policy": "keep"}, 0, 0),
        ({"policy": "reprice"}, 0, 30_000),
        ({"policy": "reprice"}, 999, 30_000),
        (CLAWBACK, 0, 30_000),
        (CLAWBACK, 30, 30_000),
        (CLAWBACK, 31, 0),
        ({"policy": "clawback"}, 999, 30_000),
    ],
)
def test_after_a_return_below_the_threshold_the_fee_is(on_return: Any, days: int, charged_gr: int) -> None:
    assert _adjusted(on_return, days) == charged_gr


def test_a_kept_reduction_leaves_the_rest_to_pay() -> None:
    assert _adjusted({"policy": "keep"}, 0, {"kind": "reduce", "amount_gr": 10_000}) == 20_000


def test_a_purchase_after_the_commitment_lowers_the_fee() -> None:
    data = terms_data(rule("a", BOUGHT))
    committed, again = (decided(data, {"purchases_kept_gross_gr": kept}).core for kept in (0, 250_000))
    assert adjusted_gr(committed, again, 5) == 0
