"""The page behind a sample's label: works for whoever holds the label, without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from flask import redirect as go
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import NotFound, Refused
from configurator.exports.amounts import exact_litres, tins_in_words
from configurator.files import files
from configurator.i18n import language
from configurator.judgements import photo, service, token
from configurator.judgements.page import page
from configurator.orders import counter as counters
from configurator.orders.models import SampleLine
from configurator.paint_baskets import service as baskets
from configurator.paint_baskets import to_buy
from configurator.paint_baskets.buyer import by_sample
from configurator.pictures import service as pictures
from configurator.projects import grants
from configurator.projects.service import first_variant, head_plan
from configurator.start.starts import usual
from configurator.uploads.kinds import PICTURE
from configurator.uploads.service import check
from configurator.web import begin, client_key, reading, settings, store_of, visitor_at, visitor_or_guest
from rooms.drawing.card import draw_card
from samples.order import KINDS
from samples.paint import Paint
from samples.tools import TOOLS

blueprint = Blueprint("judgements", __name__, url_prefix="/s/<slug>/probka")

PHOTO_WIDE_PX = 300
"""The photo is shown exactly so wide, so that a tap on it tells its place without a script."""
THOUSAND = 1000
CORNERS = {"upper_left": (250, 250), "upper_right": (750, 250), "lower_left": (250, 750), "lower_right": (750, 750)}
"""Where a thing lies, for who cannot tap."""


@blueprint.get("/<token_>")
def sample(slug: str, token_: str) -> Response:
    """The colour in her room, what was ticked, the photo, the decision and what follows from it."""
    with reading() as session:
        line = _line(session, slug, token_)
        return _page(session, line, request.args)


@blueprint.get("/<token_>/plan.svg")
def plan(slug: str, token_: str) -> Response:
    """Her room from above."""
    with reading() as session:
        project = _line(session, slug, token_).order.shown_project
        if project is None:
            raise NotFound("no_project")
        drawn = draw_card(head_plan(first_variant(project)), deck_of(session, project.tenant_id).hex_of)
    return _private(Response(drawn, mimetype="image/svg+xml"))


@blueprint.get("/<token_>/photo.jpg")
def photo_file(slug: str, token_: str) -> Response:
    with reading() as session:
        line = _line(session, slug, token_)
        picture = photo.picture_of(session, line, service.find(session, line))
        if picture is None:
            raise NotFound("no_picture")
        key = picture.file
    return _private(Response(pictures.content(files(), key), mimetype="image/jpeg"))


@blueprint.post("/<token_>/ticks")
def tick(slug: str, token_: str) -> Response:
    name = request.form.get("tick", "")
    with begin() as session:
        service.tick(session, _line(session, slug, token_), name.removeprefix("-"), on=not name.startswith("-"))
    return _back(slug, token_, "look")


@blueprint.post("/<token_>/verdict")
def decide(slug: str, token_: str) -> Response:
    with begin() as session:
        service.decide(session, _line(session, slug, token_), request.form.get("verdict", ""))
    return _back(slug, token_, "verdict")


@blueprint.post("/<token_>/photo")
def bring_photo(slug: str, token_: str) -> Response:
    with begin() as session:
        _line(session, slug, token_)
        limits.spend(session, limits.UPLOAD, client_key())
    file = request.files.get("photo")
    data = file.read() if file else b""

    def bring(session: Session, line: SampleLine) -> None:
        if not data:
            raise Refused("photo_missing", path="photo")
        check(data, PICTURE, slug=slug, path="photo")
        photo.bring(session, files(), line, data)

    return _tried(slug, token_, "photo", bring)


@blueprint.post("/<token_>/photo/marks")
def mark_photo(slug: str, token_: str) -> Response:
    """Where the sheet or the sample lies: by a tap on the photo, or by the quarter in which it lies."""

    def marked(session: Session, line: SampleLine) -> None:
        if "again" in request.form:
            return photo.unmark(session, line)
        paint = _paint(session, line)
        name = "white" if _tapped("white") else "sample"
        return photo.mark(session, files(), line, paint, name, _place(session, line, name))

    return _tried(slug, token_, "photo", marked)


@blueprint.post("/<token_>/tray")
def into_tray(slug: str, token_: str) -> Response:
    """One more sample, of the same kind, into the visitor's own tray; then the page where it is ordered."""
    with begin() as session:
        line = _line(session, slug, token_)
        deck = deck_of(session, line.tenant_id)
        visitor = visitor_or_guest(session, line.order.store.tenant)
        if (code := request.form.get("paint", "")) not in deck:
            raise Refused("unknown_paint", path="paint")
        counters.add(session, counters.resumed(session, line.order.store, visitor, ""), [code], line.kind)
    return go(f"/s/{slug}/samples/", 303)


