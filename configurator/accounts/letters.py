"""Letters that sign a customer in, and the one that tells staff they come in another way."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from configurator.accounts.models import SignInKey
from configurator.config import Settings
from configurator.db import new_id
from configurator.i18n import language
from configurator.mail import service as mail
from configurator.mail.models import Mail
from configurator.stores.models import Store

CAUSE = "sign_in/"


def sign_in(session: Session, settings: Settings, store: Store, key: SignInKey, token: str) -> Mail:
    """The link's token stands behind #, where no log and no scanner of links sends it on."""
    link = f"{settings.base_url}/s/{store.slug}/account/enter#{token}"
    return _put(session, settings, store, "sign_in", to=key.email, cause=key.id, link=link)


def for_staff(session: Session, settings: Settings, store: Store, email: str) -> Mail:
    return _put(session, settings, store, "sign_in_staff", to=email, cause=new_id())


def forget(session: Session, tenant_id: str, *, before: datetime) -> None:
    """Delete the letters of this kind that were written before the moment: they hold tokens and addresses."""
    session.execute(
        delete(Mail).where(Mail.tenant_id == tenant_id, Mail.cause.startswith(CAUSE), Mail.created_at < before)
    )


def forget_address(session: Session, tenant_id: str, email: str) -> None:
    """Delete every letter of this kind that went to the address."""
    session.execute(
        delete(Mail).where(Mail.tenant_id == tenant_id, Mail.cause.startswith(CAUSE), Mail.recipient == email)
    )


def _put(session: Session, settings: Settings, store: Store, name: str, *, to: str, cause: str, **values: str) -> Mail:
    return mail.put(
        session,
        settings,
        store.tenant,
        name,
        to=to,
        language=language(),
        cause=f"{CAUSE}{cause}",
        store=store,
        **values,
    )
