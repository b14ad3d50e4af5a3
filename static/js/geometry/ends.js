/**
 * The ends of walls as joints see them, and the corners that joints make of them.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 *
 * A wall's end seen from the end into the wall: its unit direction and its two side lines, which start here.
 * @typedef {{wall: number, at: Vector, into: Vector, half: number, length: number,
 *   left: readonly Vector[], right: readonly Vector[]}} End
 *
 * What a tee may run into: a wall's facets, half its thickness at a and b, and the box (x, y, x, y) of the centre line;
 * the thickness of a body of many facets is the same all along.
 * @typedef {{points: readonly Vector[], halves: [number, number], box: [number, number, number, number]}} Body
 *
 * Where a side line begins: the point, its place on the line (facets from this end), what one sees of it (where the
 * face comes out of the wall that it runs into).
 * @typedef {{point: Vector, place: number, seen: Vector}} Corner
 *
 * One end's two corners and the points between them, going clockwise about the wall: from its right to its left.
 * @typedef {{left: Corner, right: Corner, between: Vector[]}} Joint
 */
import { across, length, minus, moved } from "#geometry/vector.js";

/** @param {readonly Vector[]} line @returns {Corner} */
export const squareCorner = (line) => ({ point: line[0], place: 0, seen: line[0] });

/** A free end: square, half a thickness past its point; the sides of a straight wall run on there as they are. @param {End} end @returns {Joint} */
export const capped = (end) => ({ left: runOn(end.left, end), right: runOn(end.right, end), between: [] });

/** @param {readonly Vector[]} line @param {End} end @returns {Corner} */
function runOn(line, end) {
  const isStraight = line.length === 2;
  const facet = minus(line[1], line[0]);
  const share = end.half / (isStraight ? end.length : length(facet));
  const point = isStraight ? moved(line[0], facet, -share) : moved(line[0], end.into, -end.half);
  return { point, place: -share, seen: point };
}

/**
 * Where two lines cross, and the share of each of the two stretches up to there; null when parallel.
 * @param {Vector} p @param {Vector} pTo @param {Vector} q @param {Vector} qTo
 */
export function crossing(p, pTo, q, qTo) {
  const one = minus(pTo, p);
  const other = minus(qTo, q);
  const apart = minus(q, p);
  const span = across(one, other);
  if (Math.abs(span) <= 1e-9 * length(one) * length(other)) return null;
  const share = across(apart, other) / span;
  return { point: moved(p, one, share), share, otherShare: across(apart, one) / span };
}
