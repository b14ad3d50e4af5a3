"""What is asked of stores: which a tenant has, and their hours in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from babel.dates import get_day_names
from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.i18n import language
from configurator.stores.models import Store


def stores_of(session: Session, tenant_id: str) -> Sequence[Store]:
    """The tenant's stores by name."""
    return session.scalars(select(Store).where(Store.tenant_id == tenant_id).order_by(Store.name)).all()


def hours_in_words(store: Store) -> str:
    """The opening hours, as in `pon.–sob. 10:00–20:00`; neighbouring days with the same hours stand together."""
    names = get_day_names("abbreviated", locale=language())
    hours = store.opening_hours
    told = []
    for span, days in groupby(range(1, 8), key=hours.get):
        if span is None:
            continue
        first, *rest = days
        last = f"–{names[rest[-1] - 1]}" if rest else ""
        told.append(f"{names[first - 1]}{last} {span[0]}–{span[1]}")
    return ", ".join(told)


def days_said(typed: str, lang: str | None = None) -> str:
    """Hours that a seller typed in Polish, as in `pon.–sob. 10:00–20:00`, its days in the reader's language."""
    polish, ours = (get_day_names("abbreviated", locale=one) for one in ("pl", lang or language()))
    for day, name in polish.items():
        typed = typed.replace(name, ours[day])
    return typed
