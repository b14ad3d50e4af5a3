"""What a sample's page shows: the colour, her room, what was ticked, the photo, the neighbours, the paint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.i18n import language
from configurator.judgements import photo, room, service
from configurator.judgements.models import SampleJudgement
from configurator.judgements.photo import Seen
from configurator.judgements.room import View
from configurator.orders.models import SampleLine
from configurator.paint_baskets.buyer import by_sample
from configurator.paint_baskets.to_buy import ToBuy, to_buy
from configurator.pictures.models import Picture
from configurator.projects.models import Project
from samples.deck import Deck
from samples.label import how_to_test
from samples.neighbours import Way, neighbours
from samples.paint import Paint


@dataclass(frozen=True)
class Page:
    """`paint` is None for a code that the deck no longer holds: then only what the label itself says is shown."""

    line: SampleLine
    paint: Paint | None
    project: Project | None
    views: Sequence[View]
    judgement: SampleJudgement | None
    ticks: Sequence[str]
    picture: Picture | None
    seen: Seen | None
    how_to_test: Sequence[str]
    neighbours: Sequence[tuple[Way, Paint]] | None
    to_buy: ToBuy | None

    @property
    def verdict(self) -> str:
        return self.judgement.verdict if self.judgement else ""


def page(session: Session, line: SampleLine, deck: Deck, asked: Mapping[str, str]) -> Page:
    """The page as it stands; `asked` says which walls are meant (`walls`, `m2`)."""
    paint, project = deck.get(line.paint), line.order.shown_project
    judgement = service.find(session, line)
    verdict = judgement.verdict if judgement else ""
    return Page(
        line=line,
        paint=paint,
        project=project,
        views=room.views(project, paint, deck) if project and paint else (),
        judgement=judgement,
        ticks=service.ticks_of(judgement),
        picture=photo.picture_of(session, line, judgement),
        seen=photo.seen(judgement),
        how_to_test=how_to_test(line.kind)[language()],
        neighbours=neighbours(deck, paint) if paint and verdict == service.NOT_THIS else None,
        to_buy=to_buy(session, by_sample(line), paint, asked) if paint and verdict == service.THIS else None,
    )
