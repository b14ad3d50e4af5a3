"""What the paint is sold in, as the manager writes it: kept whole or not at all, and counted in."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.db import Database
from configurator.paint_baskets.line import line_of
from configurator.paint_baskets.shelf import own_tins
from configurator.stores.models import Tenant
from samples.paint import make_paint
from samples.tins import Tin
from tests.configurator.orders.ordering import FARBY
from tests.configurator.people import staff

PAGE = f"/s/{FARBY}/desk/paint/"
WHITE = make_paint("1", "Biała", "White", (97, 0, 2))


def test_the_managers_table_tells_the_tins_of_walls_and_of_enamel(app: Flask, database: Database) -> None:
    rows = "wall;A1;2500;FK-A1-02500\nenamel;A1;750;FK-E-A1-00750\ntool;tray;FK-N-TRAY"
    assert staff(app, FARBY, "manager").post(PAGE, data={"table": rows}).status_code == 303
    with database.reading() as session:
        tenant = session.scalars(select(Tenant).where(Tenant.slug == FARBY)).one()
        own = own_tins(session, tenant.id, [WHITE])["1"]
        assert (own.walls, own.enamel) == ((Tin(2500, 94_90),), (Tin(750, 59_90),))
        assert line_of(session, tenant.id).tools == {"tray": "FK-N-TRAY"}


@pytest.mark.parametrize(
    "row", ["wall;D1;900;FK-A1-00900", "wall;A1;910;FK-A1-00900", "tool;ladder;FK-N-TRAY", "enamel;A1;750;FK-NOBODY"]
)
def test_a_row_that_cannot_be_is_told_and_leaves_all_as_it_was(app: Flask, row: str) -> None:
    manager = staff(app, FARBY, "manager")
    answer = manager.post(PAGE, data={"table": f"tool;tray;FK-N-TRAY\n{row}"})
    assert answer.status_code == 400
    assert "Wiersz 2:" in answer.text
    assert "FK-E-C4-02500" in manager.get(PAGE).text
