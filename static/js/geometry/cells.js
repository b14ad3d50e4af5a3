/**
 * Faces of a scene cut into convex pieces that meet corner to corner, so that no gap shows between them.
 *
 * A wall's face is measured by `along` (mm along its wall) and z; a floor by x and y.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {readonly Vector[]} Cell
 * @typedef {readonly [number, number, number, number]} Area along from, to, z from, to
 * @typedef {{top: readonly Vector[], holes: readonly Area[]}} Sheet what a face covers: the line of its top, left to right, and what is cut out
 */
import { pairs } from "#geometry/heights.js";
import { edges, signedArea } from "#geometry/polygon.js";
import { across, minus } from "#geometry/vector.js";

/** Thinner cells are what rounding leaves. */
export const LEAST_MM = 0.05;

/**
 * The sheet between two heights as convex cells, each from its lower left corner, right and up.
 * @param {Sheet} sheet @param {number} low @param {number} high
 * @param {readonly number[]} stops further places along at which cells end (an arc's facets)
 * @param {readonly number[]} rows further heights (other bands) @returns {Cell[]}
 */
export function cellsOf({ top, holes }, low, high, stops = [], rows = []) {
  const places = [...top.map(([along]) => along), ...holes.flatMap(([from, to]) => [from, to]), ...stops];
  const heights = [low, high, ...holes.flatMap(([, , from, to]) => [from, to]), ...rows];
  const columns = pairs(marks(places, top[0][0], top[top.length - 1][0]));
  const levels = pairs(marks(heights, low, high));
  return columns
    .flatMap((column) => levels.filter((row) => !isHole(holes, column, row)).map((row) => under(top, column, row)))
    .filter((cell) => cell.length > 2);
}

/** @param {readonly number[]} values @param {number} low @param {number} high */
function marks(values, low, high) {
  const inside = values.filter((value) => low + LEAST_MM < value && value < high - LEAST_MM).sort((one, other) => one - other);
  const apart = inside.filter((value, place) => value - (inside[place - 1] ?? low) > LEAST_MM);
  return [low, ...apart, high];
}

/** @param {readonly Area[]} holes @param {Vector} column @param {Vector} row */
function isHole(holes, column, row) {
  const [along, z] = [(column[0] + column[1]) / 2, (row[0] + row[1]) / 2];
  return holes.some(([from, to, zFrom, zTo]) => from < along && along < to && zFrom < z && z < zTo);
}

/**
 * The part of a cell that lies under the line of the top, which is straight over one column.
 * @param {readonly Vector[]} top @param {Vector} column @param {Vector} row @returns {Cell}
 */
function under(top, column, row) {
  const [[left, right], [low, high]] = [column, row];
  const [atLeft, atRight] = [heightAt(top, column, left), heightAt(top, column, right)];
  /** @type {Cell} */
  const whole = [[left, low], [right, low], [right, high], [left, high]];
  if (Math.min(atLeft, atRight) >= high) return whole;
  const slope = (atRight - atLeft) / (right - left);
  return clipped(whole, ([along, z]) => atLeft + slope * (along - left) - z);
}

/**
 * The top's height at one end of a column: where the top steps, the height that belongs to this column.
 * @param {readonly Vector[]} top @param {Vector} column @param {number} along
 */
function heightAt(top, column, along) {
  const middle = (column[0] + column[1]) / 2;
  const found = pairs(top).find(([[s], [sNext]]) => s <= middle && middle <= sNext && s < sNext);
  if (!found) return top[top.length - 1][1];
  const [[s, z], [sNext, zNext]] = found;
  return z + ((zNext - z) * (along - s)) / (sNext - s);
}

/**
 * The part of a convex polygon where the (linear) function is not negative.
 * @param {Cell} polygon @param {(point: Vector) => number} inside @returns {Cell}
 */
export function clipped(polygon, inside) {
  /** @type {Vector[]} */
  const kept = [];
  const depths = polygon.map(inside);
  polygon.forEach((point, place) => {
    const from = (place || polygon.length) - 1;
    const [depth, before, [x, y]] = [depths[place], depths[from], polygon[from]];
    if (depth < 0 !== before < 0 && Math.abs(depth - before) > 0) {
      const share = before / (before - depth);
      kept.push([x + (point[0] - x) * share, y + (point[1] - y) * share]);
    }
    if (depth >= 0) kept.push(point);
  });
  return withoutRepeats(kept);
}

/** @param {Cell} cell @returns {Vector} */
export function middleOf(cell) {
  const mean = (/** @type {0 | 1} */ axis) => cell.reduce((sum, point) => sum + point[axis], 0) / cell.length;
  return [mean(0), mean(1)];
}

