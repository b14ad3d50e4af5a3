"""The counter: the store that sells, whose tray it is, and what is free, for one visit of the samples page."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.errors import NotFound
from configurator.orders import taken, trays
from configurator.orders.allowance import Free, free
from configurator.orders.form import Form, blank, default_kind
from configurator.orders.models import Tray
from configurator.orders.selling import Selling, selling, sells
from configurator.orders.trays import Lines, Owner, design_paints, find, lines_of, with_paints
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import RANK
from configurator.projects.models import Project
from configurator.stores.models import Store


@dataclass(frozen=True)
class Counter:
    """`visitor` is None at a first visit; `shares`: the tray is the project's, not only the visitor's."""

    store: Store
    selling: Selling
    visitor: Visitor | None
    project: Project | None
    shares: bool

    @property
    def owner(self) -> Owner:
        if self.project is not None and self.shares:
            return Owner(self.store.tenant_id, self.project.id, None)
        return Owner(self.store.tenant_id, None, self.visitor.actor_id if self.visitor else "")


def at(session: Session, store: Store, visitor: Visitor | None, code: str) -> Counter:
    """The counter for this visitor; with a code, for the project, which the visitor must be able to see."""
    how = selling(session, store.tenant_id)
    if not code:
        return Counter(store, how, visitor, None, shares=False)
    project = projects.find(session, store.tenant_id, code)
    right = grants.right_of(session, project, visitor) if visitor else None
    if right is None:
        raise NotFound("no_project")
    return Counter(store, how, visitor, project, shares=right == "staff" or RANK[right] >= RANK["editor"])


def resumed(session: Session, store: Store, visitor: Visitor | None, code: str) -> Counter:
    """As `at`; without a code for the project whose tray this browser has begun, unless its own tray holds samples.

    So what is chosen on a photo, in a room and on the wall of colours comes together.
    """
    own = at(session, store, visitor, code)
    if code or visitor is None or visitor.is_staff or lines_of(find(session, own.owner)):
        return own
    project = trays.begun(session, store.tenant_id, visitor.actor_id)
    return own if project is None else at(session, store, visitor, project.code)


def first_form(session: Session, counter: Counter, codes: list[str]) -> Form:
    """The form as the page opens: the tray, or the design's paints where there was none yet, and the given paints."""
    tray = find(session, counter.owner)
    kind, deck = default_kind(counter.selling.offer), counter.selling.deck
    lines = with_paints(_begun_lines(counter, tray), codes, kind, deck)
    return blank(counter.selling.offer, lines, tray.version if tray else 0, counter.store.slug)


def add(session: Session, counter: Counter, codes: list[str], kind: str = "") -> None:
    """Put the paints on the tray; what a customer has chosen before outside the project moves there with them."""
    lines = _begun_lines(counter, find(session, counter.owner))
    kind, deck = kind or default_kind(counter.selling.offer), counter.selling.deck
    tray = trays.take(session, counter.owner)
    trays.keep(tray, with_paints(trays.together(lines_of(tray), lines), codes, kind, deck))
    if counter.visitor is not None and not counter.visitor.is_staff:
        trays.pass_on(session, Owner(counter.store.tenant_id, None, counter.visitor.actor_id), counter.owner)


def shown(session: Session, store: Store, visitor: Visitor | None, project: Project | None) -> dict[str, object] | None:
    """For a page that shows colours: `url` puts samples on the tray, of `project` (a code) or the browser's own.

    `tray` leads there, `count` samples stand on it. None where nobody sells any.
    """
    if not sells(session, store):
        return None
    code, tray = project.code if project else "", f"/s/{store.slug}/samples/"
    lines = lines_of(find(session, resumed(session, store, visitor, code).owner))
    counted = sum(line.count for line in lines)
    return {
        "url": f"{tray}added",
        "project": code,
        "tray": f"{tray}?project={code}" if code else tray,
        "count": counted,
    }


def holders(session: Session, counter: Counter, email: str) -> list[str]:
    """Who takes the free samples: the project's owners, the customer who orders, and the address it goes to."""
    found = taken.owners(session, counter.project) if counter.project else []
    if counter.visitor is not None and not counter.visitor.is_staff:
        found.append(taken.actor(counter.visitor.actor_id))
    return [*dict.fromkeys(found), *([taken.address(email)] if email.strip() else [])]


def free_left(session: Session, counter: Counter, email: str) -> Free:
    return free(session, counter.store.tenant_id, counter.project, holders(session, counter, email))


def _begun_lines(counter: Counter, tray: Tray | None) -> Lines:
    """What stands on the tray; where a project has none yet, a sample of each paint of its design."""
    if tray is not None or counter.project is None:
        return lines_of(tray)
    deck = counter.selling.deck
    return with_paints((), design_paints(counter.project, deck), default_kind(counter.selling.offer), deck)
