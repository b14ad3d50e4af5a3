"""Whoever may look at a project gets its documents; whoever only knows its code does not."""

import re
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from pypdf import PdfReader

from configurator.exports import service
from tests.configurator.people import BATHROOMS, KRAKOW, Guest, guest, staff


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One kind is enough: who may open a door is tried on both elsewhere."""
    return sqlite_url


@pytest.fixture
def owner(app: Flask) -> Guest:
    return guest(app)


def url(project: Guest, rest: str) -> str:
    return f"/s/{project.store}/p/{project.code}/{rest}"


def test_the_owner_gets_the_pages_asked_for_as_a_file(owner: Guest) -> None:
    answer = owner.client.get(url(owner, "document.pdf?pages=plan,readiness&lang=en"))
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    titles = [entry.title for entry in PdfReader(BytesIO(answer.data)).outline if not isinstance(entry, list)]
    assert titles == ["Plan", "Still to check"]


def test_ticks_name_pages_as_commas_do(owner: Guest) -> None:
    ticked = owner.client.get(url(owner, "document.pdf?pages=readiness&pages=plan"))
    assert ticked.data == owner.client.get(url(owner, "document.pdf?pages=plan,readiness")).data


def test_the_designer_gets_it_too(app: Flask, owner: Guest) -> None:
    assert staff(app).get(url(owner, "document.pdf?pages=readiness")).status_code == 200


def visitors(app: Flask) -> dict[str, FlaskClient]:
    return {
        "nobody": app.test_client(),
        "a stranger": guest(app).client,
        "another retailer's staff": staff(app, BATHROOMS),
    }


@pytest.mark.parametrize("rest", ["documents", "documents/preview.webp", "document.pdf"])
@pytest.mark.parametrize("who", ["nobody", "a stranger", "another retailer's staff"])
def test_who_only_knows_the_code_is_refused(app: Flask, owner: Guest, who: str, rest: str) -> None:
    assert visitors(app)[who].get(url(owner, rest)).status_code == 404


def test_an_unknown_page_is_refused_by_name(owner: Guest) -> None:
    answer = owner.client.get(url(owner, "document.pdf?pages=plan,nowhere"))
    assert answer.status_code == 400
    assert "pages/nowhere" in answer.text


def test_the_documents_page_offers_what_the_project_has(owner: Guest) -> None:
    page = owner.client.get(url(owner, "documents")).text
    offered = [key for key in service.KEYS if f'value="{key}"' in page]
    assert offered == ["cover", "plan", "elevations", "quantities", "readiness", "fee"]


def test_the_preview_shows_each_page_in_its_place(owner: Guest) -> None:
    answer = owner.client.get(url(owner, "documents/preview.webp"))
    wide, high = service.THUMBNAIL_PX
    assert Image.open(BytesIO(answer.data)).size == (wide * len(service.KEYS), high)


def test_a_preview_already_seen_is_not_sent_again(owner: Guest) -> None:
    version = re.search(r"preview\.webp\?v=(\w+)", owner.client.get(url(owner, "documents")).text)
    assert version is not None
    seen = {"If-None-Match": f'"{version[1]}"'}
    assert owner.client.get(url(owner, "documents/preview.webp"), headers=seen).status_code == 304


def test_a_service_without_an_agreement_prints_a_draft(app: Flask, owner: Guest) -> None:
    assert staff(app).post(f"/s/{KRAKOW}/desk/p/{owner.code}/service").status_code == 303
    pdf = PdfReader(BytesIO(owner.client.get(url(owner, "document.pdf?pages=readiness&lang=pl")).data))
    assert "Wersja robocza" in pdf.pages[0].extract_text()


@pytest.mark.parametrize(
    ("ending", "head"),
    [
        ("dxf", b"  0\nSECTION"),
        ("svg", b"<svg "),
        ("glb", b"glTF"),
        ("obj", b"PK"),
        ("ifc", b"ISO-10303-21;"),
        ("json", b"{"),
    ],
)
def test_the_plan_goes_to_other_programs(owner: Guest, ending: str, head: bytes) -> None:
    answer = owner.client.get(url(owner, f"files/plan.{ending}"))
    assert answer.data.startswith(head)
    assert f".{ending}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("rest", "status"), [("files/plan.exe", 404), ("files/plan.svg?level=l0000000000", 400)])
def test_a_file_or_level_that_there_is_none_of_is_refused(owner: Guest, rest: str, status: int) -> None:
    assert owner.client.get(url(owner, rest)).status_code == status
