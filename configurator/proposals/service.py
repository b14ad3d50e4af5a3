"""Proposing, answering item by item, and the plan that both have agreed on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.decks.service import deck_of
from configurator.errors import Conflict, Forbidden, NotFound, Refused
from configurator.offers import quotes
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project, Variant
from configurator.proposals.agreed import accepted_paths, all_of
from configurator.proposals.models import Comment, Proposal, ProposalItem
from configurator.stores.models import Store
from rooms.changes import Change, changes, taken
from rooms.description import Document
from rooms.plan import Plan

STATES = ("accepted", "declined", "waiting")
MOST_LETTERS = 2000
MOST_COMMENTS = 200


def propose(session: Session, access: Access, *, note: str) -> Proposal:
    """Offer the designer's variant as it stands, against what the customer has and has accepted so far.

    Nothing new since the last proposal: that one again. What was declined and is offered unchanged stays declined.
    """
    variant = _proposed_variant(session, access)
    lock(session, access.project)
    before, after = _agreed(session, access.project), json.loads(variant.head_plan)
    last = latest(session, access.project)
    if last is not None and json.loads(last.after) == after and json.loads(last.before) == before:
        return last
    found = _changes(session, access.project, before, after)
    if not found:
        raise Refused("nothing_to_propose")
    return _write(session, access, variant, (before, after), found, note=note)


def as_it_stands(session: Session, access: Access) -> list[dict[str, Any]]:
    """What a proposal sent now would say, as the studio shows it: every change with its number."""
    after = json.loads(_proposed_variant(session, access).head_plan)
    found = _changes(session, access.project, _agreed(session, access.project), after)
    return [
        {"n": n, "paths": list(change.paths), "level": change.level, "text": dict(change.text)}
        for n, change in enumerate(found, start=1)
    ]


def latest(session: Session, project: Project) -> Proposal | None:
    wanted = select(Proposal).where(Proposal.project_id == project.id)
    return session.scalar(wanted.order_by(Proposal.n.desc()).limit(1))


def find(session: Session, project: Project, proposal_id: str) -> Proposal:
    proposal = session.get(Proposal, proposal_id)
    if proposal is None or proposal.project_id != project.id:
        raise NotFound("no_proposal")
    return proposal


def counts(proposal: Proposal) -> dict[str, int]:
    """How many items are accepted, declined, waiting."""
    found = Counter(item.state for item in proposal.items)
    return {state: found[state] for state in STATES}


def is_changed_since(proposal: Proposal) -> bool:
    """Whether the variant is another now than the one that was offered."""
    return bool(json.loads(proposal.variant.head_plan) != json.loads(proposal.after))


def summary(session: Session, store: Store, project: Project) -> dict[str, Any] | None:
    """What the studio and the desk say of the latest proposal, and where it is."""
    proposal = latest(session, project)
    if proposal is None:
        return None
    return {
        "id": proposal.id,
        "url": f"/s/{store.slug}/p/{project.code}/proposal/{proposal.id}",
        "counts": counts(proposal),
        "comments": sum(len(item.comments) for item in proposal.items),
        "changed": is_changed_since(proposal),
        "variant": proposal.variant_id,
        "changes": [_told(item) for item in proposal.items],
    }


def decide(session: Session, access: Access, proposal: Proposal, item_id: str, state: str) -> ProposalItem:
    """The customer's answer to one change; she may change her mind until a later proposal replaces this one."""
    if state not in STATES:
        raise Refused("not_a_choice", path="state")
    _check_decides(access, proposal)
    lock(session, proposal)
    item = _item(session, proposal, item_id)
    _decided(item, access, state)
    return item


def accept_all(session: Session, access: Access, proposal: Proposal) -> None:
    """Accept what still waits; what was declined stays so."""
    _check_decides(access, proposal)
    lock(session, proposal)
    for item in proposal.items:
        if item.state == "waiting":
            _decided(item, access, "accepted")


def comment(session: Session, access: Access, proposal: Proposal, item_id: str, text: str) -> Comment:
    """Say something about one change; the same words twice in a row are one comment."""
    item = _item(session, proposal, item_id)
    said = text.strip()
    if not said:
        raise Refused("missing", path="text")
    if len(said) > MOST_LETTERS:
        raise Refused("too_long", path="text", most=MOST_LETTERS)
    if len(item.comments) >= MOST_COMMENTS:
        raise Refused("too_many_comments")
    last = item.comments[-1] if item.comments else None
    if last is not None and (last.actor_id, last.text) == (access.visitor.actor_id, said):
        return last
    made = Comment(
        tenant_id=proposal.tenant_id,
        actor_id=access.visitor.actor_id,
        role=_role(access),
        name=access.visitor.name if access.right == "staff" else "",
        text=said,
    )
    item.comments.append(made)
    session.flush()
    return made


