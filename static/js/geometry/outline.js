/**
 * The rooms that a plan's walls enclose, what bounds and names them, and what has lost its place in the plan.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/polygon.js").Ring} Ring
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#geometry/boundary.js").Edge} Edge
 * @typedef {import("#geometry/hollows.js").Hollow} Hollow
 *
 * A room as found: inner faces, mm. `polygon` runs clockwise on the page, `holes` (walls that stand free inside) the
 * other way, both without the closing point; `area_mm2` is without the holes, `perimeter_mm` with them. `boundary`
 * lists the stretches of wall about the room, the outer ring first. `label` is the id of the label that names it.
 * @typedef {{level: string, polygon: Ring, holes: Ring[], area_mm2: number, perimeter_mm: number, boundary: Edge[],
 *   label: string | null, name: string, use: string}} Room
 *
 * An entity that has lost its place; `reason`: no_level, no_wall, beyond_wall, too_deep, no_slope, no_room, second_label.
 * @typedef {{collection: string, id: string, reason: string}} Loose
 *
 * The rooms by level, each level's from its topmost and then leftmost point; and the walls' solids by level.
 * @typedef {{rooms: Room[], loose: Loose[], solids: Map<string, Map<string, Solid>>}} Found
 */
import { ownersOf, stretches, tidied } from "#geometry/boundary.js";
import { entities } from "#geometry/entities.js";
import { hollowsOf } from "#geometry/hollows.js";
import { looseEntities } from "#geometry/loose.js";
import { contains, fine, perimeter, signedArea, whole, written } from "#geometry/polygon.js";
import { piecesOf, solids } from "#geometry/walls.js";

/** A hole under 0.01 m² (10 × 10 cm) between walls is no room; a shaft of 0.5 × 0.5 m is one. */
const LEAST_ROOM_MM2 = 10_000;
/** Nor is a crack: twice the area over the perimeter, which for a long narrow hole is its width. */
const LEAST_WIDTH_MM = 50;

/**
 * Every level's rooms: the holes of the union of its walls' solids, named by the labels that lie in them.
 * @param {Plan} plan @returns {Found}
 */
export function findRooms(plan) {
  const standing = new Map(Object.keys(plan.levels ?? {}).map((level) => [level, solids(plan, level)]));
  /** @type {Found} */
  const found = {
    rooms: [...standing].flatMap(([level, held]) => roomsOf(level, held)),
    loose: looseEntities(plan),
    solids: standing,
  };
  for (const label of entities(plan, "rooms")) nameRoom(found, label);
  return found;
}

/**
 * The index of the room that contains the point, or null.
 * @param {Found} found @param {string} level @param {Vector} point
 */
export function roomAt(found, level, point) {
  const place = found.rooms.findIndex((room) => room.level === level && isIn(room, point));
  return place < 0 ? null : place;
}

/** The outer rings of a level's rooms. @param {Found} found @param {string} level */
export const ringsOf = (found, level) => found.rooms.filter((room) => room.level === level).map(({ polygon }) => polygon);

/** @param {Room} room @param {Vector} point */
export const isIn = (room, point) =>
  contains(room.polygon, point) && !room.holes.some((hole) => contains(hole, point));

/** @param {string} level @param {Map<string, Solid>} standing @returns {Room[]} */
function roomsOf(level, standing) {
  const owners = ownersOf(standing.values());
  return hollowsOf([...standing.values()].flatMap(piecesOf).map(({ ring }) => ring))
    .filter(({ outer }) => !isCrack(outer.points))
    .map((hollow) => roomOf(level, hollow, owners))
    .sort((one, other) => byPlace(one.polygon, other.polygon) || one.area_mm2 - other.area_mm2);
}

/**
 * @param {string} level @param {Hollow} hollow @param {import("#geometry/boundary.js").Owner[]} owners @returns {Room}
 */
function roomOf(level, { outer, islands }, owners) {
  const rims = [tidied(outer), ...islands.map(tidied).sort((one, other) => byPlace(one.points, other.points))];
  return {
    level,
    polygon: written(rims[0].points, true),
    holes: rims.slice(1).map(({ points }) => written(points, false)),
    area_mm2: whole([outer, ...islands].reduce((sum, { points }) => sum + signedArea(points), 0)),
    perimeter_mm: whole(rims.reduce((sum, { points }) => sum + perimeter(points), 0)),
    boundary: rims.flatMap((rim) => stretches(rim, owners)),
    label: null,
    name: "",
    use: "",
  };
}

/** @param {Ring} ring */
function isCrack(ring) {
  const area = signedArea(ring);
  return area < LEAST_ROOM_MM2 || 2 * area < LEAST_WIDTH_MM * perimeter(ring);
}

/** @param {Ring} one @param {Ring} other */
function byPlace(one, other) {
  const [[left, top], [otherLeft, otherTop]] = [leastOf(one), leastOf(other)];
  return fine(top) - fine(otherTop) || fine(left) - fine(otherLeft);
}

/** The least x and the least y. @param {Ring} ring @returns {Vector} */
const leastOf = (ring) => [Math.min(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y))];

/** @param {Found} found @param {{id: string, level: string, at: Vector, name: string, use: string}} label */
function nameRoom(found, { id, level, at, name, use }) {
  const room = found.rooms[roomAt(found, level, at) ?? -1];
  if (room && room.label === null) Object.assign(room, { label: id, name, use });
  else found.loose.push({ collection: "rooms", id, reason: looseReason(found, level, room) });
}

/** @param {Found} found @param {string} level @param {Room | undefined} room */
function looseReason({ solids: standing }, level, room) {
  if (!standing.has(level)) return "no_level";
  return room ? "second_label" : "no_room";
}
