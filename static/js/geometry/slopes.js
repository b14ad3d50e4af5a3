/**
 * Sloping ceilings of a scene: how high the room is at a point, and the ceiling cut where slopes begin and end.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 * @typedef {import("#geometry/roofs.js").Lift} Lift
 *
 * A convex cell of a ceiling, its height a·x + b·y + c, and the roof that it lies under; null: it is level. `lift` is the
 * dormer's that it lies in, whatever it is there that ends the room.
 * @typedef {{cell: Cell, a: number, b: number, c: number, roof: Roof | null, lift: Lift | null}} Plane
 */
import { clipped, LEAST_MM } from "#geometry/cells.js";
import { ascending, pairs } from "#geometry/heights.js";
import { bordersOf, of } from "#geometry/roofs.js";
import { across, dot, minus, moved } from "#geometry/vector.js";

/** A line's sine to a border below which it runs along it. */
const LEVEL = 1e-9;

/**
 * A wall's height at a point, or that of the lowest slope over it. Where slopes begin and dormers lift them a wall's top steps:
 * `beside`, a place near by, tells which step is meant.
 * @param {number} height @param {Vector} point @param {readonly Roof[]} over @param {Vector} [beside]
 */
export const lowered = (height, point, over, beside = point) =>
  Math.min(height, ...over.filter((roof) => roof.covers(beside)).map((roof) => roof.over(beside).slant(point)));

/**
 * A straight wall's upper edge (along, height) cut by the slopes; along is 0 at `start` and grows along `way`.
 * @param {readonly Vector[]} top @param {Vector} start @param {Vector} way @param {readonly Roof[]} over
 * @returns {readonly Vector[]}
 */
export const loweredTop = (top, start, way, over) => over.reduce((edge, roof) => cutBy(edge, start, way, roof), top);

/**
 * The lesser of an edge and a slope; where the slope ends, the edge steps.
 * @param {readonly Vector[]} top @param {Vector} start @param {Vector} way @param {Roof} roof
 * @returns {readonly Vector[]}
 */
function cutBy(top, start, way, roof) {
  const places = stops(start, way, roof);
  const cut = pairs(top).flatMap(([[s, z], [sNext, zNext]]) => {
    const inside = places.filter((stop) => s < stop && stop < sNext);
    return pairs(ascending([s, sNext, ...inside])).flatMap(([low, high]) => {
      const at = (/** @type {number} */ along) => /** @type {Vector} */ ([along, z + ((zNext - z) * (along - s)) / (sNext - s)]);
      return lesser(at(low), at(high), start, way, roof);
    });
  });
  return cut.length > 0 ? cut : top;
}

/**
 * Where along the wall the slope's cover begins and ends, where it starts to rise, and where dormers lift it.
 * @param {Vector} start @param {Vector} way @param {Roof} roof @returns {number[]}
 */
function stops(start, way, roof) {
  const apart = minus(start, roof.a);
  const [forward, sideways] = [dot(way, roof.way), across(way, roof.way)];
  const [before, after, behind] = roof.margins;
  const ends = Math.abs(forward) > LEVEL ? [-before, roof.length_mm + after] : [];
  const sides = Math.abs(sideways) > LEVEL ? [-behind, 0] : [];
  return [
    ...ends.map((edge) => (edge - dot(apart, roof.way)) / forward),
    ...sides.map((edge) => (edge - across(apart, roof.way)) / sideways),
    ...roof.lifts.flatMap((lift) => stopsOf(lift, start, way)),
  ];
}

/** Where along the wall a dormer begins and ends. @param {Lift} lift @param {Vector} start @param {Vector} way @returns {number[]} */
function stopsOf(lift, start, way) {
  const borders = bordersOf(lift);
  return borders.flatMap((border) => {
    const rise = border[0] * way[0] + border[1] * way[1];
    if (Math.abs(rise) <= LEVEL) return [];
    const along = -of(border, start) / rise;
    const spot = moved(start, way, along);
    return borders.every((other) => other === border || of(other, spot) > -LEAST_MM) ? [along] : [];
  });
}

