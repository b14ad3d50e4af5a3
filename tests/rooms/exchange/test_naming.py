"""Words of many languages find our kinds, and every kind that they may find exists."""

from collections.abc import Collection
from dataclasses import dataclass

import pytest

from rooms.description import COLLECTIONS
from rooms.exchange.naming import BOX, LISTS, item_kind, room_use
from rooms.exchange.phrasebook import words_of
from rooms.kinds import KINDS


@dataclass(frozen=True)
class Piece:
    name: str
    catalog_id: str = ""
    size: tuple[int, int, int] = (1000, 600, 800)
    elevation: int = 0


@pytest.mark.parametrize(
    ("entries", "known"),
    [
        ("items", KINDS.keys()),
        ("openings", COLLECTIONS["openings"]["fields"]["kind"]["of"]),
        ("rooms", COLLECTIONS["rooms"]["fields"]["use"]["of"]),
    ],
)
def test_every_word_list_belongs_to_something_that_exists(entries: str, known: Collection[str]) -> None:
    assert [entry for entry in LISTS[entries] if not {entry["kind"], entry.get("else")} & set(known)] == []


def test_a_block_is_a_kind() -> None:
    assert BOX in KINDS


def test_a_kind_answers_to_its_own_names() -> None:
    named = [(kind, names.one) for kind in KINDS.values() for names in kind.names.values()]
    assert [name for kind, name in named if item_kind(Piece(name, size=kind.size)) != kind.name] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sofa", "sofa"),
        ("Kanapa babci", "sofa"),
        ("Canapé d'angle", "corner_sofa"),
        ("Fotel", "armchair"),
        ("Lodówka", "fridge"),
        ("Kühlschrank", "fridge"),
        ("Washing machine", "washing_machine"),
        ("Lave-vaisselle", "dishwasher"),
        ("Miska ustępowa", "wc"),
        ("Umywalka z szafką", "washbasin_cabinet"),
        ("Two chairs", "chair"),
        ("Bunk bed 90x190", "bunk_bed"),
        ("Zxcv", "box"),
        ("", "box"),
        ("12345", "box"),
        ("łóżka" * 1000, "box"),
    ],
)
def test_a_name_finds_its_kind(name: str, kind: str) -> None:
    assert item_kind(Piece(name)) == kind


@pytest.mark.parametrize(("width", "kind"), [(900, "bed_single"), (1199, "bed_single"), (1200, "bed_double")])
def test_a_bed_is_single_or_double_by_its_width(width: int, kind: str) -> None:
    assert item_kind(Piece("Bed", size=(width, 2000, 500))) == kind


def test_the_catalogues_id_counts_before_the_name() -> None:
    assert item_kind(Piece("Ania", "eTeks#armchair")) == "armchair"


def test_a_plain_block_is_called_by_its_name() -> None:
    assert item_kind(Piece("Lodówka", "eTeks#texturableBox")) == "fridge"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Bedroom #1", "bedroom"),
        ("Pokój dzienny", "living"),
        ("Salle de bains", "bathroom"),
        ("WC", "toilet"),
        ("", ""),
    ],
)
def test_a_rooms_name_tells_its_use(name: str, use: str) -> None:
    assert room_use(name) == use


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kitchenUpperCabinet", ("kitchen", "upper", "cabinet")),
        ("bed140x190", ("bed",)),
        ("Stół ŁADNY-2", ("stol", "ladny")),
        ("flatTV", ("flat", "tv")),
        ("Straße", ("strasse",)),
    ],
)
def test_words_come_apart_without_accents_and_numbers(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words
