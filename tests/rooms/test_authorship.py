"""What the customer drew before the designer came is the customer's own, and no game makes it more or less."""

from __future__ import annotations

from typing import Any

import pytest

from rooms.authorship import Authorship, authorship, designers_first_edit
from rooms.description import Document
from rooms.edit import Edit, Origin
from rooms.likeness import Drawing
from rooms.plan import Plan

CUSTOMER, DESIGNER = "customer", "designer"
WALL = {"level": "l1", "a": [0, 0], "b": [4000, 0]}
TILE = {"size": [600, 600], "joint": 2, "tint": "#cccccc", "pattern": "straight"}
TEMPLATE = Origin("template", "bathroom_small")


def document(**collections: Any) -> Document:
    return Plan.empty().document | collections


def room(letter: str = "t", *, by: tuple[int, int] = (0, 0)) -> dict[str, Any]:
    """What one edit sets to make a furnished room of 4 walls, a door, a window, 6 items and 2 finishes: 14 elements."""
    corners = [(0, 0), (4000, 0), (4000, 3000), (0, 3000), (0, 0)]
    ends = [[x + by[0], y + by[1]] for x, y in corners]
    kinds = [("wc", 600, 450, 370), ("bath", 3100, 2500, 1700), ("basin", 1500, 300, 600), ("washer", 300, 2500, 610),
             ("lamp", 2000, 1500, 300), ("shelf", 3500, 400, 800)]  # fmt: skip
    return {
        f"levels/l{letter}1": {},
        **{f"walls/w{letter}{n}": {"level": "l1", "a": ends[n], "b": ends[n + 1]} for n in range(4)},
        f"openings/o{letter}1": {"wall": f"w{letter}0", "offset": 800},
        f"openings/o{letter}2": {"wall": f"w{letter}2", "offset": 900, "kind": "window", "width": 1200},
        **{
            f"items/i{letter}{n}": {"level": "l1", "kind": kind, "at": [x + by[0], y + by[1]], "size": [w, 500, 500]}
            for n, (kind, x, y, w) in enumerate(kinds)
        },
        f"rooms/r{letter}1": {"level": "l1", "at": [2000 + by[0], 1500 + by[1]]},
        f"finishes/f{letter}1": {"wall": f"w{letter}0", "paint": "white"},
        f"finishes/f{letter}2": {
            "room": f"r{letter}1",
            "face": "floor",
            "tile": TILE,
        },
    }


def as_document(changes: dict[str, Any]) -> Document:
    plan = document()
    for path, fields in changes.items():
        collection, id_ = path.split("/")
        plan[collection] = plan[collection] | {id_: fields}
    return plan


def step(role: str = CUSTOMER, *, input: str = "dragged", **words: Any) -> dict[str, Any]:  # noqa: A002 -- an edit's word
    origin = vars(words.pop("origin")) if "origin" in words else None
    return {"role": role, "input": input, "set": {}, "origin": origin} | words


def by(*steps: dict[str, Any]) -> list[Edit]:
    """A log: each step an edit with the next number, its id `e<seq>`."""
    words = {"v": 1, "variant": "v1", "action": "change", "at": "", "time": "", "channel": "home"}
    return [
        Edit.from_log(words | {"id": f"e{seq}", "seq": seq, "actor": data["role"]} | data)
        for seq, data in enumerate(steps, 1)
    ]


def counts(facts: Authorship) -> tuple[int, int, int, int]:
    return facts.own_elements, facts.own_structure, facts.own_items, facts.own_finishes


def of(*steps: dict[str, Any], **how: Any) -> Authorship:
    return authorship(by(*steps), **how)


def drawing(of_: Any) -> Drawing:
    return Drawing.of(Plan(of_))


def test_one_wall_drawn_is_one_own_element() -> None:
    assert counts(of(step(set={"walls/w1": WALL}))) == (1, 1, 0, 0)


def test_a_whole_room_drawn_counts_by_kind() -> None:
    assert counts(of(step(set=room()))) == (14, 6, 6, 2)


def test_an_empty_log_is_nobodys() -> None:
    assert counts(of()) == (0, 0, 0, 0)


def test_a_level_and_a_room_label_are_no_elements() -> None:
    assert of(step(set={"levels/l1": {}, "rooms/r1": {"level": "l1", "at": [0, 0]}})).own == frozenset()


@pytest.mark.parametrize(
    "unseen",
    [
        {"walls/w1": {"level": "l1", "a": [5, 5], "b": [5, 5]}},
        {"openings/o1": {"wall": "w9", "offset": 0}},
        {"finishes/f1": {"paint": "p"}},
        {"finishes/f1": {"wall": "w9", "paint": "p"}},
        {"walls/w1": WALL | {"a": None}},
    ],
)
def test_what_cannot_be_seen_counts_for_nothing(unseen: dict[str, Any]) -> None:
    assert of(step(set=unseen)).own_elements == 0


