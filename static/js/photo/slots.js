/** What of a scheme each marked wall takes, and what a scheme paints on a photo. As `configurator/schemes/on_photo.py` does it. */

/** @typedef {import("#photo/marks.js").Wall} Wall */

export const SLOTS = ["wall", "second", "ceiling", "woodwork", "furniture"];

/** @param {Wall} wall */
export const slotOf = ({ slot }) => slot ?? "wall";

/** By the walls' ids; a second wall of a scheme without one is as the others, and what a scheme has no paint for stays. @param {readonly Wall[]} walls @param {readonly {slot: string, code: string | null}[]} slots @returns {Record<string, string>} */
export function paintsOf(walls, slots) {
  const codes = Object.fromEntries(slots.map(({ slot, code }) => [slot, code]));
  codes.second ??= codes.wall;
  return Object.fromEntries(walls.flatMap((wall) => (codes[slotOf(wall)] ? [[wall.id, /** @type {string} */ (codes[slotOf(wall)])]] : [])));
}
