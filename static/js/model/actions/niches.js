/** A niche takes a colour or tiles of its own, or goes back to what the wall about it wears. */

import { mostDepth } from "#geometry/niches.js";
import { newId } from "#model/ids.js";
import { entity, finishesOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */

/** What a niche cannot be shallower than. */
export const LEAST_DEPTH_MM = 10;

/** @param {string} opening @param {import("#model/actions/paint.js").Cover} cover @returns {(document: Document) => Parts | null} */
export const coverNiche = (opening, { paint, tile = null }) => (document) => {
  const held = finishesOf(document).filter((finish) => finish.opening === opening);
  const whole = held.findLast(({ face }) => face === null);
  const action = { action: "paint_wall", input: /** @type {"picked"} */ ("picked") };
  if (!paint && !tile) return held.length ? { ...action, remove: held.map(({ id }) => `finishes/${id}`) } : null;
  const others = held.filter((finish) => finish !== whole).map(({ id }) => `finishes/${id}`);
  return { ...action, set: { [`finishes/${whole?.id ?? newId("finishes")}`]: { opening, paint, tile } }, ...(others.length ? { remove: others } : {}) };
};

/** What becomes of an opening that is to be a niche in a wall: one as deep as the wall holds. @param {any} fields @param {any} wall */
export const fittedDepth = (fields, wall) =>
  fields.kind === "niche" ? { depth: Math.max(Math.min(fields.depth ?? 100, mostDepth(wall)), LEAST_DEPTH_MM) } : {};

/** Whether a wall is thick enough for a niche. @param {Document} document @param {string} wall */
export const holdsNiche = (document, wall) => mostDepth(/** @type {any} */ (entity(document, "walls", wall))) >= LEAST_DEPTH_MM;
