/** A wall turns about its end a to a typed angle; what meets it at its other end goes along. */

import { endsAt } from "#model/corners.js";
import { entity } from "#model/plan.js";

/** The angle of a wall from the level, thousandths of a degree clockwise, as a walker from a to b has it. @param {any} wall */
export const angleOf = ({ a, b }) => (Math.round((Math.atan2(b[1] - a[1], b[0] - a[0]) * 180_000) / Math.PI) + 360_000) % 360_000;

/** @param {string} id @param {number} turn_mdeg @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null} */
export const turnWall = (id, turn_mdeg) => (document) => {
  const wall = entity(document, "walls", id);
  if (!wall) return null;
  const turn = (turn_mdeg * Math.PI) / 180_000;
  const long = Math.hypot(wall.b[0] - wall.a[0], wall.b[1] - wall.a[1]);
  const to = [Math.cos(turn), Math.sin(turn)].map((share, axis) => Math.floor(wall.a[axis] + share * long + 0.5));
  if (to[0] === wall.b[0] && to[1] === wall.b[1]) return null;
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  for (const one of endsAt(document, wall.level, wall.b)) set[`walls/${one.wall}`] = { ...set[`walls/${one.wall}`], [one.end]: to };
  return { action: "turn_wall", input: "typed", set };
};
