"""The customer's pages: the samples page, the order's way, the seller's texts, and withdrawing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, render_template, request
from flask import redirect as go
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.db import now
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.i18n import language, translate
from configurator.judgements import token as judging
from configurator.orders import complaints, reminding, seeking, service, tracking, trays, withdrawing
from configurator.orders import counter as counters
from configurator.orders import form as forms
from configurator.orders.counter import Counter
from configurator.orders.form import Form
from configurator.orders.models import Complaint, SampleOrder
from configurator.orders.page import page
from configurator.orders.payments import payments
from configurator.orders.selling import SHOWN, TEXTS, selling
from configurator.stores.models import Store
from configurator.web import begin, client_key, reading, settings, store_of, visitor_at, visitor_or_guest
from samples.delivery import WARSAW, in_words
from samples.fault import Fault
from samples.order import KINDS, WAYS

blueprint = Blueprint("orders", __name__, url_prefix="/s/<slug>")

MOST_ADDED = 50

Answer = Response | str | tuple[str, int]


@blueprint.get("/samples/")
def samples(slug: str) -> str:
    """The tray and everything else on one page; `?paints=A,B` adds paints, `?project=CODE` is the design's tray."""
    with reading() as session:
        store = store_of(session, slug)
        counter = counters.resumed(session, store, visitor_at(session, store.tenant), request.args.get("project", ""))
        codes = _codes(request.args.get("paints", ""))
        return _page(session, counter, counters.first_form(session, counter, codes))


@blueprint.post("/samples/")
def press(slug: str) -> Answer:
    """A button of the page: something about the tray, or the order. Its refusals are told in place."""
    try:
        return _press(slug)
    except IntegrityError:  # the same page pressed twice at once before it had a cookie: the other press has placed it
        return _press(slug)


@blueprint.post("/samples/added")
def add(slug: str) -> Response:
    """*Zamów próbkę*, wherever a colour is shown: onto the tray, then to the page where it is ordered."""
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        counter = counters.resumed(session, store, visitor, request.form.get("project", ""))
        counters.add(session, counter, _codes(request.form.get("paints", "")))
        return go(f"/s/{slug}/samples/{f'?project={counter.project.code}' if counter.project else ''}", 303)


@blueprint.get("/orders/<code>/<token>")
def track(slug: str, code: str, token: str) -> Response:
    """Where the order is; by the link from the mail, without signing in."""
    with reading() as session:
        store, order = _tracked(session, slug, code, token)
        payment = payments().get(order.payment)
        body = render_template(
            "orders/track.html",
            store=store,
            order=order,
            state=tracking.state(order),
            points=tracking.points(order),
            arrives=in_words(order.arrive_on, now().astimezone(WARSAW).date())[language()],
            was=in_words(order.promised_on or order.arrive_on, now().astimezone(WARSAW).date())[language()],
            way=WAYS[order.way][language()],
            kinds={key: said[language()] for key, said in KINDS.items()},
            step=payment.step(order) if payment and order.paid_at is None else None,
            seller=json.loads(order.seller),
            fresh="placed" in request.args,
            is_demonstration=deck_of(session, store.tenant_id).demonstration,
            probes=[judging.path(settings(), line) for line in order.lines] if order.sent_at else [],
        )
    response = Response(body, mimetype="text/html")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@blueprint.get("/selling")
def selling_texts(slug: str) -> str:
    """Who sells, and on what terms."""
    with reading() as session:
        store = store_of(session, slug)
        how = selling(session, store.tenant_id)
        return render_template("orders/selling.html", store=store, settings=how.settings, shown=SHOWN, texts=TEXTS)


@blueprint.get("/withdrawal")
def withdrawal(slug: str) -> str:
    """The withdrawal function: who wants it finds it here without signing in."""
    with reading() as session:
        said = {"code": request.args.get("order", ""), "email": ""}
        return render_template("orders/withdraw.html", store=store_of(session, slug), step="ask", said=said, wrong={})


@blueprint.post("/withdrawal")
def withdraw(slug: str) -> Answer:
    """First the number and the e-mail, then the confirmation, then a receipt by mail (Directive (EU) 2023/2673)."""
    said = {"code": request.form.get("code", "")[:20], "email": request.form.get("email", "")[:254].strip()}
    with begin() as session:
        store = store_of(session, slug)
        limits.spend(session, limits.FIND_CODE, client_key())
        order = _withdrawable(session, store, said)
        if order is None:
            wrong = {"code": "orders.no_such_order"}
            return render_template("orders/withdraw.html", store=store, step="ask", said=said, wrong=wrong), 400
        if request.form.get("press") != "confirm" and order.withdrawn_at is None:
            kinds = {key: words[language()] for key, words in KINDS.items()}
            return render_template(
                "orders/withdraw.html", store=store, step="confirm", said=said, order=order, kinds=kinds, wrong={}
            )
        withdrawing.withdraw(session, order, settings())
        return render_template("orders/withdraw.html", store=store, step="done", said=said, order=order, wrong={})