def is_settled(session: Session, project: Project) -> bool:
    """Whether the accepted plan is the last word: every item is answered, and the variant is as it was offered."""
    last = latest(session, project)
    return last is not None and not counts(last)["waiting"] and not is_changed_since(last)


def _proposed_variant(session: Session, access: Access) -> Variant:
    service = quotes.service_of(session, access.project)
    if access.right != "staff" or access.visitor.account_id is None:
        raise Forbidden("staff_only")
    if service is None or service.closed_at is not None:
        raise Refused("begin_first")
    return projects.variant_of(session, access.project, service.variant_id)


def _changes(session: Session, project: Project, before: Document, after: Document) -> Sequence[Change]:
    return changes(Plan(before), Plan(after), paint_name=deck_of(session, project.tenant_id).name_of)


def _agreed(session: Session, project: Project) -> Document:
    """The customer's plan as it stands, with everything accepted so far taken into it, the later over the earlier."""
    document: Document = json.loads(projects.first_variant(project).head_plan)
    for proposal in all_of(session, project):
        document = taken(document, json.loads(proposal.after), accepted_paths(proposal))
    return document


def _write(
    session: Session,
    access: Access,
    variant: Variant,
    plans: tuple[Document, Document],
    found: Sequence[Change],
    *,
    note: str,
) -> Proposal:
    project = access.project
    states = _replace_earlier(session, project)
    proposal = Proposal(
        tenant_id=project.tenant_id,
        project_id=project.id,
        variant_id=variant.id,
        n=1 + (session.scalar(select(func.count()).where(Proposal.project_id == project.id)) or 0),
        seq=project.head_seq,
        note=note.strip()[:MOST_LETTERS],
        made_by=access.visitor.account_id,
        before=_written(plans[0]),
        after=_written(plans[1]),
    )
    proposal.items = [_as_item(proposal, n, change, states) for n, change in enumerate(found, start=1)]
    session.add(proposal)
    session.flush()
    return proposal


def _replace_earlier(session: Session, project: Project) -> Mapping[tuple[str, str], str]:
    """Close what was proposed before; what was declined of it, by its paths and words."""
    declined = {}
    for earlier in all_of(session, project):
        earlier.replaced_at = earlier.replaced_at or now()
        declined = {(item.paths, item.text_pl): item.state for item in earlier.items if item.state == "declined"}
    return declined


def _as_item(proposal: Proposal, n: int, change: Change, states: Mapping[tuple[str, str], str]) -> ProposalItem:
    paths = json.dumps(change.paths)
    return ProposalItem(
        tenant_id=proposal.tenant_id,
        n=n,
        kind=change.kind,
        paths=paths,
        text_pl=change.text["pl"],
        text_en=change.text["en"],
        level=change.level,
        x=int(change.at[0] + 0.5) if change.at else None,
        y=int(change.at[1] + 0.5) if change.at else None,
        state=states.get((paths, change.text["pl"]), "waiting"),
    )


def _written(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _check_decides(access: Access, proposal: Proposal) -> None:
    if access.right == "staff":
        raise Refused("customer_decides")
    if proposal.replaced_at is not None:
        raise Conflict("newer_proposal")


def _decided(item: ProposalItem, access: Access, state: str) -> None:
    if item.state == state:
        return
    item.state, item.decided_by, item.decided_at = state, access.visitor.actor_id, now()


def _item(session: Session, proposal: Proposal, item_id: str) -> ProposalItem:
    item = session.get(ProposalItem, item_id)
    if item is None or item.proposal_id != proposal.id:
        raise NotFound("no_proposal")
    return item


def _told(item: ProposalItem) -> dict[str, Any]:
    """A change as the studio shows it alone."""
    text = {"pl": item.text_pl, "en": item.text_en}
    return {"n": item.n, "paths": json.loads(item.paths), "level": item.level, "text": text}


def _role(access: Access) -> str:
    return {"staff": "designer", "owner": "customer", "editor": "customer"}.get(access.right, "guest")