def test_a_finish_without_paint_or_tile_counts_for_nothing() -> None:
    assert of(step(set={"walls/w1": WALL, "finishes/f1": {"wall": "w1"}})).own == {"walls/w1"}


# The designer


def test_a_designers_elements_never_count() -> None:
    facts = of(step(set={"walls/w1": WALL}), step(DESIGNER, set=room()))
    assert facts.own == {"walls/w1"}
    assert facts.authors["walls/wt1"].role == DESIGNER


def test_what_stood_at_the_designers_first_edit_stays_whatever_is_done_later() -> None:
    log = by(
        step(set={"walls/w1": WALL}),
        step(DESIGNER, remove=["walls/w1"]),
        step(set={"walls/w2": WALL, "walls/w3": WALL}),
    )
    facts = authorship(log, frozen_at=designers_first_edit(log))
    assert (facts.own, facts.designer_began) == ({"walls/w1"}, True)


def test_a_customer_who_draws_only_after_the_designer_began_earns_nothing() -> None:
    log = by(step(DESIGNER, set={"levels/l1": {}}), step(set=room()))
    assert counts(authorship(log, frozen_at=designers_first_edit(log))) == (0, 0, 0, 0)


def test_what_the_customer_removed_before_the_designer_came_does_not_stand() -> None:
    assert of(step(set={"walls/w1": WALL}), step(remove=["walls/w1"])).own_elements == 0


def test_the_designers_edits_of_an_earlier_service_are_not_this_services_beginning() -> None:
    log = by(
        step(DESIGNER, set={"walls/w1": WALL}), step(set={"walls/w2": WALL}), step(DESIGNER, set={"walls/w3": WALL})
    )
    assert designers_first_edit(log, since_seq=1) == 3
    assert authorship(log, frozen_at=3).own == {"walls/w2"}


def test_without_a_designer_nothing_is_frozen() -> None:
    log = by(step(set={"walls/w1": WALL}))
    assert designers_first_edit(log) is None
    assert not authorship(log).designer_began


def test_a_wall_of_the_customers_that_an_earlier_designer_moved_is_still_the_customers() -> None:
    facts = of(step(set={"walls/w1": WALL}), step(DESIGNER, set={"walls/w1": {"b": [9000, 0]}}))
    assert facts.own == {"walls/w1"}
    assert facts.authors["walls/w1"].role == CUSTOMER


def test_a_designers_wall_moved_by_the_customer_is_still_the_designers() -> None:
    moved = step(set={"walls/w1": {"a": [500, 500], "b": [4500, 500]}})
    assert of(step(DESIGNER, set={"walls/w1": WALL}), moved).own_elements == 0


def test_a_designers_wall_really_resized_by_the_customer_counts() -> None:
    facts = of(step(DESIGNER, set={"walls/w1": WALL}), step(set={"walls/w1": {"b": [5000, 0]}}))
    assert facts.own == {"walls/w1"}
    assert facts.authors["walls/w1"].seq == 2


def test_a_customers_change_that_the_designer_then_overwrote_does_not_stand() -> None:
    facts = of(
        step(DESIGNER, set={"walls/w1": WALL}),
        step(set={"walls/w1": {"b": [5000, 0]}}),
        step(DESIGNER, set={"walls/w1": {"b": [6000, 0]}}),
    )
    assert facts.own_elements == 0


def test_a_designers_change_undone_leaves_the_customers_standing() -> None:
    facts = of(
        step(DESIGNER, set={"walls/w1": WALL}),
        step(set={"walls/w1": {"b": [5000, 0]}}),
        step(DESIGNER, set={"walls/w1": {"b": [6000, 0]}}),
        step(DESIGNER, set={"walls/w1": {"b": [5000, 0]}}, undoes="e3"),
    )
    assert facts.own == {"walls/w1"}


def test_a_designers_change_undone_does_not_make_a_template_the_customers() -> None:
    facts = of(
        step(set={"walls/w1": WALL}, origin=TEMPLATE),
        step(DESIGNER, set={"walls/w1": {"b": [6000, 0]}}),
        step(DESIGNER, set={"walls/w1": {"b": [4000, 0]}}, undoes="e2"),
    )
    assert facts.own_elements == 0


# Templates, copies and imports


@pytest.mark.parametrize("kind", ["template", "copy"])
def test_what_a_template_or_a_copy_brought_earns_nothing(kind: str) -> None:
    assert counts(of(step(set=room(), origin=Origin(kind, "x")))) == (0, 0, 0, 0)


