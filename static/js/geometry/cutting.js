/**
 * Rings that lie over one another cut where they cross and touch: stretches that meet only in vertices.
 *
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/polygon.js").Ring} Ring
 *
 * A side of a ring between two vertices, with the vertices that lie on it; `owner` counts the sides of all rings.
 * @typedef {{from: number, to: number, owner: number, on: Set<number>}} Cut
 *
 * @typedef {{from: number, to: number, owner: number}} Stretch
 */
import { SAME_MM, Vertices } from "#geometry/vertices.js";
import { across, dot, length, minus, moved } from "#geometry/vector.js";

/**
 * Every ring's sides as stretches that no other side crosses, and the points of the vertices that they name.
 * @param {readonly Ring[]} rings @returns {{stretches: Stretch[], points: readonly Vector[]}}
 */
export function cutRings(rings) {
  const vertices = new Vertices();
  const cuts = sidesOf(rings, vertices);
  const boxes = rings.map(boxOf);
  for (let one = 0; one < rings.length; one += 1) {
    for (let other = one + 1; other < rings.length; other += 1) {
      if (overlap(boxes[one], boxes[other])) cutEachOther(cuts[one], cuts[other], boxes[other], vertices);
    }
  }
  return { stretches: cuts.flat().flatMap((cut) => stretchesOf(cut, vertices.points)), points: vertices.points };
}

/** @param {readonly Ring[]} rings @param {Vertices} vertices @returns {Cut[][]} */
function sidesOf(rings, vertices) {
  let owner = -1;
  return rings.map((ring) => {
    const numbers = ring.map((point) => vertices.number(point));
    return numbers.flatMap((from, place) => {
      owner += 1;
      const to = numbers[(place + 1) % numbers.length];
      return from === to ? [] : [{ from, to, owner, on: new Set() }];
    });
  });
}

/** @typedef {[number, number, number, number]} Box x, y, x, y @param {readonly Vector[]} points @returns {Box} */
function boxOf(points) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** @param {Box} one @param {Box} other */
const overlap = (one, other) =>
  one[0] <= other[2] + SAME_MM &&
  other[0] <= one[2] + SAME_MM &&
  one[1] <= other[3] + SAME_MM &&
  other[1] <= one[3] + SAME_MM;

/** @param {Cut[]} ones @param {Cut[]} others @param {Box} around the box of the others @param {Vertices} vertices */
function cutEachOther(ones, others, around, vertices) {
  const { points } = vertices;
  for (const one of ones) {
    const box = boxOf([points[one.from], points[one.to]]);
    if (!overlap(box, around)) continue;
    for (const other of others) {
      if (overlap(box, boxOf([points[other.from], points[other.to]]))) cutTwo(one, other, vertices);
    }
  }
}

/** @param {Cut} one @param {Cut} other @param {Vertices} vertices */
function cutTwo(one, other, vertices) {
  const { points } = vertices;
  const touching = [
    touches(one, other.from, points),
    touches(one, other.to, points),
    touches(other, one.from, points),
    touches(other, one.to, points),
  ];
  if (touching.includes(true)) return;
  const before = rightOf(other, points[one.from], points);
  const after = rightOf(other, points[one.to], points);
  if (before > 0 === after > 0) return;
  if (rightOf(one, points[other.from], points) > 0 === rightOf(one, points[other.to], points) > 0) return;
  const way = minus(points[one.to], points[one.from]);
  const number = vertices.number(moved(points[one.from], way, before / (before - after)));
  one.on.add(number);
  other.on.add(number);
}

/**
 * Whether the vertex lies on the side; the side is cut there.
 * @param {Cut} cut @param {number} vertex @param {readonly Vector[]} points
 */
function touches(cut, vertex, points) {
  if (vertex === cut.from || vertex === cut.to) return true;
  if (Math.abs(rightOf(cut, points[vertex], points)) > SAME_MM) return false;
  const way = minus(points[cut.to], points[cut.from]);
  const foot = dot(minus(points[vertex], points[cut.from]), way);
  if (foot < 0 || foot > dot(way, way)) return false;
  cut.on.add(vertex);
  return true;
}

/**
 * How far the point lies to the right of the side's line.
 * @param {Cut} cut @param {Vector} point @param {readonly Vector[]} points
 */
function rightOf(cut, point, points) {
  const way = minus(points[cut.to], points[cut.from]);
  return across(way, minus(point, points[cut.from])) / length(way);
}

/** @param {Cut} cut @param {readonly Vector[]} points @returns {Stretch[]} */
function stretchesOf({ from, to, owner, on }, points) {
  if (on.size === 0) return [{ from, to, owner }];
  const way = minus(points[to], points[from]);
  const along = (/** @type {number} */ vertex) => dot(minus(points[vertex], points[from]), way);
  const stops = [from, ...[...on].sort((one, other) => along(one) - along(other)), to];
  return stops.slice(1).map((stop, place) => ({ from: stops[place], to: stop, owner }));
}
