"""What is done with photos: brought, marked, found, removed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.db import lock, new_id, now
from configurator.decks.service import deck_of
from configurator.errors import NotFound, Refused
from configurator.files import Files
from configurator.photos import finding, known, marks, painting
from configurator.photos.marks import State, Step, Wall
from configurator.photos.models import Photo
from configurator.photos.opening import WorkingPicture
from configurator.pictures.service import let_go
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.projects.service import first_variant, head_plan
from samples.deck import Deck

MOST_PHOTOS = 20
"""Of one project."""
MOST_LETTERS = 120
MOST_EDITS = 100
ID = re.compile(r"[0-9a-z]{26}")


@dataclass(frozen=True)
class Result:
    """What became of one edit: `logged`, `known` (it was there already) or `refused` with its place and reason."""

    id: str
    result: str
    path: str = ""
    reason: str = ""


def bring(
    session: Session,
    files: Files,
    access: Access,
    picture: WorkingPicture,
    *,
    name: str = "",
    start: str | None = None,
    id_: str = "",
) -> Photo:
    """Keep a photo with the project; `id_`, if it is one, makes a second try the same photo.

    Refused("too_many_photos") when the project holds as many as it may.
    """
    project = access.project
    lock(session, project)
    if id_ and (there := session.get(Photo, id_)) is not None and there.project_id == project.id:
        return there
    if len(photos_of(session, project)) >= MOST_PHOTOS:
        raise Refused("too_many_photos", most=MOST_PHOTOS)
    photo = Photo(
        id=id_ if ID.fullmatch(id_) and session.get(Photo, id_) is None else new_id(),
        tenant_id=project.tenant_id,
        project_id=project.id,
        brought_by=access.visitor.actor_id,
        name=" ".join(name.split())[:MOST_LETTERS],
        start=start,
        file=files.put(project.tenant_id, picture.jpeg),
        width=picture.width,
        height=picture.height,
        state=json.dumps(marks.EMPTY),
    )
    session.add(photo)
    project.changed_at = now()
    session.flush()
    return photo


def append(session: Session, files: Files, photo: Photo, edits: Sequence[object], *, by: str) -> list[Result]:
    """Do the edits that are new, in order, one result each, as that actor's; writers of one photo wait here."""
    lock(session, photo)
    state, deck, results = state_of(photo), deck_of(session, photo.tenant_id), list[Result]()
    for edit in edits[:MOST_EDITS]:
        state, result = _append_one(files, photo, state, edit, deck, by)
        results.append(result)
    if logged := sum(result.result == "logged" for result in results):
        photo.state = json.dumps(state, separators=(",", ":"))
        photo.version += logged
        photo.changed_at = now()
        session.get_one(Project, photo.project_id).changed_at = photo.changed_at
    return results


def state_of(photo: Photo) -> State:
    state: State = json.loads(photo.state)
    return state


def walls_of(photo: Photo) -> list[Wall]:
    """The walls marked on the photo, as they stand, with what is known beforehand of a starting photo's."""
    return known.with_known(photo.start, marks.walls(state_of(photo)))


def last_tapped(photo: Photo, results: Sequence[Result]) -> Wall | None:
    """The wall of the last tap among the edits that were just logged, while it stands."""
    logged = {result.id for result in results if result.result == "logged"}
    taps = [step["wall"] for step in state_of(photo)["steps"] if step["id"] in logged and step["do"] == "tap"]
    return next((wall for wall in walls_of(photo) if taps and wall["id"] == taps[-1]), None)


def find(session: Session, project: Project, photo_id: str) -> Photo:
    """The project's photo of this id."""
    photo = session.get(Photo, photo_id)
    if photo is None or photo.project_id != project.id:
        raise NotFound("no_photo")
    return photo


def photos_of(session: Session, project: Project) -> Sequence[Photo]:
    """The project's photos, in the order in which they were brought."""
    wanted = select(Photo).where(Photo.project_id == project.id)
    return session.scalars(wanted.order_by(Photo.brought_at, Photo.id)).all()


