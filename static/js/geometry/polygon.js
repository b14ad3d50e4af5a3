/**
 * Rings of plan points: area, perimeter, what lies inside, and one way of writing each ring down.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {readonly Vector[]} Ring without the closing point
 */
import { across, dot, length, minus } from "#geometry/vector.js";

/** A corner nearer than this to the line of its neighbours is none. */
const STRAIGHT_MM = 1e-3;
/** Halves are meant to go up, also when rounding errors have left them a little short. */
export const TIE = 1e-3;

/** The nearest whole number, halves up. @param {number} value */
export const whole = (value) => Math.floor(value + 0.5 + TIE);

/** The value in whole thousandths. @param {number} value */
export const fine = (value) => Math.floor(value * 1000 + 0.5) / 1000 + 0;

/** @param {Vector} point @returns {Vector} */
export const finePoint = (point) => [fine(point[0]), fine(point[1])];

/** The area in mm², positive when the ring runs clockwise on the page (y down). @param {Ring} ring */
export function signedArea(ring) {
  const fan = ring.slice(1).map((point) => minus(point, ring[0]));
  let twice = 0;
  for (let place = 1; place < fan.length; place += 1) twice += across(fan[place - 1], fan[place]);
  return twice / 2;
}

/** @param {Ring} ring */
export const perimeter = (ring) => edges(ring).reduce((sum, [p, q]) => sum + length(minus(q, p)), 0);

/** @param {Ring} ring @returns {[Vector, Vector][]} */
export const edges = (ring) => ring.map((point, place) => [point, ring[(place + 1) % ring.length]]);

/**
 * Whether the point lies inside; on the line itself either answer may come.
 * @param {Ring} ring @param {Vector} point
 */
export function contains(ring, [x, y]) {
  let inside = false;
  for (const [[px, py], [qx, qy]] of edges(ring)) {
    if (py > y !== qy > y && x < px + ((qx - px) * (y - py)) / (qy - py)) inside = !inside;
  }
  return inside;
}

/**
 * The ring, and the owner of the edge from each corner to the next, without what rounding leaves: edges of no length,
 * and spikes of no width. Their longer edge keeps its owner.
 * @param {Ring} ring @param {readonly number[]} owners @returns {{points: Vector[], owners: number[]}}
 */
export function cleaned(ring, owners) {
  const points = [...ring];
  const kept = [...owners];
  for (let place = 0; place < points.length && points.length > 3; place += 1) {
    const [before, point, after] = about(points, place);
    if (!isLitter(before, point, after)) continue;
    if (length(minus(after, point)) > length(minus(point, before))) kept[(place || kept.length) - 1] = kept[place];
    points.splice(place, 1);
    kept.splice(place, 1);
    place = -1;
  }
  return { points, owners: kept };
}

/**
 * The ring in whole thousandths of a mm, without straight corners, from its topmost and then leftmost corner.
 * @param {Ring} ring @param {boolean} clockwise @returns {Ring}
 */
export function written(ring, clockwise) {
  const corners = ring.filter((_, place) => !isStraight(...about(ring, place)));
  const points = (signedArea(corners) > 0 === clockwise ? corners : corners.toReversed()).map(finePoint);
  return startingAt(points, topmost(points));
}

/** The index of the topmost corner; of several, the leftmost. @param {Ring} ring */
export function topmost(ring) {
  let best = 0;
  ring.forEach((point, place) => {
    const [x, y] = finePoint(point);
    const [bestX, bestY] = finePoint(ring[best]);
    if (y < bestY || (y === bestY && x < bestX)) best = place;
  });
  return best;
}

/** @template T @param {readonly T[]} ring @param {number} start @returns {T[]} */
export const startingAt = (ring, start) => [...ring.slice(start), ...ring.slice(0, start)];

/** The chain's two ends and those of its inner points at which it bends. @param {readonly Vector[]} chain */
export const bends = (chain) =>
  chain.filter((_, place) => place === 0 || place === chain.length - 1 || !isStraight(...about(chain, place)));

/** @param {Ring} ring @param {number} place @returns {[Vector, Vector, Vector]} */
const about = (ring, place) => [ring[(place || ring.length) - 1], ring[place], ring[(place + 1) % ring.length]];

/** @param {Vector} before @param {Vector} point @param {Vector} after */
function isStraight(before, point, after) {
  const way = minus(after, before);
  const here = minus(point, before);
  return Math.abs(across(way, here)) <= STRAIGHT_MM * length(way) && dot(way, here) >= 0;
}

/** @param {Vector} before @param {Vector} point @param {Vector} after */
function isLitter(before, point, after) {
  const to = minus(point, before);
  const on = minus(after, point);
  const [shorter, longer] = [length(to), length(on)].sort((one, other) => one - other);
  return shorter <= STRAIGHT_MM || (Math.abs(across(to, on)) <= STRAIGHT_MM * longer && dot(to, on) < 0);
}
