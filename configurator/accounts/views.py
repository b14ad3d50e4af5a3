"""Signing in and out."""

from __future__ import annotations

import re

from flask import Blueprint, render_template, request
from flask import redirect as go
from werkzeug.wrappers import Response

from configurator.accounts import limits, service
from configurator.errors import Refused
from configurator.web import begin, client_key, reading, remember, store_of, visitor_at

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/s/<slug>/sign-in")
def sign_in_page(slug: str) -> str:
    with reading() as session:
        return render_template("accounts/sign_in.html", store=store_of(session, slug), wrong=None, email="")


@blueprint.post("/s/<slug>/sign-in")
def sign_in(slug: str) -> Response | tuple[str, int]:
    """Into the desk, or the same page with one sentence that does not tell what was wrong."""
    email = request.form.get("email", "")
    with begin() as session:
        limits.spend(session, limits.LOG_IN, f"{slug} {service.normal(email)} {client_key()}")
    try:
        with begin() as session:
            store = store_of(session, slug)
            token = service.sign_in(
                session,
                store.tenant,
                email=email,
                password=request.form.get("password", ""),
                code=request.form.get("code", ""),
            )
            remember(store.tenant, token)
    except Refused as refused:
        with reading() as session:
            page = render_template(
                "accounts/sign_in.html", store=store_of(session, slug), wrong=refused.text, email=email
            )
        return page, 400
    return go(_wanted(slug), 303)


@blueprint.post("/s/<slug>/sign-out")
def sign_out(slug: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        if visitor := visitor_at(session, store.tenant):
            service.sign_out(session, visitor)
    return go(f"/s/{slug}/", 303)


def _wanted(slug: str) -> str:
    """The desk's page that was asked for before signing in, `?to=`; the worklist unless it is one of this desk."""
    asked, desk = request.args.get("to", ""), f"/s/{slug}/desk/"
    return asked if re.fullmatch(rf"{re.escape(desk)}[\w/?=&%.+-]*", asked) else desk
