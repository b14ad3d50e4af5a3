/**
 * Niches: how deep they go into a wall, on which of its sides, and what of the wall other openings have left.
 *
 * @typedef {import("#geometry/entities.js").Wall} Wall
 * @typedef {import("#geometry/entities.js").Opening} Opening
 *
 * From and to across a wall at a place along it, mm to the right of its centre line.
 * @typedef {[number, number]} Slab
 */
import { entities } from "#geometry/entities.js";
import { halfAt, thickest } from "#geometry/thickness.js";
import { openingSpan } from "#geometry/walls.js";

/** So much of the wall stays behind a niche, and about one in the other face. */
const LEAST_BACK_MM = 20;

/** @param {{kind: string}} opening */
export const isNiche = ({ kind }) => kind === "niche";

/** Whether there is any of it: no niche is where its wall has grown too thin, or another has taken all the depth. @param {Wall} wall @param {Opening} opening @param {readonly Opening[]} niches */
export const takesWall = (wall, opening, niches) => !isNiche(opening) || depthOf(wall, opening, niches) > 0;

/** Whether the opening is seen in the face of a wall's side: a niche in one, what goes through in both. @param {Opening} opening @param {string} side */
export const opensOn = (opening, side) => !isNiche(opening) || opening.opens === side;

/** The niches of a wall. @param {import("#geometry/entities.js").Plan} plan @param {string} wall @returns {Opening[]} */
export const nichesOf = (plan, wall) => entities(plan, "openings").filter((one) => isNiche(one) && one.wall === wall);

/** How deep the niche may go into the wall before what is behind it: the other face, or niches in that face. @param {Wall} wall @param {Opening} niche @param {readonly Opening[]} behind */
export function mostDepth(wall, niche, behind = []) {
  const whole = Math.max(thinnest(wall, niche) - LEAST_BACK_MM, 0);
  return Math.max(whole - Math.max(0, ...behind.map(({ depth }) => Math.min(depth, whole))), 0);
}

/** The wall's niches that go into its other face with their edges over the niche's, or too near to them. @param {Wall} wall @param {Opening} niche @param {readonly Opening[]} niches */
export const behind = (wall, niche, niches) => niches.filter((one) => one.opens !== niche.opens && areClose(wall, one, niche));

/** How deep a niche goes: never so deep that no back is left. Of two back to back the later of the plan gives way. @param {Wall} wall @param {Opening} niche @param {readonly Opening[]} niches */
export const depthOf = (wall, niche, niches) => Math.min(niche.depth, leftFor(wall, niche, niches));

/** Whether a niche is deeper than the wall and its `niches` that were there before leave it. @param {Wall} wall @param {Opening} niche @param {readonly Opening[]} niches */
export const isTooDeep = (wall, niche, niches) => niche.depth > leftFor(wall, niche, niches);

/** @param {Wall} wall @param {Opening} niche @param {readonly Opening[]} niches */
function leftFor(wall, niche, niches) {
  const place = niches.findIndex(({ id }) => id === niche.id);
  return mostDepth(wall, niche, behind(wall, niche, place < 0 ? niches : niches.slice(0, place)));
}

/** Where the wall is thinnest about the opening, to the whole millimetre below. @param {Wall} wall @param {Opening} opening */
const thinnest = (wall, opening) => Math.floor(Math.min(...(openingSpan(wall, opening) ?? [0, 0]).map((along) => 2 * halfAt(wall, along))));

/** How deep a niche may be where the wall is thickest. @param {Wall} wall */
export const deepestNiche = (wall) => Math.max(thickest(wall) - LEAST_BACK_MM, 0);

/** @param {Wall} wall @param {Opening} one @param {Opening} other */
function areClose(wall, one, other) {
  const [span, otherSpan] = [openingSpan(wall, one), openingSpan(wall, other)];
  return Boolean(span && otherSpan && meet(span, otherSpan) && meet([one.sill, one.sill + one.height], [other.sill, other.sill + other.height]));
}

/** @param {readonly [number, number]} one @param {readonly [number, number]} other */
const meet = (one, other) => one[0] < other[1] + LEAST_BACK_MM && other[0] < one[1] + LEAST_BACK_MM;

/**
 * What an opening takes of the wall's thickness so far along it: a niche is as deep all along its face. A window within
 * one of the wall's niches takes what that has left of it.
 * @param {Wall} wall @param {Opening} opening @param {readonly Opening[]} niches @param {number} along_mm @returns {Slab}
 */
export function slabOf(wall, opening, niches, along_mm) {
  const half = halfAt(wall, along_mm);
  let [left, right] = [-half, half];
  for (const niche of isNiche(opening) ? [opening] : niches.filter((one) => holds(wall, one, opening))) {
    const deep = depthOf(wall, niche, niches);
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
