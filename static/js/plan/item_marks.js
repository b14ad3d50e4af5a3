/** An item on plan: its kind's symbol, turned and put in its place; a plain box for a kind that is not known. */

import { bodySymbol } from "#plan/body_symbol.js";
import { placedWay } from "#plan/placed_way.js";
import { svg } from "#plan/svg.js";
import { symbolOf } from "#plan/symbol.js";

const FILLS = /** @type {Record<string, string>} */ ({ paper: "#ffffff", shade: "#ececec", ink: "#161616" });
/** A finger's worth of target around small things, in pixels. */
export const TOUCH_PX = 44;

/** What the paths of drawn things are before they are put in their places. @type {WeakMap<Element, string[]>} */
const WAYS = new WeakMap();

/**
 * @param {any} item @param {import("#model/kinds.js").Kinds} kinds @param {string} name spoken name of the thing
 * @param {import("#plan/body_symbol.js").Body | null} [body] the outlines of the product's own model
 */
export function itemMarks(item, kinds, name, body = null) {
  const marks = [...strokes(item, kinds, body), { d: boxOf(item.size), class: "grab" }];
  const drawn = svg("g", { class: "item", "data-path": `items/${item.id}`, role: "button", tabindex: -1, "aria-label": name },
    ...marks.map((mark) => svg("path", { ...mark, d: placedWay(mark.d, item) })));
  WAYS.set(drawn, marks.map(({ d }) => d));
  return drawn;
}

/** What is drawn goes to where the item is now. @param {Element} drawn by itemMarks @param {any} item */
export function moveMarks(drawn, item) {
  for (const [place, d] of (WAYS.get(drawn) ?? []).entries()) drawn.children[place].setAttribute("d", placedWay(d, item));
}

/** @param {any} item */
export const transformOf = ({ at, turn_mdeg, mirrored }) =>
  `translate(${at[0]} ${at[1]}) rotate(${turn_mdeg / 1000})${mirrored ? " scale(-1 1)" : ""}`;

/** @param {any} item @param {import("#model/kinds.js").Kinds} kinds @param {import("#plan/body_symbol.js").Body | null} body */
function strokes(item, kinds, body) {
  const own = body ? bodySymbol(body, item.size) : [];
  if (own.length) return own.map(({ d, weight, fill }) => ({ d, class: `stroke ${weight}`, fill: fillOf(fill, null) }));
  if (!kinds.has(item.kind)) return [{ d: boxOf(item.size), class: "stroke outline", fill: FILLS.paper }];
  return symbolOf(kinds.get(item.kind), item.size).map((/** @type {any} */ stroke) =>
    ({ d: stroke.d, class: `stroke ${stroke.weight}`, fill: fillOf(stroke.fill, item.tint) }));
}

/** @param {number[]} size */
const boxOf = ([w, d]) => `M ${-w / 2} ${-d / 2} L ${w / 2} ${-d / 2} L ${w / 2} ${d / 2} L ${-w / 2} ${d / 2} Z`;

/** The paper of a tinted thing takes its tint. @param {string | null} fill @param {string | null} tint */
const fillOf = (fill, tint) => (fill === "paper" && tint ? tint : (fill && FILLS[fill]) || "none");
