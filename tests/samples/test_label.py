"""A sample's label."""

import pytest

from samples.label import HOW_TO_TEST, label
from samples.paint import make_paint

SAGE = make_paint("ZK-1", "Szałwia", "Sage", (72, -9, 10))


def test_the_label_shows_the_colour_its_code_and_its_reflectance() -> None:
    made = label(SAGE, "pot", "https://example.pl/k/ZK-1")
    assert (made.code, made.hex, made.lrv, made.kind["pl"]) == ("ZK-1", "#a7b59e", 43.7, "słoiczek testowy")


@pytest.mark.parametrize(("kind", "paints"), [("pot", True), ("card", False), ("sticker", False)])
def test_only_a_pot_is_to_be_painted(kind: str, paints: bool) -> None:
    steps = label(SAGE, kind, "").how_to_test
    assert any("two coats" in step for step in steps["en"]) == paints
    assert len(steps["pl"]) == len(steps["en"]) == len(HOW_TO_TEST["pl"]) - (not paints)
