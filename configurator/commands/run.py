"""`configurator run`: migrate, seed the demonstration shops when the database is empty, serve and work."""

from __future__ import annotations

import argparse
import os
from typing import Any

from pyotp import TOTP

from configurator import schema
from configurator.config import VAR, Settings
from configurator.db import Database
from configurator.jobs.beside import workers_beside
from configurator.stores import demo
from configurator.stores.demo import LogIn


def add_to(commands: Any) -> None:
    parser = commands.add_parser("run", help="serve, on demonstration data when the database is empty")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Serve until interrupted."""
    from granian import Granian  # imported here: the other commands do without a server
    from granian.constants import Interfaces

    os.environ.setdefault("CONFIGURATOR_BASE_URL", f"http://localhost:{options.port}")
    VAR.mkdir(exist_ok=True)
    database = Database(Settings.read().database_url)
    schema.upgrade(database)
    _tell(demo.seed_when_empty(database))
    database.engine.dispose()
    with workers_beside():
        Granian(
            "configurator.app:create_app",
            address=options.host,
            port=options.port,
            interface=Interfaces.WSGI,
            factory=True,
            workers=2,
            blocking_threads=4,
        ).serve()


def _tell(log_ins: list[LogIn]) -> None:
    """Say once how the demonstration's staff sign in, and keep it beside the database in a file of this user's own."""
    if not log_ins:
        return
    lines = [f"/s/{log_in.store}/sign-in  {log_in.email}  {log_in.password}  {uri(log_in)}" for log_in in log_ins]
    kept = VAR / "demo-staff.txt"
    if str(VAR) in Settings.read().database_url:
        kept.touch(mode=0o600)
        kept.write_text("\n".join(lines) + "\n", "utf-8")
    print("The demonstration's staff (page, e-mail, password, one-time codes):", *lines, sep="\n", flush=True)  # noqa: T201 - a command tells


def uri(log_in: LogIn) -> str:
    """What an authenticator app reads."""
    return TOTP(log_in.secret).provisioning_uri(name=log_in.email, issuer_name="Zacznij")
