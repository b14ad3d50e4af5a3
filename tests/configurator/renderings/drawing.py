"""A picture in true light of a project, as a worker would have left it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from configurator.projects.models import Grant, Variant
from configurator.renderings.models import WAITING, Rendering
from tests.configurator.people import Guest

VIEW = {"level": None, "inside": True, "at": [2500, 2000], "height": 0, "azimuth_mdeg": 0, "light": "model"}


def rendered(owner: Guest, state: str = WAITING, png: bytes | None = b"png", **values: Any) -> str:
    """Its id."""
    app = owner.client.application
    with app.extensions["database"].writing() as session:
        variant = session.get_one(Variant, owner.variant)
        whole = VIEW | {"id": "v0", "name": "-", "tilt_mdeg": 0, "distance": 1, "season": "between", "minute": 720}
        row = Rendering(
            tenant_id=variant.tenant_id,
            project_id=variant.project_id,
            variant_id=variant.id,
            asked_by=session.scalars(select(Grant.actor_id).where(Grant.project_id == variant.project_id)).first(),
            view=json.dumps(whole),
            state=state,
            file=app.extensions["files"].put(variant.tenant_id, png) if png else None,
            **values,
        )
        session.add(row)
        session.flush()
        return row.id
