"""At the desk: what was paid for a service or given back, and a service that is called off."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts.visits import Visitor
from configurator.desk import views as desk
from configurator.errors import Forbidden, NotFound, NotSignedIn, Refused
from configurator.money import read_grosze
from configurator.offers import services, settling
from configurator.purchases.section import tried
from configurator.web import begin, staff_at, store_of

blueprint = Blueprint("offers", __name__, url_prefix="/s/<slug>/desk/services/<service_id>")

Answer = Response | tuple[str, int]
NOT_OF_THE_FORM = (NotFound, Forbidden, NotSignedIn)


@blueprint.post("/settled")
def settle(slug: str, service_id: str) -> Answer:
    """*Zapisz rozliczenie*: a payment, an invoice, a refund, by its number."""

    def write(session: Session, visitor: Visitor) -> None:
        settling.settle(
            session,
            service_id,
            visitor,
            how=request.form.get("how", ""),
            number=request.form.get("number", ""),
            amount_gr=read_grosze(request.form.get("amount_gr", ""), path="amount_gr"),
        )

    return _done(slug, service_id, "settle", write)


@blueprint.post("/called-off")
def call_off(slug: str, service_id: str) -> Answer:
    """*Odwołaj pomoc*: the service ends without a fee."""

    def write(session: Session, visitor: Visitor) -> None:
        services.call_off(session, service_id, visitor, reason=request.form.get("why", ""))

    return _done(slug, service_id, "call_off", write)


def _done(slug: str, service_id: str, form: str, write: Callable[[Session, Visitor], None]) -> Answer:
    """Written, and back to the card, or to the slip where the project is gone; a refusal stands at its form."""
    with begin() as session:
        visitor = staff_at(session, store_of(session, slug).tenant)
        project = services.find(session, service_id, visitor).project
    try:
        with begin() as session:
            write(session, visitor)
    except NOT_OF_THE_FORM:
        raise
    except Refused as refused:
        if project.deleted_at is not None:
            raise
        return desk.card(slug, project.code, tried(form, request.form, refused)), refused.status
    if project.deleted_at is not None:
        return redirect(f"/s/{slug}/desk/services/{service_id}/slip", 303)
    return redirect(f"/s/{slug}/desk/p/{project.code}#money", 303)
