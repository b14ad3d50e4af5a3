/** Snapping at work on the plan: how far it reaches on this screen, what is around, and the guides drawn for it. */

import { snapItem as placeItem, snapPoint } from "#geometry/snap.js";
import { cornersOf, meet } from "#model/corners.js";
import { itemsOf, wallsOf } from "#model/plan.js";
import { line, svg } from "#plan/svg.js";

/** @typedef {import("#plan/plan_view.js").PlanView} PlanView */
/** @typedef {[number, number]} Point */

const REACH_PX = 12;
/** Zoomed far out, a thing still jumps no farther than this. */
const REACH_MM = 250;

/**
 * Where an item dragged to a point stands: things that belong to a wall turn to it, others only line up.
 * @param {PlanView} view @param {any} item @param {Point} at
 * @returns {{at: Point, turn_mdeg: number, host: string | null, guides: SVGElement[]}}
 */
export function snapItem(view, item, at) {
  const { store, kinds } = view.tools;
  const kind = kinds.has(item.kind) ? kinds.get(item.kind) : null;
  const neighbours = itemsOf(store.document, view.level).filter((other) => other.id !== item.id && isBeside(item, other));
  const isFree = kind?.snap === "free";
  const around = { found: isFree ? NOTHING : view.survey.found, level: view.level, neighbours: /** @type {any} */ (neighbours), reach_mm: reach(view) };
  const { guides, ...place } = placeItem({ ...item, at }, around);
  return { ...place, host: place.host ?? null, guides: drawn(guides) };
}

/**
 * Where a corner drawn or dragged to a point falls.
 * @param {PlanView} view @param {Point} at @param {Point | null} from where the wall begins @param {Point | null} [moving] the corner that is being dragged
 * @returns {{at: Point, guides: SVGElement[]}}
 */
export function snapCorner(view, at, from, moving = null) {
  const { document } = view.tools.store;
  const corners = cornersOf(document, view.level).filter((corner) => !moving || !meet(corner, moving));
  const walls = wallsOf(document, view.level).filter((wall) => !moving || !(meet(wall.a, moving) || meet(wall.b, moving)));
  const lines = walls.filter(({ bulge }) => !bulge).map(({ a, b }) => /** @type {[Point, Point]} */ ([a, b]));
  const snapped = snapPoint(at, { corners, lines, from, reach_mm: reach(view) });
  return { at: snapped.at, guides: drawn(snapped.guides) };
}

const NOTHING = /** @type {any} */ ({ rooms: [], loose: [], solids: new Map() });

/** @param {PlanView} view */
const reach = (view) => Math.min(REACH_PX * view.viewport.mmPerPx, REACH_MM);

/** Whether two things share a height: a lamp does not line up with a rug. @param {any} item @param {any} other */
const isBeside = (item, other) =>
  (item.elevation ?? 0) < other.elevation + other.size[2] && other.elevation < (item.elevation ?? 0) + item.size[2];

/** @param {readonly (readonly (readonly [number, number])[])[]} guides */
const drawn = (guides) => guides.map((guide) => svg("path", { d: line(guide), class: "guide" }));
