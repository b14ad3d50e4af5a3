"""A stranger's model made ours: read, turned, thinned, fitted, drawn round, and written as one GLB."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rooms.fault import Fault
from rooms.models.binary_gltf import read_glb
from rooms.models.fitting import Size, fitted, turned
from rooms.models.silhouette import Outlines, outlines_of
from rooms.models.soup import Soup
from rooms.models.texture import Texture, read_texture
from rooms.models.thinning import thinned, welded
from rooms.models.wavefront import Beside, read_obj
from rooms.models.writing import written

BUDGET = 4_000
"""Triangles of one model: twenty of them and their room stay under the 100 000 that a phone draws at once."""
MOST_TEXTURES = 8
MOST_STRETCH_PERCENT = 5
"""Beyond this the proportions are told to be others than the declared ones."""
PLAIN = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Note:
    """Something that a person should know of a model that is taken: a fixed word, and what it is about."""

    reason: str
    what: str = ""


@dataclass(frozen=True)
class Made:
    """`glb` in metres, y up, at the `size` in mm; `outlines` are its symbols in plans and on walls."""

    glb: bytes
    size: Size
    before: int
    after: int
    outlines: Outlines
    notes: Sequence[Note]


def made_of_obj(data: bytes, size: Size, place: str, beside: Beside, rows: Sequence[float] = PLAIN) -> Made:
    """From Wavefront OBJ, turned by the three `rows`; `beside` gives the files that it names. Raises Fault."""
    return _made(turned(read_obj(data, place, beside), rows), size, place, beside, is_in_metres=False)


def made_of_glb(data: bytes, size: Size, place: str) -> Made:
    """From binary glTF. Raises Fault."""
    soup, images = read_glb(data, place)
    return _made(soup, size, place, images.get, is_in_metres=True)


def _made(soup: Soup, size: Size, place: str, image: Callable[[str], bytes | None], *, is_in_metres: bool) -> Made:
    before = len(soup.triangles)
    whole = welded(soup)
    if not len(whole.triangles):
        raise Fault(place, "model_empty")
    fit = fitted(whole, size, place)
    thin = thinned(fit.soup, BUDGET)
    textures, notes = _textures(thin, image)
    told = [Note(reason, what) for reason, what in soup.notes]
    if fit.stretch_percent > MOST_STRETCH_PERCENT:
        told.append(Note("stretched", str(fit.stretch_percent)))
    if is_in_metres and any(abs(own - wanted) * 20 > wanted for own, wanted in zip(fit.own_size, size, strict=True)):
        told.append(Note("other_size", " × ".join(map(str, fit.own_size))))
    return Made(written(thin, textures), size, before, len(thin.triangles), outlines_of(thin), [*told, *notes])


def _textures(soup: Soup, image: Callable[[str], bytes | None]) -> tuple[Mapping[str, Texture], list[Note]]:
    """Those of the materials that are seen; one that cannot be had leaves a note, and its surface plain."""
    found: dict[str, Texture] = {}
    notes: list[Note] = []
    used = (soup.materials[place].texture for place in sorted(set(soup.made_of.tolist())))
    for name in dict.fromkeys(name for name in used if name):
        data = image(name)
        if data is None:
            notes.append(Note("texture_missing", name))
        elif len(found) >= MOST_TEXTURES:
            notes.append(Note("texture_left_out", name))
        else:
            try:
                found[name] = read_texture(data, name)
            except Fault as fault:
                notes.append(Note(fault.reason, name))
    return found, notes
