"""Notes of an import as a person reads them."""

from __future__ import annotations

from configurator.i18n import has_words
from configurator.start.notes import TOPICS, Told, told
from rooms.exchange.report import REASONS, Note


def test_lines_left_out_are_one_sentence_with_their_layers_by_number() -> None:
    notes = [Note("layers/nivel", "not_imported", 53), Note("layers/plants", "not_imported", 6502)]
    assert told(notes) == (Told("left_layers", 6555, (("plants", 6502), ("nivel", 53))),)


def test_walls_known_only_to_the_file_are_counted_and_not_named() -> None:
    notes = [Note("walls/wall18", "ends_joined"), Note("walls/wall22", "ends_joined")]
    assert told(notes) == (Told("ends_joined", 2, ()),)


def test_what_only_the_files_own_program_needs_comes_last() -> None:
    notes = [Note("property", "not_imported", 18), Note("pieces/Box", "box_instead", 4)]
    assert [one.words for one in told(notes)] == ["box_instead", "left_settings"]


def test_every_note_is_said_in_words() -> None:
    notes = [Note(place, reason) for place in (*TOPICS, "strange") for reason in REASONS]
    assert [one.words for one in told(notes) if not has_words(f"imported.{one.words}")] == []
