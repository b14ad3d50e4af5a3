/** A corner goes elsewhere: every wall end that stands at it goes along. */

import { endsAt } from "#model/corners.js";

/** @typedef {[number, number]} Point */

/**
 * @param {string} level @param {Point} from @param {Point} to
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null}
 */
export const moveCorner = (level, from, to) => (document) => {
  const ends = endsAt(document, level, from);
  if (!ends.length || (from[0] === to[0] && from[1] === to[1])) return null;
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  for (const { wall, end } of ends) set[`walls/${wall}`] = { ...set[`walls/${wall}`], [end]: to };
  return { action: "move_corner", input: "dragged", set };
};