def test_what_was_added_to_a_template_counts() -> None:
    sofa = {"level": "l1", "kind": "sofa", "at": [0, 0], "size": [2000, 900, 800]}
    assert of(step(set=room(), origin=TEMPLATE), step(set={"items/i1": sofa})).own == {"items/i1"}


def test_paint_on_a_templates_wall_counts() -> None:
    paint = {"finishes/f1": {"wall": "wt1", "paint": "sage"}}
    assert of(step(set=room(), origin=TEMPLATE), step(set=paint)).own == {"finishes/f1"}


def test_another_paint_for_a_templates_wall_counts() -> None:
    assert of(step(set=room(), origin=TEMPLATE), step(set={"finishes/ft1": {"paint": "sage"}})).own == {"finishes/ft1"}


@pytest.mark.parametrize(
    "nudged",
    [
        {path: {"a": [fields["a"][0] + 10, fields["a"][1]], "b": [fields["b"][0] + 10, fields["b"][1]]}
         for path, fields in room().items() if path.startswith("walls/")},
        {path: {"at": [fields["at"][0] + 730, 99]} for path, fields in room().items() if path.startswith("items/")},
        {path: {"turn_mdeg": 90_000, "mirrored": True} for path in room() if path.startswith("items/")},
        {"openings/ot1": {"offset": 1800, "hinge": "right", "opens": "left"}, "walls/wt1": {"b": [4000, 2950]}},
        {path: {"name": "mine"} for path in room() if path.startswith("items/")},
    ],
    ids=["nudged", "moved", "turned and mirrored", "a door moved", "renamed"],
)  # fmt: skip
def test_a_template_nudged_moved_or_turned_earns_nothing(nudged: dict[str, Any]) -> None:
    assert of(step(set=room(), origin=TEMPLATE), step(set=nudged, input="typed")).own_elements == 0


def test_a_wall_of_a_template_made_longer_counts_and_so_does_its_typed_length() -> None:
    facts = of(step(set=room(), origin=TEMPLATE), step(set={"walls/wt0": {"b": [5000, 0]}}, input="typed"))
    assert (facts.own, facts.own_dimensions) == ({"walls/wt0"}, 1)


def test_an_own_import_counts() -> None:
    assert of(step(set=room(), origin=Origin("import"))).own_elements == 14


def test_an_import_of_a_templates_export_earns_nothing() -> None:
    imported = step(set=room("x", by=(730, 40)), origin=Origin("import"))
    assert of(imported, opened=[drawing(as_document(room()))]).own_elements == 0


def test_a_template_redrawn_without_its_origin_earns_nothing() -> None:
    sofa = {"level": "l1", "kind": "sofa", "at": [0, 0], "size": [2000, 900, 800]}
    facts = of(
        step(set=room("x", by=(0, 10))),
        step(set={"items/i1": sofa}),
        opened=[drawing(document()), drawing(as_document(room()))],
    )
    assert facts.own == {"items/i1"}


def test_a_template_of_strangers_is_not_compared() -> None:
    assert of(step(set=room("x"))).own_elements == 14


def test_a_template_removed_and_drawn_again_under_new_ids_earns_nothing() -> None:
    drawn_again = step(set=room("x"), remove=list(room()))
    assert of(step(set=room(), origin=TEMPLATE), drawn_again).own_elements == 0


def test_a_template_removed_and_set_again_under_the_same_ids_earns_nothing() -> None:
    again = [step(remove=list(room())), step(set=room())]
    assert of(step(set=room(), origin=TEMPLATE), *again).own_elements == 0


def test_ids_taken_before_a_template_comes_do_not_make_it_ones_own() -> None:
    assert of(step(set=room()), step(set=room(), origin=TEMPLATE)).own_elements == 0


def test_four_walls_alike_to_a_templates_are_still_ones_own() -> None:
    walls = {path: fields for path, fields in room("x").items() if path.startswith("walls/")}
    assert of(step(set=walls), opened=[drawing(as_document(room()))]).own_elements == 4


# Undo


def test_an_edit_and_its_undo_count_as_if_neither_happened() -> None:
    drawn = step(set={"walls/w1": WALL})
    assert of(drawn, step(remove=["walls/w1"], undoes="e1")).own_elements == 0


def test_a_wall_removed_and_given_back_by_undo_is_still_ones_own() -> None:
    log = [step(set={"walls/w1": WALL}), step(remove=["walls/w1"]), step(set={"walls/w1": WALL}, undoes="e2")]
    assert of(*log).own == {"walls/w1"}


