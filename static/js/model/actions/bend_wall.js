/** A wall bends: its ends stay, the arc between them is told by its sagitta, or by a length measured on one face. */

import { radiusOf } from "#geometry/arc.js";
import { isTapered } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { seenLength, solids } from "#geometry/walls.js";
import { entity } from "#model/plan.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {"left" | "right"} Side
 * @typedef {"length" | "sagitta" | "radius"} Measure of one face of the wall, as somebody sees it who stands before it
 */

/** What tapered is as thick as at a from then on: an arc has one thickness. @param {string} id @param {number} bulge mm, signed @param {"typed" | "dragged"} [input] @returns {(document: Document) => Parts | null} */
export const bendWall = (id, bulge, input = "dragged") => (document) => {
  const wall = /** @type {any} */ (entity(document, "walls", id));
  if (!wall || wall.bulge === bulge) return null;
  return { action: "bend_wall", input, set: { [`walls/${id}`]: { bulge, ...(isTapered(wall) ? { thickness_b: null } : {}) } } };
};

/**
 * The face measures as typed, to the nearest that a whole sagitta gives; null when no arc of up to half a circle does.
 * A straight wall bends outwards, away from the face that is measured.
 * @param {string} id @param {Side} side @param {Measure} measure @param {number} wanted_mm
 * @returns {(document: Document) => Parts | null}
 */
export const bendWallTo = (id, side, measure, wanted_mm) => (document) => {
  const wall = entity(document, "walls", id);
  if (!wall) return null;
  const sign = wall.bulge ? Math.sign(wall.bulge) : side === "right" ? -1 : 1;
  const most = Math.floor(length(minus(wall.b, wall.a)) / 2);
  const isHigh = (/** @type {number} */ high) => {
    const found = faceMeasures({ ...document, walls: { ...document.walls, [id]: { ...wall, bulge: sign * high } } }, id, side)?.[measure] ?? 0;
    return measure === "radius" ? found <= wanted_mm : found >= wanted_mm;
  };
  if (!isHigh(most)) return null;
  const high = least(1, most, isHigh);
  return bendWall(id, sign * nearer(document, wall, side, measure, wanted_mm, [high - 1, high], sign), "typed")(document);
};

/**
 * What is measured on a face: its length, the height of its arc over the line between its ends, its radius.
 * @param {Document} document @param {string} id @param {Side} side @returns {Record<Measure, number> | null}
 */
export function faceMeasures(document, id, side) {
  const wall = entity(document, "walls", id);
  const solid = wall && solids(document, wall.level).get(id);
  return solid ? measuresOf(solid, side, wall.thickness) : null;
}

/** The same of a solid at hand. @param {import("#geometry/walls.js").Solid} solid @param {Side} side @param {number} thickness @returns {Record<Measure, number>} */
export function measuresOf(solid, side, thickness) {
  const { line } = solid;
  const points = solid[side];
  const chord = length(minus(points[points.length - 1], points[0]));
  const seen = seenLength(solid, side);
  if (!line.centre) return { length: seen, sagitta: 0, radius: Infinity };
  const radius = line.radius_mm + ((side === "right") === line.turn > 0 ? 1 : -1) * (thickness / 2);
  const isMore = line.length_mm > Math.PI * line.radius_mm;
  const depth = Math.sqrt(Math.max(radius * radius - (chord * chord) / 4, 0));
  return { length: seen, sagitta: radius + (isMore ? depth : -depth), radius };
}

/** The radius of the centre line. @param {any} wall */
export const centreRadius = (wall) => (wall.bulge ? radiusOf(length(minus(wall.b, wall.a)), wall.bulge) : Infinity);

/** @param {Document} document @param {any} wall @param {Side} side @param {Measure} measure @param {number} wanted_mm @param {[number, number]} choice @param {number} sign */
function nearer(document, wall, side, measure, wanted_mm, choice, sign) {
  const off = (/** @type {number} */ high) => {
    const bent = { ...document, walls: { ...document.walls, [wall.id]: { ...wall, bulge: sign * high } } };
    return Math.abs((faceMeasures(bent, wall.id, side)?.[measure] ?? Infinity) - wanted_mm);
  };
  return off(choice[0]) < off(choice[1]) ? choice[0] : choice[1];
}

/** The least whole number from which on it is true. @param {number} low @param {number} high @param {(number: number) => boolean} isTrue */
function least(low, high, isTrue) {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isTrue(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
