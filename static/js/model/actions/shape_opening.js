/** A door or window takes another place in its wall, another width, height or sill: all at once, as a handle is pulled. */

import { openingSpan } from "#geometry/walls.js";
import { fittedDepth } from "#model/actions/niches.js";
import { placed } from "#model/actions/place_opening.js";
import { entity } from "#model/plan.js";

const LEAST_OPENING_MM = 300;
const LEAST_NICHE_MM = 100;

/** How narrow and how low it may be pulled. @param {{kind: string}} opening */
export const leastOf = ({ kind }) => (kind === "niche" ? LEAST_NICHE_MM : LEAST_OPENING_MM);

/**
 * @param {string} id @param {{middle_mm?: number, width?: number, height?: number, sill?: number}} wanted `middle_mm` along the centre line from a
 * @param {"dragged" | "typed"} input
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null} null when the wall is too short, or no depth is left for a niche
 */
export const shapeOpening = (id, { middle_mm, ...size }, input) => (document) => {
  const opening = entity(document, "openings", id);
  const wall = opening && entity(document, "walls", opening.wall);
  const span = wall && openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening));
  if (!opening || !span) return null;
  const least = leastOf(/** @type {any} */ (opening));
  const fields = { ...size, ...(size.width ? { width: Math.max(size.width, least) } : {}), ...(size.height ? { height: Math.max(size.height, least) } : {}) };
  const isMoved = middle_mm !== undefined || size.width !== undefined;
  const place = isMoved ? placed(document, opening.wall, middle_mm ?? (span[0] + span[1]) / 2, fields.width ?? opening.width) : {};
  const deep = place && fittedDepth(document, { ...opening, ...fields, ...place });
  return place && deep && { action: size.width || size.height ? "set_opening" : "move_opening", input, set: { [`openings/${id}`]: { ...fields, ...place, ...deep } } };
};
