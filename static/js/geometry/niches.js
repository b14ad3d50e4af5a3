/**
 * Niches: how deep they go into a wall, on which of its sides, and what of the wall other openings have left.
 *
 * @typedef {import("#geometry/entities.js").Wall} Wall
 * @typedef {import("#geometry/entities.js").Opening} Opening
 *
 * From and to across a wall, mm to the right of its centre line.
 * @typedef {[number, number]} Slab
 */
import { openingSpan } from "#geometry/walls.js";

/** So much of the wall stays behind a niche. */
const LEAST_BACK_MM = 20;

/** @param {{kind: string}} opening */
export const isNiche = ({ kind }) => kind === "niche";

/** Whether the opening is seen in the face of a wall's side: a niche in one, what goes through in both. @param {Opening} opening @param {string} side */
export const opensOn = (opening, side) => !isNiche(opening) || opening.opens === side;

/** @param {Wall} wall */
export const mostDepth = ({ thickness }) => Math.max(thickness - LEAST_BACK_MM, 0);

/** How deep a niche goes: never so deep that no back is left. @param {Wall} wall @param {Opening} opening */
export const depthOf = (wall, { depth }) => Math.min(depth, mostDepth(wall));

/** @param {Wall} wall @param {Opening} opening */
export const isTooDeep = (wall, opening) => isNiche(opening) && opening.depth > mostDepth(wall);

/**
 * What an opening takes of the wall's thickness; a window within a niche, what the niche has left of it.
 * @param {Wall} wall @param {Opening} opening @param {readonly Opening[]} others @returns {Slab}
 */
export function slabOf(wall, opening, others = []) {
  let [left, right] = [-wall.thickness / 2, wall.thickness / 2];
  const niches = isNiche(opening) ? [opening] : others.filter((one) => isNiche(one) && holds(wall, one, opening));
  for (const niche of niches) {
    const deep = depthOf(wall, niche);
    const isRight = niche.opens === "right";
    const bottom = isRight ? right - deep : left + deep;
    if (isNiche(opening)) return isRight ? [bottom, right] : [left, bottom];
    [left, right] = isRight ? [left, Math.min(right, bottom)] : [Math.max(left, bottom), right];
  }
  return [left, right];
}

/** Whether the opening lies wholly within the niche, as one stands before them. @param {Wall} wall @param {Opening} niche @param {Opening} opening */
export function holds(wall, niche, opening) {
  const [around, within] = [openingSpan(wall, niche), openingSpan(wall, opening)];
  if (!around || !within) return false;
  const above = opening.sill >= niche.sill && opening.sill + opening.height <= niche.sill + niche.height;
  return above && around[0] <= within[0] && within[1] <= around[1];
}
