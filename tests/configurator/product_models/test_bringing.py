"""A manager brings models, sees each with its licence, and takes in just those that are ticked."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.product_models.models import ModelFile, ProductModel
from configurator.products.models import Product
from tests.configurator.people import BATHROOMS, KRAKOW, guest, staff
from tests.configurator.product_models.bringing import HERE, POLISH, bring, file_on, read_all
from tests.configurator.products.picking import put
from tests.rooms.models.libraries import glb, library

SOFAS = {"kind-1": "sofa", "sku-1": "S-1", "price-1": "1 299,90"}


@pytest.fixture
def manager(app: Flask) -> FlaskClient:
    return staff(app, role="manager")


def take(manager: FlaskClient, **form: object) -> str:
    return manager.post(f"{HERE}{file_on(manager)}/taken", data=form, headers=POLISH).text


def models(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as session:
        return [(one.name_pl, one.author, one.licence) for one in session.scalars(select(ProductModel))]


def test_a_library_is_shown_before_anything_of_it_is_taken(
    app: Flask, manager: FlaskClient, database: Database
) -> None:
    bring(manager, library({}, {"name": "Door", "doorOrWindow": "true"}, {"model": "/gone.obj", "name": "Gone"}))
    assert "Czytamy modele" in manager.get(HERE, headers=POLISH).text
    read_all(app)
    page = manager.get(HERE, headers=POLISH).text
    for told in ("Sześcian", "20 × 10 × 10", "trójkąty: 12 → 12", "Anna Nowak", "CC BY 4.0", "Creative Commons",
                 "To drzwi albo okno", "W pliku brakuje modelu gone.obj"):  # fmt: skip
        assert told in page
    assert models(database) == []
    assert manager.get(f"{HERE}{file_on(manager)}/icons/1").mimetype == "image/jpeg"


def test_what_is_ticked_becomes_a_product_with_its_model(app: Flask, manager: FlaskClient, database: Database) -> None:
    bring(manager, library({"id": "a", "width": "200", "depth": "90", "height": "80"}, {"id": "b"}))
    read_all(app)
    assert "Nic się nie zmieniło" in take(manager, take="1", **(SOFAS | {"price-1": "tanio"}))
    assert models(database) == []
    take(manager, take="1", **SOFAS)
    assert models(database) == [("Sześcian", "Anna Nowak", "CC BY 4.0")]
    with database.reading() as session:
        sofa = session.scalars(select(Product).where(Product.sku == "S-1")).one()
        assert (sofa.kind, sofa.size, sofa.price_gr) == ("sofa", (2000, 900, 800), 1_299_90)
    told = app.test_client().get(f"/api/v1/stores/{KRAKOW}/models?sku=S-1&sku=nothing").json["models"]
    assert told["S-1"]["author"] == "Anna Nowak"
    assert app.test_client().get(told["S-1"]["glb"]).data[:4] == b"glTF"
    owner = guest(app)
    put(owner.client, owner.project_id, "S-1")
    assert "Anna Nowak" in owner.client.get(f"/s/{KRAKOW}/p/{owner.code}/products").text
    assert app.test_client().get(told["S-1"]["glb"].replace(KRAKOW, BATHROOMS)).status_code == 404


def test_one_wrong_piece_keeps_all_of_them_out(app: Flask, manager: FlaskClient, database: Database) -> None:
    bring(manager, library({"id": "a"}, {"id": "b"}))
    read_all(app)
    form = {"take": ["1", "2"], "sku-1": "S-1", "sku-2": "S-2", "price-1": "1", "price-2": "2", "kind-2": "sofa"}
    take(manager, **form, **{"kind-1": "box"})
    with database.reading() as session:
        assert session.scalars(select(Product).where(Product.sku.in_(["S-1", "S-2"]))).all() == []
    assert models(database) == []


def test_a_glb_goes_to_a_known_product_at_its_size(app: Flask, manager: FlaskClient, database: Database) -> None:
    with database.reading() as session:
        product = session.scalars(select(Product).where(Product.kind == "sofa").order_by(Product.sku)).first()
    assert product is not None
    assert bring(manager, glb(), "sofa.glb").status_code == 400
    bring(manager, glb(), "sofa.glb", sku=product.sku, author="Studio", licence="własny")
    read_all(app)
    page = manager.get(HERE, headers=POLISH).text
    assert product.name_pl in page
    take(manager, take="1", **{"sku-1": product.sku})
    found = app.test_client().get(f"/api/v1/stores/{KRAKOW}/models?sku={product.sku}").json["models"][product.sku]
    assert (tuple(found["size"]), found["licence"]) == (product.size, "własny")
    manager.post(f"{HERE}{found['glb'].split('/')[-2]}/withdrawn")
    assert models(database) == []


def test_what_is_no_library_says_why(app: Flask, manager: FlaskClient, database: Database) -> None:
    bring(manager, b"PK\x03\x04", "meble.sh3f")
    read_all(app)
    assert "Ten plik jest uszkodzony" in manager.get(HERE, headers=POLISH).text
    manager.post(f"{HERE}{file_on(manager)}/removed")
    with database.reading() as session:
        assert session.scalars(select(ModelFile)).all() == []


def test_what_its_library_keeps_among_doors_is_not_ticked(app: Flask, manager: FlaskClient) -> None:
    bring(manager, library({}, {"name": "Screen door", "category": "Doors and windows"}))
    read_all(app)
    ticked = re.findall(r'value="(\d)"( checked)?', manager.get(HERE, headers=POLISH).text)
    assert ticked == [("1", " checked"), ("2", "")]
