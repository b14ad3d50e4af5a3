/** A wall's inner face gets exactly a typed length: one end stays, the other moves, and the corner stays closed. */

import { seenLength, solids } from "#geometry/walls.js";
import { meet } from "#model/corners.js";
import { entity, wallsOf } from "#model/plan.js";

/** @typedef {[number, number]} Point */
/** @typedef {import("#core/log.js").Document} Document */

/** Two walls that differ in direction by less than this (sine) are parallel. */
const PARALLEL = 0.02;

/**
 * @param {string} id @param {"left" | "right"} side the face that was measured
 * @param {number} length_mm @param {"a" | "b"} [moves] the end that moves
 * @returns {(document: Document) => import("#core/log.js").Parts | null}
 */
export const setWallLength = (id, side, length_mm, moves = "b") => (document) => {
  const wall = entity(document, "walls", id);
  const solid = wall && solids(document, wall.level).get(id);
  if (!wall || !solid) return null;
  const grows = length_mm - seenLength(solid, side);
  const [from, to] = moves === "b" ? [wall.a, wall.b] : [wall.b, wall.a];
  const whole = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const by = [0, 1].map((axis) => whole_mm((grows * (to[axis] - from[axis])) / whole));
  if (by[0] === 0 && by[1] === 0) return null;
  const set = shifted(document, wall.level, to, from, /** @type {Point} */ (by));
  return { action: "set_wall_length", input: "typed", set };
};

/**
 * The corner moves, and with it every wall that is not parallel to the move, so that right angles stay right; walls
 * along the move take up the difference. When that would carry the fixed end along, the corner alone moves.
 * @param {Document} document @param {string} level @param {Point} corner @param {Point} fixed @param {Point} by
 */
function shifted(document, level, corner, fixed, by) {
  const moved = movedPoints(document, level, corner, by);
  const points = moved.some((point) => meet(point, fixed)) ? [corner] : moved;
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  for (const wall of wallsOf(document, level)) {
    for (const end of ["a", "b"]) {
      if (points.some((point) => meet(point, wall[end]))) {
        set[`walls/${wall.id}`] = { ...set[`walls/${wall.id}`], [end]: [wall[end][0] + by[0], wall[end][1] + by[1]] };
      }
    }
  }
  return set;
}

/** @param {Document} document @param {string} level @param {Point} corner @param {Point} by @returns {Point[]} */
function movedPoints(document, level, corner, by) {
  const points = [corner];
  for (let place = 0; place < points.length; place += 1) {
    for (const wall of wallsOf(document, level)) {
      const other = meet(wall.a, points[place]) ? wall.b : meet(wall.b, points[place]) ? wall.a : null;
      if (other && !isParallel(wall, by) && !points.some((point) => meet(point, other))) points.push(other);
    }
  }
  return points;
}

/** @param {{a: Point, b: Point}} wall @param {Point} by */
function isParallel({ a, b }, by) {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  return Math.abs(x * by[1] - y * by[0]) <= PARALLEL * Math.hypot(x, y) * Math.hypot(by[0], by[1]);
}

/** @param {number} mm */
const whole_mm = (mm) => Math.floor(mm + 0.5);
