/** How deep niches go: what the wall and the niches behind them leave. */

import { behind, deepestNiche, isNiche, mostDepth, nichesOf } from "#geometry/niches.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */

/** What a niche cannot be shallower than. */
export const LEAST_DEPTH_MM = 10;
const USUAL_DEPTH_MM = 100;

/**
 * How deep a niche may be where it is or is to be, and what of the wall's niches is behind it there.
 * @param {Document} document @param {any} opening whole, its wall's id among its fields
 */
export function roomFor(document, opening) {
  const wall = /** @type {any} */ (entity(document, "walls", opening.wall));
  const others = nichesOf(document, opening.wall).filter(({ id }) => id !== opening.id);
  const found = behind(wall, opening, others);
  return { most_mm: mostDepth(wall, opening, found), isBehind: found.length > 0 };
}

/**
 * What of an opening changes where it is to be a niche: it is as deep as the wall and the niches behind it leave.
 * @param {Document} document @param {any} opening whole @returns {{depth?: number} | null} null when they leave too little
 */
export function fittedDepth(document, opening) {
  if (!isNiche(opening)) return {};
  const { most_mm } = roomFor(document, opening);
  if (most_mm < LEAST_DEPTH_MM) return null;
  const depth = Math.max(Math.min(opening.depth ?? USUAL_DEPTH_MM, most_mm), LEAST_DEPTH_MM);
  return depth === opening.depth ? {} : { depth };
}

/** Fields of an opening change; a niche that backs on another gives way. @param {string} id @param {Record<string, unknown>} fields @param {"typed" | "picked"} input @returns {(document: Document) => Parts | null} null when no depth is left for it */
export const setOpening = (id, fields, input) => (document) => {
  const deep = fittedDepth(document, { .../** @type {any} */ (entity(document, "openings", id)), ...fields });
  return deep && { action: "set_opening", input, set: { [`openings/${id}`]: { ...fields, ...deep } } };
};

/** Whether a wall is thick enough for a niche. @param {Document} document @param {string} wall */
export const holdsNiche = (document, wall) => deepestNiche(/** @type {any} */ (entity(document, "walls", wall))) >= LEAST_DEPTH_MM;
