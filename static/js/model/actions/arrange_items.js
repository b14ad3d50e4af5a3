/** Several things at once: in line, evenly spread, turned or mirrored together, in a row of copies, as one group. */

import { reachAlong } from "#geometry/footprint.js";
import { dot, minus, turned } from "#geometry/vector.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {[number, number]} Point */
/** @typedef {(document: Document) => Parts | null} MakeEdit */
/** @typedef {"left" | "middle" | "right" | "top" | "centre" | "bottom"} Edge on the page */

const FULL_TURN = 360_000;
export const MOST_COPIES = 50;

/** Where on the way across an edge lies: at its low end, its middle or its high end. @type {Record<Edge, [Point, number]>} */
const EDGES = {
  left: [[1, 0], 0], middle: [[1, 0], 0.5], right: [[1, 0], 1],
  top: [[0, 1], 0], centre: [[0, 1], 0.5], bottom: [[0, 1], 1],
};

/** The same edge, or the middle, of all comes to the outermost one's, or to the middle of them all. @param {string[]} ids @param {Edge} edge @returns {MakeEdit} */
export const alignItems = (ids, edge) => (document) => {
  const [way, share] = EDGES[edge];
  const items = free(document, ids);
  const spans = items.map((item) => reachOf(item, way));
  const to = between([Math.min(...spans.map(([low]) => low)), Math.max(...spans.map(([, high]) => high))], share);
  return moved("align_items", items, (_, place) => scaled(way, to - between(spans[place], share)));
};

/** The gaps between them alike, along the page or down it; the outermost two stay. @param {string[]} ids @param {"x" | "y"} axis @returns {MakeEdit} */
export const spreadItems = (ids, axis) => (document) => {
  /** @type {Point} */
  const way = axis === "x" ? [1, 0] : [0, 1];
  const items = free(document, ids).sort((one, other) => dot(one.at, way) - dot(other.at, way));
  if (items.length < 3) return null;
  const spans = items.map((item) => reachOf(item, way));
  const whole = spans[spans.length - 1][1] - spans[0][0];
  const gap = (whole - spans.reduce((sum, [low, high]) => sum + high - low, 0)) / (items.length - 1);
  let from = spans[0][0];
  const starts = spans.map(([low, high]) => {
    const start = from;
    from += high - low + gap;
    return start - low;
  });
  return moved("spread_items", items, (_, place) => scaled(way, starts[place]));
};

/** All as one about their common middle, clockwise. @param {string[]} ids @param {number} by_mdeg @returns {MakeEdit} */
export const turnTogether = (ids, by_mdeg) => (document) => {
  const items = free(document, ids);
  const middle = middleOf(items);
  return changed("turn_item", items, (item) => ({
    at: from(middle, turned(minus(item.at, middle), (by_mdeg / 180_000) * Math.PI)),
    turn_mdeg: (((item.turn_mdeg + by_mdeg) % FULL_TURN) + FULL_TURN) % FULL_TURN,
    host: null,
  }));
};

/** All as one, left and right exchanged about their common middle. @param {string[]} ids @returns {MakeEdit} */
export const mirrorTogether = (ids) => (document) => {
  const items = free(document, ids);
  const middle = middleOf(items);
  return changed("mirror_item", items, (item) => ({
    at: from(middle, [middle[0] - item.at[0], item.at[1] - middle[1]]),
    turn_mdeg: (FULL_TURN - item.turn_mdeg) % FULL_TURN,
    mirrored: !item.mirrored,
    host: null,
  }));
};

/** So many copies, each as far from the one before. @param {string[]} ids @param {number} count @param {Point} by mm @returns {MakeEdit} */
export const arrayItems = (ids, count, by) => (document) =>
  added("array_items", Array.from({ length: count }, (_, step) =>
    copies(present(document, ids), (item) => ({ at: from(item.at, scaled(by, step + 1)) }))).flat());

/**
 * What was copied, once more: on that level, beside where it was.
 * @param {readonly Fields[]} copied entities as they were when they were copied
 * @param {{level: string, by: Point}} to @returns {{make: MakeEdit, ids: string[]}} and what the new ones are called
 */
