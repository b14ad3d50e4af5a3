/**
 * Slopes as planes over the page, and what dormers lift of them.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {{id?: string, a: Vector, b: Vector, knee: number, angle_mdeg: number}} Slope
 *
 * a·x + b·y + c of a place on the page.
 * @typedef {readonly [number, number, number]} Linear
 *
 * What a dormer lifts of its slope up to its own `ceiling`: the places where no border is negative. `sides` are the borders in
 * which it has cheeks and a front, by their names; it is open at the others. `under` is the slope's own height.
 * @typedef {{dormer: string, ceiling: Roof, sides: readonly {name: string, border: Linear}[], others: readonly Linear[], under: Linear}} Lift
 */
import { clipped, triangles } from "#geometry/cells.js";
import { signedArea } from "#geometry/polygon.js";
import { across, dot, length, minus } from "#geometry/vector.js";

/** Walls that stand so little beyond a slope's ends or its knee still end under it, if no other room begins before. */
const BEYOND_MM = 600;
const ROUNDED_MM = 1;
/** A room of which less lies under a slope is beside it. */
const SLIVER_MM2 = 10_000;

/**
 * One slope: over the points left of the line from `a` in direction `way`, as far as the line is long. `rise` is the
 * tangent of the angle: mm upwards for each mm to the left; `slope` is its id, or that of the dormer whose ceiling it is. Walls
 * still end under it so little before its line's beginning, after its end and behind it: `margins`.
 */
export class Roof {
  /** @param {Vector} a @param {Vector} way @param {number} length_mm @param {number} knee @param {number} rise @param {string} slope @param {readonly number[]} margins @param {readonly Lift[]} lifts */
  constructor(a, way, length_mm, knee, rise, slope = "", margins = [BEYOND_MM, BEYOND_MM, BEYOND_MM], lifts = []) {
    this.a = a;
    this.way = way;
    this.length_mm = length_mm;
    this.knee = knee;
    this.rise = rise;
    this.slope = slope;
    this.margins = margins;
    this.lifts = lifts;
  }

  /** @param {readonly number[]} margins */
  within(margins) {
    return new Roof(this.a, this.way, this.length_mm, this.knee, this.rise, this.slope, margins, this.lifts);
  }

  /** @param {readonly Lift[]} lifts */
  lifted(lifts) {
    return new Roof(this.a, this.way, this.length_mm, this.knee, this.rise, this.slope, this.margins, lifts);
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
    return this.over(point).slant(point);
  }

  /** How high it is as if it had no dormers. @param {Vector} point */
  slant(point) {
    return this.knee + Math.max(this.left(point), 0) * this.rise;
  }

  /** What lies over a place: the slope, or the ceiling of the first dormer that has lifted it. @param {Vector} point @returns {Roof} */
  over(point) {
    return this.lifts.find((lift) => bordersOf(lift).every((border) => of(border, point) >= 0))?.ceiling ?? this;
  }

  /** Its own height, as it rises on behind its line too. @returns {Linear} */
  get plane() {
    const [x, y] = [this.way[1] * this.rise, -this.way[0] * this.rise];
    return [x, y, this.knee - x * this.a[0] - y * this.a[1]];
  }

  /** @param {Vector} point */
  covers(point) {
    return this.borders.every((border, place) => border(point) >= -this.margins[place]);
  }
}

/** @param {Linear} linear @param {Vector} point */
export const of = ([a, b, c], [x, y]) => a * x + b * y + c;

/** @param {Lift} lift @returns {readonly Linear[]} */
export const bordersOf = ({ sides, others }) => [...sides.map(({ border }) => border), ...others];

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
