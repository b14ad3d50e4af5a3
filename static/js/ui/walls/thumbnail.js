/** A wall as a small picture to pick it by: its colours, its openings, the outlines of what stands there. */

import { ground } from "#plan/elevation/ground.js";
import { svg } from "#plan/svg.js";

const MARGIN_MM = 30;

/** @param {import("#model/unfolded.js").UnfoldedWall} wall @param {(code: string) => string | null} paintOf */
export function thumbnail(wall, paintOf) {
  const [wide, high] = [wall.width_mm + 2 * MARGIN_MM, wall.reach_mm + 2 * MARGIN_MM];
  const box = (/** @type {string} */ look) => (/** @type {import("#model/unfolded.js").Placed} */ { left, right, low, high: top }) =>
    svg("rect", { x: left, y: -top, width: right - left, height: top - low, class: look });
  return svg("svg", { class: "wall-thumbnail", viewBox: `${-MARGIN_MM} ${MARGIN_MM - high} ${wide} ${high}`, "aria-hidden": "true" },
    ...ground(wall, paintOf), ...wall.apertures.map(box("thumb-hole")), ...wall.standing.map(box("thumb-item")));
}
