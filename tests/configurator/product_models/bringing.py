"""Libraries and models brought to the desk in tests, and read as the worker does."""

from __future__ import annotations

import re
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.models import Job
from tests.configurator.people import KRAKOW
from tests.rooms.models.libraries import library

HERE = f"/s/{KRAKOW}/desk/models/"
POLISH = {"Accept-Language": "pl"}


def bring(manager: FlaskClient, data: bytes, name: str = "meble.sh3f", **said: str) -> TestResponse:
    return manager.post(HERE, data={"file": (BytesIO(data), name), **said}, headers=POLISH)


def read_all(app: Flask) -> None:
    """What the worker does with the files that wait, without its leases."""
    tools = Tools(app.extensions["database"], app.extensions["settings"])
    with tools.database.reading() as session:
        waiting = session.scalars(select(Job).where(Job.kind == "read_models")).all()
    for job in waiting:
        effect = kinds()["read_models"].work(tools, {"file": job.dedup})
        with tools.database.writing() as session:
            effect(session)


def modelled(app: Flask, manager: FlaskClient) -> dict[str, str]:
    """A model that was taken in, and a file that waits: what is in their addresses."""
    bring(manager, library())
    read_all(app)
    manager.post(f"{HERE}{file_on(manager)}/taken", data={"take": "1", "sku-1": "cube"})
    model = re.search(r'id="model-(\w+)"', manager.get(HERE).text)
    assert model
    bring(manager, library())
    read_all(app)
    return {"model_id": model[1], "model_file_id": file_on(manager), "piece": "1"}


def file_on(manager: FlaskClient) -> str:
    """The id of the file that waits."""
    found = re.search(r"/desk/models/(\w+)/removed", manager.get(HERE).text)
    assert found
    return found[1]
