"""What a form asks is said once, beside the field."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from incentives.asking import Asked, asked, question, questions
from incentives.effects.samples import Samples
from incentives.effects.waive import Waive
from incentives.fees.per_area import PerArea
from incentives.rule import Rule
from incentives.wording import Words


@dataclass(frozen=True)
class Form:
    """A field of every kind, and one that no form asks for."""

    needed: int = field(metadata=asked("Ile", "How many"))
    maybe: int | None = field(metadata=asked("Ile", "How many"))
    left_out: int = field(metadata=asked("Ile", "How many", optional=True))
    usual: int = field(default=7, metadata=asked("Ile", "How many", name="often"))
    several: tuple[int, ...] = field(default_factory=tuple, metadata=asked("Ile", "How many"))
    unasked: int = 0


FIELDS = {found.attribute: found for found in questions(Form)}


def test_only_fields_with_a_label_are_asked_for() -> None:
    assert list(FIELDS) == ["needed", "maybe", "left_out", "usual", "several"]


@pytest.mark.parametrize(
    ("name", "optional"), [("needed", False), ("maybe", True), ("left_out", True), ("usual", True), ("several", True)]
)
def test_what_has_a_default_or_may_be_none_may_be_left_out(name: str, optional: bool) -> None:
    assert FIELDS[name].optional is optional


def test_a_field_has_the_name_of_the_terms_and_what_holds_without_it() -> None:
    assert [(found.name, found.usual) for found in FIELDS.values()] == [
        ("needed", None), ("maybe", None), ("left_out", None), ("often", 7), ("several", None),
    ]  # fmt: skip


def test_what_is_asked_is_needed_and_stands_alone_unless_it_is_said_otherwise() -> None:
    for found in (Asked(Words("Ile", "How many")), asked("Ile", "How many")["asked"]):
        assert [found.optional, found.of_fact, found.reshapes, found.only] == [False, False, False, frozenset()]
    assert not question("count", int, asked("Ile", "How many")).optional


@pytest.mark.parametrize(
    ("kind", "needed"),
    [(Rule, {"title", "then"}), (Waive, set()), (Samples, {"count"}), (PerArea, {"per_m2_gr"})],
)
def test_a_form_asks_without_fail_for_what_the_terms_cannot_be_read_without(kind: type, needed: set[str]) -> None:
    assert {found.name for found in questions(kind) if not found.optional} == needed
