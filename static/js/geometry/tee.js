/**
 * A wall that runs into another one: its end goes on, or is cut back, to the other's centre line.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/ends.js").End} End
 * @typedef {import("#geometry/ends.js").Body} Body
 * @typedef {import("#geometry/ends.js").Corner} Corner
 * @typedef {import("#geometry/ends.js").Joint} Joint
 * @typedef {Body["halves"]} Halves
 * @typedef {{reach: number, start: Vector, stop: Vector, halves: Halves}} Target
 */
import { crossing, squareCorner } from "#geometry/ends.js";
import { across, dot, length, minus, moved } from "#geometry/vector.js";

/** The sine of the angle (15 degrees) under which a wall that runs into another is simply left square. */
const FLATTEST_TEE = 0.2588;
/** Rounding that a foot beyond a facet's end is forgiven. */
const ON_FACET_MM = 1e-6;

/**
 * The joint with the nearest wall that the end reaches with its cap, or null.
 * @param {End} end @param {readonly Body[]} bodies @returns {Joint | null}
 */
export function runInto(end, bodies) {
  /** @type {Target | null} */
  let best = null;
  for (const target of targets(end, bodies)) {
    if (!best || Math.abs(target.reach) < Math.abs(best.reach)) best = target;
  }
  return best && joined(end, best);
}

/** @param {End} end @param {readonly Body[]} bodies @returns {Target[]} */
function targets(end, bodies) {
  return bodies.flatMap(({ points, halves, box }, wall) => {
    if (wall === end.wall || !isWithin(box, end.at, Math.max(...halves) * 4 + end.half)) return [];
    return points.slice(1).flatMap((stop, place) => {
      const reach = reachTo(end, points[place], stop, halves);
      return reach === null ? [] : [{ reach, start: points[place], stop, halves }];
    });
  });
}

/** @param {[number, number, number, number]} box @param {Vector} point @param {number} margin */
const isWithin = ([left, top, right, bottom], [x, y], margin) =>
  left - margin <= x && x <= right + margin && top - margin <= y && y <= bottom + margin;

/**
 * How far the end still has to go to the facet's line; null when it does not touch that wall, even capped.
 * @param {End} end @param {Vector} start @param {Vector} stop @param {Halves} halves @returns {number | null}
 */
function reachTo(end, start, stop, halves) {
  const facet = minus(stop, start);
  const facet_mm = length(facet);
  const sine = Math.abs(across(end.into, facet)) / facet_mm;
  if (sine < FLATTEST_TEE) return isInside(end.at, start, facet, facet_mm, halves) ? 0 : null;
  const missing = -across(minus(start, end.at), facet) / across(end.into, facet);
  const foot = dot(minus(moved(end.at, end.into, -missing), start), facet) / facet_mm;
  const half = halfAlong(foot / facet_mm, halves);
  const touches = -half / sine <= missing && missing <= half / sine + end.half && -missing < end.length;
  return touches && -ON_FACET_MM <= foot && foot <= facet_mm + ON_FACET_MM ? missing : null;
}

/** @param {Vector} point @param {Vector} start @param {Vector} facet @param {number} facet_mm @param {Halves} halves */
function isInside(point, start, facet, facet_mm, halves) {
  const apart = minus(point, start);
  const share = dot(apart, facet) / (facet_mm * facet_mm);
  return 0 <= share && share <= 1 && Math.abs(across(apart, facet)) <= halfAlong(share, halves) * facet_mm;
}

/** @param {number} share @param {Halves} halves */
const halfAlong = (share, [atA, atB]) => atA + (atB - atA) * share;

/** @param {End} end @param {Target} target @returns {Joint} */
function joined(end, { start, stop, halves }) {
  const facet = minus(stop, start);
  const facet_mm = length(facet);
  const flat = Math.abs(across(end.into, facet)) / facet_mm < FLATTEST_TEE;
  const near = across(facet, end.into) > 0 ? 1 : -1;
  const [face, faceTo] = [start, stop].map((at, n) => moved(at, [-facet[1] / facet_mm, facet[0] / facet_mm], near * halves[n]));
  const [left, right] = [end.left, end.right].map((line) => cornerOn(line, start, stop, face, faceTo));
  if (!flat && left && right) return { left, right, between: [] };
  return { left: squareCorner(end.left), right: squareCorner(end.right), between: [] };
}

/**
 * @param {readonly Vector[]} line @param {Vector} start @param {Vector} stop @param {Vector} face
 * @param {Vector} faceTo
 */
function cornerOn(line, start, stop, face, faceTo) {
  const centre = crossing(line[0], line[1], start, stop);
  const seen = crossing(line[0], line[1], face, faceTo);
  return centre && seen && centre.share <= 1 ? { point: centre.point, place: centre.share, seen: seen.point } : null;
}
