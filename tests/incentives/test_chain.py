"""In a chain nothing can be changed, dropped or cut off unseen."""

from dataclasses import replace
from typing import Any

import pytest

from incentives import chain
from incentives.chain import Broken, Entry

KEY = b"a key of the store"


def _chain(*bodies: Any) -> list[Entry]:
    entries: list[Entry] = []
    for body in bodies:
        entries.append(chain.following(entries[-1] if entries else None, body))
    return entries


THREE = _chain({"charged_gr": 30_000}, {"charged_gr": 0}, {"charged_gr": 10_000})
HEAD = (3, THREE[-1].sha)


def test_a_chain_begins_with_one_and_nothing_before() -> None:
    assert (THREE[0].n, THREE[0].previous) == (1, chain.START)


def test_each_entry_names_the_one_before() -> None:
    assert [entry.previous for entry in THREE[1:]] == [entry.sha for entry in THREE[:-1]]


def test_a_whole_chain_holds() -> None:
    assert chain.first_break(THREE) is None
    assert chain.first_break(THREE, head=HEAD) is None


def test_an_empty_chain_holds() -> None:
    assert chain.first_break([]) is None


@pytest.mark.parametrize(
    ("entries", "broken"),
    [
        ([THREE[0], replace(THREE[1], body={"charged_gr": 1}), THREE[2]], Broken(2, "changed")),
        ([THREE[0], chain.following(THREE[0], {"charged_gr": 1}), THREE[2]], Broken(3, "changed")),
        ([THREE[0], THREE[2]], Broken(2, "missing")),
        (THREE[1:], Broken(1, "missing")),
        ([THREE[0], THREE[2], THREE[1]], Broken(2, "missing")),
        ([THREE[0], THREE[0]], Broken(2, "missing")),
        ([replace(THREE[0], sha="0" * 64)], Broken(1, "changed")),
        ([replace(THREE[0], previous=THREE[1].sha)], Broken(1, "changed")),
    ],
)
def test_a_broken_chain_is_found_at_its_first_break(entries: Any, broken: Broken) -> None:
    assert chain.first_break(entries) == broken


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_chain_cut_off_is_found_by_its_checkpoint(kept: int) -> None:
    assert chain.first_break(THREE[:kept], head=HEAD) == Broken(kept + 1, "cut_off")


def test_a_chain_that_has_grown_since_its_checkpoint_holds() -> None:
    assert chain.first_break(THREE, head=(2, THREE[1].sha)) is None


def test_a_chain_rewritten_from_the_start_is_found_by_its_checkpoint() -> None:
    forged = _chain({"charged_gr": 0}, {"charged_gr": 0}, {"charged_gr": 0})
    assert chain.first_break(forged, head=HEAD) == Broken(3, "changed")


def test_a_checkpoint_is_signed() -> None:
    point = chain.checkpoint({"service-1": HEAD}, "2026-05-04T22:00:00Z", KEY)
    assert point["heads"] == {"service-1": [3, THREE[-1].sha]}
    assert chain.is_signed(point, KEY)


@pytest.mark.parametrize(
    "change", [{"at": "2026-05-05T22:00:00Z"}, {"heads": {}}, {"signature": "0" * 64}, {"note": "x"}]
)
def test_a_changed_checkpoint_is_not_signed(change: Any) -> None:
    assert not chain.is_signed({**chain.checkpoint({"s": HEAD}, "2026-05-04T22:00:00Z", KEY), **change}, KEY)


def test_a_checkpoint_without_a_signature_is_not_signed() -> None:
    assert not chain.is_signed({"at": "x", "heads": {}}, KEY)


def test_another_key_does_not_sign() -> None:
    assert not chain.is_signed(chain.checkpoint({}, "2026-05-04T22:00:00Z", KEY), b"another key")


def test_an_entry_is_written_as_json() -> None:
    first = THREE[0]
    assert first.as_data() == {"n": 1, "previous": chain.START, "body": {"charged_gr": 30_000}, "sha": first.sha}


def test_the_hash_of_an_entry_does_not_change_between_versions() -> None:
    assert THREE[0].sha == "706530252b91ad8ed7cfcb7232445fc1909ecd6ba438c2356a4058b830d4abf5"
