"""What is made for a request comes compressed, and is the same."""

import gzip
import io

import brotli
import pytest
from flask import Flask, Response, send_file

from configurator import compression

WORDS = "Ściana północna, 3,60 m. " * 200
READERS = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    compression.install(app)
    app.add_url_rule("/plan", "plan", lambda: Response(WORDS, mimetype="application/json"))
    app.add_url_rule("/short", "short", lambda: "Gotowe")
    app.add_url_rule("/picture", "picture", lambda: Response(b"\0" * 5000, mimetype="image/png"))
    app.add_url_rule("/file", "file", lambda: send_file(io.BytesIO(WORDS.encode()), mimetype="text/csv"))
    return app


@pytest.mark.parametrize(
    ("takes", "encoding"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", None)]
)
def test_words_come_as_small_as_the_browser_reads_them(app: Flask, takes: str, encoding: str | None) -> None:
    answer = app.test_client().get("/plan", headers={"Accept-Encoding": takes})
    assert answer.headers.get("Content-Encoding") == encoding
    assert READERS[encoding](answer.data).decode() == WORDS
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert encoding is None or len(answer.data) < len(WORDS) / 10


@pytest.mark.parametrize("what", ["short", "picture", "file"])
def test_what_is_short_or_compressed_or_streamed_goes_as_it_is(app: Flask, what: str) -> None:
    answer = app.test_client().get(f"/{what}", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in answer.headers
