/** Items go elsewhere: moved, turned, copied, or another thing comes into the same place; what is locked stays. */

import { added, copies, free, present } from "#model/actions/arrange_items.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {[number, number]} Point */

const FULL_TURN = 360_000;
const BESIDE_MM = 200;

/** Each item by the same way. @param {string[]} ids @param {Point} by @param {"dragged" | "typed"} [input] @returns {(document: Document) => Parts | null} */
export const moveItems = (ids, by, input = "dragged") => (document) =>
  by[0] === 0 && by[1] === 0
    ? null
    : changed(document, "move_item", input, ids, (item) => ({ at: [item.at[0] + by[0], item.at[1] + by[1]] }));

/** One item to where it snapped. @param {string} id @param {{at: Point, turn_mdeg?: number, host?: string | null}} place @returns {(document: Document) => Parts | null} */
export const placeItem = (id, place) => (document) => changed(document, "move_item", "dragged", [id], () => place);

/** Each item about its own middle, clockwise. @param {string[]} ids @param {number} by_mdeg @returns {(document: Document) => Parts | null} */
export const turnItems = (ids, by_mdeg) => (document) =>
  changed(document, "turn_item", "picked", ids, (item) => ({
    turn_mdeg: (((item.turn_mdeg + by_mdeg) % FULL_TURN) + FULL_TURN) % FULL_TURN,
    host: null,
  }));

/** A copy beside each. @param {string[]} ids @returns {(document: Document) => Parts | null} */
export const duplicateItems = (ids) => (document) =>
  added("duplicate_item", copies(present(document, ids), (item) => ({ at: along(item, item.size[0] + BESIDE_MM, 0) })));

/**
 * Another kind comes into the place: its back stays where the back was, so that it still stands against its wall.
 * @param {string} id @param {{name: string, size: [number, number, number], elevation?: number}} kind
 * @returns {(document: Document) => Parts | null}
 */
export const replaceItem = (id, kind) => (document) =>
  changed(document, "replace_item", "picked", [id], (item) => ({
    kind: kind.name,
    size: kind.size,
    elevation: kind.elevation ?? 0,
    at: along(item, 0, (kind.size[1] - item.size[1]) / 2),
    name: "",
    tint: null,
    product: null,
  }));

/** The item's middle, gone so far to its right and to its front. @param {Fields} item @param {number} right @param {number} front @returns {Point} */
export function along({ at, turn_mdeg }, right, front) {
  const turn = (turn_mdeg / 180_000) * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [
    Math.floor(at[0] + right * cos - front * sin + 0.5),
    Math.floor(at[1] + right * sin + front * cos + 0.5),
  ];
}

/**
 * @param {Document} document @param {string} action @param {"dragged" | "typed" | "picked"} input @param {string[]} ids
 * @param {(item: Fields) => Fields} change @returns {Parts | null}
 */
function changed(document, action, input, ids, change) {
  const items = free(document, ids);
  const set = Object.fromEntries(items.map((item) => [`items/${item.id}`, change(item)]));
  return items.length ? { action, input, set } : null;
}
