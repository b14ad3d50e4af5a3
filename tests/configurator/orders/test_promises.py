"""The delivery date looked after, the reminder, and complaints: what a customer is told, when, and how often."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from configurator.db import Database
from configurator.jobs.models import Job
from configurator.judgements import service as judging
from configurator.mail.models import Mail
from configurator.orders import promises, reminding, withdrawing
from configurator.orders.models import Complaint, SampleOrder
from samples.delivery import WARSAW, after
from tests.configurator.orders.ordering import ANNA, order_samples
from tests.configurator.orders.test_carrying_out import link, mails, order, step, text
from tests.configurator.people import KRAKOW, staff


def at_the_end_of(database: Database, days: int = 0) -> datetime:
    """The evening of the day on which the order has to leave, or so many days later."""
    return datetime.combine(order(database).send_on + timedelta(days=days), time(18, 1), WARSAW)


def look_after(app: Flask, database: Database, at: datetime) -> None:
    with database.writing() as session:
        promises.check(session, order(database).id, app.extensions["settings"], at)


@pytest.fixture
def paid(app: Flask, client: FlaskClient, database: Database) -> SampleOrder:
    order_samples(app, client, KRAKOW, way="letter")
    step(staff(app), database, "paid")
    return order(database)


def test_who_waits_in_vain_hears_of_it_before_the_day(app: Flask, database: Database, paid: SampleOrder) -> None:
    late = at_the_end_of(database)
    look_after(app, database, late)
    found = order(database)
    assert found.late_told_at is not None
    assert found.late_told_at.astimezone(WARSAW).date() <= paid.arrive_on < found.arrive_on
    assert (found.promised_on, found.arrive_on) == (paid.arrive_on, after(found.send_on, 3))
    letter = mails(database)[-1]
    assert "przyjdzie później" in letter["Subject"]
    assert "/withdrawal?order=" in text(letter)


@pytest.mark.usefixtures("paid")
def test_one_delay_is_told_once(app: Flask, database: Database) -> None:
    late = at_the_end_of(database)
    for _ in range(3):
        look_after(app, database, late)
    with database.reading() as session:
        assert len(session.scalars(select(Mail).where(Mail.cause.contains("/late/"))).all()) == 1


def test_what_has_left_is_not_late(app: Flask, database: Database, paid: SampleOrder) -> None:
    step(staff(app), database, "sent")
    look_after(app, database, at_the_end_of(database, 3))
    assert order(database).late_told_at is None
    assert paid.arrive_on >= order(database).send_on


def test_the_day_is_looked_after_by_a_durable_job(database: Database, paid: SampleOrder) -> None:
    with database.reading() as session:
        due = session.scalars(select(Job.due_at).where(Job.dedup == f"{paid.id}/{paid.send_on}")).one()
    assert abs(due - at_the_end_of(database).astimezone(UTC)) < timedelta(minutes=5)


def test_staff_see_the_share_of_days_that_were_kept(app: Flask, database: Database, paid: SampleOrder) -> None:
    step(staff(app), database, "sent")
    assert "100 % z 1" in staff(app).get(f"/s/{KRAKOW}/desk/orders/").text
    with database.writing() as session:
        session.get_one(SampleOrder, paid.id).promised_on = paid.send_on - timedelta(days=1)
    assert "0 % z 1" in staff(app).get(f"/s/{KRAKOW}/desk/orders/").text


def test_the_pick_list_has_the_days_orders(app: Flask, database: Database, paid: SampleOrder) -> None:
    with database.writing() as session:
        session.get_one(SampleOrder, paid.id).send_on = paid.placed_at.date()
    page = staff(app).get(f"/s/{KRAKOW}/desk/orders/pick").text
    assert all(told in page for told in ("ZK-0001", "ZK-0002", "1 ×", "Anna Nowak"))


def remind(app: Flask, database: Database) -> int:
    """Let the reminder's job run; how many reminders there are."""
    with database.writing() as session:
        reminding.remind(session, order(database).id, app.extensions["settings"])
    with database.reading() as session:
        return len(session.scalars(select(Mail).where(Mail.cause.contains("/reminder"))).all())


def test_a_reminder_comes_once_with_the_guide_and_the_samples_pages(
    app: Flask, database: Database, paid: SampleOrder
) -> None:
    step(staff(app), database, "sent")
    with database.reading() as session:
        assert session.scalar(select(Job.due_at).where(Job.kind == reminding.JOB, Job.dedup == paid.id))
    assert [remind(app, database), remind(app, database)] == [1, 1]
    told = text(mails(database)[-1])
    assert "przy oknie i w kącie" in told
    assert told.count("/probka/") == 2
    assert "/quiet" in told


@pytest.mark.usefixtures("paid")
@pytest.mark.parametrize("why", ["decided", "quiet", "withdrawn"])
def test_who_decided_or_wants_none_gets_no_reminder(app: Flask, database: Database, why: str) -> None:
    with database.writing() as session:
        held = session.scalars(select(SampleOrder)).one()
        if why == "decided":
            judging.decide(session, held.lines[0], "not_this")
        elif why == "withdrawn":
            withdrawing.withdraw(session, held, app.extensions["settings"])
    if why == "quiet":
        answer = app.test_client().post(f"{link(database)}/quiet", follow_redirects=True)
        assert "nie wyślemy już" in answer.text
    assert remind(app, database) == 0


def complain(app: Flask, database: Database, **changes: str) -> str:
    said = {"code": order(database).code, "email": ANNA["email"], "what": "Karta pękła", "wish": "another", "key": "k"}
    return app.test_client().post(f"/s/{KRAKOW}/complaint", data=said | changes).text


@pytest.mark.usefixtures("paid")
def test_a_complaint_is_received_once_and_answered_in_time(app: Flask, database: Database) -> None:
    assert "przyjęta" in complain(app, database)
    complain(app, database)
    with database.reading() as session:
        made = session.scalars(select(Complaint)).one()
        recipients = set(session.scalars(select(Mail.recipient).where(Mail.cause.contains("complaint"))))
    assert made.answer_by == made.made_at.astimezone(WARSAW).date() + timedelta(days=14)
    assert recipients == {ANNA["email"], "probki@dom-i-mebel.example"}
    desk = staff(app)
    assert "Reklamacje bez odpowiedzi" in desk.get(f"/s/{KRAKOW}/desk/orders/").text
    desk.post(f"/s/{KRAKOW}/desk/orders/complaints/{made.id}/answered", data={"answer": "Wyślemy nową."})
    assert "Wyślemy nową." in text(mails(database)[-1])


@pytest.mark.usefixtures("paid")
@pytest.mark.parametrize(
    ("changes", "told"),
    [({"email": "kto@inny.example"}, "Nie ma zamówienia"), ({"what": " "}, "Napisz, co"), ({"wish": ""}, "Wybierz")],
    ids=["stranger", "nothing said", "no wish"],
)
def test_a_complaint_that_lacks_something_is_told_so(
    app: Flask, database: Database, changes: dict[str, str], told: str
) -> None:
    assert told in complain(app, database, **changes)
    with database.reading() as session:
        assert session.scalars(select(Complaint)).all() == []
