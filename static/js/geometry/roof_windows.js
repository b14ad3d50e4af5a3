/**
 * Roof windows: where each lies in its slope, and the ceiling with the windows cut out of it.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 * @typedef {import("#geometry/slopes.js").Plane} Plane
 * @typedef {{id: string, slope: string, offset: number, sill: number, width: number, height: number}} RoofWindow
 *
 * A window in its slope: from and to along the slope's line, and from and to leftwards of it on the plan, mm.
 * @typedef {{window: RoofWindow, roof: Roof, from_mm: number, to_mm: number, low_mm: number, high_mm: number}} Skylight
 */
import { clipped } from "#geometry/cells.js";
import { entities } from "#geometry/entities.js";

/** The windows in these slopes, in the document's order. @param {import("#geometry/entities.js").Plan} plan @param {readonly Roof[]} over @returns {Skylight[]} */
export const skylightsOf = (plan, over) =>
  entities(plan, "skylights").flatMap((window) => {
    const roof = over.find(({ slope }) => slope === window.slope);
    return roof ? [lying(window, roof)] : [];
  });

/** A place of the plan by how far along the slope's line and how far to its left it lies. @param {Roof} roof @param {number} along @param {number} left @returns {Vector} */
export const placeIn = ({ a, way }, along, left) => [a[0] + way[0] * along + way[1] * left, a[1] + way[1] * along - way[0] * left];

/** On the plan: along the lower edge, then back along the upper one. @param {Skylight} skylight @returns {Vector[]} */
export const cornersOf = ({ roof, from_mm, to_mm, low_mm, high_mm }) =>
  [[from_mm, low_mm], [to_mm, low_mm], [to_mm, high_mm], [from_mm, high_mm]].map(([along, left]) => placeIn(roof, along, left));

/** @param {Skylight} skylight */
export const middleOf = ({ roof, from_mm, to_mm, low_mm, high_mm }) => placeIn(roof, (from_mm + to_mm) / 2, (low_mm + high_mm) / 2);

/** How high the slope is so far to the left of its line. @param {Roof} roof @param {number} left */
export const heightIn = ({ knee, rise }, left) => knee + left * rise;

/** One whose sill is under the knee begins at the knee. @param {RoofWindow} window @param {Roof} roof @returns {Skylight} */
function lying(window, roof) {
  const low = Math.max(window.sill - roof.knee, 0) / roof.rise;
  const high = low + window.height / Math.sqrt(1 + roof.rise * roof.rise);
  return { window, roof, from_mm: window.offset, to_mm: window.offset + window.width, low_mm: low, high_mm: high };
}

/** The ceiling without what its windows take of it, still in convex pieces. @param {readonly Plane[]} ceiling @param {readonly Skylight[]} windows @returns {readonly Plane[]} */
export const opened = (ceiling, windows) => windows.reduce((planes, one) => planes.flatMap((plane) => beside(plane, one)), ceiling);

/** The plane's parts around the window, when it lies in the same slope. @param {Plane} plane @param {Skylight} one @returns {Plane[]} */
function beside(plane, { roof, from_mm, to_mm, low_mm, high_mm }) {
  if (plane.roof?.slope !== roof.slope) return [plane];
  /** @type {((point: Vector) => number)[]} */
  const borders = [
    (point) => roof.along(point) - from_mm,
    (point) => to_mm - roof.along(point),
    (point) => roof.left(point) - low_mm,
    (point) => high_mm - roof.left(point),
  ];
  /** @type {Plane[]} */
  const found = [];
  let { cell } = plane;
  for (const border of borders) {
    const outside = clipped(cell, (point) => -border(point));
    if (outside.length > 0) found.push({ ...plane, cell: outside });
    cell = clipped(cell, border);
    if (cell.length === 0) break;
  }
  return found;
}
