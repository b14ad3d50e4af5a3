"""Schemes as pictures of the very room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from threading import Lock

from configurator.exports.kept import Kept
from configurator.schemes.room import SchemeRoom, Side
from rooms.kinds import KINDS
from rooms.pictures.portrait import Piece
from rooms.pictures.room_plate import Plate, plate
from rooms.pictures.solids import WOOD
from rooms.scene import Scene, describe
from rooms.surfaces.woodwork import DOORS
from samples.deck import Deck
from samples.schemes.scheme import Fills

SIZE_PX = (560, 392)
QUALITY = 86
PLATES: Kept[Plate] = Kept(most=12)
"""Seconds of work each; of a plate a picture is coloured in a hundredth of that."""
MAKING = Lock()
"""The pictures of a room are asked for together, and one plate serves them all."""
PICTURES: Kept[bytes] = Kept(most=128)


def picture(room: SchemeRoom, fills: Fills, second: Side | None, deck: Deck) -> bytes:
    """The room in the scheme's colours, WebP of SIZE_PX; what the scheme leaves open is as it is now."""
    scene = _uncoloured(room, deck)
    place = room.place - sum(one.level != room.room.level for one in room.found.rooms[: room.place])
    key = sha256(json.dumps([scene, place, second], sort_keys=True).encode()).hexdigest()
    now = {"second": fills["wall"]} if "wall" in fills else {}
    colours = {slot: fill.hex for slot, fill in (room.now(deck) | now | dict(fills)).items()}
    told = tuple(sorted(colours.items()))
    return PICTURES.get((key, told), lambda: _coloured(_plate(room, scene, place, second, key), colours))


def _uncoloured(room: SchemeRoom, deck: Deck) -> Scene:
    """The room's level without what a scheme tells: of the same shape, it is the same before and after painting.

    A window keeps its own paint.
    """
    scene = describe(room.plan, room.room.level, lambda _code: None)
    soft = {item.id for item in room.upholstery}
    surfaces = [one if one["tile"] else {**one, "finish": None, "paint": None} for one in scene["surfaces"]]
    items = [{**item, "tint": None} if item["id"] in soft else item for item in scene["items"]]
    bare = {"finish": None, "paint": None, "colour": None}
    openings = [
        {**opening, **bare} if opening["kind"] in DOORS else {**opening, "colour": deck.hex_of(opening["paint"] or "")}
        for opening in scene["openings"]
    ]
    rooms = [{**one, "skirting": bare} for one in scene["rooms"]]
    return {**scene, "rooms": rooms, "surfaces": surfaces, "openings": openings, "items": items}


def _plate(room: SchemeRoom, scene: Scene, place: int, second: Side | None, key: str) -> Plate:
    soft = {item.id for item in room.upholstery}
    with MAKING:
        return PLATES.get(
            key,
            lambda: plate(scene, place, SIZE_PX, lambda piece: _voice(piece, second, soft), shown=second and second[0]),
        )


def _coloured(made: Plate, colours: Mapping[str, str]) -> bytes:
    kept = BytesIO()
    made.coloured(colours).save(kept, "WebP", quality=QUALITY)
    return kept.getvalue()


def _voice(piece: Piece, second: Side | None, soft: set[str]) -> str | None:
    """The slot whose colour a piece has; what is tiled keeps its own."""
    entry, of = piece.entry, piece.entry.get("of")
    if piece.of == "surface":
        if entry["tile"] or entry["room"] is None:
            return None
        if of in ("face", "niche"):
            return "second" if (entry["wall"], entry["side"]) == second else "wall"
        return "floor" if of == "floor" else None
    if piece.of == "opening":
        return "woodwork" if piece.solid.material == WOOD and entry["kind"] in DOORS else None
    return "furniture" if entry["id"] in soft and piece.solid.material in KINDS[entry["kind"]].tint else None
