"""The view that removes one of the things a project has several of: a photo, a picture, a rendering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from flask import Response, jsonify
from sqlalchemy.orm import Session

from configurator.projects.api import opened
from configurator.projects.models import Project
from configurator.web import begin


class Known(Protocol):
    """What is known by its id."""

    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=Known)


def removed(
    project_id: str,
    id_: str,
    things_of: Callable[[Session, Project], Sequence[Thing]],
    remove: Callable[[Session, Thing], None],
) -> Response:
    """The thing of this id is removed by whoever may edit the project, unless it is gone already: safe to repeat."""
    with begin() as session:
        for thing in things_of(session, opened(session, project_id, right="editor").project):
            if thing.id == id_:
                remove(session, thing)
    return jsonify(removed=id_)
