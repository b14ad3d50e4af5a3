/** A wall goes sideways: its corners with it, so that the walls which meet it grow or shrink. */

import { endsAt } from "#model/corners.js";
import { entity } from "#model/plan.js";

/** @typedef {[number, number]} Point */

/**
 * @param {string} id @param {Point} by mm
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null}
 */
export const moveWall = (id, by) => (document) => {
  const wall = entity(document, "walls", id);
  if (!wall || (by[0] === 0 && by[1] === 0)) return null;
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  for (const corner of [wall.a, wall.b]) {
    for (const { wall: meeting, end } of endsAt(document, wall.level, corner)) {
      const [x, y] = entity(document, "walls", meeting)?.[end];
      set[`walls/${meeting}`] = { ...set[`walls/${meeting}`], [end]: [x + by[0], y + by[1]] };
    }
  }
  return { action: "move_wall", input: "dragged", set };
};
