/**
 * Walls along a path of inner faces: what a room measures inside is the path, the centre lines lie outside of it.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {[number, number]} Point integer mm
 */
import { crossing } from "#geometry/ends.js";
import { wholePoint } from "#geometry/snap_point.js";
import { across, dot, length, minus, moved } from "#geometry/vector.js";

/** A free end is capped half a thickness past its point, so the point stays as much short; a wall keeps at least this. */
const LEAST_MM = 10;

/** The side on which a path has its inside, by all its turns: 1 right of it (clockwise on the page), -1 left. @param {readonly Vector[]} inner @param {boolean} closed the last point leads back to the first @returns {1 | -1} */
export function insideOf(inner, closed) {
  const ways = waysOf(inner, closed);
  const turns = ways.map((way, place) => (place || closed ? turn(ways.at(place - 1) ?? way, way) : 0));
  return turns.reduce((sum, one) => sum + one, 0) < -1e-6 ? -1 : 1;
}

/**
 * The corners of the centre lines, one for each point of the path.
 * @param {readonly Vector[]} inner
 * @param {{half_mm: number, side: 1 | -1, closed?: boolean, from?: Point | null, to?: Point | null}} how `from`, `to`: where the first and the last wall are held by others
 * @returns {Point[]}
 */
export function centreCorners(inner, { half_mm, side, closed = false, from = null, to = null }) {
  const ways = waysOf(inner, closed);
  const outside = (/** @type {Vector} */ point, /** @type {Vector} */ way) => moved(point, inwards(way, side), -half_mm);
  return inner.map((point, place) => {
    const before = ways[place - 1] ?? (closed ? ways[ways.length - 1] : null);
    const after = ways[place] ?? null;
    if (before && after) return mitred(outside(point, before), before, outside(point, after), after);
    if (after) return from ?? wholePoint(moved(outside(point, after), after, spare(inner[1], point, half_mm)));
    return to ?? (before ? wholePoint(moved(outside(point, before), before, -spare(inner[place - 1], point, half_mm))) : wholePoint(point));
  });
}

/** The unit vector into the room of a wall that runs this way. @param {Vector} way @param {1 | -1} side @returns {Vector} */
export const inwards = ([x, y], side) => [-y * side, x * side];

/** @param {readonly Vector[]} inner @param {boolean} closed @returns {Vector[]} */
const waysOf = (inner, closed) =>
  (closed ? [...inner, inner[0]] : inner).slice(1).map((point, place) => unit(minus(point, inner[place])));

/** @param {Vector} way @returns {Vector} */
export function unit(way) {
  const long = length(way);
  return long ? [way[0] / long, way[1] / long] : [1, 0];
}

/** Clockwise positive, radians. @param {Vector} one @param {Vector} other */
const turn = (one, other) => Math.atan2(across(one, other), dot(one, other));

/** @param {Vector} one @param {Vector} oneWay @param {Vector} other @param {Vector} otherWay @returns {Point} */
function mitred(one, oneWay, other, otherWay) {
  const hit = Math.abs(across(oneWay, otherWay)) > 1e-6 ? crossing(one, moved(one, oneWay, 1), other, moved(other, otherWay, 1)) : null;
  return wholePoint(hit ? hit.point : other);
}

/** @param {Vector} from @param {Vector} to @param {number} half_mm */
const spare = (from, to, half_mm) => Math.max(Math.min(half_mm, length(minus(to, from)) - half_mm - LEAST_MM), 0);
