"""The page of the chosen colour scheme."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from configurator.exports import service
from configurator.exports.pages import scheme
from configurator.exports.subject import Subject
from configurator.schemes.service import ChosenScheme
from samples.demo import demo_deck
from tests.configurator.exports.subjects import subject
from tests.configurator.people import guest
from tests.configurator.schemes.keeping import CALM, kept_scheme

CHOSEN = ChosenScheme("Spokojny wieczór", "r1", "l1", 2500, 2000, json.dumps(CALM), "w0", "right")


def _printed(made: Subject) -> str:
    pdf = PdfReader(BytesIO(service.document(made, ["scheme"]).pdf))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("pl", ("Zestaw kolorów", "Salon: Spokojny wieczór", "Druga ściana", "LRV", "kolor bez farby")),
        ("en", ("Colour scheme", "Salon: Spokojny wieczór", "Second wall", "LRV", "a colour, not a paint")),
    ],
)
def test_the_page_tells_the_paints_their_codes_shares_and_checks(language: str, sentences: tuple[str, ...]) -> None:
    said = _printed(subject(language=language, schemes=(CHOSEN,)))
    for sentence in (*sentences, "60-30-10", "BS 8300", *(code for code in CALM.values() if code in demo_deck())):
        assert sentence in said


def test_without_a_chosen_scheme_there_is_no_page() -> None:
    assert "scheme" not in service.available(subject())


def test_a_scheme_of_a_room_that_is_gone_has_no_page() -> None:
    lost = ChosenScheme("Spokojny", None, "l1", 90_000, 0, json.dumps(CALM), None, None)
    assert "scheme" not in service.available(subject(schemes=(lost,)))


def test_the_scheme_that_was_chosen_in_the_project_is_printed(app: Flask) -> None:
    owner = guest(app)
    kept = kept_scheme(owner, "Kept one").json["id"]
    page = f"/s/{owner.store}/p/{owner.code}/documents"
    assert 'value="scheme"' not in owner.client.get(page).text
    owner.client.post(f"/api/v1/projects/{owner.project_id}/schemes/{kept}/chosen")
    assert 'value="scheme"' in owner.client.get(page).text


def test_a_kept_scheme_is_printed_by_itself_once_the_room_wears_it(app: Flask) -> None:
    owner = guest(app)
    page, project = f"/s/{owner.store}/p/{owner.code}/documents", f"/api/v1/projects/{owner.project_id}"
    kept_scheme(owner, slots={slot: CALM[slot] for slot in ("wall", "woodwork")})
    assert 'value="scheme"' not in owner.client.get(page).text
    walls = owner.client.get(f"{project}/variants/{owner.variant}").json["document"]["walls"]
    coats = {f"finishes/f{id_[1:]}": {"wall": id_, "side": "right", "paint": CALM["wall"]} for id_ in walls}
    owner.send(owner.edit(coats))
    assert 'value="scheme"' in owner.client.get(page).text


@pytest.mark.parametrize(
    ("wall", "second", "said"), [("#b5523c", "#7a7434", "Symulacja: deuteranopia"), ("#ffffff", "#222222", "")]
)
def test_only_eyes_that_take_two_colours_for_one_are_shown(wall: str, second: str, said: str) -> None:
    slots = json.dumps({"wall": wall, "second": second})
    told = scheme.context(subject(schemes=(replace(CHOSEN, slots=slots),)))
    assert told is not None
    assert [sight.said for sight in told["views"][0].sights] == [said] * bool(said)