/** @param {Vector} low @param {Vector} high @param {Vector} start @param {Vector} way @param {Roof} roof @returns {Vector[]} */
function lesser(low, high, start, way, roof) {
  const spot = (/** @type {number} */ at) => /** @type {Vector} */ ([start[0] + way[0] * at, start[1] + way[1] * at]);
  const [from, to] = [spot(low[0]), spot(high[0])];
  const middle = /** @type {Vector} */ ([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  if (!roof.covers(middle)) return [low, high];
  const surface = roof.over(middle);
  const over = [surface.slant(from), surface.slant(to)];
  const gaps = [over[0] - low[1], over[1] - high[1]];
  /** @type {[Vector, Vector]} */
  const [first, last] = [[low[0], Math.min(low[1], over[0])], [high[0], Math.min(high[1], over[1])]];
  if (gaps[0] * gaps[1] >= 0) return [first, last];
  const share = gaps[0] / (gaps[0] - gaps[1]);
  return [first, [low[0] + (high[0] - low[0]) * share, low[1] + (high[1] - low[1]) * share], last];
}

/**
 * Convex cells of a floor as cells of the ceiling: level at the height, or under the lowest slope above them.
 * @param {readonly Cell[]} cells @param {number} height @param {readonly Roof[]} over @returns {Plane[]}
 */
export function ceilingPlanes(cells, height, over) {
  const level = cells.map((cell) => ({ cell, a: 0, b: 0, c: height, roof: null, lift: null }));
  return over.reduce((found, roof) => found.flatMap((plane) => underRoof(plane, roof)), /** @type {Plane[]} */ (level));
}

/** The plane's height over a point of the floor. @param {Plane} plane @param {Vector} point */
export const heightOf = ({ a, b, c }, [x, y]) => a * x + b * y + c;

/**
 * The cells without what lies just beyond the slopes' ends and knees, where walls end under them and no room is.
 * @param {readonly Cell[]} cells @param {readonly Roof[]} over @returns {readonly Cell[]}
 */
export const clearOfEdges = (cells, over) => over.reduce((found, roof) => found.flatMap((cell) => clearOfEdge(cell, roof)), cells);

/** @param {Cell} cell @param {Roof} roof @returns {Cell[]} */
function clearOfEdge(cell, roof) {
  /** @type {Cell[]} */
  const found = [];
  roof.borders.forEach((border, place) => {
    found.push(clipped(cell, (point) => -roof.margins[place] - border(point)));
    cell = clipped(cell, (point) => border(point) + roof.margins[place]);
  });
  found.push(roof.borders.reduce((rest, border) => clipped(rest, border), cell));
  return found.filter((part) => part.length > 0);
}

/**
 * The plane's parts beside the slope's cover, and within it those over and under the slope and its dormers.
 * @param {Plane} plane @param {Roof} roof @returns {Plane[]}
 */
function underRoof(plane, roof) {
  let { cell } = plane;
  /** @type {Plane[]} */
  const found = [];
  const add = (/** @type {Plane} */ part) => part.cell.length > 0 && found.push(part);
  for (const border of roof.borders) {
    add({ ...plane, cell: clipped(cell, (point) => -border(point)) });
    cell = clipped(cell, border);
    if (cell.length === 0) return found;
  }
  /** @type {readonly Cell[]} */
  let rest = [cell];
  for (const lift of roof.lifts) {
    const inside = rest.map((one) => bordersOf(lift).reduce(within, one)).filter((part) => part.length > 0);
    found.push(...inside.flatMap((part) => lower({ ...plane, cell: part }, lift.ceiling, lift)));
    rest = rest.flatMap((one) => without(one, lift));
  }
  return [...found, ...rest.flatMap((part) => lower({ ...plane, cell: part }, roof, plane.lift))];
}

/** @param {Cell} cell @param {import("#geometry/roofs.js").Linear} border @returns {Cell} */
const within = (cell, border) => (cell.length > 0 ? clipped(cell, (point) => of(border, point)) : cell);

/** @param {Cell} cell @param {Lift} lift @returns {Cell[]} */
function without(cell, lift) {
  /** @type {Cell[]} */
  const found = [];
  for (const border of bordersOf(lift)) {
    found.push(clipped(cell, (point) => -of(border, point)));
    cell = within(cell, border);
    if (cell.length === 0) break;
  }
  return found.filter((part) => part.length > 0);
}

/** The lesser of the plane and the roof. @param {Plane} plane @param {Roof} roof @param {Lift | null} lift @returns {Plane[]} */
function lower(plane, roof, lift) {
  const [a, b, c] = roof.plane;
  const above = (/** @type {Vector} */ [x, y]) => (plane.a - a) * x + (plane.b - b) * y + plane.c - c;
  const parts = [{ ...plane, cell: clipped(plane.cell, (point) => -above(point)), lift }, { cell: clipped(plane.cell, above), a, b, c, roof, lift }];
  return parts.filter(({ cell }) => cell.length > 0);
}
