/** An item on plan: its kind's symbol, turned and put in its place; a plain box for a kind that is not known. */

import { bodySymbol } from "#plan/body_symbol.js";
import { svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

const FILLS = /** @type {Record<string, string>} */ ({ paper: "#ffffff", shade: "#ececec", ink: "#161616" });
/** A finger's worth of target around small things, in pixels. */
export const TOUCH_PX = 44;

/**
 * @param {any} item @param {import("#model/kinds.js").Kinds} kinds @param {string} name spoken name of the thing
 * @param {import("#plan/body_symbol.js").Body | null} [body] the outlines of the product's own model
 */
export function itemMarks(item, kinds, name, body = null) {
  const [w, d] = item.size;
  const turned = svg("g", { transform: transformOf(item) }, ...strokes(item, kinds, body), svg("rect", { x: -w / 2, y: -d / 2, width: w, height: d, class: "grab" }));
  return svg("g", { class: "item", "data-path": `items/${item.id}`, role: "button", tabindex: -1, "aria-label": name }, turned);
}

/** @param {any} item */
export const transformOf = ({ at, turn_mdeg, mirrored }) =>
  `translate(${at[0]} ${at[1]}) rotate(${turn_mdeg / 1000})${mirrored ? " scale(-1 1)" : ""}`;

/** @param {any} item @param {import("#model/kinds.js").Kinds} kinds @param {import("#plan/body_symbol.js").Body | null} body */
function strokes(item, kinds, body) {
  const [w, d] = item.size;
  const own = body ? bodySymbol(body, item.size) : [];
  if (own.length) return own.map(({ d, weight, fill }) => svg("path", { d, class: `stroke ${weight}`, fill: fillOf(fill, null) }));
  if (!kinds.has(item.kind)) {
    return [svg("path", { d: `M${-w / 2} ${-d / 2}h${w}v${d}h${-w}z`, class: "stroke outline", fill: FILLS.paper })];
  }
  return symbolOf(kinds.get(item.kind), item.size).map((/** @type {any} */ stroke) =>
    svg("path", { d: stroke.d, class: `stroke ${stroke.weight}`, fill: fillOf(stroke.fill, item.tint) }),
  );
}

/** The paper of a tinted thing takes its tint. @param {string | null} fill @param {string | null} tint */
const fillOf = (fill, tint) => (fill === "paper" && tint ? tint : (fill && FILLS[fill]) || "none");
