/**
 * Dormers: what each lifts of its slope, and the cheeks and the front that stand in the ceiling where it ends.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/roofs.js").Linear} Linear
 * @typedef {import("#geometry/roofs.js").Lift} Lift
 * @typedef {import("#geometry/slopes.js").Plane} Plane
 * @typedef {{id: string, slope: string, offset: number, width: number, front: number, height: number, form: "flat" | "shed" | "gable", angle_mdeg: number}} Dormer
 * @typedef {readonly [number, number, number]} Spot x, y on the page and mm above the floor
 *
 * A stretch of a dormer's cheek or front (`side`: low, high, front) over a line of the page, seen from within: its corners in
 * the order in which a scene's polygons run; three where it ends in a point.
 * @typedef {{dormer: string, side: string, spots: readonly Spot[]}} Cheek
 */
import { clipped } from "#geometry/cells.js";
import { entities } from "#geometry/entities.js";
import { edges } from "#geometry/polygon.js";
import { placeIn } from "#geometry/roof_windows.js";
import { bordersOf, of, Roof } from "#geometry/roofs.js";
import { heightOf } from "#geometry/slopes.js";
import { across, dot, length, minus, moved } from "#geometry/vector.js";

/** What lies so near to a border or to the room's rim lies on it. */
const ON_BORDER_MM = 0.5;
/** A lower cheek is what rounding leaves. */
const LEAST_MM = 1;

/** The slopes with their dormers, in the document's order. @param {import("#geometry/entities.js").Plan} plan @param {readonly Roof[]} roofs @returns {Roof[]} */
export function lifted(plan, roofs) {
  const dormers = entities(plan, "dormers");
  return roofs.map((roof) => {
    const own = dormers.filter(({ slope }) => slope === roof.slope);
    return own.length > 0 ? roof.lifted(own.flatMap((dormer) => liftsOf(dormer, roof))) : roof;
  });
}

/** None where its front would stand under the slope; a gable's two halves apart. @param {Dormer} dormer @param {Roof} roof @returns {Lift[]} */
function liftsOf({ id, offset, width, front, height, form, angle_mdeg }, roof) {
  if (height <= roof.knee + front * roof.rise) return [];
  const [low, high] = [offset, offset + width];
  const cheeks = [{ name: "low", border: from(roof.way, roof, low) }, { name: "high", border: negative(from(roof.way, roof, high)) }];
  const up = /** @type {Vector} */ ([roof.way[1], -roof.way[0]]);
  const fronts = front ? [{ name: "front", border: from(up, roof, front) }] : [];
  const radians = (angle_mdeg * Math.PI) / 180_000;
  const rise = Math.sin(radians) / Math.cos(radians);
  const foot = placeIn(roof, low, front);
  if (form !== "gable") return [lift(new Roof(foot, roof.way, width, height, form === "shed" ? rise : 0, id), [...cheeks, ...fronts], [], roof)];
  const ridge = from(roof.way, roof, (low + high) / 2);
  return [
    lift(new Roof(foot, [-up[0], -up[1]], width, height, rise, id), [cheeks[0], ...fronts], [negative(ridge)], roof),
    lift(new Roof(placeIn(roof, high, front), up, width, height, rise, id), [cheeks[1], ...fronts], [ridge], roof),
  ];
}

/** @param {Roof} ceiling @param {Lift["sides"]} sides @param {readonly Linear[]} others @param {Roof} roof @returns {Lift} */
function lift(ceiling, sides, others, roof) {
  const [[a, b, c], under] = [ceiling.plane, roof.plane];
  return { dormer: ceiling.slope, ceiling, sides, others: [...others, [a - under[0], b - under[1], c - under[2]]], under };
}

/** How far beyond a distance from the slope's beginning, in a direction. @param {Vector} way @param {Roof} roof @param {number} mm @returns {Linear} */
const from = (way, roof, mm) => [way[0], way[1], -dot(roof.a, way) - mm];

/** @param {Linear} border @returns {Linear} */
const negative = ([a, b, c]) => [-a, -b, -c];

