"""Answers made for a request, compressed when the browser takes it: a plan, a catalogue and a page are mostly words.

Bundled files come compressed from their own folder (`assets`). A secret beside words of a stranger's could be guessed
from lengths (BREACH, 2013); a stranger's page cannot ask here with the visit's cookie, which is SameSite.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping

import brotli
from flask import Flask, Response, request

FEWEST_BYTES = 1024
WORDS = ("text/", "application/json", "application/manifest+json", "application/problem+json", "image/svg+xml")
# Of the kinds' 514 kB brotli 5 makes 81 kB in 7 ms of processor, 9 makes 74 kB in 27 ms, 11 makes 64 kB in 536 ms.
ENCODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


def install(app: Flask) -> None:
    app.after_request(compress)


def compress(response: Response) -> Response:
    """The answer with its body as small as the browser can read it; one that is streamed, or compressed, as it is."""
    if (
        response.is_streamed
        or "Content-Encoding" in response.headers
        or not (response.mimetype or "").startswith(WORDS)
    ):
        return response
    response.vary.add("Accept-Encoding")
    encoding = next((name for name in ENCODERS if request.accept_encodings[name]), None)
    if encoding and len(body := response.get_data()) >= FEWEST_BYTES:
        response.set_data(ENCODERS[encoding](body))
        response.headers["Content-Encoding"] = encoding
    return response
