"""The mail that tells a customer of a proposal, with the link that opens it without an account."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.config import Settings
from configurator.desk import service as desk
from configurator.mail import service as mail
from configurator.mail.models import Mail
from configurator.proposals.models import Proposal


def proposed(session: Session, settings: Settings, proposal: Proposal, link: str) -> Mail | None:
    """Written to the address that came with the latest request; None where no request brought one."""
    asked = next((one for one in desk.requests_of(session, proposal.project) if one.email), None)
    if asked is None:
        return None
    return mail.put(
        session,
        settings,
        proposal.project.store.tenant,
        "proposal",
        to=asked.email,
        language=asked.language,
        cause=f"proposal/{proposal.id}",
        store=proposal.project.store,
        proposal=proposal,
        designer=proposal.maker.name,
        link=link,
    )
