"""The fact `products_picked`: what was picked by or for the customer, each product once."""

from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.offers.facts import facts_of
from configurator.offers.quotes import decision_for
from configurator.products.fact import products_picked
from configurator.projects.models import Project
from tests.configurator.people import BATHROOMS, Guest, guest, staff
from tests.configurator.products.picking import TAP, WC, WC_SNAPSHOT, draw, put


def picked(database: Database, project_id: str) -> int:
    with database.reading() as session:
        return products_picked(session, session.get_one(Project, project_id))


def test_nothing_is_picked_at_the_beginning(app: Flask, database: Database) -> None:
    assert picked(database, guest(app, BATHROOMS).project_id) == 0


def test_a_product_drawn_twice_and_listed_counts_once(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner, "iaa")
    draw(owner, "ibb")
    put(owner.client, owner.project_id, WC)
    assert picked(database, owner.project_id) == 1


def test_what_staff_pick_for_the_customer_counts(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    put(staff(app, BATHROOMS), owner.project_id, TAP)
    assert picked(database, owner.project_id) == 1


def test_what_was_taken_off_does_not_count(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    [line] = put(owner.client, owner.project_id, TAP).json["lines"]
    url = f"/api/v1/projects/{owner.project_id}/products/{line['product']}?version={line['version']}"
    owner.client.delete(url)
    assert picked(database, owner.project_id) == 0


def test_a_made_up_product_does_not_count(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner, snapshot=WC_SNAPSHOT | {"sku": "MINE"})
    assert picked(database, owner.project_id) == 0


def test_what_a_copied_project_brings_does_not_count_until_another_is_picked(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner)
    copy = _copied(app, database, owner)
    assert picked(database, copy.project_id) == 0
    copy.send(copy.edit({"items/iaa": {"product": WC_SNAPSHOT | {"sku": "SL-1007"}}}))
    assert picked(database, copy.project_id) == 1


def test_the_terms_are_told_how_many(app: Flask, database: Database) -> None:
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, TAP)
    with database.reading() as session:
        project = session.get_one(Project, owner.project_id)
        decided = decision_for(session, project)
        assert decided is not None
        assert facts_of(session, project, decided[1], None).values["products_picked"] == 1


def _copied(app: Flask, database: Database, of: Guest) -> Guest:
    client = app.test_client()
    code = client.post(f"/s/{BATHROOMS}/p/{of.code}/copy").location.rsplit("/", 1)[1]
    with database.reading() as session:
        project = session.scalars(select(Project).where(Project.code == code)).one()
        return Guest(client, BATHROOMS, project.id, code, project.variants[0].id)
