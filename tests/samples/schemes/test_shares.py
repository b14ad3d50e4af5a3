"""60-30-10 by what is seen."""

import pytest

from samples.schemes.scheme import Fill
from samples.schemes.shares import shares_of

WHITE, NEAR_WHITE, BLUE, OAK, RED = (
    Fill.of_hex(text) for text in ("#f4f2ee", "#fbfaf7", "#5b7f95", "#c8a982", "#a8452e")
)
FILLS = {"wall": WHITE, "second": BLUE, "ceiling": NEAR_WHITE, "floor": OAK, "furniture": RED}


@pytest.mark.parametrize(
    ("areas", "verdict"),
    [
        ({"wall": 40, "ceiling": 20, "floor": 30, "second": 10}, "near"),
        ({"wall": 70, "ceiling": 20, "floor": 10}, "one_leads"),
        ({"wall": 20, "ceiling": 20, "floor": 30, "second": 30}, "nobody_leads"),
        ({"wall": 30, "ceiling": 20, "floor": 24, "second": 15, "furniture": 11}, "many_accents"),
    ],
)
def test_the_shares_are_said_by_the_rule(areas: dict[str, float], verdict: str) -> None:
    shares = shares_of(FILLS, areas)
    assert shares is not None
    assert shares.verdict == verdict
    assert sum(shares.by_slot.values()) == sum(voice.percent for voice in shares.voices) == 100


def test_a_white_wall_and_its_white_ceiling_speak_as_one() -> None:
    shares = shares_of(FILLS, {"wall": 40, "ceiling": 20, "floor": 40})
    assert shares is not None
    assert shares.voices[0].slots == ("wall", "ceiling")


def test_where_nothing_is_seen_there_are_no_shares() -> None:
    assert shares_of(FILLS, {}) is None
