"""Where mail leaves: the address in CONFIGURATOR_MAIL_URL, a server or a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from configurator.config import Settings

PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True)
class Server:
    """`smtps://` is TLS from the first byte; `smtp://` turns to TLS where the server offers it."""

    host: str
    port: int
    user: str
    password: str
    tls: bool


def folder(settings: Settings) -> Path | None:
    """The folder of `file:///…`; None where mail goes to a server."""
    url = urlsplit(settings.mail_url)
    return Path(unquote(url.path)) if url.scheme == "file" else None


def server(settings: Settings) -> Server:
    """The server of `smtp(s)://user:password@host:port`."""
    url = urlsplit(settings.mail_url)
    return Server(
        host=url.hostname or "localhost",
        port=url.port or PORTS[url.scheme],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        tls=url.scheme == "smtps",
    )


def sender(settings: Settings) -> str:
    """Whom the mail is from: `?from=` in the address, else no-reply at the host of the site."""
    given = parse_qs(urlsplit(settings.mail_url).query).get("from")
    return given[0] if given else f"no-reply@{domain(settings)}"


def domain(settings: Settings) -> str:
    return urlsplit(settings.base_url).hostname or "localhost"