export function pasteItems(copied, { level, by }) {
  const made = copies(copied, (item) => ({ level, at: from(item.at, by), host: null }));
  return { make: () => added("paste_items", made), ids: made.map(([id]) => id) };
}

/** Henceforth chosen together. @param {string[]} ids @returns {MakeEdit} */
export const groupItems = (ids) => (document) => {
  const group = newGroup();
  return ids.length < 2 ? null : changed("group_items", present(document, ids), () => ({ group }));
};

/** Each for itself again. @param {string[]} ids @returns {MakeEdit} */
export const ungroupItems = (ids) => (document) =>
  changed("ungroup_items", present(document, ids).filter(({ group }) => group), () => ({ group: null }));

/** Held where they are, or let go. @param {string[]} ids @param {boolean} locked @returns {MakeEdit} */
export const lockItems = (ids, locked) => (document) =>
  changed(locked ? "lock_items" : "unlock_items", present(document, ids).filter((item) => item.locked !== locked), () => ({ locked }));

/** What a new group is called. */
export const newGroup = () => `g${newId("items").slice(1)}`;

/** Copies of items under new ids; those of one group are a new group of their own. @param {readonly Fields[]} items @param {(item: Fields) => Fields} change @returns {[string, Fields][]} */
export function copies(items, change) {
  const groups = new Map(items.map(({ group }) => [group, group && newGroup()]));
  return items.map(({ id: _, ...item }) => [newId("items"), { ...item, group: groups.get(item.group) ?? null, locked: false, ...change(/** @type {any} */ (item)) }]);
}

/** @param {string} action @param {[string, Fields][]} made @returns {Parts | null} */
export const added = (action, made) =>
  made.length ? { action, input: "picked", set: Object.fromEntries(made.map(([id, fields]) => [`items/${id}`, fields])) } : null;

/** @param {Document} document @param {string[]} ids @returns {any[]} */
export const present = (document, ids) => ids.map((id) => entity(document, "items", id)).filter((item) => item !== null);

/** Those that may be moved. @param {Document} document @param {string[]} ids @returns {any[]} */
export const free = (document, ids) => present(document, ids).filter(({ locked }) => !locked);

/** @param {any} item @param {Point} way @returns {[number, number]} */
const reachOf = (item, way) => reachAlong(item, [0, 0], way);

/** @param {readonly [number, number]} span @param {number} share */
const between = ([low, high], share) => low + (high - low) * share;

/** The middle of the box around them. @param {any[]} items @returns {Point} */
const middleOf = (items) =>
  /** @type {Point} */ ([[1, 0], [0, 1]].map((way) => {
    const spans = items.map((item) => reachOf(item, /** @type {Point} */ (way)));
    return (Math.min(...spans.map(([low]) => low)) + Math.max(...spans.map(([, high]) => high))) / 2;
  }));

/** @param {readonly [number, number]} way @param {number} by @returns {Point} */
const scaled = ([x, y], by) => [x * by, y * by];

/** @param {readonly [number, number]} at @param {readonly [number, number]} by @returns {Point} */
const from = ([x, y], by) => [Math.floor(x + by[0] + 0.5), Math.floor(y + by[1] + 0.5)];

/** @param {string} action @param {any[]} items @param {(item: any, place: number) => Point} by */
const moved = (action, items, by) => {
  const ways = new Map(items.map((item, place) => [item, by(item, place)]));
  const going = items.filter((item) => ways.get(item)?.some((mm) => Math.floor(mm + 0.5) !== 0));
  return changed(action, going, (item) => ({ at: from(item.at, /** @type {Point} */ (ways.get(item))), host: null }));
};

/** @param {string} action @param {any[]} items @param {(item: any) => Fields} change @returns {Parts | null} */
const changed = (action, items, change) =>
  items.length ? { action, input: "picked", set: Object.fromEntries(items.map((item) => [`items/${item.id}`, change(item)])) } : null;
