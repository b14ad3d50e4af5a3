/**
 * How high a face reaches along its wall, and how much of it lies between two heights.
 *
 * The upper edge of a face: [mm along the wall from a, mm above the floor], from the lesser to the greater along.
 * @typedef {[number, number][]} Top
 *
 * From and to along the wall, from and to above the floor, mm.
 * @typedef {[number, number, number, number]} Rectangle
 */
import { wallHeights } from "#geometry/entities.js";

/**
 * The wall's own upper edge over a stretch: straight between its two ends, level beyond them.
 * @param {import("#geometry/entities.js").Plan} plan @param {import("#geometry/entities.js").Wall} wall
 * @param {import("#geometry/centreline.js").CentreLine} line @param {number} from_mm @param {number} to_mm
 * @returns {Top}
 */
export function topOf(plan, wall, line, from_mm, to_mm) {
  const [atA, atB] = wallHeights(plan, wall);
  const inner = [0, line.length_mm].filter((end) => from_mm < end && end < to_mm);
  return [from_mm, ...inner, to_mm].map((at) => {
    const share = Math.min(Math.max(at / line.length_mm, 0), 1);
    return [at, atA + (atB - atA) * share];
  });
}

/** The height of the upper edge so far along the wall. @param {Top} top @param {number} at_mm */
export function heightAt(top, at_mm) {
  for (const [[x, z], [toX, toZ]] of pairs(top)) {
    if (x <= at_mm && at_mm <= toX && x < toX) return z + ((toZ - z) * (at_mm - x)) / (toX - x);
  }
  return at_mm < top[0][0] ? top[0][1] : top[top.length - 1][1];
}

/**
 * How much lies under the upper edge between two heights, mm² on the centre line's length.
 * @param {Top} top @param {number} z_from @param {number} z_to
 */
export const areaBetween = (top, z_from, z_to) =>
  z_from < z_to
    ? pairs(top).reduce((sum, [[x, z], [toX, toZ]]) => sum + (toX - x) * meanWithin(z, toZ, z_from, z_to), 0)
    : 0;

/**
 * How much of that the rectangles cover together, what two of them cover counted once.
 * @param {Top} top @param {readonly Rectangle[]} rectangles @param {number} z_from @param {number} z_to
 */
export function coveredArea(top, rectangles, z_from, z_to) {
  const edges = rectangles.flatMap(([low, high]) => [low, high]);
  const bends = top.map(([at]) => at).filter((at) => Math.min(...edges) < at && at < Math.max(...edges));
  const stops = ascending([...edges, ...bends]);
  return pairs(stops).reduce((total, [x, toX]) => {
    const middle = (x + toX) / 2;
    const heights = rectangles.filter(([start, stop]) => start < middle && middle < stop);
    const stretch = straightOver(top, x, toX);
    const merged = mergedOf(heights.map(([, , low, high]) => [low, high]));
    for (const [low, high] of merged) total += areaBetween(stretch, Math.max(low, z_from), Math.min(high, z_to));
    return total;
  }, 0);
}

/** The upper edge over a stretch in which it does not bend; beyond its ends it runs on level. @param {Top} top @param {number} low @param {number} high @returns {Top} */
function straightOver(top, low, high) {
  const middle = (low + high) / 2;
  const over = pairs(top).find(([[x], [toX]]) => x <= middle && middle <= toX && x < toX);
  if (!over) return [[low, heightAt(top, low)], [high, heightAt(top, high)]];
  const [[x, z], [toX, toZ]] = over;
  return [low, high].map((at) => [at, z + ((toZ - z) * (Math.min(Math.max(at, x), toX) - x)) / (toX - x)]);
}

/** @param {readonly number[]} values @returns {number[]} each once */
export const ascending = (values) => [...new Set(values)].sort((one, other) => one - other);

/** @template T @param {readonly T[]} values @returns {[T, T][]} each with the next */
export const pairs = (values) => values.slice(1).map((value, place) => [values[place], value]);

/** @param {[number, number][]} intervals @returns {[number, number][]} */
function mergedOf(intervals) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [low, high] of intervals.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = merged[merged.length - 1];
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

/**
 * The mean, over an edge that rises evenly, of how far it reaches above `low` and at most up to `high`.
 * @param {number} z @param {number} toZ @param {number} low @param {number} high
 */
const meanWithin = (z, toZ, low, high) =>
  z === toZ ? clamped(z, low, high) - low : (below(toZ, low, high) - below(z, low, high)) / (toZ - z);

/** @param {number} z @param {number} low @param {number} high */
function below(z, low, high) {
  const inside = clamped(z, low, high) - low;
  return (inside * inside) / 2 + (high - low) * Math.max(z - high, 0);
}

/** @param {number} value @param {number} low @param {number} high */
const clamped = (value, low, high) => Math.min(Math.max(value, low), high);
