"""In development, the mail that was sent: on a site at localhost whose mail goes into a folder, nowhere else."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import cast

from flask import Blueprint, abort, render_template

from configurator.mail.address import domain, folder
from configurator.web import settings

blueprint = Blueprint("mail", __name__)

LOCAL = ("localhost", "127.0.0.1", "[::1]", "::1")
NAME = re.compile(r"[0-9a-z]{26}")
MOST = 100


@blueprint.get("/mail")
def sent() -> str:
    """What was sent, the latest first."""
    files = sorted(_folder().glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True)[:MOST]
    return render_template("mail/list.html", mails=[(file.stem, _read(file)) for file in files])


@blueprint.get("/mail/<name>")
def one(name: str) -> str:
    """One mail, its text with links that can be followed."""
    file = _folder() / f"{name}.eml"
    if not NAME.fullmatch(name) or not file.is_file():
        abort(404)
    mail = _read(file)
    body = cast("EmailMessage | None", mail.get_body(("plain",)))
    return render_template("mail/one.html", mail=mail, text=body.get_content() if body else "")


def _folder() -> Path:
    found = folder(settings())
    if found is None or domain(settings()) not in LOCAL:
        abort(404)
    return found


def _read(file: Path) -> EmailMessage:
    return message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=SMTP)
