"""The paints nearest to a colour."""

import json
from pathlib import Path

import pytest

from samples.demo import demo_deck
from samples.nearest import nearest

CASES = json.loads((Path(__file__).parents[1] / "cases/colour/nearest.json").read_text("utf-8"))["cases"]
DECK = demo_deck()


@pytest.mark.parametrize(("lab", "wanted"), CASES)
def test_the_same_are_nearest_as_in_the_browser(lab: list[float], wanted: list[tuple[str, float]]) -> None:
    near = nearest(DECK, lab, len(wanted))
    assert [one.paint.code for one in near] == [code for code, _ in wanted]
    assert [one.delta_e for one in near] == pytest.approx([far for _, far in wanted], abs=2e-6)


def test_a_paint_is_nearest_to_its_own_colour_and_nobody_sees_the_difference() -> None:
    near = nearest(DECK, DECK["ZK-0100"].lab, 1)[0]
    assert (near.paint.code, near.delta_e, near.words["en"]) == ("ZK-0100", 0.0, "an invisible difference")
