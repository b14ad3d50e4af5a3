/** A picture comes under the plan, and is moved, turned or scaled about its middle there. */

import { aboutMiddle, aroundMiddle } from "#geometry/background.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {[number, number]} Point */

/**
 * @param {{level: string, picture: string, size_px: Point, um_per_px: number, middle: readonly [number, number]}} sheet `middle`: where it lies, mm
 * @returns {(document: Document) => Parts}
 */
export const layBackground = ({ level, picture, size_px, um_per_px, middle }, id = newId("backgrounds")) => () => {
  const at = aroundMiddle({ size_px, um_per_px, turn_mdeg: 0 }, middle);
  return { action: "lay_background", input: "typed", set: { [`backgrounds/${id}`]: { level, picture, size_px, um_per_px, at } } };
};

/** @param {string} id @param {Point} at of its upper left corner @param {"dragged" | "typed"} [input] @returns {(document: Document) => Parts | null} */
export const moveBackground = (id, at, input = "dragged") => (document) => {
  const held = entity(document, "backgrounds", id);
  if (!held || (held.at[0] === at[0] && held.at[1] === at[1])) return null;
  return { action: "move_background", input, set: { [`backgrounds/${id}`]: { at } } };
};

/** Another scale, or turned otherwise. @param {string} id @param {{um_per_px?: number, turn_mdeg?: number}} changed @returns {(document: Document) => Parts | null} */
export const setBackground = (id, changed) => (document) => {
  const held = entity(document, "backgrounds", id);
  if (!held) return null;
  const { at, um_per_px, turn_mdeg } = aboutMiddle(/** @type {any} */ (held), changed);
  return { action: "set_background", input: "typed", set: { [`backgrounds/${id}`]: { at, um_per_px, turn_mdeg } } };
};
