"""The manager's page of decks: a file is brought, its columns chosen, a dry run shown, and just that taken in."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from configurator.decks import bringing, desk_page, keeping
from configurator.decks.service import deck_of
from configurator.decks.sheet import read_sheet
from configurator.errors import NotFound, Refused
from configurator.files import files
from configurator.web import begin, manager_at, reading
from samples import readers
from samples.deck import Deck
from samples.swatch import MOST_BYTES

blueprint = Blueprint("decks_desk", __name__, url_prefix="/s/<slug>/desk/decks")

MIMETYPES = {"csv": "text/csv", "gpl": "text/plain"}
ALL = "all"


@blueprint.get("/")
def show(slug: str) -> str:
    """The decks, the file that waits, and those taken in before."""
    return _page(slug)


@blueprint.post("/")
def bring(slug: str) -> Answer | tuple[str, int]:
    try:
        with reading() as session:
            manager_at(session, slug)
        name, data = _sent()
        sheet = read_sheet(data, name)
        with begin() as session:
            store, visitor = manager_at(session, slug)
            bringing.bring(session, files(), store.tenant, visitor, name, sheet)
    except Refused as refused:
        return _told(slug, refused)
    return redirect(f"/s/{slug}/desk/decks/#mapping", 303)


@blueprint.post("/files/<deck_file_id>/columns")
def map_columns(slug: str, deck_file_id: str) -> Answer | tuple[str, int]:
    """Read the file by the columns chosen; the page then shows the dry run."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            file = bringing.find(session, store.tenant, deck_file_id)
            columns = desk_page.chosen(request.form, bringing.sheet_of(files(), file).header)
            told = {name: request.form.get(name, "") for name in ("deck_id", "name", "goal")}
            bringing.aim(session, store.tenant, file, columns, **told)
    except Refused as refused:
        return _told(slug, refused)
    return redirect(f"/s/{slug}/desk/decks/#check", 303)


@blueprint.post("/files/<deck_file_id>/taken")
def take(slug: str, deck_file_id: str) -> Answer | tuple[str, int]:
    """Take in what was shown, and nothing else."""
    try:
        with begin() as session:
            store, _ = manager_at(session, slug)
            file = bringing.find(session, store.tenant, deck_file_id)
            bringing.take(session, files(), store.tenant, file, request.form.get("shown", ""))
    except Refused as refused:
        return _told(slug, refused)
    return redirect(f"/s/{slug}/desk/decks/", 303)


@blueprint.post("/files/<deck_file_id>/removed")
def drop(slug: str, deck_file_id: str) -> Answer:
    with begin() as session:
        store, _ = manager_at(session, slug)
        bringing.remove(session, bringing.find(session, store.tenant, deck_file_id))
    return redirect(f"/s/{slug}/desk/decks/", 303)


@blueprint.post("/<deck_id>/removed")
def remove(slug: str, deck_id: str) -> Answer:
    """The deck is taken out of the offer; old plans still know its colours."""
    with begin() as session:
        store, visitor = manager_at(session, slug)
        keeping.remove(session, keeping.find(session, store.tenant_id, deck_id), visitor.account_id)
    return redirect(f"/s/{slug}/desk/decks/", 303)


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
    named = replace(deck, gone=())
    return Response(
        readers.write(named, deck_format),
        mimetype=MIMETYPES.get(deck_format, "application/octet-stream"),
        headers={"Content-Disposition": f'attachment; filename="wzornik.{deck_format}"'},
    )


def _sent() -> tuple[str, bytes]:
    file = request.files.get("file")
    data = file.read(MOST_BYTES + 1) if file else b""
    if file is None or not data:
        raise Refused("deck_file_missing", path="file")
    return file.filename or "", data


def _told(slug: str, refused: Refused) -> tuple[str, int]:
    """The refusal in its place on the page, where it is about what was sent."""
    if refused.status not in (400, 409):
        raise refused
    return _page(slug, wrong=refused), refused.status


def _page(slug: str, *, wrong: Refused | None = None) -> str:
    with reading() as session:
        store, visitor = manager_at(session, slug)
        file = bringing.waiting(session, store.tenant)
        return render_template(
            "decks/bring.html",
            store=store,
            visitor=visitor,
            decks=desk_page.decks(session, store.tenant),
            demo=deck_of(session, store.tenant_id),
            brought=desk_page.brought(session, files(), file) if file else None,
            failed=desk_page.failed(file) if file else "",
            taken=bringing.taken(session, store.tenant),
            page=desk_page,
            wrong=wrong,
        )
