/**
 * The centre line of a wall, straight or an arc: points along it, and where along it a point lies.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 */
import { across, dot, length, minus, moved, turned } from "#geometry/vector.js";

/** How far, at most, a facet's chord lies from its arc. */
const FACET_MM = 0.5;
/** The inner side of an arc comes at most this share of the way to its centre. */
const TIGHTEST = 0.9;

/**
 * From a to b: `points` (mm) of its facets, the unit `normals` to the right there, the true length.
 *
 * `centre` and `radius_mm` are of the arc, and null and infinity when straight. Walking from a to b as seen on the
 * page (y down), right is (-dy, dx).
 */
export class CentreLine {
  /**
   * @param {readonly Vector[]} points @param {readonly Vector[]} normals @param {number} length_mm
   * @param {Vector | null} centre @param {number} radius_mm @param {number} turn
   */
  constructor(points, normals, length_mm, centre = null, radius_mm = Infinity, turn = 0) {
    this.points = points;
    this.normals = normals;
    this.length_mm = length_mm;
    this.centre = centre;
    this.radius_mm = radius_mm;
    this.turn = turn;
  }

  /**
   * The plan point so far along from a and so far to the right; beyond the ends it goes straight on.
   * @param {number} along_mm @param {number} right_mm @returns {Vector}
   */
  at(along_mm, right_mm = 0) {
    const inside = this.#inside(along_mm);
    const [foot, normal] = this.#foot(inside);
    return moved(moved(foot, normal, right_mm), heading(normal), along_mm - inside);
  }

  /**
   * How far from a, in mm along the line, the foot of the point lies; beyond the ends as if it went straight.
   * @param {Vector} point
   */
  along(point) {
    const before = dot(minus(point, this.points[0]), heading(this.normals[0]));
    if (!this.centre) return before;
    const swept = this.#swept(point, this.centre);
    if (swept < 0) return Math.min(before, 0);
    if (swept * this.radius_mm <= this.length_mm) return swept * this.radius_mm;
    const last = this.points.length - 1;
    return this.length_mm + Math.max(dot(minus(point, this.points[last]), heading(this.normals[last])), 0);
  }

  /** How far to the right of the line, in mm, the point lies; negative to the left. @param {Vector} point */
  right(point) {
    const [foot, normal] = this.#foot(this.#inside(this.along(point)));
    return dot(minus(point, foot), normal);
  }

  /**
   * The parallel line so far to the right, square at both ends; a tight arc's stops short of its own centre.
   * @param {number} right_mm @returns {Vector[]}
   */
  side(right_mm) {
    const most = right_mm * this.turn < 0 ? TIGHTEST * this.radius_mm : Math.abs(right_mm);
    const offset = Math.max(Math.min(right_mm, most), -most);
    return this.points.map((point, place) => moved(point, this.normals[place], offset));
  }

  /** @param {number} along_mm */
  #inside(along_mm) {
    return Math.min(Math.max(along_mm, 0), this.length_mm);
  }

  /** The point of the line and its normal. @param {number} along_mm @returns {[Vector, Vector]} */
  #foot(along_mm) {
    const { centre, radius_mm, turn, points, normals } = this;
    if (!centre) return [moved(points[0], heading(normals[0]), along_mm), normals[0]];
    const first = minus(points[0], centre);
    const outwards = turned([first[0] / radius_mm, first[1] / radius_mm], (-turn * along_mm) / radius_mm);
    return [moved(centre, outwards, radius_mm), [outwards[0] * turn, outwards[1] * turn]];
  }

  /**
   * The angle from a to the point about the centre; what is nearer to a than to b, past the ends, is negative.
   * @param {Vector} point @param {Vector} centre
   */
  #swept(point, centre) {
    const first = minus(this.points[0], centre);
    const now = minus(point, centre);
    const swept = fullTurn(-this.turn * Math.atan2(across(first, now), dot(first, now)));
    return swept <= Math.PI + this.length_mm / this.radius_mm / 2 ? swept : swept - 2 * Math.PI;
  }
}

/** The unit direction of travel whose right-hand normal this is. @param {Vector} normal @returns {Vector} */
export const heading = (normal) => [normal[1], -normal[0]];

/** The angle brought into [0, 2π). @param {number} radians */
export const fullTurn = (radians) => (radians < 0 ? radians + 2 * Math.PI : radians);

/**
 * The centre line from a to b, or null when it has no length.
 *
 * `bulge` is the sagitta in mm: positive when the arc's middle lies to the right of the chord from a to b.
 * @param {{a: Vector, b: Vector, bulge: number}} segment @returns {CentreLine | null}
 */
export function centreLine({ a, b, bulge }) {
  const chord_mm = length(minus(b, a));
  if (chord_mm === 0) return null;
  /** @type {Vector} */
  const normal = [-(b[1] - a[1]) / chord_mm, (b[0] - a[0]) / chord_mm];
  return bulge === 0 ? new CentreLine([a, b], [normal, normal], chord_mm) : arc(a, b, normal, chord_mm, bulge);
}

/** @param {Vector} a @param {Vector} b @param {Vector} normal @param {number} chord_mm @param {number} bulge */
function arc(a, b, normal, chord_mm, bulge) {
  const turn = bulge > 0 ? 1 : -1;
  const radius = ((chord_mm * chord_mm) / 4 + bulge * bulge) / (2 * Math.abs(bulge));
  const sweep = 4 * Math.atan((2 * Math.abs(bulge)) / chord_mm);
  const centre = moved([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], normal, bulge - turn * radius);
  /** @type {Vector} */
  const first = [(a[0] - centre[0]) / radius, (a[1] - centre[1]) / radius];
  const facets = facetCount(radius, sweep);
  const outwards = Array.from({ length: facets + 1 }, (_, place) => turned(first, (-turn * sweep * place) / facets));
  const inner = outwards.slice(1, -1).map((direction) => moved(centre, direction, radius));
  const normals = outwards.map((direction) => /** @type {Vector} */ ([direction[0] * turn, direction[1] * turn]));
  return new CentreLine([a, ...inner, b], normals, radius * sweep, centre, radius, turn);
}

/**
 * How many equal chords stay within FACET_MM of an arc of so many radians.
 * @param {number} radius_mm @param {number} sweep
 */
export function facetCount(radius_mm, sweep) {
  const widest = 2 * Math.acos(Math.max(1 - FACET_MM / radius_mm, -0.5));
  return Math.max(Math.ceil(sweep / widest - 1e-9), 2);
}