def test_a_templates_wall_removed_and_given_back_by_undo_is_still_the_templates() -> None:
    log = [
        step(set=room(), origin=TEMPLATE),
        step(remove=["walls/wt0"]),
        step(set={"walls/wt0": room()["walls/wt0"]}, undoes="e2"),
    ]
    assert of(*log).own_elements == 0


def test_an_undo_of_nothing_that_draws_earns_nothing() -> None:
    assert of(step(set=room("x"), undoes="e9")).own_elements == 0


def test_a_false_undo_does_not_wash_a_template() -> None:
    washed = [step(remove=list(room()), undoes="e1"), step(set=room(), undoes="e2"), step(set=room())]
    assert of(step(set=room(), origin=TEMPLATE), *washed).own_elements == 0


def test_a_resize_undone_earns_nothing_and_done_again_counts() -> None:
    log = [
        step(set=room(), origin=TEMPLATE),
        step(set={"walls/wt0": {"b": [5000, 0]}}, input="typed"),
        step(set={"walls/wt0": {"b": [4000, 0]}}, undoes="e2", input="picked"),
        step(set={"walls/wt0": {"b": [5000, 0]}}, undoes="e3", input="picked"),
    ]
    assert [of(*log[:number]).own_elements for number in (2, 3, 4)] == [1, 0, 1]
    assert [of(*log[:number]).own_dimensions for number in (2, 3, 4)] == [1, 0, 1]


# Dimensions


def test_a_typed_room_has_its_two_dimensions() -> None:
    walls = {path: fields for path, fields in room().items() if path.startswith("walls/")}
    assert of(step(set=walls, input="typed")).own_dimensions == 2


def test_a_dragged_room_has_none() -> None:
    assert of(step(set=room())).own_dimensions == 0


def test_a_length_typed_and_then_dragged_away_is_no_dimension() -> None:
    log = [step(set={"walls/w1": WALL}, input="typed"), step(set={"walls/w1": {"b": [4444, 0]}})]
    assert of(*log).own_dimensions == 0


def test_a_length_typed_twice_is_one_dimension() -> None:
    log = [step(set={"walls/w1": {**WALL, "b": [x, 0]}}, input="typed") for x in (3000, 4000)]
    assert of(*log).own_dimensions == 1


def test_a_typed_bend_is_a_dimension_as_long_as_it_holds() -> None:
    log = [step(set={"walls/w1": WALL}), step(set={"walls/w1": {"bulge": 500}}, input="typed")]
    assert of(*log).own_dimensions == 1
    assert of(*log, step(set={"walls/w1": {"bulge": 0}})).own_dimensions == 0


def test_a_column_is_own_structure() -> None:
    column = {"level": "l1", "at": [900, 900], "size": [300, 300]}
    drawn = of(step(set={"solids/c1": column}))
    assert (drawn.own_elements, drawn.own_structure) == (1, 1)


def test_a_wall_moved_with_a_typed_one_has_no_length_of_its_own() -> None:
    moved = {"walls/w1": {"b": [5000, 0]}, "walls/w2": {"a": [5000, 0], "b": [5000, 3000]}}
    corner = {"walls/w1": WALL, "walls/w2": {"level": "l1", "a": [4000, 0], "b": [4000, 3000]}}
    assert of(step(set=corner), step(set=moved, input="typed")).own_dimensions == 1


def test_typed_openings_count_once_each() -> None:
    doors = {
        "walls/w1": WALL,
        "openings/o1": {"wall": "w1", "offset": 100},
        "openings/o2": {"wall": "w1", "offset": 2000},
    }
    log = [step(set=doors), step(set={"openings/o1": {"width": 800, "offset": 120}}, input="typed")]
    log += [step(set={"openings/o2": {"width": 800}}, input="typed")]
    assert of(*log).own_dimensions == 2


def test_a_designers_typed_length_is_no_dimension_of_the_customers() -> None:
    log = [step(set={"walls/w1": WALL}), step(DESIGNER, set={"walls/w1": {"b": [5000, 0]}}, input="typed")]
    assert of(*log).own_dimensions == 0


# Who and where


def test_the_channels_of_ones_own_elements_are_told() -> None:
    log = [step(set={"walls/w1": WALL}), step(set={"walls/w2": WALL}, channel="kiosk")]
    log += [step(set={"walls/w3": WALL}, channel="desk"), step(remove=["walls/w3"])]
    assert of(*log).own_channels == {"home", "kiosk"}


def test_a_friend_with_a_shared_link_draws_for_the_customer() -> None:
    assert of(step(set={"walls/w1": WALL}, actor="friend")).authors["walls/w1"].actor == "friend"


def test_an_edit_without_a_role_is_the_customers() -> None:
    assert of(step(role=None, set={"walls/w1": WALL})).own_elements == 1  # type: ignore[arg-type]
