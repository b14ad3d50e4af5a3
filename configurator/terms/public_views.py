"""The terms in force for whoever asks what a designer's help costs: no account, nothing of anybody's project."""

from __future__ import annotations

from flask import Blueprint, render_template

from configurator.offers import terms as published
from configurator.terms import page
from configurator.web import reading, store_of

blueprint = Blueprint("terms_public", __name__)


@blueprint.get("/s/<slug>/terms")
def in_force(slug: str) -> str:
    """The retailer's usual terms, sentence by sentence; what single businesses have agreed on is theirs alone."""
    with reading() as session:
        store = store_of(session, slug)
        current = published.in_force(session, store.tenant_id)
        told = page.customers_reading_of(published.read(current)) if current else None
        return render_template("terms/public.html", store=store, reading=told)