@blueprint.post("/<token_>/paint")
def put_paint(slug: str, token_: str) -> Response:
    """The paint in the basket, by one tap."""

    def put(session: Session, line: SampleLine) -> None:
        to_buy.press(session, by_sample(line), _paint(session, line), request.form, request.form.getlist("tool"))

    return _tried(slug, token_, "paint", put)


@blueprint.post("/<token_>/paint/removed")
def remove_paint(slug: str, token_: str) -> Response:
    return _tried(slug, token_, "paint", lambda session, line: baskets.remove(session, by_sample(line)))


def _line(session: Session, slug: str, token_: str) -> SampleLine:
    return token.opened(session, settings(), store_of(session, slug), token_)


def _paint(session: Session, line: SampleLine) -> Paint:
    paint = deck_of(session, line.tenant_id).get(line.paint)
    if paint is None:
        raise Refused("unknown_paint", path="paint")
    return paint


def _tried(slug: str, token_: str, part: str, work: Callable[[Session, SampleLine], None]) -> Response:
    """Do it; what is refused is told on the page itself, at the part that it is about."""
    try:
        with begin() as session:
            work(session, _line(session, slug, token_))
    except NotFound:
        raise
    except Refused as refused:
        with reading() as session:
            answer = _page(session, _line(session, slug, token_), request.form, refused)
            answer.status_code = refused.status
            return answer
    return _back(slug, token_, part)


def _page(session: Session, line: SampleLine, asked: Mapping[str, str], wrong: Refused | None = None) -> Response:
    store = line.order.store
    body = render_template(
        "judgements/page.html",
        store=store,
        page=page(session, line, deck_of(session, line.tenant_id), asked),
        is_hers=_opens(session, line),
        start=usual(store.tenant.kind),
        here=f"/s/{line.order.store.slug}/probka/{token.token(settings(), line.order, line.place)}",
        kinds={key: said[language()] for key, said in KINDS.items()},
        ticks=service.TICKS,
        litres=exact_litres,
        tins_in_words=tins_in_words,
        tools=TOOLS,
        wide_px=PHOTO_WIDE_PX,
        corners=CORNERS,
        wrong=wrong,
    )
    return _private(Response(body, mimetype="text/html"))


def _opens(session: Session, line: SampleLine) -> bool:
    """Whether this browser may open the room that the sample was ordered for; another device may hold the label."""
    project, visitor = line.order.shown_project, visitor_at(session, line.order.store.tenant)
    return project is not None and visitor is not None and grants.right_of(session, project, visitor) is not None


def _tapped(name: str) -> bool:
    return f"{name}.x" in request.form or name in request.form


def _place(session: Session, line: SampleLine, name: str) -> tuple[int, int]:
    if (corner := CORNERS.get(request.form.get(name, ""))) is not None:
        return corner
    picture = photo.picture_of(session, line, service.find(session, line))
    if picture is None:
        raise NotFound("no_picture")
    x, y = (request.form.get(f"{name}.{axis}", -1, type=int) for axis in "xy")
    high_px = PHOTO_WIDE_PX * picture.height / picture.width
    if not 0 <= x <= PHOTO_WIDE_PX or not 0 <= y <= high_px + 1:
        raise Refused("tap_outside", path="photo")
    return min(THOUSAND, x * THOUSAND // PHOTO_WIDE_PX), min(THOUSAND, int(y * THOUSAND / high_px))


def _back(slug: str, token_: str, part: str) -> Response:
    asked = urlencode({name: value for name in ("walls", "m2") if (value := request.form.get(name, "")[:10])})
    return go(f"/s/{slug}/probka/{token_}{'?' if asked else ''}{asked}#{part}", 303)


def _private(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"
    return response
