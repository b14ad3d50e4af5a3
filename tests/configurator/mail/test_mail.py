"""Mail: written with its cause, sent by a job to a real server or into a folder, once and the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from socket import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session as Transaction

from configurator.app import create_app
from configurator.config import Settings
from configurator.db import Database
from configurator.errors import Refused
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.models import WAITING, Job
from configurator.jobs.worker import Worker
from configurator.mail.models import Mail
from configurator.orders import letters
from configurator.orders.models import SampleOrder
from tests.configurator.orders.ordering import order_samples
from tests.configurator.people import KRAKOW


class Letterbox:
    """What the server has taken in."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def letterbox() -> Iterator[tuple[Letterbox, str]]:
    """A mail server of this test's own, and its address."""
    box = Letterbox()
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f"smtp://127.0.0.1:{port}/?from=sklep@dom.example"
    controller.stop()


def work(database: Database, settings: Settings) -> bool:
    return Worker(Tools(database, settings), kinds()).work_once()


def write(session: Transaction, settings: Settings, to: str) -> Mail:
    """A mail like the one that an order writes when it is ready."""
    order = session.scalars(select(SampleOrder)).one()
    order.email = to
    return letters.ready(session, settings, order)


def test_a_server_gets_the_mail_that_was_written(
    app: Flask, database: Database, settings: Settings, letterbox: tuple[Letterbox, str]
) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    box, url = letterbox
    assert work(database, replace(settings, mail_url=url))
    (envelope,) = box.taken
    mail = message_from_bytes(envelope.content or b"", _class=EmailMessage, policy=SMTP)  # type: ignore[arg-type]
    with database.reading() as session:
        written = session.scalars(select(Mail)).one()
    assert (envelope.rcpt_tos, envelope.mail_from) == (["anna@poczta.example"], "sklep@dom.example")
    assert mail["Message-ID"] == f"<{written.id}@localhost>"
    assert written.sent_at is not None


def test_a_mail_sent_again_is_the_same_mail(
    app: Flask, database: Database, settings: Settings, letterbox: tuple[Letterbox, str]
) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    box, url = letterbox
    with database.reading() as session:
        job = session.scalars(select(Job)).one()
    kind, payload = kinds()["send_mail"], {"mail": job.dedup}
    for _ in range(2):
        kind.work(Tools(database, replace(settings, mail_url=url)), payload)
    assert box.taken[0].content == box.taken[1].content


def test_a_server_that_is_away_is_waited_for(app: Flask, database: Database, settings: Settings) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    assert work(database, replace(settings, mail_url="smtp://127.0.0.1:1"))
    with database.reading() as session:
        job, mail = session.scalars(select(Job)).one(), session.scalars(select(Mail)).one()
    assert (job.state, mail.sent_at) == (WAITING, None)


def test_in_development_mail_goes_into_a_folder_and_onto_a_page(
    app: Flask, database: Database, settings: Settings
) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    work(database, settings)
    page = app.test_client().get("/mail").text
    (file,) = Path(settings.mail_url.removeprefix("file://")).glob("*.eml")
    assert "przyjęte" in page
    assert "/orders/" in app.test_client().get(f"/mail/{file.stem}").text


@pytest.mark.parametrize("name", ["../secret", "x", "0" * 26])
def test_the_page_shows_only_mail(app: Flask, name: str) -> None:
    assert app.test_client().get(f"/mail/{name}").status_code == 404


@pytest.mark.parametrize(
    "changed", [{"base_url": "https://sklep.example"}, {"mail_url": "smtp://localhost"}], ids=["public", "server"]
)
def test_a_public_site_shows_no_mail(settings: Settings, changed: dict[str, str]) -> None:
    public = create_app(replace(settings, **changed))  # type: ignore[arg-type]
    assert public.test_client().get("/mail").status_code == 404
    public.extensions["database"].engine.dispose()


@pytest.mark.parametrize(
    "to", ["a@b.example\nBcc: all@b.example", "<a@b.example>", "a b@c.example", "ż@b.example"], ids=str
)
def test_an_address_that_no_mail_can_carry_is_refused(
    app: Flask, database: Database, settings: Settings, to: str
) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    with pytest.raises(Refused), database.writing() as session:
        write(session, settings, to)


def test_a_domain_with_polish_letters_is_written_in_ascii(app: Flask, database: Database, settings: Settings) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    with database.writing() as session:
        assert f"anna@{'żółw.example'.encode('idna').decode()}" in write(session, settings, "anna@żółw.example").message


def test_one_cause_writes_one_mail(app: Flask, database: Database, settings: Settings) -> None:
    order_samples(app, app.test_client(), KRAKOW)
    with database.writing() as session:
        first, second = (write(session, settings, "anna@b.example") for _ in range(2))
        assert first is second
