/**
 * A ceiling's parts as they lie flat, without its windows: what is level as on the page, slopes in their own mm.
 * The twin of `unfolded_ceiling` in rooms/surfaces/ceilings.py, with the parts' rims for what it has areas.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 */
import { ceilingOf } from "#geometry/ceilings.js";
import { cheeksOf, flatCheek } from "#geometry/dormers.js";
import { hollowsOf } from "#geometry/hollows.js";
import { signedArea } from "#geometry/polygon.js";
import { opened, skylightsOf } from "#geometry/roof_windows.js";

/** How far around the cells a frame stands, so that what is outside them is a hollow too. */
const FRAME_MM = 1000;
/** Smaller rims are what rounding leaves between cells. */
const LEAST_MM2 = 100;

/**
 * Each part's rims, the largest first: even and odd tell inside from outside. Of a slope x runs along its line, y up along
 * the slope from the line; of dormers' cheeks, which come last, y is up.
 * @param {import("#geometry/entities.js").Plan} plan @param {import("#geometry/outline.js").Room} room @param {readonly Roof[]} over
 * @returns {Vector[][][]}
 */
export function unfoldedCeiling(plan, room, over) {
  /** @type {Map<Roof | string | null, Vector[][]>} */
  const parts = new Map();
  const ceiling = ceilingOf(plan, room, over);
  const add = (/** @type {Roof | string | null} */ part, /** @type {Vector[]} */ flat) =>
    parts.set(part, [...(parts.get(part) ?? []), signedArea(flat) < 0 ? flat.toReversed() : flat]);
  for (const { cell, roof } of opened(ceiling, skylightsOf(plan, over))) add(roof, cell.map((point) => (roof ? onSlope(point, roof) : point)));
  for (const cheek of cheeksOf(ceiling, room)) add(`${cheek.dormer} ${cheek.side}`, flatCheek(cheek));
  return [...parts.values()].map(rimsAbout);
}

/** @param {Vector} point @param {Roof} roof @returns {Vector} */
const onSlope = (point, roof) => [roof.along(point), roof.left(point) * Math.sqrt(1 + roof.rise * roof.rise)];

/** The rims of what convex cells cover together, the largest first. @param {readonly (readonly Vector[])[]} cells @returns {Vector[][]} */
export function rimsAbout(cells) {
  const rims = hollowsOf([...frame(cells.flat()), ...cells]).flatMap(({ outer, islands }) => [outer, ...islands].map(({ points }) => points));
  const [, ...found] = rims.map((points) => ({ points, area: Math.abs(signedArea(points)) })).toSorted((one, other) => other.area - one.area);
  return found.filter(({ area }) => area > LEAST_MM2).map(({ points }) => points);
}

/** Four walls around the points. @param {Vector[]} points @returns {Vector[][]} */
function frame(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const inner = [Math.min(...xs) - FRAME_MM, Math.min(...ys) - FRAME_MM, Math.max(...xs) + FRAME_MM, Math.max(...ys) + FRAME_MM];
  const [left, top, right, bottom] = inner;
  const box = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ toX, /** @type {number} */ toY) => /** @type {Vector[]} */ ([[x, y], [toX, y], [toX, toY], [x, toY]]);
  return [
    box(left - FRAME_MM, top - FRAME_MM, right + FRAME_MM, top),
    box(left - FRAME_MM, bottom, right + FRAME_MM, bottom + FRAME_MM),
    box(left - FRAME_MM, top, left, bottom),
    box(right, top, right + FRAME_MM, bottom),
  ];
}
