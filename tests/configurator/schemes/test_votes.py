"""The family votes by a link: one voice each, to be changed; a stranger reads and votes nothing."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from configurator.schemes.votes import MOST_LETTERS, VOTE
from samples.colour.blindness import svg_values
from samples.demo import demo_deck
from tests.configurator.people import Guest, guest, staff
from tests.configurator.schemes.keeping import BOLD, CALM, kept_scheme, schemes_of


def _family(app: Flask, owner: Guest) -> FlaskClient:
    """A browser that came by the link."""
    link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "viewer"}).json
    browser = app.test_client()
    assert browser.post(f"{_page(owner)}/open", data={"token": link["token"]}).status_code == 303
    return browser


def _page(owner: Guest) -> str:
    return f"/s/{owner.store}/p/{owner.code}/schemes"


def _vote(browser: FlaskClient, owner: Guest, scheme: str, **form: str) -> int:
    return browser.post(f"{_page(owner)}/{scheme}/votes", data=form).status_code


def _votes(owner: Guest) -> list[list[tuple[str, str]]]:
    return [[(vote["name"], vote["word"]) for vote in scheme["votes"]] for scheme in schemes_of(owner)]


def test_a_visitor_has_one_voice_and_her_last_word_stands(app: Flask) -> None:
    owner = guest(app)
    one, other = kept_scheme(owner, "A").json["id"], kept_scheme(owner, "B", BOLD).json["id"]
    family = _family(app, owner)
    assert _vote(family, owner, one, name="Ala", word="ładny") == 303
    assert _vote(family, owner, one, word="bardzo ładny") == 303
    assert _votes(owner) == [[("", "bardzo ładny")], []]
    assert _vote(family, owner, other) == 303
    assert _votes(owner) == [[], [("", "")]]


def test_the_family_sees_the_schemes_with_other_eyes_and_is_told_so(app: Flask) -> None:
    owner = guest(app)
    kept_scheme(owner)
    page = owner.client.get(f"{_page(owner)}?sight=deutan").text
    assert 'data-sight="deutan"' in page
    assert "Symulacja: deuteranopia." in page
    assert f'values="{svg_values("deutan")}"' in page


@pytest.mark.parametrize(("name", "english"), [("{pl}", "{en}"), ("Jak u babci", "Jak u babci")])
def test_a_name_made_from_paints_is_said_in_the_readers_language(app: Flask, name: str, english: str) -> None:
    owner = guest(app)
    paints = [demo_deck()[CALM[slot]].name for slot in ("wall", "second")]
    said = {lang: ", ".join(paint[lang] for paint in paints) for lang in ("pl", "en")}
    kept_scheme(owner, name.format(**said))
    assert f'class="scheme-name">{english.format(**said)}<' in owner.client.get(f"{_page(owner)}?lang=en").text


def test_only_who_changes_the_design_sees_the_votes(app: Flask) -> None:
    owner = guest(app)
    scheme = kept_scheme(owner).json["id"]
    _vote(_family(app, owner), owner, scheme, name="Ala", word="za ciemny")
    another = _family(app, owner)
    assert "za ciemny" in owner.client.get(_page(owner)).text
    assert "za ciemny" not in another.get(_page(owner)).text
    listed = another.get(f"/api/v1/projects/{owner.project_id}/schemes").json["schemes"]
    assert [one["votes"] for one in listed] == [None]


def test_a_stranger_meets_the_door_and_has_no_voice(app: Flask) -> None:
    owner, stranger = guest(app), guest(app).client
    scheme = kept_scheme(owner, "Tajny zestaw").json["id"]
    assert "Tajny zestaw" not in stranger.get(_page(owner)).text
    assert stranger.get(f"{_page(owner)}/{scheme}.webp").status_code == 404
    assert _vote(stranger, owner, scheme) == 404
    assert _votes(owner) == [[]]


def test_whose_link_was_withdrawn_has_no_voice(app: Flask) -> None:
    owner = guest(app)
    scheme = kept_scheme(owner).json["id"]
    family = _family(app, owner)
    owner.client.delete(f"/api/v1/projects/{owner.project_id}/links")
    assert _vote(family, owner, scheme) == 404


def test_a_scheme_of_another_project_takes_no_vote(app: Flask) -> None:
    owner, other = guest(app), guest(app)
    assert _vote(_family(app, owner), owner, kept_scheme(other).json["id"]) == 404


def test_staff_have_no_voice(app: Flask) -> None:
    owner = guest(app)
    assert _vote(staff(app), owner, kept_scheme(owner).json["id"]) == 400


@pytest.mark.parametrize("form", [{"word": "x" * (MOST_LETTERS + 1)}, {"name": "x" * 41}])
def test_too_long_a_word_is_refused(app: Flask, form: dict[str, str]) -> None:
    owner = guest(app)
    scheme = kept_scheme(owner).json["id"]
    assert _vote(owner.client, owner, scheme, **form) == 400
    assert _votes(owner) == [[]]


def test_votes_have_a_limit(app: Flask) -> None:
    owner = guest(app)
    scheme = kept_scheme(owner).json["id"]
    tries = [_vote(owner.client, owner, scheme) for _ in range(VOTE.most + 1)]
    assert (tries[0], tries[-1]) == (303, 429)