/** @param {Cell} points @returns {Cell} */
function withoutRepeats(points) {
  const kept = points.filter((point, place) => {
    const before = points[(place || points.length) - 1];
    return Math.max(Math.abs(point[0] - before[0]), Math.abs(point[1] - before[1])) > LEAST_MM;
  });
  return kept.length > 2 ? kept : [];
}

/**
 * A polygon (clockwise on the page) and its holes (the other way) as triangles that are clockwise on the page.
 * @param {Cell} outer @param {readonly Cell[]} holes @returns {Cell[]}
 */
export function triangles(outer, holes = []) {
  const rightmost = (/** @type {Cell} */ ring) => Math.max(...ring.map(([x]) => x));
  const order = holes.toSorted((one, other) => rightmost(other) - rightmost(one));
  return ears(order.reduce(bridged, [...outer]));
}

/**
 * The ring led into the hole and back along a line that crosses neither, from the hole's rightmost corner.
 * @param {Vector[]} ring @param {Cell} hole @returns {Vector[]}
 */
function bridged(ring, hole) {
  const start = hole.reduce((best, [x, y], place) => (x > hole[best][0] || (x === hole[best][0] && y < hole[best][1]) ? place : best), 0);
  const tip = hole[start];
  const order = ring.map((_, place) => place).sort((one, other) => apart(ring[one], tip) - apart(ring[other], tip));
  const door = order.find((place) => isFree(ring, hole, place, tip)) ?? order[0];
  return [...ring.slice(0, door + 1), ...hole.slice(start), ...hole.slice(0, start + 1), ...ring.slice(door)];
}

/** @param {Cell} ring @param {Cell} hole @param {number} place @param {Vector} tip */
function isFree(ring, hole, place, tip) {
  const door = ring[place];
  const [before, after] = [ring[(place || ring.length) - 1], ring[(place + 1) % ring.length]];
  if (!opens(before, door, after, tip)) return false;
  const sides = [...edges(ring), ...edges(hole)];
  return !sides.some(([p, q]) => ![p, q].some((end) => isSame(end, door) || isSame(end, tip)) && cross(door, tip, p, q));
}

/**
 * Whether the way from a corner of a clockwise ring goes into the ring.
 * @param {Vector} before @param {Vector} at @param {Vector} after @param {Vector} to
 */
function opens(before, at, after, to) {
  const [into, fromBefore, toAfter] = [minus(to, at), minus(at, before), minus(after, at)];
  const beside = [across(fromBefore, into) > 0, across(toAfter, into) > 0];
  return across(fromBefore, toAfter) >= 0 ? beside[0] && beside[1] : beside[0] || beside[1];
}

/** @param {Vector} a @param {Vector} b @param {Vector} p @param {Vector} q */
function cross(a, b, p, q) {
  const [one, other] = [minus(b, a), minus(q, p)];
  return (
    across(one, minus(p, a)) * across(one, minus(q, a)) <= 0 && across(other, minus(a, p)) * across(other, minus(b, p)) <= 0
  );
}

/** @param {Vector} p @param {Vector} q */
const isSame = (p, q) => p[0] === q[0] && p[1] === q[1];

/** @param {Vector} p @param {Vector} q */
const apart = (p, q) => (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]);

/** @param {Cell} ring @returns {Cell[]} */
function ears(ring) {
  const left = ring.map((_, place) => place);
  /** @type {Cell[]} */
  const found = [];
  while (left.length > 3) {
    const ear = Math.max(left.findIndex((_, place) => isEar(ring, left, place)), 0);
    found.push(about(left, ear).map((place) => ring[place]));
    left.splice(ear, 1);
  }
  return [...found, left.map((place) => ring[place])].filter((cell) => signedArea(cell) > LEAST_MM);
}

/** @param {Cell} ring @param {readonly number[]} left @param {number} place */
function isEar(ring, left, place) {
  const [before, tip, after] = about(left, place).map((one) => ring[one]);
  if (across(minus(tip, before), minus(after, tip)) <= 0) return false;
  return !left.some((one) => {
    const point = ring[one];
    return ![before, tip, after].some((corner) => isSame(corner, point)) && holds(before, tip, after, point);
  });
}

/** @param {readonly number[]} left @param {number} place */
const about = (left, place) => [left[(place || left.length) - 1], left[place], left[(place + 1) % left.length]];

/** @param {Vector} a @param {Vector} b @param {Vector} c @param {Vector} point */
const holds = (a, b, c, point) =>
  across(minus(b, a), minus(point, a)) >= 0 && across(minus(c, b), minus(point, b)) >= 0 && across(minus(a, c), minus(point, c)) >= 0;
