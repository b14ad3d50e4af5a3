"""Whether dimensions were brought: by typing, by a mark of staff, by a photo that somebody has looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from configurator.db import now
from configurator.pictures.models import Picture
from tests.configurator.measuring.measuring import customer, fact, fill, mark, photo_ids, send_photo
from tests.configurator.people import BATHROOMS, Guest, staff


def answer(desk: object, owner: Guest, **form: str) -> None:
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/dimensions/photos", data=form)  # type: ignore[attr-defined]


def mark_ids(app: Flask, owner: Guest) -> list[str]:
    from configurator.measuring.brought import marks_of
    from configurator.projects.models import Project

    with app.extensions["database"].reading() as session:
        return [row.id for row in marks_of(session, session.get_one(Project, owner.project_id))]


def brought_long_ago(app: Flask, owner: Guest) -> None:
    with app.extensions["database"].writing() as session:
        for id_ in photo_ids(app, owner):
            session.get_one(Picture, id_).brought_at = now() - timedelta(days=14)


def withdraw(app: Flask, desk: object, owner: Guest, reason: str) -> object:
    url = f"/s/{BATHROOMS}/desk/dimensions/{mark_ids(app, owner)[0]}/withdraw"
    return desk.post(url, data={"reason": reason})  # type: ignore[attr-defined]


def test_a_starting_room_brings_no_dimensions(app: Flask) -> None:
    assert fact(app, customer(app)) is False


def test_width_and_length_typed_in_the_form_are_brought(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="2,4")
    assert fact(app, owner) is False
    fill(owner, "size", length="1,8")
    assert fact(app, owner) is True


def test_typing_the_sizes_that_the_plan_has_already_is_bringing_them_too(app: Flask) -> None:
    owner = customer(app)
    fill(owner, "size", width="2,8", length="2,4")
    assert fact(app, owner) is True


def test_width_and_length_of_the_start_page_are_brought(app: Flask) -> None:
    assert fact(app, customer(app, width="2,4", length="1,8")) is True


def test_what_staff_type_is_not_brought_by_the_customer(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/service")
    assert fill(owner, "size", desk, width="2,4", length="1,8").status_code == 303
    assert fact(app, owner) is False


def test_dimensions_may_be_brought_after_the_designer_has_begun(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/service")
    fill(owner, "size", desk, width="2,2", length="2,2")
    fill(owner, "size", width="2,4", length="1,8")
    assert fact(app, owner) is True


def test_a_photo_leaves_it_open_until_somebody_has_looked(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    assert fact(app, owner) is None
    answer(staff(app, BATHROOMS), owner, answer="yes")
    assert fact(app, owner) is True


def test_a_photo_without_dimensions_is_declined_with_words_for_the_customer(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    answer(staff(app, BATHROOMS), owner, answer="no", reason="Nie widać liczb")
    assert fact(app, owner) is False
    assert "Nie widać liczb" in owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/photos").text


def test_a_photo_is_not_declined_without_words(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    answer(staff(app, BATHROOMS), owner, answer="no", reason=" ")
    assert fact(app, owner) is None


def test_a_photo_that_the_store_forgot_counts_by_itself(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    brought_long_ago(app, owner)
    assert fact(app, owner) is True


def test_paper_that_staff_mark_is_brought(app: Flask) -> None:
    owner = customer(app)
    assert mark(staff(app, BATHROOMS), owner).status_code == 303
    assert fact(app, owner) is True


@pytest.mark.parametrize(
    ("form", "has_picture", "path"),
    [
        ({"way": "paper"}, False, "Dołącz zdjęcie"),
        ({"way": "phone"}, False, "zapisz w notatce"),
        ({"way": "pigeon"}, True, "nie ma do wyboru"),
        ({"came_on": "2999-01-01"}, True, "jeszcze nie nadeszła"),
        ({"came_on": "wczoraj"}, True, "Sprawdź datę"),
    ],
)
def test_a_mark_that_nothing_bears_out_is_refused(
    app: Flask, form: dict[str, str], has_picture: bool, path: str
) -> None:
    owner = customer(app)
    refused = mark(staff(app, BATHROOMS), owner, has_picture=has_picture, **form)
    assert refused.status_code == 400
    assert path.casefold() in refused.text.casefold()
    assert fact(app, owner) is False


def test_a_call_is_borne_out_by_a_note(app: Flask) -> None:
    owner = customer(app)
    mark(staff(app, BATHROOMS), owner, has_picture=False, way="phone", note="240 × 180, pan Jan")
    assert fact(app, owner) is True


def test_a_mark_ends_by_a_counter_mark_with_a_reason_and_stays_to_be_read(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    mark(desk, owner, note="Kartka z kratką")
    assert withdraw(app, desk, owner, "").status_code == 400  # type: ignore[attr-defined]
    assert withdraw(app, desk, owner, "Kartka innego klienta").status_code == 303  # type: ignore[attr-defined]
    assert fact(app, owner) is False
    card = desk.get(f"/s/{BATHROOMS}/desk/p/{owner.code}").text
    assert "Kartka z kratką" in card
    assert "Kartka innego klienta" in card


def test_a_mark_is_withdrawn_once(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    mark(desk, owner)
    withdraw(app, desk, owner, "Pomyłka")
    assert withdraw(app, desk, owner, "Pomyłka").status_code == 409  # type: ignore[attr-defined]


def test_a_picture_on_which_a_mark_stands_cannot_be_removed(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    answer(staff(app, BATHROOMS), owner, answer="yes")
    picture = photo_ids(app, owner)[0]
    assert owner.client.post(f"/s/{BATHROOMS}/p/{owner.code}/photos/{picture}/remove").status_code == 404
    assert owner.client.delete(f"/api/v1/projects/{owner.project_id}/pictures/{picture}").status_code == 400
    assert photo_ids(app, owner) == [picture]


def test_a_declined_picture_may_go(app: Flask) -> None:
    owner = customer(app)
    send_photo(owner)
    answer(staff(app, BATHROOMS), owner, answer="no", reason="Ciemne")
    owner.client.post(f"/s/{BATHROOMS}/p/{owner.code}/photos/{photo_ids(app, owner)[0]}/remove")
    assert photo_ids(app, owner) == []


def test_what_comes_after_the_service_is_closed_changes_nothing(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/service")
    service = _service(app, owner)
    desk.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={"receipt": "1", "reason": "Koniec"})
    fill(owner, "size", width="2,4", length="1,8")
    assert "dimensions" not in _facts(app, owner)


def test_the_ledger_keeps_what_the_decision_stood_on(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    mark(desk, owner, way="e_mail", note="Szkic")
    desk.post(f"/s/{BATHROOMS}/desk/p/{owner.code}/service")
    service = _service(app, owner)
    desk.post(f"/s/{BATHROOMS}/desk/services/{service}/close", data={"receipt": "1", "reason": "Koniec"})
    kept = _committed(app, service)["dimensions"]
    assert [(row["kind"], row["way"], row["note"], len(row["pictures"])) for row in kept] == [
        ("mark", "e_mail", "Szkic", 1)
    ]


def _service(app: Flask, owner: Guest) -> str:
    from configurator.offers.quotes import service_of
    from configurator.projects.models import Project

    with app.extensions["database"].reading() as session:
        found = service_of(session, session.get_one(Project, owner.project_id))
        assert found is not None
        return found.id


def _committed(app: Flask, service_id: str) -> dict[str, list[dict[str, object]]]:
    import json

    from configurator.offers.models import Service

    with app.extensions["database"].reading() as session:
        entries = session.get_one(Service, service_id).entries
        body: dict[str, list[dict[str, object]]] = json.loads(
            next(row.body for row in entries if row.kind == "committed")
        )
        return body


def _facts(app: Flask, owner: Guest) -> list[str]:
    """The facts that are true of the project."""
    from configurator.offers.facts import facts_of
    from configurator.offers.quotes import decision_for, service_of
    from configurator.projects.models import Project

    with app.extensions["database"].reading() as session:
        project = session.get_one(Project, owner.project_id)
        decided = decision_for(session, project)
        assert decided is not None
        facts = facts_of(session, project, decided[1], service_of(session, project)).as_data()
        return [name.removeprefix("brought_") for name, value in facts.items() if value is True]


def test_a_refused_mark_shows_the_card_with_what_was_typed(app: Flask) -> None:
    owner, desk = customer(app), staff(app, BATHROOMS)
    refused = mark(desk, owner, has_picture=False, way="phone", came_on="2999-01-01", note="Ściana 240, okno 120")
    assert refused.status_code == 400
    assert 'value="Ściana 240, okno 120"' in refused.text
    assert 'value="2999-01-01" aria-invalid="true"' in refused.text
    assert '<option value="phone" selected>' in refused.text
