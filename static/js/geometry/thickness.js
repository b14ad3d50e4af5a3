/**
 * How thick a wall is along itself: a straight one may taper, its faces then straight but not parallel.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {{a: Vector, b: Vector, bulge: number, thickness: number, thickness_b?: number | null}} Thick
 */
import { CentreLine } from "#geometry/centreline.js";
import { length, minus } from "#geometry/vector.js";

/** Whether the wall is thicker at one end; an arc is not, nor is a wall of no length. @param {Thick} wall */
export const isTapered = ({ a, b, bulge, thickness, thickness_b }) =>
  bulge === 0 && (thickness_b ?? thickness) !== thickness && (a[0] !== b[0] || a[1] !== b[1]);

/** The thickness at b. @param {Thick} wall */
export const thicknessAtB = (wall) => (isTapered(wall) ? wall.thickness_b ?? wall.thickness : wall.thickness);

/** Half the thickness so far along from a; past the ends the faces go straight on, until they meet. @param {Thick} wall @param {number} along_mm */
export function halfAt(wall, along_mm) {
  if (!isTapered(wall)) return wall.thickness / 2;
  const more = thicknessAtB(wall) - wall.thickness;
  return Math.max(wall.thickness + (more * along_mm) / length(minus(wall.b, wall.a)), 0) / 2;
}

/** The thickness at the thicker end. @param {Thick} wall */
export const thickest = (wall) => Math.max(wall.thickness, thicknessAtB(wall));

/**
 * The line of a side from a to b, square at both ends, as if no other wall met it.
 * @param {Thick} wall @param {CentreLine} line @param {"left" | "right"} side @returns {Vector[]}
 */
export function faceLine(wall, line, side) {
  const sign = side === "right" ? 1 : -1;
  if (!isTapered(wall)) return line.side((sign * wall.thickness) / 2);
  return [0, line.length_mm].map((along) => line.at(along, sign * halfAt(wall, along)));
}

/**
 * The line by which a side's face is measured, and how far before it the face lies, mm: a tapered wall's face is turned
 * from the centre line, so it is measured by itself.
 * @param {Thick} wall @param {CentreLine} line @param {"left" | "right"} side @returns {{line: CentreLine, half: number}}
 */
export function measuredBy(wall, line, side) {
  if (!isTapered(wall)) return { line, half: wall.thickness / 2 };
  const [start, end] = faceLine(wall, line, side);
  const way = minus(end, start);
  const reach = length(way);
  /** @type {Vector} */
  const normal = [-way[1] / reach, way[0] / reach];
  return { line: new CentreLine([start, end], [normal, normal], reach), half: 0 };
}
