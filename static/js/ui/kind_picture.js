/** A kind of furniture as its plan symbol, for panels. */

import { svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

/** What an agreed sign takes, from the wall on: more than the thing it stands for. */
const SIGN_MM = 320;
const FILLS = /** @type {Record<string, string>} */ ({ paper: "#ffffff", shade: "#ececec", ink: "#161616" });

/** @param {any} kind */
export function kindPicture(kind) {
  const [w, d] = kind.size;
  const wide = kind.sign ? SIGN_MM : Math.max(w, d) * 1.16;
  const down = kind.sign ? SIGN_MM / 4 : 0;
  const strokes = symbolOf(kind, kind.size).map((/** @type {any} */ stroke) =>
    svg("path", { d: stroke.d, class: `stroke ${stroke.weight}`, fill: (stroke.fill && FILLS[stroke.fill]) || "none" }));
  return svg("svg", { class: "plan card-picture", viewBox: `${-wide / 2} ${down - wide / 2} ${wide} ${wide}`, "aria-hidden": "true" }, ...strokes);
}
