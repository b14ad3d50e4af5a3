"""Products are found by words as people type them, alike on both databases."""

import pytest
from sqlalchemy import select

from configurator.db import Database
from configurator.products import catalogue
from configurator.products.search import forms
from configurator.stores.models import Tenant
from rooms.kinds import KINDS


@pytest.mark.parametrize(
    ("sought", "names"),
    [
        ("umywalka 60", ["Umywalka Fala 60", "Szafka z umywalką Brzeg 60, dąb"]),
        ("UMYWALKI  60 cm", ["Umywalka Fala 60", "Szafka z umywalką Brzeg 60, dąb"]),
        ("kabina 90x90", ["Kabina prysznicowa Deszcz 90x90"]),
        ("kabiny 900 × 900 mm", ["Kabina prysznicowa Deszcz 90x90"]),
        ("plytki 60x60", ["Płytka podłogowa Skała 60x60, szara"]),
        ("płytek 60 x 60", ["Płytka podłogowa Skała 60x60, szara"]),
        ("wisząca miska nurt", ["Miska WC wisząca Nurt z deską wolnoopadającą"]),
        ("rimless wc", ["Miska WC wisząca Fala 54 bez kołnierza"]),
        ("sl1007", ["Miska WC wisząca Fala 49"]),
        ("%", []),
        ("_", []),
        ("' OR 1=1 --", []),
        ("umywalka nieistniejąca", []),
    ],
)
def test_words_find(database: Database, sought: str, names: list[str]) -> None:
    with database.reading() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == "salon-lazienek")).one()
        assert [product.name_pl for product in catalogue.find(session, tenant.id, sought=sought).products] == names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("plytek", "plytka"), ("umywalki", "umywalka"), ("slupka", "slupek"), ("krzesel", "krzeslo"), ("wanne", "wanna")],
)
def test_an_inflected_word_finds_the_plain_one(typed: str, meant: str) -> None:
    assert any(meant.startswith(form) for form in forms(typed))


def test_the_bathroom_showroom_sells_something_of_every_bathroom_kind(database: Database) -> None:
    with database.reading() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == "salon-lazienek")).one()
        sold = catalogue.kinds_sold(session, tenant.id)
    assert {name for name, kind in KINDS.items() if kind.category == "bathroom"} - set(sold) == set()


def test_pages_follow_one_another_without_a_gap(database: Database) -> None:
    with database.reading() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == "salon-lazienek")).one()
        pages = [catalogue.find(session, tenant.id, number=number, most=30) for number in (1, 2, 3)]
        assert [page.has_more for page in pages] == [True, True, False]
        assert len({product.sku for page in pages for product in page.products}) == 74
