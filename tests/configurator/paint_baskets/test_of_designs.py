"""Paint in the basket straight out of a design: from its list, once for a paint, and told alike everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.exports import service as exports
from configurator.exports.pages import shopping
from configurator.paint_baskets.models import PaintBasket
from configurator.products.models import Product
from configurator.projects.erasing import erase
from configurator.projects.models import Project
from configurator.projects.service import first_variant, head_plan
from tests.configurator.judgements.labelled import PAINT, labels
from tests.configurator.orders.ordering import FARBY
from tests.configurator.people import KRAKOW, Guest, guest, staff

OTHER = "ZK-0700"


def painter(app: Flask, store: str = FARBY) -> Guest:
    """A guest whose first two walls are painted, from both sides, in two colours."""
    owner = guest(app, store)
    database: Database = app.extensions["database"]
    with database.reading() as session:
        walls = head_plan(first_variant(session.get_one(Project, owner.project_id))).walls
    faces = (
        (wall, side, paint) for wall, paint in zip(walls, (PAINT, OTHER), strict=False) for side in ("left", "right")
    )
    finishes = [{"wall": wall, "side": side, "paint": paint} for wall, side, paint in faces]
    owner.send(owner.edit({f"finishes/f000000000{place}": finish for place, finish in enumerate(finishes)}))
    return owner


def page(owner: Guest) -> str:
    return f"/s/{FARBY}/p/{owner.code}/products"


def listed(owner: Guest) -> str:
    return owner.client.get(page(owner)).text.replace("\N{NO-BREAK SPACE}", " ")


def printed(app: Flask, owner: Guest) -> Any:
    database: Database = app.extensions["database"]
    with database.reading() as session:
        project = session.get_one(Project, owner.project_id)
        subject = exports.subject_of(session, app.extensions["files"], project, base_url="", language="pl")
    return shopping.context(subject)


def put(owner: Guest, **form: str) -> int:
    wanted = {"walls": "design", "rank": "cheapest", "back": "list"} | form
    return owner.client.post(f"/s/{FARBY}/p/{owner.code}/paint/{PAINT}", data=wanted).status_code


def baskets(database: Database) -> list[PaintBasket]:
    with database.reading() as session:
        return [one for one in session.scalars(select(PaintBasket)) if one.stands]


def test_the_list_of_a_painted_room_offers_its_paint_and_one_tap_takes_it(app: Flask, database: Database) -> None:
    owner = painter(app)
    assert "Farby czekają powyżej" in listed(owner)
    assert put(owner) == 303
    (basket,) = baskets(database)
    assert basket.order_id is None
    assert "Farba do ścian matowa: <span" in listed(owner)
    assert f'<dd class="number">{basket.price_gr // 100},{basket.price_gr % 100:02} zł</dd>' in listed(owner)


def test_a_paint_taken_by_its_label_and_from_the_list_is_in_the_basket_once(app: Flask, database: Database) -> None:
    owner = painter(app)
    put(owner)
    label = labels(app, owner.client, project=owner.code)[0]
    label.post("verdict", verdict="this")
    assert "Na liście zakupów" in label.page()
    label.post("paint", walls="design", rank="cheapest")
    assert len(baskets(database)) == 1


def test_a_testers_price_comes_off_on_the_list(app: Flask, database: Database) -> None:
    owner = painter(app)
    labels(app, owner.client, project=owner.code)
    put(owner, walls="typed", m2="30", tool="roller")
    (basket,) = baskets(database)
    assert basket.credit_gr == 14_90
    assert 'Do zapłaty w sklepie</dt><dd class="number">224,80 zł' in listed(owner)
    owner.client.post(f"/s/{FARBY}/p/{owner.code}/paint/{PAINT}/removed")
    assert "FK-A1-05000" not in listed(owner)


def test_the_store_marks_it_as_paid_on_the_designs_card(app: Flask, database: Database) -> None:
    owner, seller = painter(app), staff(app, FARBY)
    put(owner)
    (basket,) = baskets(database)
    assert basket.id in seller.get(f"/s/{FARBY}/desk/p/{owner.code}").text
    answer = seller.post(f"/s/{FARBY}/desk/orders/paint/{basket.id}/bought")
    assert answer.location == f"/s/{FARBY}/desk/p/{owner.code}#paint"
    assert "Zapłacone" in listed(owner)


def test_a_price_that_has_changed_since_is_told(app: Flask, database: Database) -> None:
    owner = painter(app)
    put(owner, walls="typed", m2="30")
    with database.writing() as session:
        session.scalars(select(Product).where(Product.sku == "FK-A1-05000")).one().price_gr += 10_00
    assert "tu jest dzisiejsza" in listed(owner)
    page = owner.client.get(f"/s/{FARBY}/p/{owner.code}/paint/{PAINT}").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "dziś 219,80 zł" in page


def test_the_printed_list_counts_what_is_in_the_basket_once(app: Flask, database: Database) -> None:
    owner = painter(app)
    put(owner, walls="typed", m2="30")
    told = printed(app, owner)
    lines = [line for group in told["groups"] for line in group.lines]
    (line,) = (line for line in lines if PAINT in line.name)
    assert line.price_gr == baskets(database)[0].price_gr
    assert not any("baza" in line.name for line in lines)


def test_the_printed_sum_is_the_lists_and_what_waits_is_told_beside_it(app: Flask) -> None:
    owner = painter(app)
    put(owner, tool="roller")
    assert [line.name.split(", ")[1] for line in printed(app, owner)["waiting"].lines] == [OTHER]
    assert f'<dd class="number">{printed(app, owner)["total"]}</dd>' in owner.client.get(page(owner)).text


def test_one_tap_takes_every_paint_of_the_design_and_again_none_twice(app: Flask, database: Database) -> None:
    owner = painter(app)
    for _ in range(2):
        assert owner.client.post(f"/s/{FARBY}/p/{owner.code}/paint/").location.endswith("#list")
    assert {basket.paint for basket in baskets(database)} == {PAINT, OTHER}
    assert "jeszcze nie na liście" not in listed(owner)


def test_a_paint_that_the_design_has_let_go_of_is_marked_until_it_is_kept(app: Flask) -> None:
    owner = painter(app)
    put(owner)
    owner.send(owner.edit({f"finishes/f000000000{place}": {"paint": OTHER} for place in (0, 1)}))
    assert "Tego koloru nie ma już w projekcie." in listed(owner)
    (group,) = (group for group in printed(app, owner)["groups"] if group.name == "Farby")
    assert "Tego koloru nie ma już" in group.lines[0].product.replace("\N{NO-BREAK SPACE}", " ")
    owner.client.post(f"/s/{FARBY}/p/{owner.code}/paint/{PAINT}/kept")
    assert "nie ma już" not in listed(owner)


def test_a_design_that_takes_more_of_a_paint_says_so_and_one_tap_counts_it_anew(app: Flask) -> None:
    owner = painter(app)
    put(owner)
    owner.send(owner.edit({f"finishes/f000000000{place}": {"paint": PAINT} for place in (2, 3)}))
    assert "Projekt potrzebuje teraz" in listed(owner)
    put(owner)
    assert "Projekt potrzebuje teraz" not in listed(owner)


def test_a_store_without_a_line_of_paint_tells_the_litres_and_sells_none(app: Flask) -> None:
    owner = painter(app, KRAKOW)
    page = owner.client.get(f"/s/{KRAKOW}/p/{owner.code}/products").text
    assert "Ten sklep nie sprzedaje tej farby" in page
    assert owner.client.post(f"/s/{KRAKOW}/p/{owner.code}/paint/{PAINT}", data={"rank": "cheapest"}).status_code == 400


def test_screens_are_told_what_each_paint_takes(app: Flask) -> None:
    owner = painter(app)
    put(owner)
    answer: Any = owner.client.get(f"/api/v1/projects/{owner.project_id}/paints").json
    told = {paint["code"]: paint for paint in answer["paints"]}
    assert (told[PAINT]["use"], told[PAINT]["in_basket"], told[OTHER]["in_basket"]) == ("wall", True, False)
    assert told[PAINT]["ml"] > 0


@pytest.mark.parametrize("by_label", [True, False])
def test_of_an_erased_design_only_what_a_sample_led_to_is_left(app: Flask, database: Database, by_label: bool) -> None:
    owner = painter(app)
    if by_label:
        label = labels(app, owner.client, project=owner.code)[0]
        label.post("verdict", verdict="this")
    put(owner, walls="typed", m2="30")
    with database.writing() as session:
        erase(session, session.get_one(Project, owner.project_id))
    assert len(baskets(database)) == by_label
