"""The family's voices: one a visitor for each room, to be changed, with a word if she likes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.accounts.limits import Limit
from configurator.db import lock, now
from configurator.errors import Refused
from configurator.projects.grants import Access
from configurator.schemes import service
from configurator.schemes.models import ColourScheme, SchemeVote

VOTE = Limit("scheme_vote", most=60, seconds=3600)
MOST_LETTERS = 200
LONGEST_NAME = 40
MOST_VOTES = 100
"""For one scheme: a family, not a poll."""


def vote(session: Session, access: Access, scheme: ColourScheme, *, name: str, word: str) -> SchemeVote:
    """This visitor is for the scheme, and for no other of its room; her last word stands. Staff have no voice."""
    if access.right == "staff":
        raise Refused("staff_no_vote")
    name, word = _line(name, "name", LONGEST_NAME), _line(word, "word", MOST_LETTERS)
    lock(session, access.project)
    actor_id = access.visitor.actor_id
    for other in service.same_room(session, scheme):
        if other is not scheme:
            other.votes = [one for one in other.votes if one.actor_id != actor_id]
    held = own(scheme, actor_id)
    if held is None:
        if len(scheme.votes) >= MOST_VOTES:
            raise Refused("too_many_votes")
        held = SchemeVote(tenant_id=scheme.tenant_id, actor_id=actor_id)
        scheme.votes.append(held)
    held.name, held.word, held.at = name, word, now()
    session.flush()
    return held


def own(scheme: ColourScheme, actor_id: str) -> SchemeVote | None:
    return next((one for one in scheme.votes if one.actor_id == actor_id), None)


def _line(text: str, path: str, most: int) -> str:
    said = " ".join(text.split())
    if len(said) > most:
        raise Refused("too_long", path=path, most=most)
    return said
