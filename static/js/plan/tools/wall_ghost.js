/** What is seen of a wall before it stands: its place, its inner length, the corner that closes the room. */

import { line, ring, svg } from "#plan/svg.js";

/** @typedef {readonly [number, number]} Vector */

const DOT_PX = 6;
const FIRST_PX = 11;
const TEXT_PX = 15;
const AWAY_PX = 30;

/**
 * @param {import("#plan/plan_view.js").PlanView} view @param {import("#model/chain.js").Chain} chain
 * @param {{next: Vector | null, held: [number, number] | null, stub: Vector, bulge?: number}} of `next`: the inner face to come; null: only its direction is known, shown as `stub`
 * @returns {SVGElement[]}
 */
export function wallGhost(view, chain, { next, held, stub, bulge = 0 }) {
  const { document } = view.tools.store;
  const corners = chain.corners(document);
  const [first, last] = [corners[0], corners[corners.length - 1]];
  const mm = view.viewport.mmPerPx;
  const way = next ?? stub;
  const end = /** @type {Vector} */ ([last[0] + way[0], last[1] + way[1]]);
  return [
    next ? svg("path", { d: ring(chain.outline(document, next, held, bulge)), class: "ghost-face" }) : null,
    svg("path", { d: line([last, end]), class: "guide" }),
    ...(next ? [lengthText(view, last, end, chain.side(document) * mm)] : []),
    chain.canClose(document) ? svg("circle", { cx: first[0], cy: first[1], r: FIRST_PX * mm, class: "first-corner" }) : null,
    svg("circle", { cx: last[0], cy: last[1], r: DOT_PX * mm, class: "dot" }),
  ].filter((mark) => mark !== null);
}

/** Within the room, beside the wall. @param {import("#plan/plan_view.js").PlanView} view @param {Vector} from @param {Vector} to @param {number} inside_mm a pixel, negative when the inside is left */
function lengthText(view, from, to, inside_mm) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(dx, dy) || 1;
  const size = TEXT_PX * Math.abs(inside_mm);
  const away = (AWAY_PX * inside_mm) / long;
  return svg("text", { x: (from[0] + to[0]) / 2 - dy * away, y: (from[1] + to[1]) / 2 + dx * away + 0.35 * size, "font-size": size, class: "measure-text" }, view.tools.length(long));
}
