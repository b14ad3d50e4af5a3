"""A mail's words: `templates/mail/<name>.txt`, whose first line is the subject, and `<name>.html` beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from configurator.config import ROOT
from configurator.i18n import day, moment, money, translate
from configurator.projects.code import spoken


@dataclass(frozen=True)
class Written:
    subject: str
    text: str
    html: str


def write(name: str, *, language: str, **values: Any) -> Written:
    """The mail in the language. The templates have `t`, `money`, `day` and `moment` as pages have, in that language."""
    words = {
        "language": language,
        "t": partial(translate, lang=language),
        "money": partial(money, lang=language),
        "day": partial(day, lang=language),
        "moment": partial(moment, lang=language),
    }
    subject, _, text = _templates().get_template(f"{name}.txt").render(**words, **values).partition("\n")
    return Written(
        subject.strip(), text.strip() + "\n", _templates().get_template(f"{name}.html").render(**words, **values)
    )


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates" / "mail"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["spoken"] = spoken
    return made
