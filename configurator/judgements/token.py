"""The token on a sample's label: by it the sample's page opens, for whoever holds the label.

It names the order's line and carries 128 bits derived from it by the server's key, as an order's link does: it must
open from paper, by a telephone's camera, without signing in. In return the page is no-store and noindex, sends no
referrer elsewhere, and shows no name, address or e-mail.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.errors import NotFound
from configurator.orders.models import SampleLine, SampleOrder
from configurator.orders.seeking import by_number
from configurator.stores.models import Store

BYTES = 16
SHAPE = re.compile(r"([0-9A-Z]{4,20})-(\d{1,3})-([\w-]{22})", re.ASCII)


def path(settings: Settings, line: SampleLine) -> str:
    return f"/s/{line.order.store.slug}/probka/{token(settings, line.order, line.place)}"


def link(settings: Settings, line: SampleLine) -> str:
    """The whole address, for the label's QR code and for a mail."""
    return settings.base_url + path(settings, line)


def token(settings: Settings, order: SampleOrder, place: int) -> str:
    made = hmac.new(settings.secret_key, f"judge a sample {order.id} {place}".encode(), hashlib.sha256).digest()
    return f"{order.code}-{place}-{urlsafe_b64encode(made[:BYTES]).decode().rstrip('=')}"


def opened(session: Session, settings: Settings, store: Store, given: str) -> SampleLine:
    """The order's line that the token names; NotFound `no_sample` for any other token, and at any other retailer."""
    shape = SHAPE.fullmatch(given)
    try:
        order = by_number(session, store.tenant_id, shape[1]) if shape else None
    except NotFound:
        order = None
    if shape is None or order is None:
        raise NotFound("no_sample")
    right = token(settings, order, int(shape[2]))
    line = session.get(SampleLine, (order.id, int(shape[2])))
    if line is None or not hmac.compare_digest(right.encode(), given.encode()):
        raise NotFound("no_sample")
    return line
