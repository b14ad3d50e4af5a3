"""Columns are known by their usual names, kinds by what a product's name begins with."""

from __future__ import annotations

import pytest

from configurator.products.guessing import guessed
from configurator.products.kind_names import guess
from configurator.products.readers import read_sheet
from configurator.products.table import read_table

OFFICE = "Indeks;Nazwa towaru;Cena netto;Cena brutto [zł];KOD EAN;Szer. (mm);Głębokość w cm;Wys;J.m.;Producent;Stan\n"


def test_the_usual_names_of_columns_are_known() -> None:
    found = guessed(read_sheet((OFFICE + "A;B;1;2;;600;48;45,5;szt;F;3\n").encode())).sources
    assert {name: source.column for name, source in found.items()} == {
        "sku": "Indeks",
        "name_pl": "Nazwa towaru",
        "price": "Cena brutto [zł]",
        "ean": "KOD EAN",
        "width_mm": "Szer. (mm)",
        "depth_mm": "Głębokość w cm",
        "height_mm": "Wys",
        "unit": "J.m.",
        "brand": "Producent",
    }
    assert [found[name].unit for name in ("width_mm", "depth_mm", "height_mm")] == ["mm", "cm", "cm"]


def test_no_net_price_is_taken_for_what_customers_pay() -> None:
    assert guessed(read_sheet(b"Indeks;Nazwa;Cena netto\nA;B;1\n")).missing() == ["price"]


@pytest.mark.parametrize(
    ("name", "category", "kind"),
    [
        ("Umywalka nablatowa 60", "", "countertop_basin"),
        ("Umywalka Fala", "Umywalki nablatowe", "countertop_basin"),
        ("Szafka pod umywalkę 80", "", "washbasin_cabinet"),
        ("Syfon do umywalki", "", None),
        ("Bateria umywalkowa", "Baterie", None),
        ("Fala 60", "", None),
    ],
)
def test_a_kind_is_guessed_from_what_a_name_begins_with(name: str, category: str, kind: str | None) -> None:
    assert guess(name, category) == kind


@pytest.mark.parametrize(
    ("cells", "kind", "kind_from"),
    [("60;48;18", "washbasin", "name"), ("6;4;1", None, "unsized"), (";;", None, "unsized")],
)
def test_a_guessed_kind_counts_only_where_the_product_can_be_drawn(
    cells: str, kind: str | None, kind_from: str
) -> None:
    head = "Indeks;Nazwa;Cena;Szerokość [cm];Głębokość [cm];Wysokość [cm]\n"
    (line,) = read_table(f"{head}A;Umywalka;10;{cells}\n".encode())
    assert line.row is not None
    assert (line.row.kind, line.kind_from) == (kind, kind_from)
