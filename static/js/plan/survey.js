/** One level of a plan, surveyed: its solids (and of them the walls), found rooms and faces, and where things lie in it. */

import { looseEntities } from "#geometry/loose.js";
import { findRooms, roomAt } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { halfAt } from "#geometry/thickness.js";
import { openingSpan, solids } from "#geometry/walls.js";
import { levelBelow } from "#model/levels.js";
import { entity, openingsOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {[number, number]} Point */

/** Doors that swing, by how many leaves share their width. @type {Record<string, number>} */
const LEAVES = { door: 1, double_door: 2 };
/** The collections that rooms follow from. */
const ROOMS_FROM = ["levels", "walls", "solids", "rooms"];

/** What follows from the walls, openings, labels and finishes of a document; made anew when one of them changes. */
export class Survey {
  /** @param {Document} document @param {string} level @param {import("#geometry/outline.js").Found} [found] its rooms, where they are known */
  constructor(document, level, found = findRooms(document)) {
    this.document = document;
    this.level = level;
    this.found = found;
    this.surfaces = findSurfaces(document, this.found);
    this.solids = this.found.solids.get(level) ?? solids(document, level);
    this.walls = new Map([...this.solids].filter(([id]) => document.walls?.[id]));
    this.rooms = this.found.rooms.map((room, index) => ({ room, index })).filter(({ room }) => room.level === level);
    const here = new Set(this.rooms.map(({ index }) => index));
    this.faces = this.surfaces.faces.filter((face) => here.has(face.room));
  }

  /** The survey of a level of another document: where no wall and no name has changed, the same rooms. @param {Document} document @param {string} level */
  renewed(document, level) {
    const isSame = ROOMS_FROM.every((name) => document[name] === this.document[name]);
    return new Survey(document, level, isSame ? { ...this.found, loose: [...looseEntities(/** @type {any} */ (document)), ...this.found.loose.filter(({ collection }) => collection === "rooms")] } : undefined);
  }

  /** The place of the found room around a point, or null. @param {Point} at */
  roomAt(at) {
    return roomAt(this.found, this.level, at);
  }

  /** The face of a wall's side at a place along it, or null where that side faces no room. @param {string} wall @param {string} side @param {number} along_mm */
  faceAt(wall, side, along_mm) {
    const faces = this.faces.filter((face) => face.wall === wall && face.side === side);
    return faces.find(({ from_mm, to_mm }) => from_mm <= along_mm && along_mm <= to_mm) ?? faces[0] ?? null;
  }

  /** The side of a wall that faces a room, the greater one when both do. @param {string} wall @returns {"left" | "right"} */
  insideOf(wall) {
    const faces = this.faces.filter((face) => face.wall === wall && face.side.length > 1);
    const [widest] = faces.sort((one, other) => other.length_mm - one.length_mm);
    return /** @type {"left" | "right"} */ (widest?.side ?? "right");
  }

  /** The colour of a face that is painted or tiled all over, or of its widest band; null when bare. @param {any} face @param {(code: string) => string | null} paintOf */
  faceColour(face, paintOf) {
    const finished = face.bands.filter((/** @type {any} */ band) => band.finish);
    const [band] = finished.sort((/** @type {any} */ one, /** @type {any} */ other) => other.gross_mm2 - one.gross_mm2);
    return band ? this.#colour(band.finish, paintOf) : null;
  }

  /** @param {number} room @param {(code: string) => string | null} paintOf */
  floorColour(room, paintOf) {
    const plane = this.surfaces.planes.find((one) => one.room === room && one.face === "floor");
    return plane?.finish ? this.#colour(plane.finish, paintOf) : null;
  }

  /** Where a room's name stands: its label's point, else the middle of its box when that is inside, else its first corner's neighbourhood. @param {number} index @returns {Point} */
  middleOf(index) {
    const { room } = this.rooms.find((one) => one.index === index) ?? {};
    if (!room) return [0, 0];
    const [x0, y0, x1, y1] = boxOf(room.polygon);
    const middle = /** @type {Point} */ ([(x0 + x1) / 2, (y0 + y1) / 2]);
    if (this.roomAt(middle) === index) return middle;
    return room.label ? this.document.rooms[room.label].at : middle;
  }

  /** The box of everything on the level, or null when it is empty. @returns {[number, number, number, number] | null} */
  box() {
    return this.#boxOn(this.level) ?? this.#boxOn(levelBelow(this.document, this.level)?.id);
  }

  /** @param {string | undefined} level */
  #boxOn(level) {
    const items = Object.values(this.document.items ?? {}).filter((item) => item.level === level);
    const solids = level === undefined ? undefined : this.found.solids.get(level);
    const points = [...[...(solids?.values() ?? [])].flatMap(({ polygon }) => polygon), ...this.#swings(solids), ...items.map(({ at }) => at)];
    return points.length ? boxOf(points) : null;
  }

  /** How far the leaves of doors swing. @param {ReadonlyMap<string, import("#geometry/walls.js").Solid> | undefined} solids */
  #swings(solids) {
    return openingsOf(this.document).flatMap((door) => {
      const [leaves, solid, wall] = [LEAVES[door.kind], solids?.get(door.wall), entity(this.document, "walls", door.wall)];
      const span = leaves && solid && wall && openingSpan(/** @type {any} */ (wall), door);
      return span ? span.map((along) => solid.line.at(along, (halfAt(/** @type {any} */ (wall), along) + door.width / leaves) * (door.opens === "right" ? 1 : -1))) : [];
    });
  }

  /** @param {string} id @param {(code: string) => string | null} paintOf @returns {string | null} */
  #colour(id, paintOf) {
    const finish = this.document.finishes[id];
    return (finish.paint ? paintOf(finish.paint) : finish.tile?.tint) ?? null;
  }
}

/** @param {readonly (readonly [number, number])[]} points @returns {[number, number, number, number]} */
function boxOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
