"""A document holds the pages that its plan has something for, in words of its language."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from configurator.exports import service
from configurator.exports.coverings import page_word
from configurator.exports.press import OwnFilesOnly
from tests.configurator.exports.subjects import FEE, PROJECT, UNKNOWN, room, start, subject

Reader = Callable[[str], PdfReader]
ALL = ["cover", "plan", "elevations", "furniture", "colours", "shopping", "quantities", "tape", "readiness", "fee"]
SAID = {
    "pl": [
        "Rzut",
        "Ściany",
        "Kolory i materiały",
        "Lista zakupów",
        "Taśma na podłodze",
        "Co jeszcze sprawdzić",
        "Opłata",
    ],
    "en": ["Plan", "Walls", "Colours and materials", "Shopping list", "Tape on the floor", "Still to check", "Fee"],
}


def without(*collections: str) -> dict[str, object]:
    return room() | {collection: {} for collection in collections}


@pytest.mark.parametrize(
    ("document", "lacking"),
    [
        (room(), []),
        (without("finishes"), ["colours"]),
        (without("items"), ["furniture", "tape"]),
        (without("items", "finishes"), ["colours", "furniture", "shopping", "tape"]),
        (without("items", "finishes", "openings"), ["elevations", "colours", "furniture", "shopping", "tape"]),
        (
            {"version": 1},
            ["plan", "elevations", "colours", "furniture", "shopping", "quantities", "tape", "readiness"],
        ),
    ],
)
def test_a_page_with_nothing_to_say_is_left_out(document: dict[str, object], lacking: list[str]) -> None:
    assert service.available(subject(document)) == [key for key in ALL if key not in lacking]


def test_what_the_checks_say_is_a_page_with_sources_and_ways_out() -> None:
    door = {"wall": "w2", "offset": 1000, "width": 800, "height": 2050, "kind": "door", "opens": "right"}
    waivers = {"x1": {"finding": "door_height openings/o2", "reason": "stara kamienica"}}
    low = {"wall": "w3", "offset": 1000, "width": 900, "height": 1900, "kind": "door", "opens": "right"}
    made = service.document(subject(room() | {"openings": {"o1": door, "o2": low}, "waivers": waivers}), ["findings"])
    text = "".join(told(page) for page in PdfReader(BytesIO(made.pdf)).pages)
    for said in (
        "w świetle jest 70 cm, potrzeba 80 cm",
        "poszerz otwór o 10 cm",
        "jeszcze przez nas niesprawdzony",
        "stara kamienica",
    ):
        assert said in text


def test_a_mere_plan_has_no_fee() -> None:
    assert "fee" not in service.available(service.subject_of_plan(start("bathroom"), language="pl", at=subject().at))


def test_where_only_boards_are_laid_the_page_of_tiles_is_called_so() -> None:
    told = service.subject_of_plan(start("new_colour"), language="pl", at=subject().at)
    assert page_word(told, "tiles") == "boards"


def test_free_samples_are_no_fee_of_a_designer() -> None:
    assert "fee" not in service.available(subject(room(), fee=FEE | {"state": "allowance"}))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_is_headed_in_the_documents_language(reader: Reader, language: str) -> None:
    text = "\n".join(told(page) for page in reader(language).pages)
    assert [said for said in SAID[language] if said not in text] == []


def test_polish_letters_come_out_as_written(reader: Reader) -> None:
    assert "Łazienka Zażółć" in told(reader("pl").pages[0])


def test_every_page_is_bookmarked(reader: Reader) -> None:
    titles = [entry.title for entry in reader("en").outline if not isinstance(entry, list)]
    assert titles == [*SAID["en"][:-1], "Fee and terms"]


def test_a_room_is_bookmarked_below_its_page(reader: Reader) -> None:
    nested = [entry for entry in reader("pl").outline if isinstance(entry, list)]
    assert [entry.title for entry in nested[0]] == ["Salon"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_document_is_tagged_and_says_its_language(reader: Reader, language: str) -> None:
    root = reader(language).root_object
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "pdfuaid:part" in reader(language).xmp_metadata.stream.get_data().decode()  # type: ignore[union-attr]


def test_every_picture_is_told_in_words(reader: Reader) -> None:
    figures = [one for one in elements(reader("pl").root_object["/StructTreeRoot"]) if one.get("/S") == "/Figure"]
    assert len(figures) > 5
    assert [one for one in figures if not one.get("/Alt")] == []


def test_all_letters_are_inside(reader: Reader) -> None:
    fonts = {font for page in reader("pl").pages for font in (page["/Resources"].get("/Font") or {}).values()}
    embedded = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all("/FontFile2" in descriptor for descriptor in embedded)
    assert all("Inter" in font.get_object()["/BaseFont"] for font in fonts)


def test_sheets_are_numbered_under_the_store_and_the_code(reader: Reader) -> None:
    pages = reader("pl").pages
    assert f"Strona 2 z {len(pages)}" in told(pages[1])
    assert all("Dom i Mebel Kraków" in told(page) for page in pages)
    assert all("ABC-D23-45X" in told(page) for page in pages)


def test_what_has_no_price_says_so_beside_the_total(reader: Reader) -> None:
    text = said_from(reader("pl"), "Lista zakupów")
    assert "2 499,99 zł" in text
    assert "bez ceny" in text
    assert "Ceny nie ma jeszcze 1 pozycja" in text


def test_a_floors_colour_is_told_with_its_area_and_nothing_to_buy(reader: Reader) -> None:
    text = page_with(reader("pl"), "Kolory i materiały")
    assert f"Podłoga w kolorze {UNKNOWN}, materiał do wyboru" in text
    assert "19,11 m²" in text
    assert UNKNOWN not in said_from(reader("pl"), "Lista zakupów")


def test_a_fee_that_is_not_final_says_so_and_what_is_missing(reader: Reader) -> None:
    text = page_with(reader("pl"), "Opłata i warunki")
    assert "To nie jest jeszcze kwota ostateczna." in text
    assert "Czego jeszcze nie wiemy" in text


def test_the_plan_holds_no_sockets_so_the_list_prints_a_gap(reader: Reader) -> None:
    text = page_with(reader("pl"), "Co jeszcze sprawdzić")
    assert "Gniazdka" in text
    assert "brak" in text


def test_tape_tells_how_far_the_sofa_stands_from_two_walls(reader: Reader) -> None:
    text = page_with(reader("pl"), "Taśma na podłodze")
    assert "przy ścianie A" in text
    assert "95 cm od ściany D" in text


def test_points_have_a_sheet_for_each_trade_with_heights_and_ways_from_the_corner() -> None:
    socket = {"level": "l1", "kind": "socket", "at": [1000, 57], "size": [80, 14, 80], "elevation": 1050}
    drain = {"level": "l1", "kind": "drain_point", "at": [4905, 3050], "size": [130, 90, 130], "turn_mdeg": 90000}
    document = room() | {"items": {"i1": socket, "i2": drain | {"elevation": 435}}}
    power, water = PdfReader(BytesIO(service.document(subject(document), ["points"]).pdf)).pages
    for page, said in ((power, ("Gniazdko", "h 109", "95")), (water, ("Odpływ ścienny", "h 50", "90"))):
        assert [one for one in said if one not in told(page)] == []


def test_furniture_is_listed_by_the_numbers_on_its_plan() -> None:
    (page,) = PdfReader(BytesIO(service.document(subject(), ["furniture"]).pdf)).pages
    for said in ("Zestawienie wyposażenia", "Sofa", "200 × 90 × 80 cm", "Sofa Spokój, DM-1", "Salon"):
        assert said in told(page)


def test_a_drawing_names_project_scale_day_designer_and_store() -> None:
    project = replace(PROJECT, designer="Anna Nowak")
    (page,) = PdfReader(BytesIO(service.document(subject(project=project), ["plan"]).pdf)).pages
    for said in ("Łazienka Zażółć", "ABC-D23-45X", "1:50", "22.11.2026", "Projektuje: Anna Nowak", "Dom i Mebel"):
        assert said in told(page)


def test_the_cover_brings_the_store_the_code_and_the_contents() -> None:
    document = room() | {"items": {}}
    made = PdfReader(BytesIO(service.document(subject(document), ["cover", "plan"]).pdf))
    text = told(made.pages[0])
    for said in ("Łazienka Zażółć", "ul. Pokazowa 12", "tel. 12 000 00 12", "ABC-D23-45X", "22 listopada 2026", "Rzut"):
        assert said in text
    assert made.pages[0].images[0].image.width <= 1600


def test_a_name_cannot_break_out_of_its_page() -> None:
    document = room() | {"plan": {"name": "<script>&</h1><b>"}}
    made = PdfReader(BytesIO(service.document(subject(document), ["readiness"]).pdf))
    assert "<script>&</h1><b>" in told(made.pages[0])


@pytest.mark.parametrize("url", ["http://localhost/x.png", "https://example.org/x", "file:///etc/passwd", "ftp://x/y"])
def test_nothing_is_fetched_from_outside(url: str) -> None:
    with pytest.raises(ValueError, match=r"may not read|disallowed protocol"):
        OwnFilesOnly().fetch(url)


@pytest.mark.parametrize(
    ("name", "file"), [("Łazienka / „dół”", "Łazienka dół ABC-D23-45X.pdf"), ("", "Projekt bez nazwy ABC-D23-45X.pdf")]
)
def test_the_file_is_called_as_the_project(name: str, file: str) -> None:
    assert service.file_name(subject(room() | {"plan": {"name": name}})) == file


def told(page: PageObject) -> str:
    """The page's text, a printer's spaces as plain ones."""
    return page.extract_text().replace("\xa0", " ")


def page_with(reader: PdfReader, heading: str) -> str:
    return next(text for page in reader.pages if heading in (text := told(page)))


def said_from(reader: PdfReader, heading: str) -> str:
    """What stands after the last place where a heading is written: the cover lists them all."""
    return "\n".join(told(page) for page in reader.pages).rpartition(heading)[2]


def elements(node: object) -> list[DictionaryObject]:
    """The structure's elements, from the root down."""
    held = node.get_object() if isinstance(node, IndirectObject) else node
    if not isinstance(held, DictionaryObject):
        return []
    kids = held.get("/K", [])
    below = [one for kid in (kids if isinstance(kids, list) else [kids]) for one in elements(kid)]
    return [held, *below]
