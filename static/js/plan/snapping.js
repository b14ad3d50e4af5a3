/** Snapping at work on the plan: how far it reaches on this screen, what is around, and the guides drawn for it. */

import { centreLine } from "#geometry/centreline.js";
import { footprint } from "#geometry/footprint.js";
import { edges } from "#geometry/polygon.js";
import { snapItem as placeItem, snapPoint } from "#geometry/snap.js";
import { cornersOf, meet } from "#model/corners.js";
import { entities, itemsOf, wallsOf } from "#model/plan.js";
import { wallsAlone } from "#plan/block_marks.js";
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
  const isFree = (item.snap ?? kind?.snap) === "free";
  const around = { found: isFree ? NOTHING : view.survey.found, level: view.level, neighbours: /** @type {any} */ (neighbours), reach_mm: reach(view) };
  const { guides, ...place } = placeItem({ ...item, at }, around);
  return { ...place, host: place.host ?? null, guides: drawn(guides) };
}

/**
 * Where a column, shaft or bulkhead dragged to a point stands: flush with a wall and turned to it, else in line with its like.
 * @param {PlanView} view @param {any} block @param {Point} at @returns {{at: Point, turn_mdeg: number, guides: SVGElement[]}}
 */
export function snapBlock(view, block, at) {
  const thing = { ...block, size: [...block.size, 1], at };
  const others = entities(view.tools.store.document, "solids").filter(({ id, level }) => id !== block.id && level === view.level);
  const neighbours = others.map((other) => ({ ...other, size: [...other.size, 1] }));
  const found = wallsAlone(view.survey.found);
  const { at: to, turn_mdeg, guides } = placeItem(thing, { found, level: view.level, neighbours: /** @type {any} */ (neighbours), reach_mm: reach(view) });
  return { at: to, turn_mdeg, guides: drawn(guides) };
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
  const snapped = snapPoint(at, { corners, ...centreLines(walls), from, reach_mm: reach(view) });
  return { at: snapped.at, guides: drawn(snapped.guides) };
}

/**
 * Where one end of a measured length falls: on corners and edges of rooms and of things, square to them.
 * @param {PlanView} view @param {Point} at @param {Point | null} from its other end
 * @returns {{at: Point, guides: SVGElement[]}}
 */
export function snapMeasure(view, at, from) {
  const rings = [
    ...view.survey.rooms.flatMap(({ room }) => [room.polygon, ...room.holes]),
    ...itemsOf(view.tools.store.document, view.level).map((item) => footprint(/** @type {any} */ (item))),
  ];
  const lines = rings.flatMap((ring) => /** @type {[Point, Point][]} */ (edges(/** @type {any} */ (ring))));
  const snapped = snapPoint(at, { corners: rings.flat(), lines, from, reach_mm: reach(view), grid_mm: 1 });
  return { at: snapped.at, guides: drawn(snapped.guides) };
}

/**
 * Where the next inner corner of a chain of walls falls, in line with the inner corners of rooms, and the corner or centre line of another wall that it falls on.
 * @param {PlanView} view @param {Point} at
 * @param {{from: readonly [number, number] | null, first: readonly [number, number] | null, own: string[]}} chain its last and its first inner corner, its walls
 * @returns {{at: Point, held: Point | null, guides: SVGElement[]}}
 */
export function snapStep(view, at, { from, first, own }) {
  const { document } = view.tools.store;
  const walls = wallsOf(document, view.level).filter(({ id }) => !own.includes(id));
  const corners = walls.flatMap(({ a, b }) => [a, b]);
  const along = centreLines(walls);
  const begun = first && first !== from ? [first] : [];
  const inner = view.survey.rooms.flatMap(({ room }) => [room.polygon, ...room.holes].flat()); // as the chain's own corners are
  const snapped = snapPoint(at, { corners: [...corners, ...begun], levelled: [...(inner.length ? inner : corners), ...begun], ...along, from, reach_mm: reach(view) });
  const corner = corners.find((other) => meet(other, snapped.at));
  const held = corner ?? (snapped.kind === "arc" || along.lines.some((wall) => liesOn(snapped.at, wall)) ? snapped.at : null);
  return { at: snapped.at, held, guides: drawn(snapped.guides) };
}

/** The walls' centre lines, straight ones and arcs. @param {any[]} walls */
const centreLines = (walls) => ({
  lines: walls.filter(({ bulge }) => !bulge).map(({ a, b }) => /** @type {[Point, Point]} */ ([a, b])),
  arcs: walls.filter(({ bulge }) => bulge).map(centreLine).filter((arc) => arc !== null),
});

/** @param {Point} at @param {[Point, Point]} wall */
function liesOn([x, y], [a, b]) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(dx, dy) || 1;
  const along = ((x - a[0]) * dx + (y - a[1]) * dy) / long;
  return along >= 0 && along <= long && Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / long < 1;
}

const NOTHING = /** @type {any} */ ({ rooms: [], loose: [], solids: new Map() });

/** @param {PlanView} view */
const reach = (view) => Math.min(REACH_PX * view.viewport.mmPerPx, REACH_MM);

/** Whether two things share a height: a lamp does not line up with a rug. @param {any} item @param {any} other */
const isBeside = (item, other) =>
  (item.elevation ?? 0) < other.elevation + other.size[2] && other.elevation < (item.elevation ?? 0) + item.size[2];

/** @param {readonly (readonly (readonly [number, number])[])[]} guides */
const drawn = (guides) => guides.map((guide) => svg("path", { d: line(guide), class: "guide" }));
