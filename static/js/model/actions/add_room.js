/** A rectangular room of an inner size comes in beside the wall farthest right, which it shares where that one runs straight up the page. */

import { isTapered, thickest } from "#geometry/thickness.js";
import { newId } from "#model/ids.js";
import { entities } from "#model/plan.js";

/** @typedef {import("#geometry/entities.js").Wall} Wall */

const WALL_MM = 120;
const HALF_MM = WALL_MM / 2;

/**
 * @param {{level: string, width_mm: number, length_mm: number, name?: string}} room
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const addRoom = ({ level, width_mm, length_mm, name = "" }) => (document) => {
  const standing = entities(document, "walls").filter((wall) => wall.level === level);
  const shared = sharedBy(standing);
  const { left, top, inner } = shared ?? besides(standing);
  const [right, bottom] = [inner + width_mm + HALF_MM, top + length_mm + WALL_MM];
  /** @type {[number, number][]} */
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom], [left, shared ? Math.min(shared.bottom, bottom) : top]];
  const walls = corners.slice(1).flatMap((b, place) => {
    const a = corners[place];
    return a[0] === b[0] && a[1] === b[1] ? [] : [[`walls/${newId("walls")}`, { level, a, b, thickness: place === 3 && shared ? shared.thickness : WALL_MM }]];
  });
  const label = { level, at: [Math.floor((inner + right) / 2), Math.floor((top + bottom) / 2)], ...(name && { name }) };
  return { action: "add_room", input: "typed", set: { ...Object.fromEntries(walls), [`rooms/${newId("rooms")}`]: label } };
};

/** The wall farthest right, of one thickness, with what goes on from it along its line; null where another reaches farther or it is slanted. @param {Wall[]} standing */
function sharedBy(standing) {
  const left = Math.max(...reach(standing, 0));
  const line = standing.filter((wall) => wall.a[0] === left && wall.b[0] === left && !wall.bulge && !isTapered(wall));
  if (!line.length) return null;
  const [top, bottom] = [Math.min(...reach(line, 1)), Math.max(...reach(line, 1))];
  const thickness = Math.max(...line.map((wall) => wall.thickness));
  return { left, top, bottom, thickness, inner: left + Math.ceil(thickness / 2) };
}

/** To the right of all that stands; a first room has its inner corner at 0, 0. @param {Wall[]} standing */
function besides(standing) {
  if (!standing.length) return { left: -HALF_MM, top: -HALF_MM, inner: 0 };
  const left = Math.max(...standing.flatMap((wall) => [wall.a, wall.b].map(([x]) => x + Math.ceil(thickest(wall) / 2) + Math.abs(wall.bulge)))) + HALF_MM;
  return { left, top: Math.min(...reach(standing, 1)), inner: left + HALF_MM };
}

/** Where their ends are across the page (0) or down it (1). @param {Wall[]} walls @param {0 | 1} axis */
const reach = (walls, axis) => walls.flatMap(({ a, b }) => [a[axis], b[axis]]);
