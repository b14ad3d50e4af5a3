/**
 * Names for the walls of a room, A, B, C … in the order in which they run about it, as drawings and lists call them:
 * the twin of rooms/outline/wall_letters.py.
 * @typedef {import("#geometry/boundary.js").Edge} Edge
 *
 * One side of one wall as the room sees it; in more than one stretch where something stands against it.
 * @typedef {{letter: string, wall: string, side: "left" | "right", edges: Edge[]}} LetteredSide
 */
import { isBlock } from "#geometry/bodies.js";
import { pairs } from "#geometry/heights.js";
import { length, minus } from "#geometry/vector.js";

/** A shorter jog needs no name. */
const LEAST_MM = 300;

/** The room's wall sides, clockwise from its topmost corner; a wall side that returns keeps its letter. Columns and shafts have none. @param {{boundary: readonly Edge[]}} room @returns {LetteredSide[]} */
export function lettered(room) {
  /** @type {Map<string, Edge[]>} */
  const bySide = new Map();
  for (const edge of room.boundary) {
    if (isBlock(edge.wall) || (edge.side !== "left" && edge.side !== "right")) continue;
    const key = `${edge.wall} ${edge.side}`;
    bySide.set(key, [...(bySide.get(key) ?? []), edge]);
  }
  return [...bySide.values()]
    .filter((edges) => edges.reduce((sum, edge) => sum + lengthOf(edge), 0) >= LEAST_MM)
    .map((edges, place) => ({ letter: letter(place), wall: edges[0].wall, side: /** @type {"left" | "right"} */ (edges[0].side), edges }));
}

/** A to Z, then AA, AB … @param {number} place @returns {string} */
export const letter = (place) => (place < 26 ? "" : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** @param {Edge} edge */
const lengthOf = ({ points }) => pairs(points).reduce((sum, [p, q]) => sum + length(minus(q, p)), 0);
