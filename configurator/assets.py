"""Bundled scripts and styles: their addresses, and their delivery compressed and cached for ever."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, abort, request
from markupsafe import Markup
from werkzeug.security import safe_join

from configurator.config import ROOT

DIST = ROOT / "static" / "dist"
FOREVER = 365 * 24 * 3600
ENCODINGS = {"br": ".br", "gzip": ".gz"}

blueprint = Blueprint("assets", __name__)


@cache
def manifest() -> Mapping[str, Any]:
    """What the bundler made of each entry: its file and the chunks that it loads at once."""
    found: Mapping[str, Any] = json.loads((DIST / "manifest.json").read_text("utf-8"))
    return found


def asset(entry: str) -> str:
    """The address of an entry, as in `asset("js/pages/studio.js")`."""
    return f"/assets/{manifest()[entry]['file']}"


def chunks(entry: str) -> list[str]:
    """The addresses that a page preloads beside the entry."""
    return [f"/assets/{file}" for file in manifest()[entry]["chunks"]]


def shell_files() -> list[str]:
    """The addresses of all that the studio ever loads, in order."""
    return [f"/assets/{file}" for file in manifest()["shell"]]


@blueprint.get("/assets/<path:file>")
def deliver(file: str) -> Response:
    """A bundled file, compressed when the browser takes it; its name changes with its content."""
    if file.endswith((".json", *ENCODINGS.values())):
        abort(404)
    for encoding, ending in ENCODINGS.items():
        if request.accept_encodings[encoding] and (DIST / (file + ending)).is_file():
            response = _whole(file + ending, _type(file))
            response.headers["Content-Encoding"] = encoding
            break
    else:
        response = _whole(file, _type(file))
    response.headers["Vary"] = "Accept-Encoding"
    response.cache_control.immutable = True
    return response


def _whole(file: str, mimetype: str) -> Response:
    """The file read at once: one that is streamed stays open when the browser goes away in the middle."""
    found = safe_join(str(DIST), file)
    if found is None or not Path(found).is_file():
        abort(404)
    response = Response(Path(found).read_bytes(), mimetype=mimetype)
    response.cache_control.public = True
    response.cache_control.max_age = FOREVER
    response.add_etag()
    response.make_conditional(request)
    return response


def _type(file: str) -> str:
    if Path(file).suffix == ".js":
        return "text/javascript"
    return mimetypes.guess_type(file)[0] or "application/octet-stream"


def icon(name: str) -> Markup:
    """One icon of the set, drawn in the colour of the text around it; the word beside it says what it means."""
    return Markup('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>').format(
        asset("icons.svg"), name
    )


def install(app: Flask) -> None:
    app.register_blueprint(blueprint)
    app.jinja_env.globals.update(asset=asset, chunks=chunks, icon=icon)
