"""Words in Polish and English: `words/<feature>.json` holds each sentence once, in both languages.

A sentence is `{"pl": …, "en": …}` with `{name}` for what is filled in; where it depends on a count `n`, each language
holds its plural forms (CLDR: one, few, many, other) instead of one text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, Response, g, has_request_context, request
from markupsafe import Markup

LANGUAGES = ("pl", "en")
FOLDER = Path(__file__).with_name("words")
WARSAW = ZoneInfo("Europe/Warsaw")
NO_BREAK = "\N{NO-BREAK SPACE}"

Words = str | Mapping[str, str]


@cache
def words() -> Mapping[str, Mapping[str, Words]]:
    """Every sentence by its name, `<feature>.<key>`."""
    found: dict[str, Mapping[str, Words]] = {}
    for file in sorted(FOLDER.glob("*.json")):
        for key, sentence in json.loads(file.read_text("utf-8")).items():
            found[f"{file.stem}.{key}"] = sentence
    return found


def has_words(name: str) -> bool:
    return name in words()


def language() -> str:
    """The visitor's language: the one chosen, else the browser's first of ours, else Polish."""
    if not has_request_context():
        return "pl"
    if "language" not in g:
        chosen = request.args.get("lang") or request.cookies.get("language")
        if chosen not in LANGUAGES:
            chosen = request.accept_languages.best_match(LANGUAGES, "pl")
        g.language = chosen
    return cast(str, g.language)


def translate(name: str, /, *, lang: str | None = None, **values: Any) -> str:
    """The sentence in the language, filled in; a KeyError for a name that is nowhere is a bug."""
    lang = lang or language()
    sentence = words()[name][lang]
    if not isinstance(sentence, str):
        sentence = sentence[Locale(lang).plural_form(values["n"])]
    return sentence.format(**values) if values else sentence


def sentences(*features: str, lang: str | None = None) -> dict[str, Words]:
    """All sentences of the features, for the browser: it fills them in by the same rules."""
    lang = lang or language()
    return {name: both[lang] for name, both in words().items() if name.split(".")[0] in features}


def money(amount_gr: int, lang: str | None = None) -> str:
    """An amount of grosze, as in `2 500 zł` or `2 499,99 zł`; whole zlotys carry no grosze."""
    lang = lang or language()
    whole = amount_gr % 100 == 0
    number = format_decimal(
        amount_gr // 100 if whole else amount_gr / 100, "#,##0" if whole else "#,##0.00", locale=lang
    )
    return f"{number}{NO_BREAK}{currency(lang)}"


def currency(lang: str | None = None) -> str:
    """The złoty beside an amount; English names it by its code."""
    return "zł" if (lang or language()) == "pl" else "PLN"


def area(mm2: int, lang: str | None = None) -> str:
    """Square millimetres as `12,34 m²`; halves go up, as in the browser and on drawings."""
    hundredths = (mm2 + 5_000) // 10_000
    return f"{format_decimal(Decimal(hundredths) / 100, '0.00', locale=lang or language())}{NO_BREAK}m²"


def day(moment: datetime, lang: str | None = None) -> str:
    """The day in Warsaw, as in `wtorek, 24 listopada`."""
    return format_date(moment.astimezone(WARSAW), "EEEE, d MMMM", locale=lang or language())


def day_of(date_: date, lang: str | None = None) -> str:
    """A day of the calendar, as in `24 listopada`."""
    return format_date(date_, "d MMMM", locale=lang or language())


def moment(at: datetime, lang: str | None = None) -> str:
    """Day and time in Warsaw, as in `24 lis, 14:05`."""
    return format_datetime(at.astimezone(WARSAW), "d MMM, HH:mm", tzinfo=WARSAW, locale=lang or language())


def install(app: Flask) -> None:
    """Give templates `t`, the formats, and the sentences as JSON."""

    def t(name: str, /, **values: Any) -> str:
        return translate(name, **values)

    def sentences_json(*features: str) -> Markup:
        return json_block(sentences(*features))

    app.after_request(_keep_choice)
    app.jinja_env.filters["json_block"] = json_block
    app.jinja_env.globals.update(
        t=t,
        has_words=has_words,
        money=money,
        currency=currency,
        area=area,
        day=day,
        moment=moment,
        language=language,
        sentences_json=sentences_json,
    )


def _keep_choice(response: Response) -> Response:
    """Remember the language that a page's link chose; a document in another language changes nothing."""
    if (chosen := request.args.get("lang")) in LANGUAGES and response.mimetype == "text/html":
        response.set_cookie("language", chosen, max_age=365 * 24 * 3600, path="/", samesite="Lax")
    return response


def json_block(value: Any) -> Markup:
    """JSON that is safe between script tags: nothing in it can close the tag."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - every letter that HTML reads is escaped above
