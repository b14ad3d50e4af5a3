/** A niche takes a colour or tiles of its own, a door or window takes paint; or either goes back to what it is without. */

import { newId } from "#model/ids.js";
import { finishesOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */

/** @param {string} opening @param {import("#model/actions/paint.js").Cover} cover @returns {(document: Document) => Parts | null} */
export const coverOpening = (opening, { paint, tile = null }) => (document) => {
  const held = finishesOf(document).filter((finish) => finish.opening === opening);
  const whole = held.findLast(({ face }) => face === null);
  const action = { action: "paint_wall", input: /** @type {"picked"} */ ("picked") };
  if (!paint && !tile) return held.length ? { ...action, remove: held.map(({ id }) => `finishes/${id}`) } : null;
  const others = held.filter((finish) => finish !== whole).map(({ id }) => `finishes/${id}`);
  return { ...action, set: { [`finishes/${whole?.id ?? newId("finishes")}`]: { opening, paint, tile } }, ...(others.length ? { remove: others } : {}) };
};
