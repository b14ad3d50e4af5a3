/** A door or window as its plan symbol, for the panel. */

import { centreLine } from "#geometry/centreline.js";
import { openingMarks, slabAlong } from "#plan/opening_marks.js";
import { svg } from "#plan/svg.js";

/** Narrower ones would not show. */
const LEAST_SHOWN_MM = 700;
const WALL = { id: "w", level: "l", a: [0, 0], b: [2400, 0], thickness: 160, height: null, height_b: null, bulge: 0 };

/** @param {{kind: string, width: number, depth?: number}} opening */
export function openingPicture({ kind, width: real, depth = 100 }) {
  const width = Math.max(real, LEAST_SHOWN_MM);
  const line = centreLine(/** @type {any} */ (WALL));
  const middle = 1200;
  const span = /** @type {[number, number]} */ ([middle - width / 2, middle + width / 2]);
  const opening = /** @type {any} */ ({ kind, hinge: "left", opens: "right", depth, sill: 0, height: 2000 });
  const marks = openingMarks(opening, /** @type {any} */ ({ line }), slabAlong(/** @type {any} */ (WALL), opening, []), span);
  const wall = svg("rect", { x: 100, y: -80, width: 2200, height: 160, class: "wall" });
  return svg("svg", { class: "plan card-picture", viewBox: "0 -500 2400 1600", "aria-hidden": "true" }, wall, ...marks);
}