/**
 * What each dormer takes of the plan before its wall, under a ceiling so high; of a gable each half apart.
 * @param {readonly Roof[]} over @param {number} height @returns {{lift: Lift, cell: import("#geometry/cells.js").Cell}[]}
 */
export const outlines = (over, height) =>
  over.flatMap((roof) => {
    const far = Math.max(height - roof.knee, 0) / roof.rise;
    const whole = [[0, 0], [0, far], [roof.length_mm, far], [roof.length_mm, 0]].map(([along, left]) => placeIn(roof, along, left));
    const cells = roof.lifts.map((lift) => ({ lift, cell: bordersOf(lift).reduce((cell, border) => (cell.length > 0 ? clipped(cell, (point) => of(border, point)) : cell), /** @type {import("#geometry/cells.js").Cell} */ (whole)) }));
    return cells.filter(({ cell }) => cell.length > 0);
  });

/** The cheek laid flat: along its line and up. @param {Cheek} cheek @returns {Vector[]} */
export function flatCheek({ spots }) {
  const [[x, y]] = spots;
  const apart = (/** @type {Spot} */ spot) => length(minus([spot[0], spot[1]], [x, y]));
  const far = spots.reduce((best, spot) => (apart(spot) > apart(best) ? spot : best));
  const way = minus([far[0], far[1]], [x, y]);
  const reach = length(way);
  return spots.map(([px, py, z]) => [dot([px, py], way) / reach, z]);
}

/** @param {Cheek} cheek mm² */
export const cheekArea = (cheek) => Math.abs(edges(flatCheek(cheek)).reduce((sum, [p, q]) => sum + across(p, q), 0)) / 2;

/**
 * What stands between a room's ceiling in its dormers and the slopes beside them, but where a wall stands there.
 * @param {readonly Plane[]} ceiling @param {import("#geometry/outline.js").Room} room @returns {Cheek[]}
 */
export function cheeksOf(ceiling, { polygon, holes }) {
  const rim = [polygon, ...holes].flatMap((ring) => edges(ring));
  return ceiling.flatMap((plane) => {
    const { lift: within, cell } = plane;
    if (!within) return [];
    return edges(cell).flatMap(([p, q]) => {
      const side = within.sides.find(({ border }) => isOn(border, p) && isOn(border, q))?.name;
      if (!side || rim.some((edge) => liesOn(moved(p, minus(q, p), 0.5), edge))) return [];
      const spots = spotsOf(plane, within, p, q);
      return spots.length > 0 ? [{ dormer: within.dormer, side, spots }] : [];
    });
  });
}

/** What lies over the slope of an upright sheet under the plane. @param {Plane} plane @param {Lift} within @param {Vector} p @param {Vector} q @returns {Spot[]} */
function spotsOf(plane, { under }, p, q) {
  const gaps = [p, q].map((point) => heightOf(plane, point) - of(under, point));
  if (Math.max(...gaps) < LEAST_MM) return [];
  if (Math.min(...gaps) < 0) {
    const crossing = moved(p, minus(q, p), gaps[0] / (gaps[0] - gaps[1]));
    [p, q] = gaps[0] < 0 ? [crossing, q] : [p, crossing];
  }
  const low = [p, q].map((point) => /** @type {Spot} */ ([...point, of(under, point)]));
  const high = [q, p].map((point) => /** @type {Spot} */ ([...point, heightOf(plane, point)]));
  return [...low, ...high.filter(([, , z], place) => z - low[1 - place][2] >= LEAST_MM)];
}

/** @param {Linear} border @param {Vector} point */
const isOn = (border, point) => Math.abs(of(border, point)) < ON_BORDER_MM;

/** Whether a point lies on the line from p to q. @param {Vector} point @param {readonly [Vector, Vector]} edge */
function liesOn(point, [p, q]) {
  const way = minus(q, p);
  const reach = length(way) || 1;
  const along = dot(minus(point, p), way) / reach;
  return Math.abs(across(way, minus(point, p))) / reach < ON_BORDER_MM && along >= -ON_BORDER_MM && along <= reach + ON_BORDER_MM;
}
