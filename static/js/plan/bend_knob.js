/** What bends the selected wall: a knob off its middle, on the side that no room lies on. */

import { centreLine } from "#geometry/centreline.js";
import { halfAt } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { svg } from "#plan/svg.js";

/** @typedef {readonly [number, number]} Vector */

const AWAY_PX = 40;
/** The wall's length is written before the stem. */
const STEM_PX = 22;
const REACH_PX = 22;
const HALF_PX = 6;
/** A wall that is shorter on the screen has no room for it. */
const LEAST_PX = 70;

/** @param {import("#plan/plan_view.js").PlanView} view @param {any} wall @returns {SVGElement[]} */
export function bendKnob(view, wall) {
  const line = centreLine(wall);
  const mm = view.viewport.mmPerPx;
  if (!line || length(minus(wall.b, wall.a)) < LEAST_PX * mm) return [];
  const outer = view.survey.insideOf(wall.id) === "right" ? -1 : 1;
  const [foot, at] = [STEM_PX, AWAY_PX].map((away) => line.at(line.length_mm / 2, outer * (halfAt(wall, line.length_mm / 2) + away * mm)));
  const turn = (Math.atan2(at[1] - foot[1], at[0] - foot[0]) * 180) / Math.PI;
  const arrow = HALF_PX * mm;
  return [
    svg("line", { x1: foot[0], y1: foot[1], x2: at[0], y2: at[1], class: "frame-line" }),
    svg("g", { class: "grip", "data-handle": "bend" },
      svg("circle", { cx: at[0], cy: at[1], r: REACH_PX * mm, class: "reach" }),
      svg("path", { d: diamond(at, arrow), class: "dot", transform: `rotate(${turn} ${at[0]} ${at[1]})` })),
  ];
}

/** Longer along the way that it is pulled. @param {Vector} at @param {number} half */
const diamond = ([x, y], half) => `M${x - 1.6 * half} ${y}L${x} ${y - half}L${x + 1.6 * half} ${y}L${x} ${y + half}Z`;
