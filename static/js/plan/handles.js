/** What can be gripped on the selected thing: a wall's two corners and what bends it, a slope's two ends and its line, a thing's turning knob and corners; what is locked, and each of several, has a frame alone. */

import { entity } from "#model/plan.js";
import { bendKnob } from "#plan/bend_knob.js";
import { transformOf } from "#plan/item_marks.js";
import { svg } from "#plan/svg.js";

const GRIP_PX = 22;
const DOT_PX = 7;
const KNOB_PX = 34;

/** @param {import("#plan/plan_view.js").PlanView} view @returns {SVGElement[]} */
export function handlesOf(view) {
  const target = view.tools.selection.current;
  if (view.tools.selection.all.length > 1) return framesOf(view);
  if (!target?.id) return [];
  const found = entity(view.tools.store.document, target.collection, target.id);
  if (!found || (found.level && found.level !== view.level)) return [];
  const mm = view.viewport.mmPerPx;
  if (target.collection === "walls" && found.locked) return [];
  if (target.collection === "walls") return [...bendKnob(view, found), ...["a", "b"].map((end) => grip(found[end], `corner ${end}`, mm))];
  if (target.collection === "slopes") return slopeHandles(found, mm);
  if (target.collection === "solids") return [found.locked ? frameOf(found) : itemHandles(found, mm)];
  if (target.collection !== "items") return [];
  return [found.locked ? frameOf(found) : itemHandles(found, mm)];
}

/** Of several things each one's frame. @param {import("#plan/plan_view.js").PlanView} view @returns {SVGElement[]} */
const framesOf = ({ tools: { selection, store }, level }) =>
  selection.all
    .map(({ collection, id }) => (collection === "items" && id ? entity(store.document, "items", id) : null))
    .flatMap((item) => (item?.level === level ? [frameOf(item)] : []));

/** @param {any} item */
const frameOf = (item) => svg("g", { transform: transformOf({ ...item, mirrored: false }) }, frame(item.size));

/** @param {number[]} size */
const frame = ([w, d]) => svg("rect", { x: -w / 2, y: -d / 2, width: w, height: d, class: "frame-line" });

/** @param {[number, number]} at @param {string} name @param {number} mm */
const grip = ([x, y], name, mm) =>
  svg("g", { class: "grip", "data-handle": name },
    svg("circle", { cx: x, cy: y, r: GRIP_PX * mm, class: "reach" }),
    svg("circle", { cx: x, cy: y, r: DOT_PX * mm, class: "dot" }));

/** @param {any} slope @param {number} mm */
const slopeHandles = ({ a, b }, mm) => [
  svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], class: "frame-line" }),
  grip([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], "line", mm),
  ...["a", "b"].map((end) => grip(end === "a" ? a : b, `end ${end}`, mm)),
];

/** @param {any} item @param {number} mm */
function itemHandles(item, mm) {
  const [w, d] = item.size;
  const top = -d / 2 - KNOB_PX * mm;
  const stem = svg("line", { x1: 0, y1: -d / 2, x2: 0, y2: top, class: "frame-line" });
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => grip([(x * w) / 2, (y * d) / 2], `size ${x} ${y}`, mm * 0.7));
  return svg("g", { transform: transformOf({ ...item, mirrored: false }) }, frame(item.size), stem, ...corners, grip([0, top], "turn", mm));
}
