"""A picture drawn by a worker: each that is finer takes the place of the one before, until it is done or dropped."""

from __future__ import annotations

import logging
from contextlib import closing

from configurator.db import Database, now
from configurator.decks.service import deck_of
from configurator.files import Files
from configurator.pictures.service import let_go
from configurator.product_models.service import model_finder, own_models
from configurator.projects.models import Variant
from configurator.projects.service import head_plan
from configurator.renderings.models import DRAWN, FAILED, WAITING, Rendering
from configurator.renderings.service import view_of
from rooms.rendering.process import Frame, NotDrawn, Wish, frames
from rooms.scene import Scene, describe

LOG = logging.getLogger(__name__)
WISH = Wish((1200, 750), 48, 150)


def carry_out(database: Database, files: Files, rendering_id: str, wish: Wish = WISH) -> None:
    """Draw it; nothing where it is gone or drawn already. Stops as soon as it is dropped."""
    with database.reading() as session:
        rendering = session.get(Rendering, rendering_id)
        if rendering is None or rendering.state != WAITING:
            return
        plan, view = head_plan(session.get_one(Variant, rendering.variant_id)), view_of(rendering)
        deck = deck_of(session, rendering.tenant_id)
        models = own_models(plan, model_finder(session, files, rendering.tenant_id, plan))
    scene: Scene = describe(plan, None, deck.hex_of)
    try:
        with closing(frames(scene, view, plan.north_mdeg, wish, models)) as growing:
            for frame in growing:
                if not tell(database, files, rendering_id, frame):
                    return
    except NotDrawn:
        LOG.warning("picture %s was not drawn", rendering_id, exc_info=True)
        _fail(database, rendering_id)


def tell(database: Database, files: Files, rendering_id: str, frame: Frame) -> bool:
    """Keep the frame; False when nobody wants the picture any more."""
    with database.writing() as session:
        rendering = session.get(Rendering, rendering_id)
        if rendering is None:
            return False
        before, is_over = rendering.file, frame.share >= 1
        rendering.percent, rendering.changed_at = min(int(frame.share * 100), 100), now()
        rendering.state = DRAWN if is_over else WAITING
        if frame.png:
            rendering.file = files.put(rendering.tenant_id, frame.png)
            session.flush()
            let_go(session, [before] if before and before != rendering.file else [])
    return True


def _fail(database: Database, rendering_id: str) -> None:
    with database.writing() as session:
        if (rendering := session.get(Rendering, rendering_id)) is not None:
            rendering.state = DRAWN if rendering.file else FAILED
