/** The paints beside a paint: the next lighter, darker, greyer and stronger one that keeps its hue best. */

import { oklchToLab } from "#colour/convert.js";
import { nearest } from "#colour/nearest.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */
/** @typedef {import("#colour/convert.js").Triple} Triple */

const LIGHTNESS_STEP = 0.06;
const CHROMA_STEP = 0.035;
const LEAST_PART = 0.35;
const LOOKED_AT = 24;

/** Each way: which place of OKLCH changes, and by how much. @type {Record<string, [0 | 1, number]>} */
const WAYS = { lighter: [0, LIGHTNESS_STEP], darker: [0, -LIGHTNESS_STEP], greyer: [1, -CHROMA_STEP], stronger: [1, CHROMA_STEP] };

/** By way; a way in which the deck has nothing is left out. @param {import("#colour/deck.js").Deck} deck @param {Paint} paint @returns {[string, Paint][]} */
export function neighbours(deck, paint) {
  return Object.entries(WAYS).flatMap(([way, [place, step]]) => {
    const found = next(deck, paint, place, step);
    return found ? [/** @type {[string, Paint]} */ ([way, found])] : [];
  });
}

/** @param {import("#colour/deck.js").Deck} deck @param {Paint} paint @param {0 | 1} place @param {number} step */
function next(deck, paint, place, step) {
  const wanted = /** @type {Triple} */ ([...paint.oklch]);
  wanted[place] = Math.max(wanted[place] + step, 0);
  const far = (/** @type {Paint} */ other) => (other.oklch[place] - paint.oklch[place]) * Math.sign(step);
  return nearest(deck, oklchToLab(wanted), LOOKED_AT).find(({ paint: other }) => other.code !== paint.code && far(other) > Math.abs(step) * LEAST_PART)?.paint;
}
