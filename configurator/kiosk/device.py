"""What makes a browser a kiosk: a signed cookie that staff put there, and that outlives every visit on it."""

from __future__ import annotations

import hmac

from flask import Response, request

from configurator.config import Settings
from configurator.stores.models import Tenant

LASTS_S = 365 * 24 * 3600


def is_kiosk(tenant: Tenant, settings: Settings) -> bool:
    """Whether this request comes from a kiosk of the retailer's."""
    mark = request.cookies.get(_name(tenant, settings), "")
    return hmac.compare_digest(mark.encode(), _mark(tenant, settings).encode())


def begin(response: Response, tenant: Tenant, settings: Settings) -> None:
    """From this answer on the browser is a kiosk."""
    response.set_cookie(
        _name(tenant, settings),
        _mark(tenant, settings),
        max_age=LASTS_S,
        path="/",
        secure=settings.is_https,
        httponly=True,
        samesite="Lax",
    )


def stop(response: Response, tenant: Tenant, settings: Settings) -> None:
    """From this answer on the browser is anyone's again."""
    response.delete_cookie(_name(tenant, settings), path="/", secure=settings.is_https, httponly=True, samesite="Lax")


def _name(tenant: Tenant, settings: Settings) -> str:
    return f"__Host-kiosk-{tenant.slug}" if settings.is_https else f"kiosk-{tenant.slug}"


def _mark(tenant: Tenant, settings: Settings) -> str:
    return hmac.new(settings.secret_key, f"kiosk {tenant.id}".encode(), "sha256").hexdigest()
