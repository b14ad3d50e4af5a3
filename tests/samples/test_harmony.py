"""Schemes that grow from one colour."""

import pytest

from samples.colour.contrast import stands_out
from samples.deck import Deck
from samples.demo import demo_deck
from samples.harmony import KINDS, proposals
from samples.paint import Paint

DECK = demo_deck()
SOME = DECK.paints[::97]


@pytest.mark.parametrize("wall", SOME, ids=lambda paint: paint.code)
def test_a_scheme_of_each_kind_keeps_the_wall_and_repeats_no_paint(wall: Paint) -> None:
    schemes = proposals(DECK, wall)
    assert [scheme.key for scheme in schemes] == list(KINDS)
    for scheme in schemes:
        assert scheme.wall == wall
        assert len({scheme.wall.code, scheme.ceiling.code, scheme.accent.code, scheme.woodwork.code}) == 4


@pytest.mark.parametrize("wall", SOME, ids=lambda paint: paint.code)
def test_the_ceiling_is_light_and_the_woodwork_stands_out_from_the_wall(wall: Paint) -> None:
    scheme = proposals(DECK, wall)[0]
    assert scheme.ceiling.lrv > 80
    assert stands_out(scheme.woodwork.lab, wall.lab, large=True)


def test_accents_of_different_kinds_differ() -> None:
    assert len({scheme.accent.code for scheme in proposals(DECK, DECK["ZK-1000"])}) == len(KINDS)


def test_a_tiny_deck_proposes_nothing() -> None:
    assert proposals(Deck("own", "Nasz", "Ours", DECK.paints[:3]), DECK.paints[0]) == ()
