"""The kiosk: its first page, the end of each visit, and what staff do to have one."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from configurator.accounts import visits
from configurator.kiosk import device
from configurator.stores.models import Store
from configurator.web import at_kiosk, begin, cookie_name, reading, settings, staff_at, store_of, visitor_at

blueprint = Blueprint("kiosk", __name__, url_prefix="/s/<slug>")


@blueprint.app_template_global("at_kiosk")
def is_at_kiosk(store: Store) -> bool:
    return at_kiosk(store.tenant)


@blueprint.get("/kiosk")
def first(slug: str) -> Response | str:
    """The languages, large; elsewhere than on a kiosk the store's start page."""
    with reading() as session:
        store = store_of(session, slug)
        if not at_kiosk(store.tenant):
            return redirect(f"/s/{slug}/", 303)
        return render_template("kiosk/first.html", store=store)


@blueprint.post("/kiosk/over")
def over(slug: str) -> Response:
    """Whoever was here has gone: the visit ends, and the browser drops what it keeps."""
    with begin() as session:
        store = store_of(session, slug)
        if not at_kiosk(store.tenant):
            return redirect(f"/s/{slug}/", 303)
        if visitor := visitor_at(session, store.tenant):
            visits.end(session, visitor)
        answer = _forgetting(store, f"/s/{slug}/kiosk")
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@blueprint.get("/desk/kiosk")
def about(slug: str) -> str:
    """What staff are told of it before they begin or stop it on their device."""
    with reading() as session:
        store = store_of(session, slug)
        visitor = staff_at(session, store.tenant)
        return render_template("kiosk/about.html", store=store, visitor=visitor, is_kiosk=at_kiosk(store.tenant))


@blueprint.post("/desk/kiosk")
def set_up(slug: str) -> Response:
    """This browser is a kiosk from here on, and no longer signed in."""
    with begin() as session:
        store = store_of(session, slug)
        visits.end(session, staff_at(session, store.tenant))
        answer = _forgetting(store, f"/s/{slug}/kiosk")
        device.begin(answer, store.tenant, settings())
    return answer


@blueprint.post("/desk/kiosk/stopped")
def stop(slug: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        staff_at(session, store.tenant)
        answer = make_response(redirect(f"/s/{slug}/desk/kiosk", 303))
        device.stop(answer, store.tenant, settings())
    return answer


def _forgetting(store: Store, url: str) -> FlaskResponse:
    """There, without the visit's cookie and the language that was chosen."""
    answer = make_response(redirect(url, 303))
    safe = settings().is_https
    answer.delete_cookie(cookie_name(store.tenant), path="/", secure=safe, httponly=True, samesite="Lax")
    answer.delete_cookie("language", path="/", samesite="Lax")
    return answer
