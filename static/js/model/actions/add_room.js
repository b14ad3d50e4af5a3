/** A rectangular room of an inner size comes in, its left wall on the corner given. */

import { newId } from "#model/ids.js";

const WALL_MM = 120;

/**
 * @param {{level: string, corner: [number, number], width_mm: number, length_mm: number}} room `corner`: the outer top left one
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const addRoom = ({ level, corner, width_mm, length_mm }) => () => {
  const half = WALL_MM / 2;
  const [x, y] = corner.map((mm) => Math.floor(mm + 0.5) - half);
  const [right, bottom] = [x + width_mm + WALL_MM, y + length_mm + WALL_MM];
  const corners = [[x, y], [right, y], [right, bottom], [x, bottom]];
  const walls = corners.map((a, place) => [`walls/${newId("walls")}`, { level, a, b: corners[(place + 1) % 4], thickness: WALL_MM }]);
  const label = { level, at: [Math.floor((x + right) / 2), Math.floor((y + bottom) / 2)] };
  return { action: "add_room", input: "typed", set: { ...Object.fromEntries(walls), [`rooms/${newId("rooms")}`]: label } };
};
