"""A variant is what its parent was where it grew, and its own edits since."""

from __future__ import annotations

from rooms.edit import Edit
from rooms.variant import Variant, fold_variant

VARIANTS = {
    "v1": Variant("v1"),
    "v2": Variant("v2", parent="v1", grew_from_seq=2),
    "v3": Variant("v3", parent="v2", grew_from_seq=4),
}


def named(seq: int, variant: str) -> Edit:
    words = {"id": f"e{seq}", "v": 1, "action": "add_level", "input": "typed", "at": ""}
    return Edit.from_log(words | {"variant": variant, "set": {f"levels/l{seq}": {}}, "seq": seq})


LOG = [named(seq, variant) for seq, variant in enumerate(["v1", "v1", "v1", "v2", "v1", "v2", "v3"], start=1)]


def levels(variant: str) -> list[str]:
    return list(fold_variant(LOG, VARIANTS, variant)["levels"])


def test_the_first_variant_has_its_own_edits_alone() -> None:
    assert levels("v1") == ["l1", "l2", "l3", "l5"]


def test_a_variant_has_its_parent_up_to_where_it_grew() -> None:
    assert levels("v2") == ["l1", "l2", "l4", "l6"]


def test_a_grandchild_has_both() -> None:
    assert levels("v3") == ["l1", "l2", "l4", "l7"]


def test_a_child_never_sees_more_of_its_grandparent_than_its_parent_did() -> None:
    late = VARIANTS | {"v3": Variant("v3", parent="v2", grew_from_seq=7)}
    assert list(fold_variant(LOG, late, "v3")["levels"]) == ["l1", "l2", "l4", "l6", "l7"]


def test_variants_that_grew_from_each_other_still_fold() -> None:
    circle = {"v1": Variant("v1", parent="v2", grew_from_seq=9), "v2": Variant("v2", parent="v1", grew_from_seq=9)}
    assert list(fold_variant(LOG, circle, "v1")["levels"]) == ["l1", "l2", "l3", "l4", "l5", "l6"]
