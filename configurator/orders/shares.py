"""How many samples of any price one person and one household get in a month, by the retailer's terms.

They are counted as free samples are: rows that every order of the same people waits for, changed in its transaction.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from configurator.orders import taken
from samples.contact import Contact
from samples.delivery import WARSAW
from samples.fault import Fault
from samples.order import Line, Offer


@dataclass(frozen=True)
class Share:
    """Who an order counts for in its month: a person by browser and by e-mail, a household by its postal address.

    A parcel locker and a collection name no household.
    """

    person: tuple[str, ...]
    household: tuple[str, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        return (*self.person, *self.household)


def share_of(actor_id: str, contact: Contact, at: datetime) -> Share:
    """The month's holders, as hashes, so that the counts hold no personal data in clear."""
    month = at.astimezone(WARSAW).strftime("month/%Y-%m")
    person = [taken.actor(actor_id)] if actor_id else []
    if contact.email.strip():
        person.append(taken.address(contact.email))
    home = _home(contact)
    return Share(tuple(f"{month}/{one}" for one in person), (f"{month}/{home}",) if home else ())


def faults(session: Session, tenant_id: str, offer: Offer, share: Share, lines: Iterable[Line]) -> Iterator[Fault]:
    """What of this order would be more than the person's or the household's share of the month."""
    asked = sum(line.count for line in lines)
    for name, most, holders in (
        ("person", offer.most_of_person, share.person),
        ("household", offer.most_of_household, share.household),
    ):
        if most is None or not holders:
            continue
        had = taken.taken(session, tenant_id, holders)
        if had + asked > most:
            yield Fault("lines", f"too_many_for_{name}", most=most, had=had, left=max(0, most - had))


def _home(contact: Contact) -> str:
    """`ul. Lipowa 5/7` and `Lipowa 5 m. 7` are told apart; capitals, blanks and points are not."""
    street = re.sub(r"[\W_]+", " ", contact.street.casefold()).strip().removeprefix("ul ").removeprefix("ulica ")
    postcode = re.sub(r"\D", "", contact.postcode)
    if not street or not postcode:
        return ""
    return "home:" + hashlib.sha256(f"{postcode}|{street}".encode()).hexdigest()
