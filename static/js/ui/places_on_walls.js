/** Where openings and things are, as one says it in a room: on which wall, and how far from its left end. */

import { AT_THE_WALL_MM, unfoldedRoom } from "#model/unfolded.js";
import { itemsOf } from "#model/plan.js";

/** @typedef {{letter: string, room: number, left_mm: number}} Place as somebody in the room sees it */

/** On a level with more of walls times things it would take too long at each change. */
const MOST_PAIRS = 20_000;

/** By their paths; what stands at two walls by the one behind its back, what opens into two rooms by the first. @param {import("#ui/studio/studio.js").Studio} studio @returns {Map<string, Place>} */
export function placesOnWalls({ planView: { survey }, store: { document } }) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  const put = (/** @type {string} */ path, /** @type {import("#model/unfolded.js").UnfoldedWall} */ { letter, room }, /** @type {number} */ left) => places.has(path) || places.set(path, { letter, room, left_mm: Math.max(left, 0) });
  const hasThings = survey.walls.size * itemsOf(document, survey.level).length <= MOST_PAIRS;
  for (const { index } of survey.rooms) for (const wall of unfoldedRoom(document, survey.found, survey.surfaces, index)) {
    for (const { opening, left } of wall.apertures) put(`openings/${opening.id}`, wall, left);
    for (const { item, left, away_mm, isFacing } of hasThings ? wall.standing : []) if (isFacing && away_mm <= AT_THE_WALL_MM) put(`items/${item.id}`, wall, left);
  }
  return places;
}
