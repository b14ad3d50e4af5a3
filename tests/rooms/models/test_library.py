"""Furniture libraries: what they tell of their pieces, and what of them is refused."""

import pytest

from rooms import archive
from rooms.fault import Fault
from rooms.models.library import read_library
from rooms.models.made import Made
from rooms.models.properties import read_properties
from tests.rooms.models.libraries import CUBE, library, packed, picture, told_in


def reason_of(data: bytes) -> str:
    with pytest.raises(Fault) as refused:
        first_made(data)
    return refused.value.reason


def first_made(data: bytes) -> Made:
    found = read_library(data)
    return found.made(found.pieces[0])


def test_a_piece_has_its_names_size_maker_and_licence() -> None:
    found = read_library(library())
    (piece,) = found.pieces
    told = (
        piece.names["pl"],
        piece.names["en"],
        piece.categories["pl"],
        piece.categories["en"],
        piece.size,
        piece.creator,
        found.licence,
    )
    assert told == ("Sześcian", "Cube", "Salon", "Living room", (200, 100, 100), "Anna Nowak", "CC BY 4.0")


def test_a_piece_becomes_a_model_of_its_own_size() -> None:
    found = read_library(library())
    made = found.made(found.pieces[0])
    positions = told_in(made.glb)["accessors"][0]
    assert (positions["min"], positions["max"]) == (
        pytest.approx([-0.1, 0, -0.05]), pytest.approx([0.1, 0.1, 0.05])
    )  # fmt: skip


def test_a_texture_comes_along() -> None:
    found = read_library(library())
    assert [image["mimeType"] for image in told_in(found.made(found.pieces[0]).glb)["images"]] == ["image/jpeg"]


def test_a_piece_is_turned_as_its_library_says() -> None:
    found = read_library(library({"modelRotation": "0 0 1 0 1 0 -1 0 0", "width": "10", "depth": "20"}))
    assert found.made(found.pieces[0]).notes == []


def test_proportions_other_than_declared_are_told() -> None:
    found = read_library(library({"height": "15"}))
    assert [(note.reason, note.what) for note in found.made(found.pieces[0]).notes] == [("stretched", "50")]


def test_a_texture_too_large_leaves_the_surface_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rooms.models.texture.MOST_PIXELS", 400)
    made = (found := read_library(library(files={"cube/paint.png": picture(30, 30)}))).made(found.pieces[0])
    assert ([note.reason for note in made.notes], "images" in told_in(made.glb)) == (["texture_too_large"], False)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (library({"doorOrWindow": "true"}), "is_opening"),
        (library({"model": "/cube/cube.3ds"}), "model_format"),
        (library({"model": "http://example.test/cube.obj"}), "outside_file"),
        (library({"model": "/../../../etc/passwd.obj"}), "not_in_archive"),
        (library({"width": "0"}), "size_out_of_range"),
        (library({"width": "nan"}), "size_out_of_range"),
        (library({"depth": "wide"}), "size_missing"),
        (library({"modelRotation": "1 0"}), "rotation_unreadable"),
        (library(files={"cube/cube.obj": "v 0 0 0\nf 1 2 3"}), "model_damaged"),
        (library(files={"cube/cube.obj": "v 0 0 nan\nv 0 1 0\nv 1 0 0\nf 1 2 3"}), "model_damaged"),
        (library(files={"cube/cube.obj": "v 0 0 0\nv 1 1 1\nf 1 2 1"}), "model_empty"),
        (library(files={"cube/cube.obj": ""}), "model_empty"),
        (packed({"readme.txt": "hello"}), "no_furniture_in_archive"),
        (b"PK\x03\x04 and no more", "damaged_zip"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert reason_of(data) == reason


def test_an_archive_cut_anywhere_is_refused() -> None:
    whole = library()
    assert {reason_of(whole[:length]) for length in range(4, len(whole) - 1, 97)} == {"damaged_zip"}


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED_BYTES", 100_000)
    assert reason_of(library(files={"cube/cube.obj": "#" * 1_000_000})) == "too_large"


def test_too_many_triangles_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rooms.models.wavefront.MOST_TRIANGLES", 10)
    assert reason_of(library(files={"cube/cube.obj": CUBE})) == "too_many_triangles"


def test_properties_are_read_in_latin_letters_escapes_and_broken_lines() -> None:
    data = b"# note\r\na = Pok\xf3j\n! other\nb\\:c:one\\\n   two\nd \\u017c\\t.\n"
    assert read_properties(data) == {"a": "Pokój", "b:c": "onetwo", "d": "ż\t."}
