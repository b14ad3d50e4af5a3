/**
 * An arc over a chord told by its sagitta (a wall's `bulge`): its radius and sweep, the sagittas one means when one
 * bends a wall by hand, the part of an arc between two places, and where a ruler crosses it.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/centreline.js").CentreLine} CentreLine
 */
import { dot, length, minus, moved } from "#geometry/vector.js";

/** A quarter of a circle is so much of its chord high. */
const QUARTER = (Math.SQRT2 - 1) / 2;
/** Radii that a hand means: whole steps of the first that is not too fine for the size. */
const ROUND_MM = 100;
const GRID_MM = 10;

/** @param {number} chord_mm @param {number} bulge not nought */
export const radiusOf = (chord_mm, bulge) => (chord_mm * chord_mm / 4 + bulge * bulge) / (2 * Math.abs(bulge));

/** The sagitta of the lesser arc of this radius over the chord; half a circle when the radius is too small. @param {number} chord_mm @param {number} radius_mm */
export function sagittaOf(chord_mm, radius_mm) {
  const half = chord_mm / 2;
  return radius_mm <= half ? half : radius_mm - Math.sqrt(radius_mm * radius_mm - half * half);
}

/** The sagitta of the arc of this radius that sweeps so many radians. @param {number} radius_mm @param {number} sweep */
export const sagittaOfSweep = (radius_mm, sweep) => radius_mm * (1 - Math.cos(sweep / 2));

/**
 * The sagitta that a hand means: nought, a quarter or half of a circle, a round radius, else whole centimetres.
 * @param {number} chord_mm @param {number} wanted @param {number} reach_mm how far it may be pulled
 * @returns {{bulge: number, kind: "straight" | "quarter" | "half" | "radius" | "free"}}
 */
export function tidyBulge(chord_mm, wanted, reach_mm) {
  const sign = wanted < 0 ? -1 : 1;
  const high = Math.abs(wanted);
  const shapes = /** @type {const} */ ([["straight", 0], ["quarter", chord_mm * QUARTER], ["half", chord_mm / 2]]);
  const near = shapes.filter(([, sagitta]) => Math.abs(high - sagitta) <= reach_mm).sort((one, other) => Math.abs(high - one[1]) - Math.abs(high - other[1]))[0];
  if (near) return { bulge: whole(sign * near[1]), kind: near[0] };
  const round = high < chord_mm / 2 ? sagittaOf(chord_mm, Math.round(radiusOf(chord_mm, high) / ROUND_MM) * ROUND_MM) : Infinity;
  if (Math.abs(high - round) <= reach_mm / 2) return { bulge: whole(sign * round), kind: "radius" };
  return { bulge: whole(wanted / GRID_MM) * GRID_MM, kind: "free" };
}

/**
 * The sagitta of the part of a wall's centre line between two places along it, signed as the whole's; 0 when straight.
 * @param {CentreLine} line @param {number} from_mm @param {number} to_mm
 */
export const partBulge = (line, from_mm, to_mm) =>
  line.centre ? whole(line.turn * sagittaOfSweep(line.radius_mm, (to_mm - from_mm) / line.radius_mm)) : 0;

/** The point of the line that is nearest to a place beside it; null beyond its ends. @param {CentreLine} line @param {Vector} point @returns {Vector | null} */
export function footOn(line, point) {
  const along = line.along(point);
  return along < 0 || along > line.length_mm ? null : line.at(along);
}

/**
 * Where the straight line through a point crosses an arc.
 * @param {CentreLine} line @param {Vector} through @param {Vector} way a unit vector @returns {Vector[]}
 */
export const crossingsOf = (line, through, way) =>
  circleCrossings(line, through, way).filter((point) => {
    const along = line.along(point);
    return along >= 0 && along <= line.length_mm;
  });

/** The same of the whole circle that the arc lies on. @param {CentreLine} line @param {Vector} through @param {Vector} way @returns {Vector[]} */
export function circleCrossings(line, through, way) {
  if (!line.centre) return [];
  const middle = dot(minus(line.centre, through), way);
  const foot = moved(through, way, middle);
  const apart = length(minus(foot, line.centre));
  if (apart > line.radius_mm) return [];
  const half = Math.sqrt(line.radius_mm * line.radius_mm - apart * apart);
  return [-half, half].map((by) => moved(foot, way, by));
}

/** @param {number} mm */
const whole = (mm) => Math.floor(mm + 0.5) + 0;
