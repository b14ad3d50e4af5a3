/** A new wall between two points. */

import { newId } from "#model/ids.js";

/**
 * @param {{level: string, a: [number, number], b: [number, number], thickness?: number}} wall
 * @param {{input?: "typed" | "dragged", id?: string}} [how]
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null}
 */
export const drawWall = (wall, { input = "dragged", id = newId("walls") } = {}) => () =>
  wall.a[0] === wall.b[0] && wall.a[1] === wall.b[1] ? null : { action: "draw_wall", input, set: { [`walls/${id}`]: wall } };
