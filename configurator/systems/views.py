"""The keys of the retailer's systems: what a manager makes, sees and revokes."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.stores.models import Store
from configurator.systems import keys
from configurator.web import begin, manager_at, reading

blueprint = Blueprint("systems", __name__, url_prefix="/s/<slug>/desk")

Answer = Response | str | tuple[str, int]
NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.get("/keys")
def key_list(slug: str) -> str:
    """Which systems of the retailer have a key, and what each opens."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        return _keys_page(session, store, visitor)


@blueprint.post("/keys")
def make_key(slug: str) -> Answer:
    """A new key, shown on this page and never again."""
    name, rights = request.form.get("name", ""), request.form.getlist("rights")
    try:
        with begin() as session:
            store, visitor = manager_at(session, slug)
            token = keys.make(session, store.tenant, name, rights, made_by=visitor.account_id)
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        with reading() as session:
            store, visitor = manager_at(session, slug)
            return _keys_page(session, store, visitor, name=name, rights=rights, wrong=refused), refused.status
    with reading() as session:
        store, visitor = manager_at(session, slug)
        return _keys_page(session, store, visitor, made=token), 201


@blueprint.post("/keys/<key_id>/revoked")
def revoke_key(slug: str, key_id: str) -> Response:
    with begin() as session:
        store, _ = manager_at(session, slug)
        keys.revoke(session, store.tenant, key_id)
    return redirect(f"/s/{slug}/desk/keys", 303)


def _keys_page(
    session: Session,
    store: Store,
    visitor: Visitor,
    *,
    made: str = "",
    name: str = "",
    rights: Sequence[str] = (keys.PURCHASES,),
    wrong: Refused | None = None,
) -> str:
    return render_template(
        "systems/keys.html",
        store=store,
        visitor=visitor,
        keys=keys.keys_of(session, store.tenant),
        made=made,
        name=name,
        rights=rights,
        every_right=keys.RIGHTS,
        wrong=wrong,
    )
