"""Each fact has its source: what is known of a project, and what stays unknown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from configurator.db import now
from configurator.offers.models import Service
from configurator.offers.terms import publish
from configurator.products.importing import take_in
from configurator.products.table import read_table
from configurator.projects.models import Project
from configurator.proposals.models import Proposal
from configurator.stores.models import Tenant
from incentives.terms import Terms
from tests.configurator.people import BATHROOMS
from tests.configurator.products.picking import TAP, TILE, put
from tests.configurator.purchases.shopping import Shop, days_ago
from tests.configurator.stated.stating import at_desk, example, facts, reading

CATALOGUE = """sku;ean;name_pl;price;unit;category;brand;vat
{tile};2390000000017;Płytka;100;m2;tiles;Fala;23%
{tap};2390000000024;Bateria;500;piece;fixtures;FALA;8
"""
TILES = {"name": "Płytka", "ean": "2390000000017", "amount_gr": 1_230_00, "hundredths": 1230, "count": 5}
TAPS = {"name": "Bateria", "ean": "2390000000024", "amount_gr": 1_080_00, "count": 2}
FITTING = {"name": "Montaż", "amount_gr": 108_00, "vat_percent": 8, "category": "work", "brand": "x", "service": True}


@pytest.fixture
def shop(app: Flask) -> Shop:
    """A showroom whose tile and tap have a category, a brand and a VAT rate."""
    found = Shop.open(app)
    with found.database.writing() as session:
        tenant = session.get_one(Tenant, session.get_one(Project, found.customer.project_id).tenant_id)
        report = take_in(session, tenant, read_table(CATALOGUE.format(tile=TILE, tap=TAP).encode()))
        assert (report.changed, report.refused) == (2, [])
    return found


def buy(shop: Shop, *lines: dict[str, Any], door: str = "purchases", **changes: Any) -> None:
    answer = shop.tell(door, amount_gr=None, lines=list(lines), **changes)
    assert answer.status_code == 201, answer.text


def test_receipts_tell_net_goods_categories_and_brands(shop: Shop) -> None:
    buy(shop, TILES, TAPS, FITTING)
    buy(shop, TAPS | {"amount_gr": 540_00, "count": 1}, receipt="PAR/2", day=days_ago(3))
    buy(shop, {"name": "Bateria", "ean": "2390000000024", "amount_gr": 540_00}, door="returns")
    wanted = {
        "purchases_kept_gross_gr": 2_418_00,
        "purchases_kept_net_gr": 1_000_00 + 600_00 + 500_00,
        "goods_purchases_kept_gross_gr": 2_310_00,
        "goods_purchases_kept_net_gr": 2_000_00,
        "largest_purchase_gross_gr": 1_878_00,
        "project_largest_purchase_gross_gr": 1_878_00,
        "category_count_fixtures": 2,
        "category_purchases_gross_gr_tiles": 1_230_00,
        "brand_count_fala": 7,
    }
    assert facts(shop, reading(*wanted)) == wanted


def test_what_the_lines_do_not_tell_is_not_known(shop: Shop) -> None:
    buy(shop, TILES, FITTING)
    names = ("goods_purchases_kept_gross_gr", "purchases_kept_net_gr", "category_count_tiles", "brand_count_fala")
    assert len(facts(shop, reading(*names))) == 4
    shop.buy(500_00, "PAR/2")
    assert facts(shop, reading(*names, "purchases_kept_gross_gr")) == {"purchases_kept_gross_gr": 1_838_00}
    shop.bring_back(500_00, "PAR/2")
    shop.bring_back(1_00, "PAR/1")
    assert facts(shop, reading(*names)) == {}


def test_the_share_of_the_projects_tiles_is_by_what_the_project_wants(shop: Shop) -> None:
    put(shop.customer.client, shop.customer.project_id, TILE, "20")
    share = reading("project_tiles_bought_pct", "project_paint_bought_pct")
    assert facts(shop, share) == {"project_tiles_bought_pct": 0}
    buy(shop, TILES)
    assert facts(shop, share) == {"project_tiles_bought_pct": 61}
    buy(shop, TILES, receipt="PAR/2")
    assert facts(shop, share) == {"project_tiles_bought_pct": 100}


def test_a_list_cut_after_the_closing_does_not_raise_the_share(shop: Shop) -> None:
    rule = example("dom-i-mebel")["rules"][0]
    rule["when"] = {"fact": "project_tiles_bought_pct", "is": "at_least", "value": 80}
    with shop.database.writing() as session:
        tenant = session.get_one(Tenant, session.get_one(Project, shop.customer.project_id).tenant_id)
        publish(session, tenant, example("dom-i-mebel") | {"rules": [rule]})
    client, project = shop.customer.client, shop.customer.project_id
    line = put(client, project, TILE, "20").json["lines"][0]
    buy(shop, TILES)
    shop.close()
    client.put(
        f"/api/v1/projects/{project}/products/{line['product']}", json={"quantity": 2, "version": line["version"]}
    )
    buy(shop, TILES | {"hundredths": 10, "amount_gr": 10_00}, receipt="PAR/2")
    assert (shop.charged_gr(), shop.ledger()[-1][1]["facts"]["project_tiles_bought_pct"]) == (300_00, 62)
    buy(shop, TILES, receipt="PAR/3")
    assert shop.charged_gr() == 0


def test_the_room_and_its_beginning_are_known_from_the_plan_and_the_log(shop: Shop) -> None:
    names = ("purpose", "area_mm2", "rooms_used", "channel", "customer_kind", "contract", "collections_used")
    data = example("dom-i-mebel")
    other = ("x", 1, 9, "x", "business", "x", 9)
    leaves = [{"fact": name, "is": "not_equal", "value": value} for name, value in zip(names, other, strict=True)]
    rule = data["rules"][0] | {"when": {"all": leaves}}
    shop.customer.send(shop.customer.edit({"plan": {"purpose": "living"}}))
    assert facts(shop, Terms.read(data | {"rules": [rule]})) == {
        "purpose": "living_room",
        "area_mm2": 12_000_000,
        "rooms_used": 1,
        "channel": "home",
        "customer_kind": "consumer",
        "contract": "none",
        "collections_used": 1,
    }


def test_days_go_by_from_the_order_and_the_proposal(shop: Shop) -> None:
    terms = reading("days_since_order", "days_since_proposal", "revisions_used", "collections_used")
    assert facts(shop, terms) == {"revisions_used": 0, "collections_used": 1}
    service = shop.begin()
    with shop.database.writing() as session:
        opened = now() - timedelta(days=9)
        session.execute(update(Service).values(opened_at=opened))
        variant = session.get_one(Service, service).variant_id
    assert facts(shop, terms) == {"days_since_order": 9, "revisions_used": 0, "collections_used": 1}
    _propose(shop, variant, "Raz")
    with shop.database.writing() as session:
        session.execute(update(Proposal).values(made_at=now() - timedelta(days=2)))
    assert facts(shop, terms)["days_since_proposal"] == 2


def _propose(shop: Shop, variant: str, name: str) -> None:
    edit = {**shop.customer.edit({"plan": {"name": name}}), "variant": variant}
    shop.desk.post(f"/api/v1/projects/{shop.customer.project_id}/edits", json={"base": 0, "edits": [edit]})
    assert shop.desk.post(f"/api/v1/projects/{shop.customer.project_id}/proposals", json={}).status_code == 200


def _decline(shop: Shop) -> None:
    with shop.database.reading() as session:
        last = session.query(Proposal).order_by(Proposal.n.desc()).first()
        assert last is not None
        item = last.items[0].id
    here = f"/s/{BATHROOMS}/p/{shop.customer.code}/proposal/{last.id}"
    assert shop.customer.client.post(f"{here}/items/{item}", data={"state": "declined"}).status_code == 303


def test_only_what_follows_the_customers_word_is_a_revision(shop: Shop) -> None:
    service = shop.begin()
    with shop.database.reading() as session:
        variant = session.get_one(Service, service).variant_id
    terms, counted = reading("revisions_used"), []
    for name in ("Raz", "Dwa", "Trzy"):
        _propose(shop, variant, name)
        counted.append(facts(shop, terms)["revisions_used"])
        if name == "Dwa":
            _decline(shop)
    assert counted == [0, 0, 1]


def test_a_change_of_collection_counts_until_it_is_taken_back(app: Flask) -> None:
    shop = Shop.open(app, example("deposit"))
    service = shop.begin()
    assert shop.fee()["charged_gr"] == 200_00
    assert at_desk(shop, f"services/{service}/collections", collection="Nurt").status_code == 303
    assert (shop.fee()["charged_gr"], "1 zmiana kolekcji" in shop.card()) == (400_00, True)
    note = shop.card().split("/desk/collections/")[1].split("/")[0]
    at_desk(shop, f"collections/{note}/taken-back")
    assert (shop.fee()["charged_gr"], "0 zmian kolekcji" in shop.card()) == (200_00, True)
    assert at_desk(shop, f"services/{service}/collections", collection=" ").status_code == 400
    shop.desk.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={"reason": "x"})
    assert at_desk(shop, f"services/{service}/collections", collection="Nurt").status_code == 409
