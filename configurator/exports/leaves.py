"""The pages of a document as HTML, each from its template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from configurator.config import ROOT
from configurator.exports.coverings import page_word
from configurator.exports.pages import PAGES, Context, Page
from configurator.exports.subject import Subject
from configurator.exports.typography import typeset
from configurator.i18n import WARSAW


def pages_of(subject: Subject, keys: Iterable[str] | None = None) -> list[tuple[Page, Context]]:
    """The pages that have something to say of the subject, all or those named, in their order."""
    wanted = None if keys is None else set(keys)
    chosen = [page for page in PAGES if wanted is None or page.key in wanted]
    return [(page, context) for page in chosen if (context := page.context(subject)) is not None]


def html_of(subject: Subject, keys: Iterable[str] | None = None) -> str:
    """The whole document; a choice of pages of which none has anything to say gives an empty one."""
    pages = pages_of(subject, keys)
    day = typeset(format_date(subject.at.astimezone(WARSAW), "d MMMM y", locale=subject.language))
    date = format_date(
        subject.at.astimezone(WARSAW), "dd.MM.y" if subject.language == "pl" else "d MMM y", locale=subject.language
    )
    shared = {
        "subject": subject,
        "t": subject.t,
        "day": day,
        "date": date,
        "contents": [(page.key, page_word(subject, page.key)) for page, _context in pages],
    }
    sections = [
        (page.key, Markup(_templates().get_template(f"pdf/{page.key}.html").render(shared | dict(context))))  # noqa: S704 - rendered with escaping
        for page, context in pages
    ]
    return _templates().get_template("pdf/document.html").render(shared, sections=sections)


@cache
def _templates() -> Environment:
    """Apart from the application's: here the language comes with the subject, not with a request."""
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["typeset"] = typeset
    return made
