/** The wall that a dormer stands on, and the windows and doors in it that belong to the dormer. */

import { centreLine } from "#geometry/centreline.js";
import { roofsOf } from "#geometry/roofs.js";
import { measuredBy } from "#geometry/thickness.js";
import { across, dot } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";
import { entity, openingsOf, wallsOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#geometry/roofs.js").Roof} Roof */
/** @typedef {{wall: string, line: import("#geometry/centreline.js").CentreLine}} FrontWall */

/** How far from parallel (as a sine) and from its line a slope's wall may run. */
const PARALLEL = 0.02;
const APART_MM = 100;

/** A slope as a plane. @param {Document} document @param {string} slope @returns {Roof | null} */
export const roofAt = (document, slope) => {
  const found = entity(document, "slopes", slope);
  return found ? (roofsOf([/** @type {any} */ (found)])[0] ?? null) : null;
};

/** The straight wall from whose face the slope rises, at a place along the slope's line. @param {Document} document @param {string} slope @param {number} along_mm @returns {FrontWall | null} */
export function frontWall(document, slope, along_mm) {
  const [roof, found] = [roofAt(document, slope), entity(document, "slopes", slope)];
  if (!roof || !found) return null;
  const at = /** @type {[number, number]} */ ([roof.a[0] + roof.way[0] * along_mm, roof.a[1] + roof.way[1] * along_mm]);
  const lines = wallsOf(document, found.level).flatMap((wall) => {
    const line = centreLine(/** @type {any} */ (wall));
    if (!line || line.centre) return [];
    const face = measuredBy(/** @type {any} */ (wall), line, dot(roof.way, wayOf(line)) > 0 ? "left" : "right");
    if (Math.abs(across(roof.way, wayOf(face.line))) > PARALLEL) return [];
    const beside = Math.abs(roof.left(face.line.at(face.line.length_mm / 2)) + face.half) < APART_MM;
    const along = line.along(at);
    return beside && along > 0 && along < line.length_mm ? [{ wall: wall.id, line }] : [];
  });
  return lines[0] ?? null;
}

/**
 * What of the wall's openings lies in the dormer: with the place of its middle along the wall, and which way along it the slope's
 * line runs.
 * @param {Document} document @param {any} dormer @returns {{id: string, wall: string, middle_mm: number, way: number, width: number}[]}
 */
export function openingsIn(document, { slope, offset, width, front }) {
  const [roof, held] = [roofAt(document, slope), frontWall(document, slope, offset + width / 2)];
  if (!roof || !held || front > 0) return [];
  const wall = entity(document, "walls", held.wall);
  return openingsOf(document, held.wall).flatMap((opening) => {
    const span = openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening));
    if (!span) return [];
    const alongs = span.map((mm) => roof.along(held.line.at(mm)));
    const isIn = Math.min(...alongs) >= offset - 1 && Math.max(...alongs) <= offset + width + 1;
    const way = Math.sign(dot(roof.way, wayOf(held.line)));
    return isIn ? [{ id: opening.id, wall: held.wall, middle_mm: (span[0] + span[1]) / 2, way, width: opening.width }] : [];
  });
}

/** @param {import("#geometry/centreline.js").CentreLine} line @returns {[number, number]} */
export const wayOf = (line) => {
  const [from, to] = [line.at(0), line.at(1)];
  return [to[0] - from[0], to[1] - from[1]];
};
