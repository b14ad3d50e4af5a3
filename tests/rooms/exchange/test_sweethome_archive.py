"""Archives from strangers: broken, hostile and old ones are refused with a reason, and cost next to nothing."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping

import pytest

from rooms.exchange import read
from rooms.fault import Fault

Archive = Callable[[Mapping[str, str | bytes]], bytes]
ENTITIES = "<!DOCTYPE home [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><home name='&b;'/>"
OUTSIDE = "<!DOCTYPE home [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><home name='&a;'/>"


def reason_of(data: bytes) -> str:
    with pytest.raises(Fault) as refused:
        read("home.sh3d", data)
    return refused.value.reason


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({}, "no_home_in_archive"),
        ({"readme.txt": "hello"}, "no_home_in_archive"),
        ({"Home": b"\xac\xed\x00\x05", "0": b""}, "only_serialised_home"),
        ({"Home.xml": "<home"}, "damaged_xml"),
        ({"Home.xml": ""}, "damaged_xml"),
        ({"Home.xml": "<house/>"}, "not_a_plan"),
        ({"Home.xml": "<?xml version='1.0' encoding='klingon'?><home/>"}, "damaged_xml"),
        ({"Home.xml": ENTITIES}, "hostile_xml"),
        ({"Home.xml": OUTSIDE}, "hostile_xml"),
        ({"Home.xml": "<home>" + "<furnitureGroup>" * 1000 + "</furnitureGroup>" * 1000 + "</home>"}, "too_deep"),
        ({"Home.xml": "<home>" + "<label/>" * 300_000 + "</home>"}, "too_large"),
    ],
)
def test_a_home_that_cannot_be_read_is_refused(archive: Archive, members: Mapping[str, str], reason: str) -> None:
    assert reason_of(archive(members)) == reason


def test_an_old_home_is_told_which_version_to_save_it_with(archive: Archive) -> None:
    with pytest.raises(Fault, match=r"save_again_with 5\.3"):
        read("home.sh3d", archive({"Home": b"\xac\xed\x00\x05"}))


def test_an_archive_cut_anywhere_is_refused(home: Callable[..., bytes], box: str) -> None:
    whole = home(box)
    assert {reason_of(whole[:length]) for length in range(2, len(whole) - 1)} == {"damaged_zip"}


def test_a_home_packed_by_an_endless_method_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as zipped:
        zipped.writestr("Home.xml", "<home/>")
    assert reason_of(packed.getvalue()) == "damaged_zip"


def test_a_gigabyte_of_zeros_is_refused_without_being_unpacked() -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped,
        zipped.open("Home.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(128):
            member.write(bytes(1024 * 1024))
    data = packed.getvalue().replace((128 * 1024 * 1024).to_bytes(8, "little"), (1024**3).to_bytes(8, "little"))
    tracemalloc.start()
    try:
        assert reason_of(data) == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 20 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_home_that_lies_about_its_size_is_refused(home: Callable[..., bytes], box: str) -> None:
    honest = home(box)
    with zipfile.ZipFile(io.BytesIO(honest)) as zipped:
        size = zipped.getinfo("Home.xml").file_size
    assert reason_of(honest.replace(size.to_bytes(4, "little"), (size - 5).to_bytes(4, "little"))) == "damaged_zip"


def test_an_archive_of_a_million_members_is_refused_unopened() -> None:
    assert reason_of(b"PK\x03\x04" + (b"PK\x01\x02" + bytes(42)) * 100_000) == "too_many_members"


def test_an_encrypted_home_is_refused(home: Callable[..., bytes]) -> None:
    data = bytearray(home())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reason_of(bytes(data)) == "encrypted"
