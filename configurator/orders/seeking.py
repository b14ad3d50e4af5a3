"""Orders found: by their number; at the desk also by a scanned label, or by the customer's name, e-mail or phone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from configurator.errors import NotFound
from configurator.orders.models import SampleOrder
from configurator.projects.code import read_code

LABEL = re.compile(r"/(?:probka|orders)/([0-9A-Za-z]{9})[-/]")
"""Where the number stands in the address of a label's QR code, or of the customer's page."""
LEAST_DIGITS = 6


def by_number(session: Session, tenant_id: str, typed: str) -> SampleOrder:
    """The tenant's order of this number; NotFound `no_order`."""
    code = read_code(typed)
    order = session.scalar(select(SampleOrder).where(SampleOrder.code == code)) if code else None
    if order is None or order.tenant_id != tenant_id:
        raise NotFound("no_order")
    return order


def code_in(typed: str) -> str | None:
    """The number in what was typed or scanned; None where there is none."""
    scanned = LABEL.search(typed)
    return read_code(scanned[1] if scanned else typed)


def search(session: Session, tenant_id: str, typed: str, most: int = 30) -> Sequence[SampleOrder]:
    """The tenant's orders, also those that are over, the latest first; every word must be in one of the fields."""
    wanted = select(SampleOrder).where(SampleOrder.tenant_id == tenant_id)
    if code := code_in(typed):
        return session.scalars(wanted.where(SampleOrder.code == code)).all()
    told = _told(typed)
    return session.scalars(wanted.where(*told).order_by(SampleOrder.placed_at.desc()).limit(most)).all() if told else []


def _told(typed: str) -> list[ColumnElement[bool]]:
    """A telephone number is compared without its spaces, everything else word by word."""
    digits = re.sub(r"[\s()+/-]", "", typed)
    if digits.isdecimal() and len(digits) >= LEAST_DIGITS:
        return [func.replace(func.replace(SampleOrder.phone, " ", ""), "-", "").contains(digits)]
    fields = (SampleOrder.name, SampleOrder.email, SampleOrder.phone)
    return [or_(*(field.icontains(word, autoescape=True) for field in fields)) for word in typed.split()]
