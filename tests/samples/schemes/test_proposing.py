"""Proposed schemes: of the deck, as kept, unlike each other, the same for the same seed."""

import pytest

from samples.deck import Deck
from samples.demo import demo_deck
from samples.schemes.checks import light_pairs
from samples.schemes.ideas import MOODS, FromMood, FromPaint, FromPicture, Idea
from samples.schemes.proposing import USUAL_COUNT, propose
from samples.schemes.scheme import SLOTS, Fill
from samples.schemes.shares import shares_of

DECK = demo_deck()
PHOTO = FromPicture(((45.0, 4.0, 30.0), (62.0, 6.0, 18.0), (8.0, 2.0, -1.0), (87.0, 0.0, 12.0), (50.0, -30.0, 5.0)))
IDEAS = [FromPaint(DECK["ZK-1000"]), FromPaint(DECK["ZK-0001"]), PHOTO, *map(FromMood, MOODS)]
OAK = Fill.of_hex("#c8a982")


@pytest.mark.parametrize("idea", IDEAS, ids=str)
@pytest.mark.parametrize("seed", [0, 7])
def test_every_proposal_is_of_the_deck_and_no_two_are_equal(idea: Idea, seed: int) -> None:
    schemes = propose(DECK, idea, seed=seed, kept={})
    assert len({scheme.key for scheme in schemes}) == len(schemes) == USUAL_COUNT
    for scheme in schemes:
        assert list(scheme.fills) == list(SLOTS)
        assert all(fill.code in DECK for fill in scheme.fills.values())
        assert len({fill.code for fill in scheme.fills.values()}) == len(SLOTS)


@pytest.mark.parametrize("idea", IDEAS, ids=str)
def test_what_is_kept_stays_whatever_the_idea(idea: Idea) -> None:
    kept = {"floor": OAK, "wall": Fill.of(DECK["ZK-0700"]), "furniture": Fill.of(DECK["ZK-0900"])}
    for scheme in propose(DECK, idea, seed=3, kept=kept):
        assert {slot: scheme.fills[slot] for slot in kept} == kept


def test_when_all_is_kept_there_is_one_proposal() -> None:
    kept = {slot: Fill.of(DECK.paints[100 + place]) for place, slot in enumerate(SLOTS)}
    assert len(propose(DECK, FromMood("calm"), seed=1, kept=kept)) == 1


def test_the_same_seed_proposes_the_same_and_another_does_not() -> None:
    first, again, other = (propose(DECK, FromMood("natural"), seed=seed, kept={}) for seed in (5, 5, 6))
    assert [scheme.key for scheme in first] == [scheme.key for scheme in again]
    assert not {scheme.key for scheme in first} & {scheme.key for scheme in other}


def test_a_chosen_paint_is_on_the_walls_of_every_proposal() -> None:
    schemes = propose(DECK, FromPaint(DECK["ZK-1000"]), seed=2, kept={})
    assert {scheme.fills["wall"].code for scheme in schemes} == {"ZK-1000"}


def test_a_room_without_upholstery_is_proposed_none() -> None:
    schemes = propose(DECK, FromMood("warm"), seed=2, kept={}, slots=("wall", "ceiling", "woodwork"))
    assert [set(scheme.fills) for scheme in schemes] == [{"wall", "ceiling", "woodwork"}] * USUAL_COUNT


@pytest.mark.parametrize("mood", MOODS)
def test_proposed_furniture_stands_out_from_the_floor_that_is_there(mood: str) -> None:
    for scheme in propose(DECK, FromMood(mood), seed=1, kept={"floor": OAK}):
        pairs = {pair.slots: pair.stands_out for pair in light_pairs(scheme.fills)}
        assert pairs["floor", "furniture"]


def test_more_proposals_share_a_room_well_when_its_areas_are_known() -> None:
    room = {"wall": 25.5, "second": 8.8, "ceiling": 13.6, "woodwork": 3.3, "floor": 13.6, "furniture": 7.7}

    def near(areas: dict[str, float]) -> int:
        found = (propose(DECK, FromMood(mood), seed=1, kept={"floor": OAK}, areas_mm2=areas) for mood in MOODS)
        shares = (shares_of(scheme.fills, room) for schemes in found for scheme in schemes)
        return sum(one is not None and one.verdict == "near" for one in shares)

    assert near(room) > near({})


def test_a_tiny_deck_proposes_nothing() -> None:
    assert propose(Deck("own", "Nasz", "Ours", DECK.paints[:5]), FromMood("calm"), seed=1, kept={}) == ()
