"""The service worker's script, the page for when there is no network, and the headers that say what may be kept."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, render_template

from configurator.i18n import LANGUAGES, language
from configurator.offline import keeping, shell

blueprint = Blueprint("offline", __name__)


@blueprint.get("/sw.js")
def service_worker() -> Response:
    """Served from the root, as a worker answers only for what lies under its own address."""
    response = Response(shell.worker(), mimetype="text/javascript")
    response.headers["Service-Worker-Allowed"] = "/"
    response.cache_control.no_cache = True
    return response


@blueprint.get("/offline/<lang>")
def offline_page(lang: str) -> str:
    """What works without a network, and the projects that this device has kept; the same for everyone."""
    if lang not in LANGUAGES:
        abort(404)
    g.language = lang
    return render_template("offline/offline.html")


@blueprint.after_app_request
def put_headers(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        keeping.put_headers(response, shell.build())
    return response
