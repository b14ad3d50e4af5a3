/** Several things placed as one, and the set that things make. */

import { footprint } from "#geometry/footprint.js";
import { turned } from "#geometry/vector.js";
import { added, newGroup } from "#model/actions/arrange_items.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {[number, number]} Point */
/** @typedef {{id: string, name: Record<string, string>, items: Fields[], own: boolean}} ItemSet its items about their middle, the back at the top */

const FULL_TURN = 360_000;
const AT_THE_BACK_MM = 5;
const NOT_KEPT = ["id", "level", "host", "group", "locked"];

/**
 * The set's things come in, one group; those at its back stand against the host.
 * @param {readonly Fields[]} items @param {{level: string, at: readonly [number, number], turn_mdeg: number, host: string | null}} place of its middle
 * @param {readonly string[]} ids what they are called @returns {() => Parts | null}
 */
export const addSet = (items, { level, at, turn_mdeg, host }, ids) => () => {
  const group = newGroup();
  const back = boxAround(items).top;
  return added("add_set", items.map((item, place) => [ids[place], {
    ...item,
    level,
    group,
    at: whole(turned(item.at, (turn_mdeg / 180_000) * Math.PI), at),
    turn_mdeg: ((item.turn_mdeg ?? 0) + turn_mdeg) % FULL_TURN,
    host: !item.turn_mdeg && item.at[1] - item.size[1] / 2 < back + AT_THE_BACK_MM ? host : null,
  }]));
};

/** What the set is for whoever looks for its place: a box, by a wall when one of its things belongs there. @param {readonly Fields[]} items @param {import("#model/kinds.js").Kinds} kinds */
export function boxOf(items, kinds) {
  const { left, top, right, bottom } = boxAround(items);
  const height = Math.max(...items.map(({ size, elevation = 0 }) => size[2] + elevation));
  const isByWall = items.some(({ kind }) => kinds.has(kind) && kinds.get(kind).snap !== "free");
  const size = /** @type {[number, number, number]} */ ([right - left, bottom - top, height]);
  return { name: "", size, least: size, most: size, elevation: 0, mount: "floor", snap: isByWall ? "wall" : "free", zones: [], let: {} };
}

/**
 * The set that entities make: its back is where most of them that belong to a wall have theirs.
 * @param {readonly Fields[]} items @param {import("#model/kinds.js").Kinds} kinds @returns {Fields[]}
 */
export function setOf(items, kinds) {
  const byWall = items.filter(({ kind }) => kinds.has(kind) && kinds.get(kind).snap !== "free");
  const back_mdeg = mostCommon((byWall.length ? byWall : items).map(({ turn_mdeg }) => turn_mdeg));
  const turning = (-back_mdeg / 180_000) * Math.PI;
  const laid = items.map((item) => ({ ...item, at: turned(item.at, turning), turn_mdeg: (item.turn_mdeg - back_mdeg + FULL_TURN) % FULL_TURN }));
  const { left, top, right, bottom } = boxAround(laid);
  const middle = /** @type {Point} */ ([left + right, top + bottom].map((ends) => Math.floor(-ends / 2)));
  return laid.map((item) => ({ ...Object.fromEntries(Object.entries(item).filter(([name]) => !NOT_KEPT.includes(name))), at: whole(item.at, middle) }));
}

/** @param {readonly Fields[]} items */
export function boxAround(items) {
  const corners = items.flatMap(({ at, size, turn_mdeg = 0 }) => footprint({ at, size, turn_mdeg }));
  const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => Math.round(corner[axis])));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** @param {number[]} turns */
function mostCommon(turns) {
  const counts = new Map(turns.map((turn) => [turn, turns.filter((other) => other === turn).length]));
  return turns.reduce((best, turn) => (Number(counts.get(turn)) > Number(counts.get(best)) ? turn : best));
}

/** @param {readonly [number, number]} at @param {readonly [number, number]} by @returns {Point} */
const whole = ([x, y], by) => [Math.floor(x + by[0] + 0.5), Math.floor(y + by[1] + 0.5)];
