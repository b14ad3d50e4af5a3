"""Alternatives side by side: dimensions, price, material, delivery; and what a pack holds, from the table on."""

from __future__ import annotations

import pytest
from flask import Flask

from configurator.errors import Refused
from configurator.products.table import read_table
from tests.configurator.people import BATHROOMS, guest
from tests.configurator.products.picking import TILE, WC


def test_one_product_stands_beside_what_is_most_like_it(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    address = f"/s/{BATHROOMS}/p/{owner.code}/products/compare"
    page = owner.client.get(f"{address}?sku={WC}", headers={"Accept-Language": "pl"}).text.replace("\u00a0", " ")
    assert page.count('<th scope="col">') == 3
    assert "4 dni robocze" in page
    assert "taniej" in page
    tiles = owner.client.get(f"{address}?sku={TILE}&sku={WC}", headers={"Accept-Language": "pl"}).text
    assert tiles.count('<th scope="col">') == 2
    assert "gres" in tiles
    assert "<table>" not in owner.client.get(f"{address}?sku=none").text


@pytest.mark.parametrize(("typed", "cm2"), [("1,44", 14_400), ("1.188 m²", 11_880), ("", None)])
def test_a_pack_is_told_in_square_metres(typed: str, cm2: int | None) -> None:
    (line,) = read_table(f"sku;name_pl;price;per_pack;pack_m2\nA;Płytka;10;4;{typed}\n".encode())
    assert line.row is not None
    assert (line.row.per_pack, line.row.pack_cm2) == (4, cm2)


@pytest.mark.parametrize(("column", "typed"), [("pack_m2", "dużo"), ("per_pack", "0"), ("delivery_days", "tydzień")])
def test_what_is_no_number_is_refused_with_its_column(column: str, typed: str) -> None:
    (line,) = read_table(f"sku;name_pl;price;{column}\nA;Płytka;10;{typed}\n".encode())
    assert isinstance(line.refused, Refused)
    assert line.refused.path == column
