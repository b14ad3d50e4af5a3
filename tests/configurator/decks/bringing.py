"""Files of colours brought to the desk in tests, and taken in as the worker does."""

from __future__ import annotations

import json
import re
from io import BytesIO

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from configurator.config import Settings
from configurator.db import Database
from configurator.decks.service import deck_of
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.models import Job
from configurator.stores.models import Store
from samples.deck import Deck
from tests.configurator.imports.dry_run import shown_on
from tests.configurator.people import KRAKOW

HERE = f"/s/{KRAKOW}/desk/decks/"
COLOURS = """Kod;Nazwa;Lab L;Lab a;Lab b;Baza
A-1;Mgła;92,5;-0,4;1,2;A
A-2;Szałwia;68;-10;12;B
"""


def bring(manager: FlaskClient, data: str | bytes = COLOURS, name: str = "moje_kolory.csv") -> TestResponse:
    raw = data.encode() if isinstance(data, str) else data
    return manager.post(HERE, data={"file": (BytesIO(raw), name)})


def aim(manager: FlaskClient, page: str, **form: str) -> TestResponse:
    """The columns as they were guessed, and what is typed beside them."""
    told = dict(re.findall(r'name="(column-\d+)">.*?<option value="(\w+)" selected', page))
    return manager.post(f"{HERE}files/{id_on(page)}/columns", data=told | {"name": "Mój", "goal": "replace"} | form)


def take(manager: FlaskClient) -> TestResponse:
    page = manager.get(HERE).text
    return manager.post(f"{HERE}files/{id_on(page)}/taken", data={"shown": shown_on(page)})


def own_deck(manager: FlaskClient, data: str | bytes = COLOURS, name: str = "moje_kolory.csv") -> None:
    """A file brought and taken in."""
    assert bring(manager, data, name).status_code == 303
    assert take(manager).status_code == 303


def work(database: Database, settings: Settings) -> None:
    """What the worker does with the files that wait to be taken in, without its leases."""
    with database.reading() as session:
        waiting = [json.loads(job.payload) for job in session.scalars(select(Job).where(Job.kind == "take_in_deck"))]
    for payload in waiting:
        effect = kinds()["take_in_deck"].work(Tools(database, settings), payload)
        with database.writing() as session:
            effect(session)


def deck_at(database: Database, slug: str = KRAKOW) -> Deck:
    with database.reading() as session:
        tenant_id = session.scalars(select(Store.tenant_id).where(Store.slug == slug)).one()
        return deck_of(session, tenant_id)


def id_on(page: str) -> str:
    found = re.search(r"/desk/decks/files/([a-z0-9-]+)/removed", page)
    assert found, page
    return found[1]


def decked(manager: FlaskClient) -> dict[str, str]:
    """A deck that was taken in, and a file that waits: what is in their addresses."""
    own_deck(manager)
    bring(manager)
    page = manager.get(HERE).text
    return {"deck_id": deck_id_on(page), "deck_file_id": id_on(page), "deck_format": "csv"}


def deck_id_on(page: str) -> str:
    """The id of the first deck that the page shows."""
    found = re.search(r"/desk/decks/([a-z0-9-]+)\.csv", page)
    assert found, page
    return found[1]
