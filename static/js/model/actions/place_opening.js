/** A door or a window comes into a wall, or slides: along its own wall, or over to another. */

import { centreLine } from "#geometry/centreline.js";
import { entities } from "#geometry/entities.js";
import { halfAt } from "#geometry/thickness.js";
import { wallLength } from "#geometry/walls.js";
import { fittedDepth, holdsNiche } from "#model/actions/niches.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */

/** Left of the wall at both sides of an opening, so that it never reaches into the corner. */
const MARGIN_MM = 20;

/**
 * @param {{wall: string, middle_mm: number, width: number, height?: number, sill?: number, kind: string,
 *   hinge?: string, opens?: string, depth?: number}} opening `middle_mm` along the centre line from a
 * @returns {(document: Document) => import("#core/log.js").Parts | null} null when the wall is too short
 */
export const addOpening = ({ wall, middle_mm, ...fields }, id = newId("openings")) => (document) => {
  const place = placed(document, wall, middle_mm, fields.width);
  const deep = place && fittedDepth(document, { ...fields, id, wall, ...place });
  return place && deep && { action: "add_opening", input: "picked", set: { [`openings/${id}`]: { ...fields, wall, ...place, ...deep } } };
};

/**
 * @param {string} id @param {string} wall @param {number} middle_mm
 * @returns {(document: Document) => import("#core/log.js").Parts | null}
 */
export const moveOpening = (id, wall, middle_mm) => (document) => {
  const opening = entity(document, "openings", id);
  const place = opening && placed(document, wall, middle_mm, opening.width);
  const deep = place && fittedDepth(document, { ...opening, wall, ...place });
  return place && deep && { action: "move_opening", input: "dragged", set: { [`openings/${id}`]: { wall, ...place, ...deep } } };
};

/** Why an opening cannot be put or moved there: words for the status line. @param {Document} document @param {{wall: string, width: number, kind: string}} opening */
export function refusalOf(document, { wall, width, kind }) {
  if (kind !== "niche" || !placed(document, wall, 0, width)) return "plan.hint_wall_too_short";
  return holdsNiche(document, wall) ? "niches.hint_behind" : "niches.hint_thin";
}

/** Measured from the nearer end, and it stays so when the wall grows. @param {Document} document @param {string} wallId @param {number} middle_mm @param {number} width */
export function placed(document, wallId, middle_mm, width) {
  const wall = /** @type {any} */ (entity(document, "walls", wallId));
  if (!wall) return null;
  const length = wallLength(wall);
  const [before, after] = [wall.a, wall.b].map((end, place) => MARGIN_MM + Math.max(halfAt(wall, place * length), ...metAt(document, wall, end)));
  if (length < width + before + after) return null;
  const near = Math.min(Math.max(middle_mm - width / 2, before), length - after - width);
  const isNearA = near <= length - near - width;
  return { from: isNearA ? "a" : "b", offset: Math.floor((isNearA ? near : length - near - width) + 0.5) };
}

/** Half the thickness of the walls that an end of a wall lies in. @param {Document} document @param {any} wall @param {[number, number]} end @returns {number[]} */
const metAt = (document, { id, level }, end) =>
  entities(document, "walls").filter((other) => other.id !== id && other.level === level).flatMap((other) => {
    const line = centreLine(other);
    if (!line) return [];
    const along = line.along(end);
    const half = halfAt(other, along);
    return Math.abs(line.right(end)) <= half && -half <= along && along <= line.length_mm + half ? [half] : [];
  });
