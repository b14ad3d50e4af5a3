/** What can be gripped on the selected thing: a wall's two corners and what bends it, a slope's two ends and its line, a thing's turning knob and corners; what is locked, and each of several, has a frame alone. */

import { entity } from "#model/plan.js";
import { middleOf } from "#plan/dormers.js";
import { bendKnob } from "#plan/bend_knob.js";
import { transformOf } from "#plan/item_marks.js";
import { svg } from "#plan/svg.js";

const GRIP_PX = 22;
const DOT_PX = 7;
const CORNER_DOT_PX = 5;
const KNOB_PX = 34;
const ENDS = ["a", "b"];
const CORNERS = [[-1, -1], [1, -1], [1, 1], [-1, 1]];

/** @param {import("#plan/plan_view.js").PlanView} view @returns {SVGElement[]} */
export function handlesOf(view) {
  const target = view.tools.selection.current;
  if (view.tools.selection.all.length > 1) return framesOf(view);
  if (!target?.id) return [];
  const found = entity(view.tools.store.document, target.collection, target.id);
  if (!found || (found.level && found.level !== view.level)) return [];
  const mm = view.viewport.mmPerPx;
  if (target.collection === "walls" && found.locked) return [];
  if (target.collection === "walls") return [...bendKnob(view, found), ...wallHandles(found, mm)];
  if (target.collection === "slopes") return slopeHandles(found, mm);
  if (target.collection === "dormers") return dormerHandles(view, target.id);
  if (target.collection !== "items" && target.collection !== "solids") return [];
  if (found.locked) return [frameOf(found)];
  view.knob = { id: target.id, side: turnSide(found, view.viewport, view.knob.id === target.id ? view.knob.side : 1) };
  return [itemHandles(found, mm, view.knob.side)];
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

/**
 * Where the four corners of a thing are gripped, from its middle: at the corners, and of a small thing so far outside that
 * no target lies over another, nor over the middle, which moves it.
 * @param {readonly number[]} size mm @param {number} mm to a pixel @returns {[number, number]}
 */
export function cornerGrips([w, d], mm) {
  const reach = GRIP_PX * mm;
  const [x, y] = [Math.max(w / 2, reach), Math.max(d / 2, reach)];
  const least = Math.hypot(x, y) < 2 * reach ? reach * Math.SQRT2 : 0;
  return [Math.max(x, least), Math.max(y, least)];
}

/** How far from the middle of a thing its turning knob lies. @param {readonly number[]} size mm @param {number} mm to a pixel */
export function turnGrip(size, mm) {
  const [x, y] = cornerGrips(size, mm);
  const apart = 2 * GRIP_PX * mm;
  return y + Math.max(KNOB_PX * mm, Math.sqrt(Math.max(apart * apart - x * x, 0)));
}

/**
 * Which way from the middle of a thing its turning knob lies: behind its back, 1, or where the picture ends there before it, -1.
 * While it is seen it stays where it was, under the finger that turns it.
 * @param {any} item @param {import("#plan/viewport.js").Viewport} viewport @param {number} [was]
 */
export function turnSide({ at, size, turn_mdeg }, viewport, was = 1) {
  const [far, turn] = [turnGrip(size, viewport.mmPerPx), (turn_mdeg / 180_000) * Math.PI];
  const isSeen = (/** @type {number} */ side) => {
    const [x, y] = viewport.toPixel([at[0] + side * far * Math.sin(turn), at[1] - side * far * Math.cos(turn)]);
    return Math.min(x, y, viewport.size.width - x, viewport.size.height - y) >= GRIP_PX;
  };
  return !isSeen(was) && isSeen(-was) ? -was : was;
}

/** Both ends of a line, on one so short that their targets would meet so far outside it that `between` more fit. @param {readonly [number, number]} a @param {readonly [number, number]} b @param {number} mm to a pixel @param {number} [between] @returns {[[number, number], [number, number]]} */
export function endGrips(a, b, mm, between = 0) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(dx, dy);
  const out = Math.max((2 * GRIP_PX * mm * (1 + between) - long) / 2, 0) / (long || 1);
  return [[a[0] - dx * out, a[1] - dy * out], [b[0] + dx * out, b[1] + dy * out]];
}

/** @param {readonly [number, number]} at @param {string} name @param {number} mm @param {number} [dot_px] */
const grip = ([x, y], name, mm, dot_px = DOT_PX) =>
  svg("g", { class: "grip", "data-handle": name },
    svg("circle", { cx: x, cy: y, r: GRIP_PX * mm, class: "reach" }),
    svg("circle", { cx: x, cy: y, r: dot_px * mm, class: "dot" }));

/** @param {any} wall @param {number} mm */
const wallHandles = ({ a, b }, mm) => endGrips(a, b, mm).map((at, place) => grip(at, `corner ${ENDS[place]}`, mm));

/** @param {any} slope @param {number} mm */
const slopeHandles = ({ a, b }, mm) => [
  svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], class: "frame-line" }),
  grip([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], "line", mm),
  ...endGrips(a, b, mm, 1).map((at, place) => grip(at, `end ${ENDS[place]}`, mm)),
];

/** @param {import("#plan/plan_view.js").PlanView} view @param {string} id */
function dormerHandles({ tools: { store }, level, viewport }, id) {
  const middle = middleOf(store.document, level, id);
  return middle ? [grip(middle, "dormer", viewport.mmPerPx)] : [];
}

/** @param {any} item @param {number} mm @param {number} side of its turning knob */
function itemHandles(item, mm, side) {
  const [w, d] = item.size;
  const [x, y] = cornerGrips(item.size, mm);
  const knob = -side * turnGrip(item.size, mm);
  const stem = svg("line", { x1: 0, y1: (-side * d) / 2, x2: 0, y2: knob, class: "frame-line" });
  const away = x > w / 2 || y > d / 2 ? CORNERS.map(([sx, sy]) => svg("line", { x1: (sx * w) / 2, y1: (sy * d) / 2, x2: sx * x, y2: sy * y, class: "frame-line" })) : [];
  const corners = CORNERS.map(([sx, sy]) => grip([sx * x, sy * y], `size ${sx} ${sy}`, mm, CORNER_DOT_PX));
  return svg("g", { transform: transformOf({ ...item, mirrored: false }) }, frame(item.size), stem, ...away, ...corners, grip([0, knob], `turn ${side}`, mm));
}
