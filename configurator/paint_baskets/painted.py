"""The paints that a design has come to: on its walls and woodwork, and on its photos; each with what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.decks.service import deck_of
from configurator.paint_baskets import need as needs
from configurator.paint_baskets import service
from configurator.paint_baskets.buyer import of_design
from configurator.paint_baskets.line import ENAMEL, WALLS
from configurator.paint_baskets.models import PaintBasket
from configurator.paint_baskets.need import DESIGN, Need, Walls
from configurator.paint_baskets.service import Choice
from configurator.paint_baskets.shelf import shelf
from configurator.photos.service import paints_of
from configurator.products.page import plan_of
from configurator.projects.grants import Access
from configurator.projects.models import Project
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities import Patch, Quantities
from rooms.surfaces import find_surfaces
from samples.paint import Paint


@dataclass(frozen=True)
class Painted:
    """`need` is None where no wall of the plan tells how much; `choice` is the cheapest way to buy it.

    There is no `choice` where nobody sells the paint here. `basket` is what stands of it already.
    """

    paint: Paint
    use: str
    need: Need | None
    choice: Choice | None
    is_sold: bool
    basket: PaintBasket | None


def painted(session: Session, access: Access) -> list[Painted]:
    """First what the plan paints, the largest area first; then what only photos show. Of codes that the deck holds."""
    return [_painted(session, access, *one) for one in _used(session, access.project)]


def amounts(session: Session, project: Project) -> dict[tuple[str, str], int]:
    """What the design takes of each paint it uses, by code and use, in ml; 0 of those that only photos show."""
    return {
        (paint.code, use): need.ml if (need := _need(paint, use, patches)) else 0
        for paint, use, patches in _used(session, project)
    }


def _used(session: Session, project: Project) -> Iterator[tuple[Paint, str, tuple[Patch, ...]]]:
    deck = deck_of(session, project.tenant_id)
    found = {(code, use): patches for code, use, patches in _on_plan(plan_of(session, project))}
    photographed = ((code, WALLS) for code in paints_of(session, project))
    for code, use in dict.fromkeys([*found, *photographed]):
        if code in deck:
            yield deck[code], use, found.get((code, use), ())


def _on_plan(plan: Plan) -> Iterator[tuple[str, str, tuple[Patch, ...]]]:
    found = find_rooms(plan)
    for area in Quantities(plan, found, find_surfaces(plan, found)).paints:
        yield area.code, ENAMEL if area.is_enamel else WALLS, area.patches


def _painted(session: Session, access: Access, paint: Paint, use: str, patches: tuple[Patch, ...]) -> Painted:
    buyer = of_design(session, access, paint.code, use)
    need = _need(paint, use, patches)
    is_sold = bool(shelf(session, buyer.tenant_id, paint, use).products)
    choices = service.offered(session, buyer, paint, need, ("cheapest",)) if need and is_sold else []
    return Painted(paint, use, need, choices[0] if choices else None, is_sold, service.find(session, buyer))


def _need(paint: Paint, use: str, patches: tuple[Patch, ...]) -> Need | None:
    return needs.need(paint, Walls(DESIGN, "", patches), use) if patches else None
