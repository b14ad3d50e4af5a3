"""A retailer's own facts decide a real project, by whichever of the three doors they come."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from configurator.projects.models import Project
from configurator.stores.models import Tenant
from configurator.terms.backtesting import Backtest, report_of
from incentives.terms import Terms
from tests.configurator.people import BATHROOMS, guest, staff
from tests.configurator.purchases.shopping import Shop
from tests.configurator.stated.stating import at_desk, club, upload
from tests.configurator.terms.drafting import in_force_sha


@pytest.fixture
def shop(app: Flask) -> Shop:
    return Shop.open(app, club())


def tell(shop: Shop, **facts: Any) -> Any:
    headers = {"Authorization": f"Bearer {shop.token}"}
    body = {"project": shop.customer.code, "facts": facts}
    return shop.app.test_client().post(f"/api/v1/stores/{BATHROOMS}/facts", json=body, headers=headers)


def at_the_desk(shop: Shop) -> None:
    project = f"p/{shop.customer.code}/facts"
    assert at_desk(shop, f"{project}/club_member", **{"own/club_member": "yes"}).status_code == 303
    assert at_desk(shop, f"{project}/points", **{"own/points": "100"}).status_code == 303


def by_the_api(shop: Shop) -> None:
    answer = tell(shop, club_member=True, points=100)
    assert (answer.json["changed"], answer.json["fee"]["charged_gr"]) == (["club_member", "points"], 0)
    assert tell(shop, club_member=True, points=100).json["changed"] == []


def by_a_table(shop: Shop) -> None:
    table = f"project;club_member;points;club_value_gr\n{shop.customer.code};tak;100;1 250,50\n"
    assert "Wartości do zmiany: 3" in upload(shop.app, table)
    assert shop.fee()["final"] is False
    assert "Zmienione wartości: 3" in upload(shop.app, table, "take")


@pytest.mark.parametrize("door", [at_the_desk, by_the_api, by_a_table])
def test_a_fact_of_the_retailers_own_decides_by_each_door(shop: Shop, door: Any) -> None:
    assert (shop.fee()["final"], shop.fee()["needs"][0]["pl"]) == (False, "Klient jest w klubie")
    door(shop)
    assert (shop.fee()["final"], shop.fee()["charged_gr"]) == (True, 0)
    assert "Klient jest w klubie: tak" in [reason["text"]["pl"] for reason in shop.fee()["reasons"]]
    assert "Klient jest w klubie: <strong>tak</strong>" in shop.card()


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"points": "100"}, "facts/points"),
        ({"points": 100, "club_member": 1}, "facts/club_member"),
        ({"point": 1}, "facts/point"),
    ],
)
def test_a_wrong_type_or_name_is_refused_with_its_path_and_nothing_is_kept(
    shop: Shop, facts: dict[str, Any], path: str
) -> None:
    answer = tell(shop, **facts)
    assert (answer.status_code, answer.json["error"]["path"]) == (400, path)
    assert shop.card().count("<strong>nie wiemy</strong>") == 3


def test_a_table_with_a_wrong_cell_names_its_row_and_column_and_keeps_nothing(shop: Shop) -> None:
    other = guest(shop.app, BATHROOMS).code
    table = f"project,points,club_member\n{shop.customer.code},100,tak\n{other},dużo,może\nAAAAAAAAA,1,\n"
    page = upload(shop.app, table, "take")
    assert "3 błędy" in page
    for number, column in ((3, "points"), (3, "club_member"), (4, "project")):
        assert f"Wiersz {number}, <code>{column}</code>" in page
    assert shop.card().count("<strong>nie wiemy</strong>") == 3


def test_what_is_not_known_any_more_is_unknown_again(shop: Shop) -> None:
    tell(shop, club_member=True, points=100)
    tell(shop, points=None)
    assert shop.fee()["final"] is False


def test_a_wrong_number_at_the_desk_is_told_at_its_field(shop: Shop) -> None:
    answer = at_desk(shop, f"p/{shop.customer.code}/facts/points", **{"own/points": "sto"})
    assert answer.status_code == 400
    assert 'value="sto"' in answer.text
    assert 'data-fault="own/points">W tym miejscu' in answer.text


def test_the_editor_and_the_try_page_know_the_fact(shop: Shop) -> None:
    tell(shop, points=100)
    manager = staff(shop.app, BATHROOMS, "manager")
    page = manager.get(f"/s/{BATHROOMS}/desk/terms/try?code={shop.customer.code}").text
    assert 'name="facts/points"' in page
    assert "Punkty: 100" in page
    draft = manager.post(f"/s/{BATHROOMS}/desk/terms/drafts", data={"origin": in_force_sha(shop.app, BATHROOMS)})
    assert "Klient jest w klubie</option>" in manager.get(f"{draft.location}/rules/club").text


def test_another_retailers_key_tells_nothing(shop: Shop) -> None:
    shop.token = "zacznij_none"
    assert tell(shop, points=1).status_code == 401


def test_a_draft_that_reads_the_fact_is_tried_on_the_past(app: Flask) -> None:
    shop = Shop.open(app, club())
    tell(shop, club_member=True, points=100)
    shop.close()
    stated = shop.ledger()[1][1]["stated"]
    assert [(one["fact"], one["door"]) for one in stated] == [("club_member", "api"), ("points", "api")]
    strict = club()
    strict["rules"][0]["when"]["all"][1]["value"] = 101
    with shop.database.reading() as session:
        tenant = session.get_one(Tenant, session.get_one(Project, shop.customer.project_id).tenant_id)
        found = Backtest.read(report_of(session, tenant, Terms.read(club()), Terms.read(strict)))
    assert (found.total.before_gr, found.total.after_gr, found.not_final) == (0, 300_00, 0)
