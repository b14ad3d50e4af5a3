"""The manager's page of decks: a file is brought, its columns chosen, a dry run shown, and just that taken in."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from configurator.decks import bringing, desk_page, keeping
from configurator.decks.models import DeckFile
from configurator.decks.service import deck_of
from configurator.decks.sheet import read_sheet
from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.imports import waiting
from configurator.imports.desk import Form, sent_by_manager, told_on, waiting_file
from configurator.uploads.kinds import PALETTE, TABLE
from configurator.web import attachment, begin, manager_at, reading
from samples import readers
from samples.deck import Deck
from samples.fault import Fault
from samples.swatch import MOST_BYTES

blueprint = Blueprint("decks_desk", __name__, url_prefix="/s/<slug>/desk/decks")

MIMETYPES = {"csv": "text/csv", "gpl": "text/plain"}
ALL = "all"


@blueprint.get("/")
def show(slug: str, *, wrong: Refused | None = None, form: Form | None = None) -> str:  # noqa: ARG001 - as all such pages
    """The decks, the file that waits, and those taken in before."""
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = waiting.waiting(session, DeckFile, store.tenant)
        return render_template(
            "decks/bring.html",
            store=store,
            visitor=visitor,
            decks=desk_page.decks(session, store.tenant),
            demo=deck_of(session, store.tenant_id),
            brought=desk_page.brought(session, files(), file) if file else None,
            failed=desk_page.failed(file) if file else "",
            taken=waiting.taken(session, DeckFile, store.tenant),
            page=desk_page,
            wrong=wrong,
        )


@blueprint.post("/")
@told_on(show)
def bring(slug: str) -> Answer:
    file = sent_by_manager(slug, TABLE, PALETTE, most=MOST_BYTES, missing="deck_file_missing")
    sheet = read_sheet(file.data, file.name)
    with begin() as session:
        store, visitor = manager_at(session, slug)
        bringing.bring(session, files(), store.tenant, visitor, file.name, sheet)
    return _back(slug, "#mapping")


@blueprint.post("/files/<deck_file_id>/columns")
@told_on(show)
def map_columns(slug: str, deck_file_id: str) -> Answer:
    """Read the file by the columns chosen; the page then shows the dry run."""
    with waiting_file(slug, DeckFile, deck_file_id) as (session, tenant, file):
        columns = desk_page.chosen(request.form, waiting.sheet_of(files(), file).header)
        told = {name: request.form.get(name, "") for name in ("deck_id", "name", "goal")}
        bringing.aim(session, tenant, file, columns, **told)
    return _back(slug, "#check")


@blueprint.post("/files/<deck_file_id>/taken")
@told_on(show)
def take(slug: str, deck_file_id: str) -> Answer:
    """Take in what was shown, and nothing else."""
    with waiting_file(slug, DeckFile, deck_file_id) as (session, tenant, file):
        bringing.take(session, files(), tenant, file, request.form.get("shown", ""))
    return _back(slug)


@blueprint.post("/files/<deck_file_id>/removed")
def drop(slug: str, deck_file_id: str) -> Answer:
    with waiting_file(slug, DeckFile, deck_file_id) as (session, _, file):
        waiting.remove(session, file)
    return _back(slug)


@blueprint.post("/<deck_id>/removed")
def remove(slug: str, deck_id: str) -> Answer:
    """The deck is taken out of the offer; old plans still know its colours."""
    with begin() as session:
        store, visitor = manager_at(session, slug)
        keeping.remove(session, keeping.find(session, store.tenant_id, deck_id), visitor.account_id)
    return _back(slug)


@blueprint.get("/<deck_id>.<deck_format>")
def export(slug: str, deck_id: str, deck_format: str) -> Response:
    """A deck as a file for other programs; `all`: everything that is sold, the demonstration deck where that is it."""
    if deck_format not in desk_page.FILES:
        raise NotFound("http_404")
    with reading() as session:
        store, _ = manager_at(session, slug)
        deck = deck_of(session, store.tenant_id)
        if deck_id != ALL:
            kept = keeping.find(session, store.tenant_id, deck_id)
            codes = keeping.codes(session, kept)
            deck = Deck(kept.id, kept.name_pl, kept.name_en, tuple(paint for paint in deck if paint.code in codes))
    try:
        data = readers.write(replace(deck, gone=()), deck_format)
    except Fault as fault:
        raise Refused("deck_too_long", path="deck_format", **fault.detail) from fault
    return attachment(data, MIMETYPES.get(deck_format, "application/octet-stream"), f"wzornik.{deck_format}")


def _back(slug: str, place: str = "") -> Answer:
    return redirect(f"/s/{slug}/desk/decks/{place}", 303)
