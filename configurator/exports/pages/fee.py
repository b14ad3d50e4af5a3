"""The fee for the designer's help and its reasons; what is not final says so, and says what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from babel.dates import format_date

from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from configurator.exports.typography import typeset
from configurator.i18n import WARSAW, money

ORDER = 80


def context(subject: Subject) -> Context | None:
    """What the store's terms say of a designer's help; nothing where they say nothing of it."""
    fee, language = subject.fee, subject.language
    if fee is None or fee["state"] == "allowance":
        return None
    sentence, detail = fee["text"][language], fee["detail"][language]
    return {
        "sentence": typeset(sentence or detail),
        "detail": typeset(detail) if sentence and detail != sentence else "",
        "is_for_now": not fee["final"],
        "reasons": [{"met": reason["met"], "text": typeset(reason["text"][language])} for reason in fee["reasons"]],
        "ways": [_way(subject, way) for way in fee["ways"]],
        "needs": typeset(", ".join(need[language] for need in fee["needs"])),
        "holds_until": _day(fee["holds_until"], language),
        "charged": money(subject.charged_gr, language) if subject.charged_gr is not None else "",
    }


def _way(subject: Subject, way: Mapping[str, Any]) -> Mapping[str, str]:
    return {"text": typeset(way["text"][subject.language]), "charged": money(way["charged_gr"], subject.language)}


def _day(instant: str | None, language: str) -> str:
    if instant is None:
        return ""
    return typeset(format_date(datetime.fromisoformat(instant).astimezone(WARSAW), "d MMMM y", locale=language))
