"""The tile sheets, the quantities and the tiles' lines on the shopping list."""

from __future__ import annotations

from typing import Any

import pytest

from configurator.exports import service
from configurator.exports.leaves import html_of
from configurator.exports.pages import quantities, shopping, tiles
from configurator.exports.subject import Subject
from configurator.products.shopping import Line, Sold
from tests.configurator.exports.subjects import room, subject

PRODUCT = {"sku": "P-1", "name": "Mleczna", "price_gr": 64_90, "size": [300, 600, 9], "date": "2026-11-01"}
TILE: dict[str, Any] = {"size": [600, 300], "joint": 2, "tint": "#e4e1db", "pattern": "straight", "origin": [100, 50]}


def tiled(language: str = "pl", **fields: Any) -> Subject:
    band = {"wall": "w1", "side": "right", "z_to": 1200, "tile": TILE | fields}
    return subject(room() | {"finishes": {"f1": band}, "items": {}}, language)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_tiled_wall_has_a_sheet_with_its_counts_and_first_cuts() -> None:
    """3900 = 98 + 602 × 6 + 188 and 1200 = 48 + 302 × 3 + 244, from the first tile at 100, 50."""
    made = tiles.context(tiled())
    assert made is not None
    (walls,) = made["rooms"]
    (row,) = walls.rows
    assert (row.whole, row.cut) == ("18", str(5 * 8 - 18))
    assert plain(row.first) == "10 cm od lewej, 5 cm od dołu."
    assert plain(row.cuts).startswith("Z lewej 9,8, z prawej 18,8, na dole 4,8, na górze 24,4 cm.")


def test_a_sheet_is_drawn_to_scale_with_the_first_tile_marked() -> None:
    made = tiles.context(tiled())
    assert made is not None
    (walls,) = made["rooms"]
    ((view,),) = walls.pages[0]
    assert walls.scale == view.drawing.paper.scale == 20
    assert "<circle" in view.drawing.document()
    assert view.width > 3900 / 20


@pytest.mark.parametrize("language", ["pl", "en"])
def test_both_pages_are_in_the_documents_language(language: str) -> None:
    said = html_of(tiled(language, product=PRODUCT, per_pack=8), ["tiles", "quantities", "shopping"])
    for sentence in (("Układ płytek", "Skąd ta liczba"), ("Tile layout", "How it is known"))[language == "en"]:
        assert sentence in said


def test_what_looks_wooden_and_has_no_joint_is_boards_without_adhesive_and_grout() -> None:
    boards = tiled(size=[1380, 190], joint=0, tint="#c8a982", pattern="third")
    said = html_of(boards, ["tiles", "quantities", "colours", "shopping"])
    assert plain(said).count("Deski lub panele 138 × 19 cm") >= 4
    assert not [word for word in ("Płytki", "Klej", "Fuga", "0 mm") if word in said]


def test_a_mosaic_is_counted_and_not_drawn() -> None:
    mosaic = tiled(size=[20, 20])
    assert tiles.context(mosaic) is None
    assert quantities.context(mosaic) is not None


def test_a_plan_without_tiles_has_no_sheets() -> None:
    assert "tiles" not in service.available(subject())


def test_tiles_are_on_the_shopping_list_by_their_unit_with_the_kept_price() -> None:
    """18 whole and 22 cut; with what is to spare in packs of 8 at 1.44 m²."""
    made = shopping.context(tiled(product=PRODUCT, sold_by="m2", per_pack=8, pack_cm2=14_400))
    assert made is not None
    (line,) = [line for group in made["groups"] for line in group.lines]
    packs = int(plain(line.product).split(" pacz", maxsplit=1)[0].rsplit(" ", 1)[1])
    assert "cena z 01.11.2026" in plain(line.product)
    assert line.price_gr == (64_90 * packs * 144 + 50) // 100


def test_the_sum_tells_the_vat_in_it_by_rate() -> None:
    sofa = Sold(
        "p1",
        "DM-1",
        "",
        {"pl": "Sofa", "en": "Sofa"},
        None,
        123_00,
        "piece",
        current=True,
        priced_on=None,
        brand="Lniana",
    )
    book = Sold(
        "p2",
        "K-1",
        "",
        {"pl": "Książka", "en": "Book"},
        None,
        105_00,
        "piece",
        current=True,
        priced_on=None,
        vat_percent=5,
    )
    products = [Line(sofa, 0, 100, 1, ""), Line(book, 0, 100, 1, "")]
    made = shopping.context(subject(room() | {"items": {}, "finishes": {}}, products=products))
    assert made is not None
    assert [(rate, plain(amount)) for rate, amount in made["vat"]] == [(5, "5 zł"), (23, "23 zł")]
    assert [(brand, plain(price)) for brand, _n, price in made["brands"]] == [
        ("Lniana", "123 zł"),
        ("dostawca nieznany", "105 zł"),
    ]
