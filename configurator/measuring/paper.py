"""The *Karta pomiarowa*: one sheet to fill in by hand, with a code that brings its photo back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from markupsafe import Markup
from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.exports.pictures import qr_url
from configurator.i18n import translate
from configurator.measuring.page import Page
from configurator.projects.grants import Access
from configurator.projects.photo_link import photo_token
from configurator.stores.models import Store
from rooms.surveying.picture import walk_picture

MOST_LETTERED = 10
"""Of a room with more walls its letters are written down, not ticked."""


@dataclass(frozen=True)
class Card:
    """What the sheet asks of one room: its walls and the lengths across by name, the letters to tick."""

    key: str
    names: tuple[str, ...]
    across: tuple[str, ...]
    letters: tuple[str, ...]
    picture: Markup | None


def card_of(page: Page) -> Card:
    """Of a room with a curved wall its letters alone are asked for; one that is not drawn leaves room for a sketch."""
    letters = (*page.letters[:MOST_LETTERED], translate("measuring.unknown"))
    survey = page.survey
    if survey is None:
        return Card(page.key, page.letters, (), letters, None)
    checks = [(check.start, check.end) for check in survey.measured.checks]
    ends = checks or ([survey.verdict.next_check] if survey.verdict.next_check else [])
    drawn = walk_picture(survey.corners, survey.names, across=ends[0] if ends else None)
    picture = Markup(drawn)  # noqa: S704 - made of numbers and escaped names
    return Card(page.key, survey.names, tuple(map(survey.across, ends)), letters, picture)


def card_html(session: Session, access: Access, store: Store, page: Page, settings: Settings) -> str:
    """The page for the press; whoever scans its code may add photos, and nothing else."""
    link = f"{settings.base_url}/s/{store.slug}/l#{photo_token(session, access, settings.secret_key)}"
    sheet = card_of(page)
    return render_template("measuring/card_pdf.html", store=store, project=access.project, sheet=sheet, qr=qr_url(link))
