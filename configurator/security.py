"""What every answer carries and every request must pass: headers, a nonce, and no writes from other sites."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request

from configurator.errors import Forbidden
from configurator.web import settings

SAFE = {"GET", "HEAD", "OPTIONS"}
MOST_BYTES = 30 * 1024 * 1024


def install(app: Flask) -> None:
    """Refuse cross-site writes, put the headers on, cap the size of a request."""
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = 1024 * 1024
    app.jinja_env.globals["nonce"] = nonce

    @app.before_request
    def refuse_other_sites() -> None:
        if request.method not in SAFE and not _is_same_site():
            raise Forbidden("other_site")

    @app.after_request
    def put_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", _policy())
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()"
        if settings().is_https:
            response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


def nonce() -> str:
    """This answer's nonce: only scripts that carry it run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(18)
    return str(g.nonce)


def _policy() -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{nonce()}' 'strict-dynamic'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "frame-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def _is_same_site() -> bool:
    """By Fetch Metadata, which every present browser sends; else by Origin; a program sends neither and has no cookie.

    Source: OWASP, Cross-Site Request Forgery Prevention (Fetch Metadata headers), read 2026.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    if origin := request.headers.get("Origin"):
        return origin in (settings().base_url, request.host_url.rstrip("/"))
    return True
