"""The paints of a design for its other screens: what each takes, what it costs, and where it is bought."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify

from configurator.paint_baskets.painted import Painted, painted
from configurator.projects.api import opened
from configurator.web import reading

blueprint = APIBlueprint("paint_baskets_api", __name__, url_prefix="/api/v1/projects")


@blueprint.get("/<project_id>/paints")
@blueprint.doc(
    summary="The paints of a project",
    description=(
        "Each paint of its walls, woodwork and photos: `area_mm2`, `ml` in all coats with the reserve, `to_pay_gr` of "
        "the cheapest tins less what testers bring back. Null where no wall is drawn, or nobody sells it here. "
        "`may_take`: whether the asker may put them on the shopping list."
    ),
)
def paints(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        paints = [_told(one) for one in painted(session, access)]
        return jsonify({"paints": paints, "may_take": access.may("editor")})


def _told(one: Painted) -> dict[str, Any]:
    return {
        "code": one.paint.code,
        "use": one.use,
        "area_mm2": one.need.walls.mm2 if one.need else None,
        "ml": one.need.ml if one.need else None,
        "coats": one.need.coats.count if one.need else None,
        "to_pay_gr": one.choice.to_pay_gr if one.choice else None,
        "sold": one.is_sold,
        "in_basket": one.basket is not None,
    }
