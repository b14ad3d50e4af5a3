"""The studio's page: everything it needs to begin stands in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, render_template, request
from sqlalchemy.orm import Session

from configurator.accounts.return_keys import return_key
from configurator.decks.service import catalogue_url as deck_url
from configurator.decks.service import deck_of
from configurator.desk.contact import contact_of
from configurator.offers import quotes
from configurator.offline import keeping
from configurator.orders import counter as counters
from configurator.photos import service as photos
from configurator.products.studio import products_for
from configurator.projects import grants, service
from configurator.projects.code import spoken
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from configurator.proposals import service as proposals
from configurator.stores.models import Store
from configurator.stores.service import hours_in_words, stores_of
from configurator.studio.suggestions import suggested
from configurator.web import reading, settings, store_of, visitor_at
from rooms import kinds
from samples.demo import demo_deck

blueprint = Blueprint("studio", __name__)

FOREVER = 365 * 24 * 3600


@blueprint.get("/s/<slug>/p/<code>")
def studio(slug: str, code: str) -> str:
    """The project by its code: with a right, in the studio; without one, to look at and copy, without personal data."""
    with reading() as session:
        store = store_of(session, slug)
        project = service.find(session, store.tenant_id, code)
        visitor = visitor_at(session, store.tenant)
        right = grants.right_of(session, project, visitor) if visitor else None
        access = Access(project, visitor, right) if visitor and right else None
        boot = _boot(session, store, project, access)
        if access and boot["keeps_offline"]:
            keeping.keep(access, *(url for name, url in boot["catalogues"].items() if url != catalogue_url(name)))
        return render_template("studio/studio.html", store=store, project=project, right=boot["right"], boot=boot)


@blueprint.get("/catalogue/<name>-<digest>.json")
def catalogue(name: str, digest: str) -> Response:
    """The kinds of furniture, or the deck of paints; the address changes with the content.

    While a new version is being rolled out the page may come from one machine and this from another: what there is is
    then answered, and not kept.
    """
    if name not in CATALOGUES:
        abort(404)
    response = Response(_catalogue(name)[1], mimetype="application/json")
    if digest == _catalogue(name)[0]:
        response.cache_control.public = True
        response.cache_control.max_age = FOREVER
        response.cache_control.immutable = True
    return response


def catalogue_url(name: str) -> str:
    return f"/catalogue/{name}-{_catalogue(name)[0]}.json"


def _boot(session: Session, store: Store, project: Project, access: Access | None) -> dict[str, Any]:
    """What the studio begins with: the head of the project, its rights, and where the rest is found."""
    variant = _variant(session, project, access)
    return {
        "project": _head(store, project, variant, access),
        "right": access.right if access else "stranger",
        "visitor": access.visitor.role if access else "guest",
        "keeps_offline": keeping.may_keep(access),
        "contact": asdict(contact_of(session, access.visitor if access else None)),
        "fee": quotes.quote(session, project),
        "suggested": _at_hand(session, project, access),
        "colours": f"/s/{store.slug}/colours/?project={project.code}",
        "stores": [{"id": one.id, "name": one.name} for one in stores_of(session, store.tenant_id)],
        "store": _told(store),
        "catalogues": {"kinds": catalogue_url("kinds"), "deck": deck_url(session, store.tenant_id, store.slug)},
    } | (_for_whom_it_opens(session, store, project, variant, access) if access else FOR_A_STRANGER)


def _at_hand(session: Session, project: Project, access: Access | None) -> list[str]:
    """The paints of the project's photos, for whoever may see them, and then the first of the deck."""
    used = photos.paints_of(session, project) if access else ()
    return list(dict.fromkeys([*used, *suggested(deck_of(session, project.tenant_id))]))


def _head(store: Store, project: Project, variant: Variant, access: Access | None) -> dict[str, Any]:
    document = json.loads(variant.head_plan)
    return {
        "id": project.id if access else None,
        "code": spoken(project.code),
        "name": project.name,
        "seq": project.head_seq,
        "variant": variant.id,
        "document": document if access else service.plan_alone(document),
        "url": f"/api/v1/projects/{project.id}" if access else None,
        "address": f"/s/{store.slug}/p/{project.code}",
    }


FOR_A_STRANGER: dict[str, Any] = {
    "return_key": None,
    "may_edit": False,
    "variants": [],
    "proposal": None,
    "service": None,
    "fact_pages": {},
    "samples": None,
    "photo": None,
    "products": None,
}


def _for_whom_it_opens(
    session: Session, store: Store, project: Project, variant: Variant, access: Access
) -> dict[str, Any]:
    opened = quotes.service_of(session, project)
    return {
        "return_key": return_key(access.visitor, settings().secret_key),
        "may_edit": service.may_change(session, access, variant),
        "variants": [{"id": one.id, "role": one.role} for one in project.variants],
        "proposal": proposals.summary(session, store, project),
        "service": opened.variant_id if opened else None,
        "fact_pages": _fact_pages(store, project) if access.may("editor") else {},
        "samples": counters.shown(session, store, access.visitor, project),
        "photo": f"/s/{store.slug}/p/{project.code}/photo",
        "products": products_for(session, store, project),
    }


def _told(store: Store) -> dict[str, Any]:
    return {
        "id": store.id,
        "hours": hours_in_words(store),
        "slug": store.slug,
        "name": store.name,
        "tenant": store.tenant.name,
        "tenant_slug": store.tenant.slug,
        "kind": store.tenant.kind,
        "phone": store.phone,
    }


def _fact_pages(store: Store, project: Project) -> dict[str, str]:
    """Where a customer can do something about a fact that the fee depends on."""
    return {"brought_dimensions": f"/s/{store.slug}/p/{project.code}/measure"}


def _variant(session: Session, project: Project, access: Access | None) -> Variant:
    """The variant that the address names; else, for staff with an open service, the service's; else the customer's."""
    if access is None:
        return service.first_variant(project)
    if named := request.args.get("variant"):
        return service.variant_of(session, project, named)
    opened = quotes.service_of(session, project) if access.right == "staff" else None
    if opened is not None and opened.closed_at is None:
        return service.variant_of(session, project, opened.variant_id)
    return service.first_variant(project)


def _kinds() -> list[Any]:
    return [json.loads(file.read_text("utf-8")) for file in sorted(Path(kinds.__file__).parent.glob("*.json"))]


CATALOGUES: dict[str, Callable[[], Any]] = {"kinds": _kinds, "deck": lambda: demo_deck().as_data()}


@cache
def _catalogue(name: str) -> tuple[str, bytes]:
    body = json.dumps(CATALOGUES[name](), ensure_ascii=False, separators=(",", ":")).encode()
    return sha256(body).hexdigest()[:12], body
