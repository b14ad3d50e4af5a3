"""Terms published: by a second pair of eyes, from a day on, and an older version anew."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete

from configurator.db import Database, now
from configurator.offers import quotes
from configurator.offers import terms as published
from configurator.offers.models import Publication
from configurator.projects.models import Project
from configurator.stores.models import Store
from tests.configurator.people import BATHROOMS, KRAKOW, guest, staff, unguard
from tests.configurator.terms.drafting import HERE, draft, hanna, in_force, in_force_sha, marek, publication
from tests.configurator.terms.filling import Manager


def cheaper(app: Flask, amount: str = "250") -> Manager:
    """Marek has made the designer's help cheaper, in a draft."""
    return marek(app).press("Zmień warunki").open(service_form(app)).fill("Opłata", amount).press("Zapisz")


def service_form(app: Flask) -> str:
    return f"{HERE}drafts/{draft(app).id}/services/room_design"


def test_the_page_reads_the_terms_in_force_as_sentences(app: Flask) -> None:
    text = marek(app).text
    assert "Opłata: 300\u00a0zł" in text.replace("300 zł", "300\u00a0zł")
    assert "Elementy narysowane przed rozpoczęciem pracy projektanta: co najmniej 1" in text
    assert "own_elements" not in text


def test_a_second_manager_publishes_what_the_first_asked_for(app: Flask) -> None:
    cheaper(app).press("Poproś o publikację")
    reader = hanna(app).open(f"{HERE}drafts/{draft(app).id}")
    assert "Marek Kierownik prosi o publikację" in reader.text
    assert "<del>Opłata: 300 zł</del>" in reader.text
    assert "<ins>Opłata: 250 zł</ins>" in reader.text
    reader.press("Opublikuj")
    assert in_force(app)["services"]["room_design"]["fee"]["amount_gr"] == 25_000
    assert in_force(app)["version"] == 2
    assert "prośba: Marek Kierownik; publikacja: Hanna Kierowniczka" in reader.text


def test_nobody_publishes_what_they_asked_for_themselves(app: Flask) -> None:
    before = in_force_sha(app)
    manager = cheaper(app).press("Poproś o publikację")
    assert "Opublikować może: Hanna Kierowniczka." in manager.text
    answer = manager.client.post(f"{HERE}drafts/{draft(app).id}/published", data={"version": draft(app).version})
    assert answer.status_code == 400
    assert "ktoś inny niż osoba, która o to prosi" in answer.text
    assert in_force_sha(app) == before


def test_a_change_after_the_request_withdraws_it(app: Flask) -> None:
    cheaper(app).press("Poproś o publikację").open(service_form(app)).fill("Opłata", "260").press("Zapisz")
    answer = hanna(app).client.post(f"{HERE}drafts/{draft(app).id}/published", data={"version": draft(app).version})
    assert answer.status_code == 409
    assert in_force(app)["version"] == 1


def test_the_second_manager_publishes_only_what_was_on_the_page(app: Flask) -> None:
    cheaper(app).press("Poproś o publikację")
    reader = hanna(app).open(f"{HERE}drafts/{draft(app).id}")
    marek(app).open(service_form(app)).fill("Opłata", "1").press("Zapisz").press("Poproś o publikację")
    assert reader.press("Opublikuj").status == 409
    assert in_force(app)["version"] == 1


def test_what_is_sent_back_says_why(app: Flask) -> None:
    cheaper(app).press("Poproś o publikację")
    hanna(app).open(f"{HERE}drafts/{draft(app).id}").fill("Co poprawić", "Za tanio").press("Odeślij do poprawy")
    assert "Wraca do poprawy: „Za tanio”" in marek(app).text
    assert draft(app).asked_by is None


def test_a_store_with_one_manager_is_told_what_is_needed(app: Flask) -> None:
    alone = Manager(staff(app, BATHROOMS, "manager")).open(f"/s/{BATHROOMS}/desk/terms/")
    assert "potrzebne jest drugie konto kierownika" in alone.text


