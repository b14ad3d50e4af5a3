/**
 * Sloping ceilings of a scene: how high the room is at a point, and the ceiling cut where slopes begin and end.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {{id?: string, a: Vector, b: Vector, knee: number, angle_mdeg: number}} Slope
 *
 * A convex cell of a ceiling, its height a·x + b·y + c, and the roof that it lies under; null: it is level.
 * @typedef {{cell: Cell, a: number, b: number, c: number, roof: Roof | null}} Plane
 */
import { clipped, triangles } from "#geometry/cells.js";
import { ascending, pairs } from "#geometry/heights.js";
import { signedArea } from "#geometry/polygon.js";
import { across, dot, length, minus } from "#geometry/vector.js";

/** Walls that stand so little beyond a slope's ends or its knee still end under it, if no other room begins before. */
const BEYOND_MM = 600;
const ROUNDED_MM = 1;
/** A room of which less lies under a slope is beside it. */
const SLIVER_MM2 = 10_000;

/**
 * One slope: over the points left of the line from `a` in direction `way`, as far as the line is long. `rise` is the
 * tangent of the angle: mm upwards for each mm to the left; `slope` is its id. Walls still end under it so little before its
 * line's beginning, after its end and behind it: `margins`.
 */
export class Roof {
  /** @param {Vector} a @param {Vector} way @param {number} length_mm @param {number} knee @param {number} rise @param {string} slope @param {readonly number[]} margins */
  constructor(a, way, length_mm, knee, rise, slope = "", margins = [BEYOND_MM, BEYOND_MM, BEYOND_MM]) {
    this.a = a;
    this.way = way;
    this.length_mm = length_mm;
    this.knee = knee;
    this.rise = rise;
    this.slope = slope;
    this.margins = margins;
  }

  /** @param {readonly number[]} margins */
  within(margins) {
    return new Roof(this.a, this.way, this.length_mm, this.knee, this.rise, this.slope, margins);
  }

  /** How far inside each of its three borders a point lies. @returns {((point: Vector) => number)[]} */
  get borders() {
    return [(point) => this.along(point), (point) => this.beforeEnd(point), (point) => this.left(point)];
  }

  /** @param {Vector} point */
  along(point) {
    return dot(minus(point, this.a), this.way);
  }

  /** @param {Vector} point */
  beforeEnd(point) {
    return this.length_mm - this.along(point);
  }

  /** @param {Vector} point */
  left(point) {
    return across(minus(point, this.a), this.way);
  }

  /** @param {Vector} point */
  height(point) {
    return this.knee + Math.max(this.left(point), 0) * this.rise;
  }

  /** @param {Vector} point */
  covers(point) {
    return this.borders.every((border, place) => border(point) >= -this.margins[place]);
  }
}

/** The slopes whose line has a length. @param {readonly Slope[]} slopes @returns {Roof[]} */
export const roofsOf = (slopes) =>
  slopes.flatMap(({ id, a, b, knee, angle_mdeg }) => {
    const line = minus(b, a);
    const line_mm = length(line);
    const radians = (angle_mdeg * Math.PI) / 180_000;
    const rise = Math.sin(radians) / Math.cos(radians);
    return line_mm > 0 ? [new Roof(a, [line[0] / line_mm, line[1] / line_mm], line_mm, knee, rise, id)] : [];
  });

/**
 * The slopes, each with the walls about it only as far as no room begins that is not under it.
 * @param {readonly Roof[]} over @param {readonly (readonly Vector[])[]} rings the level's rooms @returns {Roof[]}
 */
export const clearOfRooms = (over, rings) => over.map((roof) => roof.within(rings.filter((ring) => !isUnder(roof, ring)).reduce((margins, ring) => clearOf(roof, ring, margins), roof.margins)));

/** @param {Roof} roof @param {readonly Vector[]} ring @param {readonly number[]} margins @returns {readonly number[]} */
function clearOf(roof, ring, margins) {
  const inside = roof.borders.map((border) => Math.max(...ring.map(border)));
  const least = Math.min(...inside);
  const beside = inside.indexOf(least);
  if (least > ROUNDED_MM || inside.some((most) => most <= -BEYOND_MM)) return margins;
  return margins.with(beside, Math.min(margins[beside], Math.max(-least - ROUNDED_MM, 0)));
}

/** @param {Roof} roof @param {readonly Vector[]} ring */
const isUnder = (roof, ring) =>
  triangles(ring, []).reduce((sum, cell) => sum + Math.abs(signedArea(roof.borders.reduce((rest, border) => clipped(rest, border), cell))), 0) > SLIVER_MM2;

/**
 * A wall's height at a point, or that of the lowest slope over it.
 * @param {number} height @param {Vector} point @param {readonly Roof[]} over
 */
export const lowered = (height, point, over) =>
  Math.min(height, ...over.filter((roof) => roof.covers(point)).map((roof) => roof.height(point)));

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
 * Where along the wall the slope's cover begins and ends, and where it starts to rise.
 * @param {Vector} start @param {Vector} way @param {Roof} roof @returns {number[]}
 */
function stops(start, way, roof) {
  const apart = minus(start, roof.a);
  const [forward, sideways] = [dot(way, roof.way), across(way, roof.way)];
  const [before, after, behind] = roof.margins;
  const ends = Math.abs(forward) > 1e-9 ? [-before, roof.length_mm + after] : [];
  const sides = Math.abs(sideways) > 1e-9 ? [-behind, 0] : [];
  return [
    ...ends.map((edge) => (edge - dot(apart, roof.way)) / forward),
    ...sides.map((edge) => (edge - across(apart, roof.way)) / sideways),
  ];
}

/** @param {Vector} low @param {Vector} high @param {Vector} start @param {Vector} way @param {Roof} roof @returns {Vector[]} */
function lesser(low, high, start, way, roof) {
  const spot = (/** @type {number} */ at) => /** @type {Vector} */ ([start[0] + way[0] * at, start[1] + way[1] * at]);
  const [from, to] = [spot(low[0]), spot(high[0])];
  if (!roof.covers([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])) return [low, high];
  const over = [roof.height(from), roof.height(to)];
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
  const level = cells.map((cell) => ({ cell, a: 0, b: 0, c: height, roof: null }));
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
 * The plane's parts beside the slope's cover, and within it those over and under the slope.
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
  const [riseX, riseY] = [roof.way[1] * roof.rise, -roof.way[0] * roof.rise];
  const level = roof.knee - riseX * roof.a[0] - riseY * roof.a[1];
  const above = (/** @type {Vector} */ [x, y]) => (plane.a - riseX) * x + (plane.b - riseY) * y + plane.c - level;
  add({ ...plane, cell: clipped(cell, (point) => -above(point)) });
  add({ cell: clipped(cell, above), a: riseX, b: riseY, c: level, roof });
  return found;
}