@blueprint.get("/orders/<code>/<token>/quiet")
def quiet_page(slug: str, code: str, token: str) -> str:
    """Where the reminder's link leads: one button, so that a mail scanner that opens links says nothing."""
    with reading() as session:
        store, order = _tracked(session, slug, code, token)
        return render_template("orders/quiet.html", store=store, order=order, path=tracking.path(settings(), order))


@blueprint.post("/orders/<code>/<token>/quiet")
def be_quiet(slug: str, code: str, token: str) -> Response:
    with begin() as session:
        _, order = _tracked(session, slug, code, token)
        reminding.be_quiet(session, order)
        return go(f"{tracking.path(settings(), order)}/quiet", 303)


@blueprint.get("/complaint")
def complaint(slug: str) -> str:
    """The way to complain: who wants it finds it here without signing in."""
    with reading() as session:
        said = {"code": request.args.get("order", ""), "email": "", "what": "", "wish": "", "key": forms.new_key()}
        return _complaint(store_of(session, slug), "ask", said)


@blueprint.post("/complaint")
def complain(slug: str) -> Answer:
    """One form, then a receipt by mail with the day by which the answer comes."""
    most = {"code": 20, "email": 254, "what": 2000, "wish": 20, "key": 64}
    said = {name: request.form.get(name, "")[:longest].strip() for name, longest in most.items()}
    with begin() as session:
        store = store_of(session, slug)
        limits.spend(session, limits.FIND_CODE, client_key())
        if (order := _withdrawable(session, store, said)) is None:
            return _complaint(store, "ask", said, {"code": "orders.no_such_order"}), 400
        wrong = {name: f"complaints.missing_{name}" for name in ("what", "wish") if not said[name]}
        if wrong:
            return _complaint(store, "ask", said, wrong), 400
        words = {"what": said["what"], "wish": said["wish"], "key": said["key"]}
        made = complaints.make(session, order, settings(), **words)
        return _complaint(store, "done", said, made=made)


def _complaint(
    store: Store, step: str, said: dict[str, str], wrong: dict[str, str] | None = None, made: Complaint | None = None
) -> str:
    return render_template(
        "orders/complaint.html",
        store=store,
        step=step,
        said=said,
        wrong={name: translate(told) for name, told in (wrong or {}).items()},
        wishes=complaints.WISHES,
        made=made,
    )


def _codes(told: str) -> list[str]:
    return [code.strip() for code in told.split(",")[:MOST_ADDED]]


def _press(slug: str) -> Answer:
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        counter = counters.at(session, store, visitor, request.form.get("project", ""))
        form = forms.read(request.form, counter.selling.offer, counter.selling.deck)
        if not form.is_order:
            return _page(session, counter, _keep(session, counter, form))
        outcome = service.place(session, counter, form, settings(), language=language(), client=client_key())
        if isinstance(outcome, SampleOrder):
            return go(f"{tracking.path(settings(), outcome)}?placed", 303)
        return _page(session, counter, _keep(session, counter, form), outcome), 409


def _keep(session: Session, counter: Counter, form: Form) -> Form:
    """The form with its lines kept on the tray; where another device was faster, with both devices' lines."""
    tray = trays.take(session, counter.owner)
    if service.is_ordered(session, tray, form):
        return replace(form, lines=trays.lines_of(tray), version=tray.version, key=forms.new_key())
    lines = form.lines if form.version == tray.version else trays.together(trays.lines_of(tray), form.lines)
    trays.keep(tray, lines)
    return replace(form, lines=lines, version=tray.version)


def _page(session: Session, counter: Counter, form: Form, told: Iterable[Fault] = ()) -> str:
    return render_template(
        "samples/page.html",
        store=counter.store,
        project=counter.project,
        settings=counter.selling.settings,
        seller_fields=SHOWN,
        offer=counter.selling.offer,
        is_demonstration=counter.selling.deck.demonstration,
        page=page(session, counter, form, told),
        lang=language(),
    )


def _tracked(session: Session, slug: str, code: str, token: str) -> tuple[Store, SampleOrder]:
    store = store_of(session, slug)
    order = seeking.by_number(session, store.tenant_id, code)
    if not tracking.is_right(settings(), order, token):
        raise NotFound("no_order")
    return store, order


def _withdrawable(session: Session, store: Store, said: dict[str, str]) -> SampleOrder | None:
    """The order of this number and e-mail; nothing tells which of them is wrong."""
    try:
        order = seeking.by_number(session, store.tenant_id, said["code"])
    except NotFound:
        return None
    return order if order.email.casefold() == said["email"].casefold() else None
