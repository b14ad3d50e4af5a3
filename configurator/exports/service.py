"""Documents of a project: gathered from what the database knows, printed, and shown small."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from sqlalchemy.orm import Session

from configurator.accounts.models import Account
from configurator.checks.service import packs_of
from configurator.db import now
from configurator.decks.service import deck_of
from configurator.exports.kept import Kept
from configurator.exports.leaves import html_of, pages_of
from configurator.exports.pages import PAGES
from configurator.exports.subject import CoverPicture, InBasket, ProjectHead, StoreHead, Subject
from configurator.exports.worn import told_schemes
from configurator.files import Files
from configurator.i18n import WARSAW
from configurator.measuring.places import told_of
from configurator.offers import ledger, quotes
from configurator.offers.models import Service
from configurator.paint_baskets import taken as paints
from configurator.paint_baskets.line import ENAMEL
from configurator.paint_baskets.shelf import own_tins
from configurator.paint_baskets.taken import Taken
from configurator.product_models.service import bodies_of, model_finder
from configurator.products import shopping
from configurator.products.page import plan_of
from configurator.projects import contribution
from configurator.projects import service as projects
from configurator.projects.code import spoken
from configurator.projects.models import Project
from configurator.proposals import service as proposals
from configurator.renderings import service as renderings
from configurator.stores.logo import logo_url
from configurator.stores.models import Store
from configurator.stores.service import hours_in_words
from rooms.exchange.pdfium import open_pdf
from rooms.plan import Plan
from rooms.readiness import said_in

if TYPE_CHECKING:
    from configurator.exports.press import Printed

KEYS = tuple(page.key for page in PAGES)
THUMBNAIL_PX = (300, 424)
"""A small page; the pages of a preview stand in it from left to right."""
PREVIEW_QUALITY = 80
DOCUMENTS: Kept[Printed] = Kept(most=8)
PREVIEWS: Kept[bytes] = Kept(most=32)


def subject_of(session: Session, files: Files, project: Project, *, language: str, base_url: str) -> Subject:
    """The project to print: what was accepted of the designer's proposals, else the customer's own variant.

    Once a service was opened, and as long as not everything proposed in it is answered, what is printed is a draft.
    """
    store, opened = project.store, quotes.service_of(session, project)
    variant = projects.first_variant(project)
    is_draft = opened is not None and not proposals.is_settled(session, project)
    log = [edit for edit in contribution.log_of(session, project) if edit.variant == variant.id]
    plan, deck = plan_of(session, project), deck_of(session, store.tenant_id)
    painted = {paint for finish in plan.finishes.values() if (paint := deck.get(finish.coat or ""))}
    return Subject(
        plan=plan,
        language=language,
        at=now(),
        project=ProjectHead(
            spoken(project.code),
            f"{base_url}/s/{store.slug}/p/{project.code}",
            is_draft=is_draft,
            designer=_designer(session, opened),
        ),
        store=_store_head(files, store),
        fee=quotes.quote(session, project),
        charged_gr=ledger.charged_gr(opened) if opened else None,
        said=said_in(log),
        told=told_of(session, project),
        products=shopping.lines(session, project, plan),
        packs=tuple(pack.name for pack in packs_of(store)),
        bodies=bodies_of(session, store.tenant_id, plan),
        deck=deck,
        tins=own_tins(session, store.tenant_id, painted),
        baskets=tuple(map(_in_basket, paints.taken(session, project))),
        cover=_cover(session, files, project),
        schemes=told_schemes(session, project, plan, deck),
        model_of=model_finder(session, files, store.tenant_id, plan),
    )


def _store_head(files: Files, store: Store) -> StoreHead:
    hours, logo = hours_in_words(store), logo_url(files, store)
    return StoreHead(store.tenant.name, store.name, store.address, store.phone, hours, logo)


def _cover(session: Session, files: Files, project: Project) -> CoverPicture | None:
    chosen = renderings.cover_of(session, project)
    png = files.get(chosen.file) if chosen and chosen.file else None
    if chosen is None or chosen.file is None or png is None:
        return None
    day = chosen.asked_at.astimezone(WARSAW).date()
    return CoverPicture(chosen.file, png, day, renderings.is_outdated(session, chosen))


def _in_basket(one: Taken) -> InBasket:
    basket = one.basket
    is_enamel, tins = basket.use == ENAMEL, basket.counts
    paid = (one.cost_gr, basket.credit_gr)
    return InBasket(basket.paint, is_enamel, tins, *paid, one.tins, basket.need_ml, one.change, one.design_ml)


def _designer(session: Session, opened: Service | None) -> str:
    """Who of the staff began the latest service; nobody before one."""
    account = session.get(Account, opened.opened_by) if opened else None
    return account.name if account else ""


def subject_of_plan(plan: Plan, *, language: str, at: datetime) -> Subject:
    """A mere plan: no store, no code, no fee."""
    return Subject(plan, language, at)


def document(subject: Subject, keys: Sequence[str] | None = None) -> Printed:
    """The document with the pages wanted, all by default, as far as they have something to say.

    With every page that there is ticked it is the one that the preview has shown.
    """
    is_all = keys is None or set(keys) >= set(available(subject))
    wanted = None if is_all else tuple(key for key in KEYS if key in (keys or ()))
    return DOCUMENTS.get((subject.sha, wanted), lambda: _printed(subject, wanted))


def _printed(subject: Subject, keys: Sequence[str] | None) -> Printed:
    from configurator.exports.press import print_html  # imported here: see there

    return print_html(html_of(subject, keys))


def file_name(subject: Subject, ending: str = "pdf") -> str:
    """As in `Łazienka ABC-D23-45X.pdf`."""
    code = subject.project.code if subject.project else subject.at.date().isoformat()
    name = "".join(letter if letter.isalnum() or letter in " -–_.," else " " for letter in subject.name)
    return f"{' '.join(name.split())[:80]} {code}.{ending}".strip()


def available(subject: Subject) -> list[str]:
    """The keys of the pages that the subject has."""
    return [page.key for page, _context in pages_of(subject)]


def preview(subject: Subject) -> bytes:
    """The first sheet of every page of PAGES, small, side by side in one WebP; an absent page's place is blank."""
    return PREVIEWS.get(subject.sha, lambda: _strip(document(subject)))


def _strip(made: Printed) -> bytes:
    shown = [key for key in KEYS if key in made.begins]
    wide, high = THUMBNAIL_PX
    strip = Image.new("RGB", (wide * len(KEYS), high), "white")
    with open_pdf(made.pdf) as pdf:
        proofs = [pdf.picture(made.begins[key], THUMBNAIL_PX) for key in shown]
    for key, proof in zip(shown, proofs, strict=True):
        left = KEYS.index(key) * wide + (wide - proof.width) // 2
        strip.paste(proof, (left, (high - proof.height) // 2))
    kept = BytesIO()
    strip.save(kept, "WebP", quality=PREVIEW_QUALITY)
    return kept.getvalue()
