"""Who may do what, on every route: a new route fails here until it has a row."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from apiflask import APIFlask
from flask import Flask
from flask.testing import FlaskClient

from configurator.app import stand_on
from configurator.db import Database
from tests.configurator.decisions.asking import asked
from tests.configurator.decks.bringing import decked
from tests.configurator.judgements.labelled import followed
from tests.configurator.measuring.measuring import marked
from tests.configurator.orders.ordering import order_samples
from tests.configurator.people import BATHROOMS, KRAKOW, Guest, at_another, guest, staff
from tests.configurator.photos.bringing import marked_photo
from tests.configurator.pictures.bringing import brought
from tests.configurator.product_models.bringing import modelled
from tests.configurator.products.bringing import brought_products
from tests.configurator.purchases.tills import bought, till
from tests.configurator.renderings.drawing import rendered
from tests.configurator.schemes.keeping import kept_scheme
from tests.configurator.sets.keeping import kept
from tests.configurator.stated.stating import noted
from tests.configurator.terms.drafting import drafted
from tests.conftest import EVERY_CASE, close, copied, settings_for

# Who gets in, by route: `all` anyone; `finds` anyone of the tenant's visitors who knows the code; `own` the owner, not
# even staff; `photos` a commenter or more, and the holder of a photo link; else the least right.
ROUTES = {
    ("GET", "/"): "all",
    ("GET", "/assets/<path:file>"): "all",
    ("GET", "/api/v1/openapi.json"): "all",
    ("POST", "/api/v1/events"): "all",
    ("GET", "/sw.js"): "all",
    ("GET", "/offline/<lang>"): "all",
    ("GET", "/catalogue/<name>-<digest>.json"): "all",
    ("GET", "/s/<slug>/colours/"): "all",
    ("GET", "/catalogue/<slug>/deck-<digest>.json"): "all",
    ("GET", "/s/<slug>/"): "all",
    ("GET", "/s/<slug>/starts/<key>.svg"): "all",
    ("POST", "/s/<slug>/projects"): "all",
    ("POST", "/s/<slug>/find"): "all",
    ("POST", "/s/<slug>/plans"): "all",
    ("POST", "/s/<slug>/pictures"): "all",
    ("GET", "/s/<slug>/l"): "all",
    ("POST", "/s/<slug>/l"): "all",
    ("GET", "/s/<slug>/l/<picture>.png"): "all",
    ("GET", "/s/<slug>/sign-in"): "all",
    ("POST", "/s/<slug>/sign-in"): "all",
    ("POST", "/s/<slug>/sign-out"): "all",
    ("GET", "/s/<slug>/help"): "all",
    ("GET", "/s/<slug>/terms"): "all",
    ("POST", "/s/<slug>/help"): "all",
    ("GET", "/s/<slug>/account"): "all",
    ("POST", "/s/<slug>/account/letters"): "all",
    ("GET", "/s/<slug>/account/enter"): "all",
    ("POST", "/s/<slug>/account/enter"): "all",
    ("POST", "/s/<slug>/account/visits/ended"): "all",
    ("POST", "/s/<slug>/account/deleted"): "all",
    ("GET", "/s/<slug>/bin"): "all",
    ("POST", "/s/<slug>/p/<code>/binned"): "own",
    ("POST", "/s/<slug>/bin/<code>/restored"): "own",
    ("POST", "/s/<slug>/bin/<code>/erased"): "own",
    ("GET", "/mail"): "all",
    ("GET", "/mail/<name>"): "all",
    ("GET", "/s/<slug>/samples/"): "all",
    ("POST", "/s/<slug>/samples/"): "all",
    ("POST", "/s/<slug>/samples/added"): "all",
    ("GET", "/s/<slug>/orders/<code>/<token>"): "all",
    ("GET", "/s/<slug>/orders/<code>/<token>/quiet"): "all",
    ("POST", "/s/<slug>/orders/<code>/<token>/quiet"): "all",
    ("GET", "/s/<slug>/complaint"): "all",
    ("POST", "/s/<slug>/complaint"): "all",
    ("GET", "/s/<slug>/selling"): "all",
    ("GET", "/s/<slug>/withdrawal"): "all",
    ("POST", "/s/<slug>/withdrawal"): "all",
    ("GET", "/s/<slug>/probka/<token_>"): "all",
    ("GET", "/s/<slug>/probka/<token_>/plan.svg"): "all",
    ("GET", "/s/<slug>/probka/<token_>/photo.jpg"): "all",
    ("POST", "/s/<slug>/probka/<token_>/ticks"): "all",
    ("POST", "/s/<slug>/probka/<token_>/verdict"): "all",
    ("POST", "/s/<slug>/probka/<token_>/photo"): "all",
    ("POST", "/s/<slug>/probka/<token_>/photo/marks"): "all",
    ("POST", "/s/<slug>/probka/<token_>/tray"): "all",
    ("POST", "/s/<slug>/probka/<token_>/paint"): "all",
    ("POST", "/s/<slug>/probka/<token_>/paint/removed"): "all",
    ("GET", "/s/<slug>/p/<code>"): "finds",
    ("POST", "/s/<slug>/p/<code>/copy"): "finds",
    ("POST", "/s/<slug>/p/<code>/return"): "finds",
    ("GET", "/s/<slug>/p/<code>/plan.svg"): "viewer",
    ("GET", "/s/<slug>/p/<code>/documents"): "viewer",
    ("GET", "/s/<slug>/p/<code>/documents/preview.webp"): "viewer",
    ("GET", "/s/<slug>/p/<code>/document.pdf"): "viewer",
    ("GET", "/s/<slug>/p/<code>/files/plan.<ending>"): "viewer",
    ("GET", "/s/<slug>/p/<code>/proposal/<proposal_id>"): "finds",
    ("POST", "/s/<slug>/p/<code>/proposal/<proposal_id>/open"): "finds",
    ("GET", "/s/<slug>/p/<code>/proposal/<proposal_id>/plan.svg"): "viewer",
    ("POST", "/s/<slug>/p/<code>/proposal/<proposal_id>/accepted"): "editor",
    ("POST", "/s/<slug>/p/<code>/proposal/<proposal_id>/items/<item_id>"): "editor",
    ("POST", "/s/<slug>/p/<code>/proposal/<proposal_id>/items/<item_id>/comments"): "commenter",
    ("POST", "/api/v1/projects/<project_id>/proposals"): "staff",
    ("GET", "/api/v1/projects/<project_id>/proposals/next"): "staff",
    ("GET", "/api/v1/projects/<project_id>/edits"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/edits"): "editor",
    ("GET", "/api/v1/projects/<project_id>/variants/<variant_id>"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/findings"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/variants/<variant_id>/quantities"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/variants/<variant_id>/rooms/<int:room>/colours"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/links"): "editor",
    ("GET", "/api/v1/projects/<project_id>/links"): "owner",
    ("DELETE", "/api/v1/projects/<project_id>/links"): "owner",
    ("DELETE", "/api/v1/projects/<project_id>/links/<link_id>"): "owner",
    ("POST", "/api/v1/projects/<project_id>/pairings"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/requests"): "commenter",
    ("GET", "/api/v1/projects/<project_id>/pictures/"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/pictures/"): "editor",
    ("GET", "/api/v1/projects/<project_id>/pictures/<picture_id>.jpg"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/pictures/<picture_id>/corners"): "editor",
    ("GET", "/api/v1/projects/<project_id>/pictures/<picture_id>/pages/<int:page>.jpg"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/pictures/<picture_id>/page"): "editor",
    ("DELETE", "/api/v1/projects/<project_id>/pictures/<picture_id>"): "editor",
    ("GET", "/api/v1/projects/<project_id>/renderings/"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/renderings/"): "editor",
    ("GET", "/api/v1/projects/<project_id>/renderings/<rendering_id>"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/renderings/<rendering_id>/picture.png"): "viewer",
    ("PUT", "/api/v1/projects/<project_id>/renderings/<rendering_id>/cover"): "editor",
    ("DELETE", "/api/v1/projects/<project_id>/renderings/<rendering_id>"): "editor",
    ("GET", "/s/<slug>/photo"): "all",
    ("GET", "/s/<slug>/photo/<key>.jpg"): "all",
    ("POST", "/s/<slug>/photo"): "all",
    ("GET", "/s/<slug>/p/<code>/photo"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/photos/"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/photos/"): "editor",
    ("POST", "/api/v1/projects/<project_id>/photos/<photo_id>/edits"): "editor",
    ("GET", "/api/v1/projects/<project_id>/photos/<photo_id>/picture.jpg"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/photos/<photo_id>/walls/<wall_id>.png"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/photos/<photo_id>/download.jpg"): "viewer",
    ("DELETE", "/api/v1/projects/<project_id>/photos/<photo_id>"): "editor",
    ("GET", "/s/<slug>/kiosk"): "all",
    ("POST", "/s/<slug>/kiosk/over"): "all",
    ("GET", "/s/<slug>/desk/kiosk"): "staff",
    ("POST", "/s/<slug>/desk/kiosk"): "staff",
    ("POST", "/s/<slug>/desk/kiosk/stopped"): "staff",
    ("GET", "/s/<slug>/desk/"): "staff",
    ("GET", "/s/<slug>/desk/p/<code>"): "staff",
    ("GET", "/s/<slug>/desk/p/<code>/plan.svg"): "staff",
    ("POST", "/s/<slug>/desk/p/<code>/service"): "staff",
    ("POST", "/s/<slug>/desk/services/<service_id>/close"): "staff",
    ("GET", "/s/<slug>/desk/services/<service_id>/slip"): "staff",
    ("POST", "/s/<slug>/desk/requests/<request_id>/take"): "staff",
    ("POST", "/s/<slug>/desk/requests/<request_id>/answered"): "staff",
    ("GET", "/s/<slug>/desk/orders/"): "staff",
    ("GET", "/s/<slug>/desk/orders/stock"): "staff",
    ("POST", "/s/<slug>/desk/orders/stock"): "staff",
    ("GET", "/s/<slug>/desk/orders/export.csv"): "staff",
    ("GET", "/s/<slug>/desk/orders/pick"): "staff",
    ("POST", "/s/<slug>/desk/orders/complaints/<complaint_id>/answered"): "staff",
    ("POST", "/s/<slug>/desk/orders/paint/<basket_id>/bought"): "staff",
    ("GET", "/s/<slug>/desk/orders/<order_id>"): "staff",
    ("GET", "/s/<slug>/desk/orders/<order_id>/labels"): "staff",
    ("POST", "/s/<slug>/desk/orders/<order_id>/paid"): "staff",
    ("POST", "/s/<slug>/desk/orders/<order_id>/packed"): "staff",
    ("POST", "/s/<slug>/desk/orders/<order_id>/sent"): "staff",
    ("POST", "/s/<slug>/desk/orders/<order_id>/refunded"): "staff",
    ("POST", "/s/<slug>/desk/services/<service_id>/less"): "manager",
    ("POST", "/s/<slug>/desk/services/<service_id>/settled"): "staff",
    ("POST", "/s/<slug>/desk/services/<service_id>/called-off"): "staff",
    ("POST", "/s/<slug>/desk/p/<code>/purchases"): "staff",
    ("POST", "/s/<slug>/desk/p/<code>/returns"): "staff",
    ("POST", "/s/<slug>/desk/purchases/<entry_id>/correction"): "staff",
    ("GET", "/s/<slug>/desk/figures/"): "manager",
    ("GET", "/s/<slug>/desk/figures/weeks.csv"): "manager",
    ("GET", "/s/<slug>/desk/figures/colours"): "manager",
    ("GET", "/s/<slug>/desk/figures/colours.csv"): "manager",
    ("GET", "/s/<slug>/desk/keys"): "manager",
    ("POST", "/s/<slug>/desk/keys"): "manager",
    ("POST", "/s/<slug>/desk/keys/<key_id>/revoked"): "manager",
    ("GET", "/s/<slug>/desk/checks/"): "manager",
    ("POST", "/s/<slug>/desk/checks/"): "manager",
    ("GET", "/s/<slug>/desk/store/"): "manager",
    ("GET", "/s/<slug>/desk/store/logo.png"): "manager",
    ("POST", "/s/<slug>/desk/store/logo"): "manager",
    ("POST", "/s/<slug>/desk/store/logo/removed"): "manager",
    ("POST", "/api/v1/stores/<slug>/purchases"): "till",
    ("POST", "/api/v1/stores/<slug>/returns"): "till",
    ("POST", "/api/v1/stores/<slug>/decisions"): "till",
    ("GET", "/api/v1/stores/<slug>/decisions/<decision_sha>"): "till",
    ("GET", "/api/v1/stores/<slug>/terms/<sha>"): "till",
    ("POST", "/api/v1/stores/<slug>/quotes"): "till",
    ("GET", "/api/v1/stores/<slug>/fee-events"): "till",
    ("GET", "/api/v1/stores/<slug>/sample-orders"): "till",
    ("GET", "/api/v1/stores/<slug>/sample-orders.csv"): "till",
    ("POST", "/api/v1/stores/<slug>/sample-orders/<order_code>/states"): "till",
    ("POST", "/s/<slug>/desk/p/<code>/customer"): "manager",
    ("POST", "/s/<slug>/desk/p/<code>/facts/<name>"): "staff",
    ("POST", "/s/<slug>/desk/services/<service_id>/collections"): "staff",
    ("POST", "/s/<slug>/desk/collections/<note_id>/taken-back"): "staff",
    ("GET", "/s/<slug>/desk/facts"): "manager",
    ("POST", "/s/<slug>/desk/facts"): "manager",
    ("POST", "/api/v1/stores/<slug>/facts"): "till",
    ("GET", "/s/<slug>/p/<code>/measure"): "editor",
    ("POST", "/s/<slug>/p/<code>/measure"): "editor",
    ("GET", "/s/<slug>/p/<code>/measure/sheet"): "editor",
    ("GET", "/s/<slug>/p/<code>/measure/card.pdf"): "editor",
    ("GET", "/s/<slug>/p/<code>/photos"): "photos",
    ("POST", "/s/<slug>/p/<code>/photos"): "photos",
    ("GET", "/s/<slug>/p/<code>/photos/<picture_id>.jpg"): "commenter",
    ("POST", "/s/<slug>/p/<code>/photos/<picture_id>/remove"): "editor",
    ("POST", "/s/<slug>/desk/p/<code>/dimensions"): "staff",
    ("POST", "/s/<slug>/desk/p/<code>/dimensions/photos"): "staff",
    ("POST", "/s/<slug>/desk/p/<code>/photo-link"): "staff",
    ("POST", "/s/<slug>/desk/dimensions/<mark_id>/withdraw"): "staff",
    ("GET", "/api/v1/stores/<slug>/products"): "all",
    ("GET", "/api/v1/stores/<slug>/sets"): "all",
    ("POST", "/api/v1/stores/<slug>/sets"): "all",
    ("DELETE", "/api/v1/stores/<slug>/sets/<set_id>"): "own",
    ("GET", "/s/<slug>/p/<code>/products"): "viewer",
    ("GET", "/s/<slug>/p/<code>/products/compare"): "viewer",
    ("POST", "/s/<slug>/p/<code>/products"): "editor",
    ("POST", "/s/<slug>/p/<code>/paint/"): "editor",
    ("GET", "/s/<slug>/p/<code>/paint/<paint>"): "viewer",
    ("POST", "/s/<slug>/p/<code>/paint/<paint>"): "editor",
    ("POST", "/s/<slug>/p/<code>/paint/<paint>/removed"): "editor",
    ("POST", "/s/<slug>/p/<code>/paint/<paint>/kept"): "editor",
    ("GET", "/api/v1/projects/<project_id>/paints"): "viewer",
    ("GET", "/api/v1/projects/<project_id>/products"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/products"): "editor",
    ("PUT", "/api/v1/projects/<project_id>/products/<product_id>"): "editor",
    ("DELETE", "/api/v1/projects/<project_id>/products/<product_id>"): "editor",
    ("GET", "/s/<slug>/desk/products/"): "manager",
    ("POST", "/s/<slug>/desk/products/"): "manager",
    ("POST", "/s/<slug>/desk/products/<brought_id>/columns"): "manager",
    ("POST", "/s/<slug>/desk/products/<brought_id>/taken"): "manager",
    ("POST", "/s/<slug>/desk/products/<brought_id>/removed"): "manager",
    ("GET", "/s/<slug>/desk/products/<brought_id>/wrong.csv"): "manager",
    ("GET", "/api/v1/stores/<slug>/models"): "all",
    ("GET", "/api/v1/stores/<slug>/models/<model_id>/<digest>.glb"): "all",
    ("GET", "/s/<slug>/desk/decks/"): "manager",
    ("POST", "/s/<slug>/desk/decks/"): "manager",
    ("POST", "/s/<slug>/desk/decks/files/<deck_file_id>/columns"): "manager",
    ("POST", "/s/<slug>/desk/decks/files/<deck_file_id>/taken"): "manager",
    ("POST", "/s/<slug>/desk/decks/files/<deck_file_id>/removed"): "manager",
    ("POST", "/s/<slug>/desk/decks/<deck_id>/removed"): "manager",
    ("GET", "/s/<slug>/desk/decks/<deck_id>.<deck_format>"): "manager",
    ("GET", "/s/<slug>/desk/paint/"): "manager",
    ("POST", "/s/<slug>/desk/paint/"): "manager",
    ("GET", "/s/<slug>/desk/models/"): "manager",
    ("POST", "/s/<slug>/desk/models/"): "manager",
    ("GET", "/s/<slug>/desk/models/<model_file_id>/icons/<int:piece>"): "manager",
    ("POST", "/s/<slug>/desk/models/<model_file_id>/taken"): "manager",
    ("POST", "/s/<slug>/desk/models/<model_file_id>/removed"): "manager",
    ("GET", "/s/<slug>/desk/models/<model_id>/icon"): "manager",
    ("POST", "/s/<slug>/desk/models/<model_id>/products"): "manager",
    ("POST", "/s/<slug>/desk/models/<model_id>/withdrawn"): "manager",
    ("GET", "/s/<slug>/desk/terms/"): "manager",
    ("GET", "/s/<slug>/desk/terms/versions/<sha>"): "manager",
    ("POST", "/s/<slug>/desk/terms/publications/<publication_id>/called-off"): "manager",
    ("GET", "/s/<slug>/desk/terms/compare"): "manager",
    ("GET", "/s/<slug>/desk/terms/backtest"): "manager",
    ("POST", "/s/<slug>/desk/terms/backtest"): "manager",
    ("GET", "/s/<slug>/desk/terms/publications/<publication_id>/report"): "manager",
    ("GET", "/s/<slug>/desk/terms/history"): "manager",
    ("POST", "/s/<slug>/desk/terms/history"): "manager",
    ("GET", "/s/<slug>/desk/terms/history/template.csv"): "manager",
    ("POST", "/s/<slug>/desk/terms/history/<file_id>/taken"): "manager",
    ("POST", "/s/<slug>/desk/terms/history/<file_id>/removed"): "manager",
    ("GET", "/s/<slug>/desk/terms/try"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts"): "manager",
    ("GET", "/s/<slug>/desk/terms/drafts/<draft_id>"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/pieces"): "manager",
    ("GET", "/s/<slug>/desk/terms/drafts/<draft_id>/<part>/<key>"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/<part>/<key>"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/<part>/<key>/faults"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/<part>/<key>/removed"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/asked"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/published"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/returned"): "manager",
    ("POST", "/s/<slug>/desk/terms/drafts/<draft_id>/removed"): "manager",
    ("POST", "/api/v1/projects/<project_id>/variants/<variant_id>/rooms/<int:room>/schemes"): "editor",
    ("GET", "/api/v1/projects/<project_id>/variants/<variant_id>/rooms/<int:room>/schemes/picture.webp"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/photos/<photo_id>/schemes"): "editor",
    ("GET", "/api/v1/projects/<project_id>/photos/<photo_id>/schemes/picture.webp"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/photos/<photo_id>/schemes/kept"): "editor",
    ("POST", "/api/v1/projects/<project_id>/schemes/colours"): "editor",
    ("GET", "/api/v1/projects/<project_id>/schemes"): "viewer",
    ("POST", "/api/v1/projects/<project_id>/schemes"): "editor",
    ("PUT", "/api/v1/projects/<project_id>/schemes/<scheme_id>"): "editor",
    ("DELETE", "/api/v1/projects/<project_id>/schemes/<scheme_id>"): "editor",
    ("POST", "/api/v1/projects/<project_id>/schemes/<scheme_id>/chosen"): "editor",
    ("GET", "/s/<slug>/p/<code>/schemes"): "finds",
    ("POST", "/s/<slug>/p/<code>/schemes/open"): "finds",
    ("GET", "/s/<slug>/p/<code>/schemes/<scheme_id>.webp"): "viewer",
    ("POST", "/s/<slug>/p/<code>/schemes/<scheme_id>/votes"): "viewer",
}
BODIES = {"edits": {"base": 0, "edits": []}, "links": {"role": "viewer"}, "requests": {"phone": "600 100 200"}}
RIGHTS = ("viewer", "commenter", "editor", "owner")
GUARDED = sorted((method, rule) for (method, rule), wanted in ROUTES.items() if wanted not in ("all", "finds"))


FEW = frozenset({"nobody", "viewer", "owner", "manager", "till"})


@dataclass
class Case:
    """Everyone who tries a door, and the things behind it."""

    browsers: dict[str, FlaskClient]
    values: dict[str, str]
    asked: frozenset[str]
    """Who tries every door: all of them on SQLite, enough to run every query on PostgreSQL."""


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def lived_in(
    any_app: APIFlask,
    database_at: Callable[[str], Database],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, Path, Case]]:
    """A database in which something stands behind every door, copied for each test; its files; who tries the doors."""
    folder = tmp_path_factory.mktemp("lived-in")
    with copied(request.getfixturevalue(f"seeded_{request.param}"), folder) as url:
        stand_on(any_app, settings_for(url, folder), database_at(url))
        case = _lived_in(any_app)
        if request.param == "postgresql" and not EVERY_CASE:
            case = replace(case, asked=FEW)
        close(any_app.extensions["database"])
        yield url, folder / "files", case


@pytest.fixture
def case(
    any_app: APIFlask, database_at: Callable[[str], Database], lived_in: tuple[str, Path, Case], tmp_path: Path
) -> Iterator[Case]:
    url, files, before = lived_in
    shutil.copytree(files, tmp_path / "files")
    with copied(url, tmp_path) as copy:
        stand_on(any_app, settings_for(copy, tmp_path), database_at(copy))
        browsers = {who: at_another(browser, any_app) for who, browser in before.browsers.items()}
        yield Case(browsers, before.values, before.asked)
        any_app.extensions["database"].engine.dispose()


def _lived_in(app: Flask) -> Case:
    owner = guest(app)
    designer = staff(app)
    request = owner.client.post(
        f"/api/v1/projects/{owner.project_id}/requests", json={"kind": "hand_over", "phone": "600 100 200"}
    )
    assert request.status_code == 200, request.text
    opened = designer.post(f"/s/{KRAKOW}/desk/p/{owner.code}/service")
    assert opened.status_code == 303, opened.text
    order_id = order_samples(app, owner.client, KRAKOW, project=owner.code)
    browsers = {
        "nobody": app.test_client(),
        "stranger": guest(app).client,
        "other tenant": guest(app, BATHROOMS).client,
        "other staff": staff(app, BATHROOMS),
        "owner": owner.client,
        "staff": designer,
        "manager": staff(app, role="manager"),
        "other manager": staff(app, BATHROOMS, "manager"),
        "till": till(app),
        "other till": till(app, BATHROOMS),
    }
    for role in ("viewer", "commenter", "editor", "photos"):
        link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": role}).json
        browsers[role] = app.test_client()
        assert browsers[role].post(link["path"], data={"token": link["token"]}).status_code == 303
    values = {
        "slug": KRAKOW,
        "code": owner.code,
        "project_id": owner.project_id,
        "variant_id": owner.variant,
        "order_id": order_id,
    } | _ids(app, owner.project_id)
    values |= followed(app, order_id)
    values |= bought(app, owner, designer)
    values |= noted(designer, values["service_id"], app) | {"name": "points", "ending": "json"}
    values["picture_id"], values["page"] = brought(owner, kind="dimensions"), "0"
    values["mark_id"] = marked(app, designer, owner)
    values |= drafted(app)
    values["brought_id"] = brought_products(browsers["manager"])
    values |= modelled(app, browsers["manager"])
    values |= {"paint": "ZK-0300", "room": "0", "wall_id": "a", "photo_id": marked_photo(owner)}
    values["rendering_id"] = rendered(owner)
    values |= decked(browsers["manager"])
    values["scheme_id"] = kept_scheme(owner).json["id"]
    values["set_id"] = kept(owner.client).json["id"]
    values["decision_sha"] = asked(browsers["till"]).json["id"]
    values |= _proposed(app, owner, designer, values["service_id"])
    return Case(browsers, values, frozenset(browsers))


def test_every_route_has_a_row(app: Flask) -> None:
    found = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert found == set(ROUTES)


@pytest.mark.parametrize(("method", "rule"), GUARDED, ids=lambda value: str(value))
def test_a_guarded_route_opens_for_whom_it_should(case: Case, method: str, rule: str) -> None:
    wanted = ROUTES[method, rule]
    url = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: case.values[found[1]], rule)
    opened = {who for who in case.asked if _gets_in(case.browsers[who], method, url)}
    assert opened == _wanted(wanted) & case.asked


def _wanted(wanted: str) -> set[str]:
    if wanted == "staff":
        return {"staff", "manager"}
    if wanted == "own":
        return {"owner"}
    if wanted in ("manager", "till"):
        return {wanted}
    if wanted == "photos":
        return {"staff", "manager", "commenter", "editor", "owner", "photos"}
    return {"staff", "manager", *RIGHTS[RIGHTS.index(wanted) :]}


def test_who_finds_a_project_by_its_code_gets_no_key_to_it(case: Case) -> None:
    page = case.browsers["nobody"].get(f"/s/{KRAKOW}/p/{case.values['code']}")
    assert page.status_code == 200
    assert case.values["project_id"] not in page.text


def test_another_tenants_visitor_finds_no_project(case: Case) -> None:
    assert case.browsers["other staff"].get(f"/s/{BATHROOMS}/p/{case.values['code']}").status_code == 404


@pytest.mark.parametrize("method", ["POST"])
def test_a_write_from_another_site_is_refused(case: Case, method: str) -> None:
    url = f"/api/v1/projects/{case.values['project_id']}/edits"
    answer = case.browsers["owner"].open(url, method=method, json={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_every_answer_carries_its_policy(case: Case) -> None:
    for url in ("/", f"/s/{KRAKOW}/", f"/s/{KRAKOW}/p/{case.values['code']}", "/nowhere", "/api/v1/projects/x/edits"):
        policy = case.browsers["owner"].get(url).headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "object-src 'none'" in policy


def _gets_in(browser: FlaskClient, method: str, url: str) -> bool:
    body = BODIES.get(url.rsplit("/", 1)[1]) if "/api/" in url else None
    status = browser.open(url, method=method, json=body).status_code
    assert status < 500, url
    return status not in (401, 403, 404)


def _ids(app: Flask, project_id: str) -> dict[str, str]:
    from sqlalchemy import select

    from configurator.desk.models import HelpRequest
    from configurator.offers.models import Service
    from configurator.products.models import Product
    from configurator.projects.models import Grant

    with app.extensions["database"].reading() as session:
        return {
            "product_id": session.scalars(select(Product.id).where(Product.sku == "DM-1007")).one(),
            "service_id": session.scalars(select(Service.id).where(Service.project_id == project_id)).one(),
            "link_id": session.scalars(
                select(Grant.id).where(Grant.project_id == project_id, Grant.token_hash.is_not(None))
            ).first()
            or "",
            "request_id": session.scalars(select(HelpRequest.id).where(HelpRequest.project_id == project_id)).one(),
        }


def _proposed(app: Flask, owner: Guest, designer: FlaskClient, service_id: str) -> dict[str, str]:
    """A proposal with one change."""
    from configurator.offers.models import Service
    from configurator.proposals.models import Proposal

    database = app.extensions["database"]
    with database.reading() as session:
        variant = session.get_one(Service, service_id).variant_id
    edit = {**owner.edit({"plan": {"name": "Inna nazwa"}}), "variant": variant}
    designer.post(f"/api/v1/projects/{owner.project_id}/edits", json={"base": 0, "edits": [edit]})
    made = designer.post(f"/api/v1/projects/{owner.project_id}/proposals", json={})
    assert made.status_code == 200, made.text
    with database.reading() as session:
        return {"proposal_id": made.json["id"], "item_id": session.get_one(Proposal, made.json["id"]).items[0].id}
