/** What lies under the pointer, and the outline of what is chosen, both by entity. */
import { InstancedMesh } from "three";

import { centreLine } from "#geometry/centreline.js";
import { isBlock } from "#geometry/bodies.js";
import { itemEdges, openingEdges, outlineOf } from "#scene/edges.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/shell.js").Shell} Shell
 * @typedef {import("#scene/furniture.js").Furniture} Furniture
 * @typedef {[number, number, number]} Spot
 * @typedef {string | {id: string, side?: string | null}} Choice an entity's id, of a wall also which side of it
 *
 * @typedef {object} Pick as model/selection.js names its targets, and more; all but `point` null where nothing was hit
 * @property {"walls" | "openings" | "skylights" | "items" | "rooms" | "solids" | null} collection
 * @property {string | null} id a room without a label has none
 * @property {string | null} side of a wall: left, right, or the end a or b
 * @property {number | readonly [number, number] | null} at mm along a wall from a; x, y mm in a room
 * @property {"floor" | "ceiling" | null} face of a room
 * @property {string | null} finish the id of what covers it there
 * @property {string | null} room the label of the room that sees it
 * @property {string | null} level on which it stands
 * @property {Spot | null} point x, y, z mm of the plan
 */

/** @type {Pick} */
const NOTHING = { collection: null, id: null, side: null, at: null, face: null, finish: null, room: null, level: null, point: null };

/**
 * What the ray meets first.
 * @param {import("three").Raycaster} ray @param {Shell} shell @param {Furniture} furniture
 * @param {Scene | null} scene @returns {Pick}
 */
export const pickOf = (ray, shell, furniture, scene) => {
  const [hit] = ray.intersectObjects([shell.group, furniture.group], true);
  if (!hit || !scene) return NOTHING;
  const point = /** @type {Spot} */ ([hit.point.x, hit.point.z, hit.point.y].map((metres) => Math.floor(metres * 1000 + 0.5)));
  if (hit.object instanceof InstancedMesh) {
    const id = furniture.idAt(hit.object, hit.instanceId ?? 0);
    return { ...NOTHING, collection: isBlock(id) ? "solids" : "items", id, level: scene.items.find((item) => item.id === id)?.level ?? null, point };
  }
  const entity = shell.at(hit.object, hit.faceIndex ?? 0);
  if (!entity) return { ...NOTHING, point };
  return "of" in entity ? surfacePick(entity, scene, point) : { ...NOTHING, collection: entity.wall ? "openings" : "skylights", id: entity.id, level: entity.level, point };
};

/**
 * The stretches that draw the chosen entities round.
 * @param {Scene} scene @param {Shell} shell @param {readonly Choice[]} chosen @param {ReadonlySet<string>} cut
 * @returns {number[]}
 */
export const chosenStretches = (scene, shell, chosen, cut) => {
  const sides = new Map(chosen.map((one) => (typeof one === "string" ? [one, null] : [one.id, one.side ?? null])));
  const ids = new Set(sides.keys());
  const isChosen = (/** @type {Surface} */ { of, wall, side, opening, label }) => {
    if (of === "face") return wall !== null && ids.has(wall) && [null, side].includes(sides.get(wall) ?? null);
    return of === "floor" && !opening && label !== null && ids.has(label);
  };
  const surfaces = shell.piecesOf(isChosen).flatMap(({ piece, most }) => outlineOf(piece, most));
  const openings = scene.openings.filter(({ id, wall }) => ids.has(id) && !cut.has(wall ?? id)).flatMap(openingEdges);
  return [...surfaces, ...openings, ...scene.items.filter(({ id }) => ids.has(id)).flatMap(itemEdges)];
};

/** @param {Surface} surface @param {Scene} scene @param {Spot} point @returns {Pick} */
const surfacePick = ({ of, wall: id, side, opening, finish, label, level }, scene, point) => {
  if (of === "floor" || of === "ceiling") {
    return { ...NOTHING, collection: "rooms", id: label, at: [point[0], point[1]], face: of, finish, room: label, level, point };
  }
  if (of === "reveal" || of === "niche") return { ...NOTHING, collection: id ? "openings" : "skylights", id: opening, level, point };
  const wall = scene.walls.find((one) => one.id === id);
  const along = wall ? centreLine(wall)?.along([point[0], point[1]]) : null;
  if (isBlock(id)) return { ...NOTHING, collection: "solids", id, finish, room: label, level, point };
  return { ...NOTHING, collection: "walls", id, side, at: along == null ? null : Math.floor(along + 0.5), finish, room: label, level, point };
};
