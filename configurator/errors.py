"""Refusals: one tree of them, answered as JSON or as a page, in the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from configurator.i18n import has_words, translate
from incentives.fault import Fault as FaultOfTerms
from rooms.fault import Fault


@dataclass(frozen=True)
class Link:
    """A page where what was refused can be done; `words` name what is written on the link."""

    url: str
    words: str

    @property
    def text(self) -> str:
        return translate(self.words)


class Refused(Exception):
    """The application says no: `reason` names the sentence in words/errors.json, `detail` fills it."""

    status = HTTPStatus.BAD_REQUEST
    link: Link | None = None

    def __init__(self, reason: str, *, path: str = "", **detail: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path
        self.detail = detail

    @property
    def text(self) -> str:
        known = f"errors.{self.reason}" if has_words(f"errors.{self.reason}") else "errors.http_400"
        return translate(known, **self.detail)


class NotFound(Refused):
    status = HTTPStatus.NOT_FOUND


class Forbidden(Refused):
    status = HTTPStatus.FORBIDDEN


class NotSignedIn(Refused):
    status = HTTPStatus.UNAUTHORIZED


class Conflict(Refused):
    status = HTTPStatus.CONFLICT


class TooMany(Refused):
    status = HTTPStatus.TOO_MANY_REQUESTS


class TooLarge(Refused):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def refusal_of(fault: Fault) -> Refused:
    """The same fault, told by the application."""
    return Refused(fault.reason, path=fault.path, **fault.detail)


def refusal_of_terms(fault: FaultOfTerms) -> Refused:
    """The same for what the fee's engine could not read."""
    return Refused(fault.reason, path=fault.path, **fault.detail)


def install(app: Flask) -> None:
    """Answer every refusal, fault and HTTP error; bugs become one plain page and a log entry."""
    app.register_error_handler(Refused, _answer)
    app.register_error_handler(Fault, lambda fault: _answer(refusal_of(fault)))
    app.register_error_handler(HTTPException, _answer_http)


def _answer_http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:  # a redirect of the router's
        return make_response(error.get_response())
    known = f"http_{status}" if has_words(f"errors.http_{status}") else ("http_500" if status >= 500 else "http_400")
    refused = Refused(known)
    refused.status = HTTPStatus(status)
    return _answer(refused)


def _answer(refused: Refused) -> Response:
    """A refusal has undone the visit that its request began, and so earns no cookie."""
    g.pop("visit_cookie", None)
    if wants_json():
        error: dict[str, Any] = {"reason": refused.reason, "path": refused.path, "text": refused.text}
        if refused.link:
            error["link"] = {"url": refused.link.url, "text": refused.link.text}
        return make_response(jsonify(error=error), refused.status)
    return make_response(render_template("errors/refused.html", refused=refused), refused.status)


def wants_json() -> bool:
    """Whether the caller is a program: the API, or a page's own code."""
    return request.path.startswith("/api/") or request.accept_mimetypes.best == "application/json"