def test_terms_with_something_missing_cannot_be_asked_for(app: Flask) -> None:
    manager = marek(app).press("Zmień warunki").press("Dodaj regułę").press("Zapisz")
    assert "Do uzupełnienia: " in manager.text
    answer = manager.client.post(f"{HERE}drafts/{draft(app).id}/asked", data={"version": draft(app).version})
    assert answer.status_code == 400
    assert "publikacja musi poczekać" in answer.text


def test_the_same_terms_are_not_published_again(app: Flask) -> None:
    answer = marek(app).press("Zmień warunki").press("Poproś o publikację")
    assert answer.status == 400
    assert "nie ma czego publikować" in answer.text


def test_scheduled_terms_hold_from_their_day_and_not_before(app: Flask, database: Database) -> None:
    day = (now() + timedelta(days=10)).date()
    cheaper(app).fill("Obowiązują od dnia (puste: od razu po publikacji)", day.isoformat()).press("Poproś o publikację")
    hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")
    assert in_force(app)["version"] == 1
    assert "Zaplanowane" in marek(app).text
    with database.reading() as session:
        tenant = session.query(Store).filter_by(slug=KRAKOW).one().tenant_id
        later = published.in_force(session, tenant, now() + timedelta(days=12))
        assert later is not None
        assert published.read(later).version == 2


def scheduled(app: Flask) -> Manager:
    """Cheaper terms are to come in ten days; Hanna, who published them, looks."""
    day = (now() + timedelta(days=10)).date()
    cheaper(app).fill("Obowiązują od dnia (puste: od razu po publikacji)", day.isoformat()).press("Poproś o publikację")
    return hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")


def test_what_is_scheduled_is_called_off_by_either_manager_and_says_why(app: Flask, database: Database) -> None:
    scheduled(app)
    caller = marek(app).press("Odwołaj publikację")
    assert "Napisz, dlaczego" in caller.text
    told = caller.fill("Dlaczego", "Promocja przesunięta").press("Odwołaj publikację")
    assert "Odwołuje Marek Kierownik" in told.text
    assert "Promocja przesunięta" in told.text
    with database.reading() as session:
        tenant = session.query(Store).filter_by(slug=KRAKOW).one().tenant_id
        later = published.in_force(session, tenant, now() + timedelta(days=12))
        assert later is not None
        assert published.read(later).version == 1


def test_what_is_in_force_is_not_called_off(app: Flask) -> None:
    answer = marek(app).client.post(f"{HERE}publications/{publication(app).id}/called-off", data={"reason": "x"})
    assert answer.status_code == 409
    assert in_force(app)["version"] == 1


def test_a_day_that_is_past_is_refused(app: Flask) -> None:
    label = "Obowiązują od dnia (puste: od razu po publikacji)"
    assert cheaper(app).fill(label, "2020-01-01").press("Poproś o publikację").status == 400


def test_an_older_version_is_published_anew_under_its_own_hash(app: Flask) -> None:
    first = in_force_sha(app)
    cheaper(app).press("Poproś o publikację")
    hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")
    assert in_force_sha(app) != first
    manager = marek(app).open(f"{HERE}versions/{first}").press("Przywróć tę wersję").press("Poproś o publikację")
    assert manager.status == 200
    hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")
    assert in_force_sha(app) == first


def test_the_fee_of_a_project_follows_the_published_terms(app: Flask) -> None:
    cheaper(app).press("Poproś o publikację")
    hanna(app).open(f"{HERE}drafts/{draft(app).id}").press("Opublikuj")
    guest(app)
    assert _quoted_gr(app) == 25_000


def _quoted_gr(app: Flask) -> int:
    """The list price that the latest project is told."""
    with app.app_context(), app.extensions["database"].reading() as session:
        decided = quotes.decision_for(session, session.query(Project).one())
    assert decided is not None
    return decided[0].listed_gr


def test_terms_from_before_publications_were_kept_still_hold(app: Flask, database: Database) -> None:
    before = in_force_sha(app)
    with database.writing() as session:
        unguard(session, "publication")
        session.execute(delete(Publication))
    assert in_force_sha(app) == before
