"""Settings, read once from the environment and refused when wrong."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
VAR = ROOT / "var"


class SettingError(ValueError):
    """A setting that the application cannot run with; says which and why."""


@dataclass(frozen=True)
class Settings:
    """`base_url` decides whether cookies are for https only; `mail_url` is `smtp://…` or a folder `file:///…`."""

    database_url: str
    files_url: str
    mail_url: str
    secret_key: bytes
    base_url: str

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")

    @classmethod
    def read(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings of `CONFIGURATOR_*`, with a folder `var/` beside the code for all that is not named."""
        return cls(
            database_url=_url(environ, "DATABASE_URL", f"sqlite:///{VAR}/zacznij.sqlite", ("sqlite", "postgresql")),
            files_url=_url(environ, "FILES_URL", f"file://{VAR}/files", ("file", "s3")),
            mail_url=_url(environ, "MAIL_URL", f"file://{VAR}/mail", ("file", "smtp", "smtps")),
            secret_key=_secret(environ),
            base_url=_url(environ, "BASE_URL", "http://localhost:8000", ("http", "https")).rstrip("/"),
        )


def _url(environ: Mapping[str, str], name: str, default: str, schemes: tuple[str, ...]) -> str:
    value = environ.get(f"CONFIGURATOR_{name}", default)
    scheme = urlsplit(value).scheme.split("+")[0]
    if scheme not in schemes:
        raise SettingError(f"CONFIGURATOR_{name}: begins with {scheme!r}, wanted one of {', '.join(schemes)}")
    return value


def _secret(environ: Mapping[str, str]) -> bytes:
    """The key that signs checkpoints; made once and kept in `var/` where none is set."""
    if given := environ.get("CONFIGURATOR_SECRET_KEY"):
        if len(given) < 32:
            raise SettingError("CONFIGURATOR_SECRET_KEY: shorter than 32 characters")
        return given.encode()
    kept = VAR / "secret.key"
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48))
    return kept.read_text().encode()
