/** Where a paint fits, by how light, how strong and how warm it is; the rules are data. */

import FITS from "./fits.json" with { type: "json" };

const MOST = 2;

/** @typedef {{key: string, lrv?: number[], chroma?: string[], temperature?: string[]}} Fit */

/** Keys of the sentences that hold for the paint, the most telling first. @param {import("#colour/paint.js").Paint} paint @returns {string[]} */
export function fitsOf(paint) {
  const { chroma, temperature } = paint.traits;
  const holds = (/** @type {Fit} */ { lrv = [0, 101], chroma: chromas, temperature: temperatures }) =>
    paint.lrv >= lrv[0] && paint.lrv < lrv[1] && (chromas?.includes(chroma) ?? true) && (temperatures?.includes(temperature) ?? true);
  return /** @type {Fit[]} */ (FITS).filter(holds).slice(0, MOST).map(({ key }) => key);
}