def instead_of_plans(session: Session, projects: Iterable[Project]) -> dict[str, Photo]:
    """The first photo of each project that has one and no wall on its plan, by the project's id."""
    undrawn = [project.id for project in projects if not head_plan(first_variant(project)).document.get("walls")]
    wanted = select(Photo).where(Photo.project_id.in_(undrawn)).order_by(Photo.brought_at.desc(), Photo.id.desc())
    return {photo.project_id: photo for photo in session.scalars(wanted)}


def paints_of(session: Session, project: Project) -> list[str]:
    """Codes of the paints on the project's photos, each once."""
    used = (wall["paint"] for photo in photos_of(session, project) for wall in walls_of(photo))
    return list(dict.fromkeys(code for code in used if code))


def content(files: Files, photo: Photo) -> bytes:
    """The working picture's bytes; NotFound when they are gone."""
    data = files.get(photo.file)
    if data is None:
        raise NotFound("no_photo")
    return data


def remove(session: Session, photo: Photo) -> None:
    """Take the photo away with all that is marked on it; its file follows."""
    session.delete(photo)
    let_go(session, [photo.file])


def let_go_of(session: Session, project: Project) -> None:
    """Let the files of all the project's photos go; the rows are whoever's who calls."""
    let_go(session, {photo.file for photo in photos_of(session, project)})


def is_held(session: Session, key: str) -> bool:
    """Whether some photo still shows the file."""
    return bool(session.scalar(select(func.count()).select_from(Photo).where(Photo.file == key)))


def as_data(photo: Photo, *, to: str) -> dict[str, Any]:
    """A photo as the browser of that actor needs it, who learns of a step only whether it is another's."""
    return {
        "id": photo.id,
        "name": photo.name,
        "known_old": known.old_paints(photo.start, marks.walls(state_of(photo))),
        "width": photo.width,
        "height": photo.height,
        "version": photo.version,
        "state": _told_to(state_of(photo), to),
        "url": f"/api/v1/projects/{photo.project_id}/photos/{photo.id}",
    }


def _told_to(state: State, actor_id: str) -> State:
    def told(step: Step) -> Step:
        is_own = step.get("by", actor_id) == actor_id
        return {name: value for name, value in step.items() if name != "by"} | ({} if is_own else {"by": "other"})

    return {**state, "steps": [told(one) for one in state["steps"]], "undone": [told(one) for one in state["undone"]]}


def _append_one(files: Files, photo: Photo, state: State, edit: object, deck: Deck, by: str) -> tuple[State, Result]:
    id_ = str(edit.get("id", ""))[:60] if isinstance(edit, dict) else ""
    if id_ in state["known"]:
        return state, Result(id_, "known")
    if (fault := marks.fault(state, edit, (photo.width, photo.height))) is not None:
        return state, Result(id_, "refused", *fault)
    assert isinstance(edit, dict)  # noqa: S101 - the fault says so; tells the type checker
    after = marks.done(state, edit | {"by": by})
    try:
        _refuse_useless(files, photo, after, edit, deck)
    except Refused as refused:
        return state, Result(id_, "refused", refused.path, refused.reason)
    return after, Result(id_, "logged")


def _refuse_useless(files: Files, photo: Photo, after: State, edit: dict[str, Any], deck: Deck) -> None:
    wanted = {"paint": [edit.get("paint")], "scheme": [*edit.get("paints", {}).values()]}.get(edit["do"], [])
    if any(code is not None and deck.get(code) is None for code in wanted):
        raise Refused("no_such_paint", path="paint")
    if edit["do"] == "old" and edit["old"] is not None:
        walls = known.with_known(photo.start, marks.walls(after))
        wall = next(one for one in walls if one["id"] == edit["wall"])
        painting.refuse_useless(finding.ready(content(files, photo)), wall, deck)
