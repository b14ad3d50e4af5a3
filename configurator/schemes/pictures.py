"""Schemes as pictures of the very room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from threading import Lock

from configurator.exports.kept import Kept
from configurator.schemes.room import DOORS, SOFT, SchemeRoom, Side
from rooms.portrait import Piece
from rooms.room_plate import Plate, plate
from rooms.scene import describe
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
    """The room in the scheme's colours, WebP of SIZE_PX."""
    key = sha256(json.dumps([room.plan.document, room.place], sort_keys=True).encode()).hexdigest()
    colours = {slot: fill.hex for slot, fill in fills.items()}
    return PICTURES.get(
        (key, second, tuple(sorted(colours.items()))), lambda: _coloured(room, key, second, deck, colours)
    )


def _coloured(room: SchemeRoom, key: str, second: Side | None, deck: Deck, colours: Mapping[str, str]) -> bytes:
    with MAKING:
        made = PLATES.get((key, second), lambda: _plate(room, second, deck))
    wall = {} if "second" in colours else {"second": colours.get("wall", made.usual.get("wall", "#f3f3f2"))}
    kept = BytesIO()
    made.coloured({**colours, **wall}).save(kept, "WebP", quality=QUALITY)
    return kept.getvalue()


def _plate(room: SchemeRoom, second: Side | None, deck: Deck) -> Plate:
    scene = describe(room.plan, room.room.level, lambda code: paint.hex if (paint := deck.get(code)) else None)
    soft = {item.id for item in room.upholstery}
    before = sum(one.level != room.room.level for one in room.found.rooms[: room.place])
    return plate(
        scene, room.place - before, SIZE_PX, lambda piece: _voice(piece, second, soft), shown=second and second[0]
    )


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
        return "woodwork" if piece.solid.material == "front" and entry["kind"] in DOORS else None
    return "furniture" if entry["id"] in soft and piece.solid.material in SOFT else None
