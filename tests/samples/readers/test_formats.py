"""Fan decks as files, every format alike."""

from contextlib import suppress

import numpy as np
import pytest

from samples import readers
from samples.colour.difference import delta_e
from samples.deck import Deck
from samples.demo import demo_deck
from samples.fault import Fault
from samples.intake import intake

DECK = Deck("few", "Kilka", "Few", demo_deck().paints[::60])
KEEPS_LAB = {"csv": 0.0, "ase": 0.01, "aco": 0.02, "gpl": 0.9, "cxf": 0.0, "sbz": 0.01}
"""How far a colour may move on its way through each format, ΔE00."""


@pytest.mark.parametrize("key", readers.FORMATS)
def test_a_deck_comes_back_from_a_file_with_its_codes_names_and_colours(key: str) -> None:
    reading = readers.read(readers.write(DECK, key), f"wzornik.{key}")
    back = intake(reading.swatches, "back", "Z powrotem").deck
    assert reading.faults == ()
    assert [(paint.code, paint.name_pl) for paint in back] == [(paint.code, paint.name_pl) for paint in DECK]
    assert delta_e(back.labs, DECK.labs).max() <= KEEPS_LAB[key]


@pytest.mark.parametrize("key", readers.FORMATS)
def test_a_file_is_known_by_its_content_whatever_it_is_called(key: str) -> None:
    assert len(readers.read(readers.write(DECK, key), "bez_nazwy").swatches) == len(DECK)


@pytest.mark.parametrize("key", ["ase", "aco", "csv"])
def test_a_file_cut_in_half_gives_what_is_whole_and_says_where_it_ends(key: str) -> None:
    data = readers.write(DECK, key)
    reading = readers.read(data[: len(data) // 2], f"wzornik.{key}")
    assert 0 < len(reading.swatches) < len(DECK)
    assert key == "csv" or [fault.reason for fault in reading.faults] == ["cut_short"]


@pytest.mark.parametrize("key", readers.FORMATS)
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_in_part_or_refused(key: str, seed: int) -> None:
    random = np.random.default_rng(seed)
    data = bytearray(readers.write(DECK, key))
    for place in random.integers(0, len(data), 12):
        data[place] = random.integers(256)
    with suppress(Fault):
        intake(readers.read(bytes(data), f"wzornik.{key}").swatches, "back", "Z powrotem")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x00" * 50, "unknown_format"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "unknown_format"),
        (b"ASEF", "cut_short"),
        (b"ASEF\x00\x01\x00\x00\x00\x00\x00\x00", "no_colours"),
        (b"\x00\x01\xff\xff", "cut_short"),
        (b"GIMP Palette\n", "no_colours"),
        (b"kod;hex\n", "no_colours"),
        (b"kod;nazwa\n1;Biel\n", "no_colour_column"),
        (b"x" * (8 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_a_file_without_a_colour_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        readers.read(data, "plik")
    assert refused.value.reason == reason


def test_a_file_of_nothing_but_mistakes_is_not_read_to_its_end() -> None:
    reading_of_mistakes = b"hex\n#a7b59e\n" + b"zielony\n" * 500_000
    assert len(readers.read(reading_of_mistakes, "plik.csv").faults) == readers.MOST_FAULTS + 1
