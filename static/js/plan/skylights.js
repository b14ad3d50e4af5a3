/** Roof windows on the plan: they lie over the cut and are dashed, with the pane that one sees through. */

import { roofsOver } from "#geometry/ceilings.js";
import { cornersOf, placeIn, skylightsOf } from "#geometry/roof_windows.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#plan/survey.js").Survey} Survey */
/** @typedef {import("#plan/plan_view.js").Tools} Tools */
/** @typedef {import("#geometry/roof_windows.js").Skylight} Skylight */

const FRAME_MM = 75;

/** @param {Survey} survey @param {Tools} tools @returns {SVGElement[]} */
export const skylights = ({ document, level }, tools) =>
  skylightsOf(document, roofsOver(document, level)).map((one) =>
    svg("g", { class: "skylight", "data-path": `skylights/${one.window.id}`, role: "button", tabindex: -1, "aria-label": words(one.window, tools) }, ...drawn(one)));

/** @param {Skylight} one @returns {SVGElement[]} */
export const drawn = (one) => {
  const { roof, from_mm, to_mm, low_mm, high_mm } = one;
  const inner = { ...one, from_mm: from_mm + FRAME_MM, to_mm: to_mm - FRAME_MM, low_mm: low_mm + FRAME_MM / 2, high_mm: high_mm - FRAME_MM / 2 };
  const middle = (low_mm + high_mm) / 2;
  return [
    svg("path", { d: ring(cornersOf(one)), class: "sky-frame" }),
    svg("path", { d: ring(cornersOf(inner)) + line([placeIn(roof, inner.from_mm, middle), placeIn(roof, inner.to_mm, middle)]), class: "sky-pane" }),
  ];
};

/** @param {any} window @param {Tools} tools */
const words = ({ width, height, sill }, { t, length }) => t("slopes.window_is", { width: length(width), height: length(height), sill: length(sill) });
