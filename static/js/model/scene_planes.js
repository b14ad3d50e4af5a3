/**
 * What one sees inside a scene's openings, and its floors and ceilings.
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#model/scene_site.js").Site} Site
 * @typedef {import("#model/scene_site.js").Surface} Surface
 * @typedef {import("#model/scene_site.js").HoleInWall} HoleInWall
 */
import { levelHeight, wallHeights } from "#geometry/entities.js";
import { pairs } from "#geometry/heights.js";
import { triangles } from "#model/scene_cells.js";
import { facetsOf, near } from "#model/scene_site.js";
import { ceilingPieces } from "#model/scene_slopes.js";

/** An opening with a lower sill has a floor in it. */
const WALKED_MM = 100;

/**
 * The jambs of a wall's openings, what lies over and under them, and the floor in its doorways.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @returns {Surface[]}
 */
export const openingSurfaces = (site, solid, faces) =>
  site.holesOf(solid.wall).flatMap((hole) => inside(site, solid, faces, hole));

/**
 * A room's floor, and its ceiling at the height of the level or of its lower walls, under the slopes.
 * @param {Site} site @param {number} place @param {Room} room @returns {Surface[]}
 */
export function roomSurfaces(site, place, room) {
  const pieces = triangles(room.polygon, room.holes);
  const base = site.elevation;
  const over = ceilingPieces(pieces, roomHeight(site, room), site.roofs);
  return [
    site.plane("floor", place, pieces.map((piece) => piece.toReversed().flatMap(([x, y]) => [x, y, base].map(near)))),
    site.plane("ceiling", place, over.map((piece) => piece.flatMap(([x, y, z]) => [x, y, z + base].map(near)))),
  ];
}

/** @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @param {HoleInWall} hole @returns {Surface[]} */
function inside(site, solid, faces, { opening, area: [low, high, zLow, zHigh] }) {
  const half = site.walls.get(solid.wall).thickness / 2;
  const above = site.height(solid, solid.line.at((low + high) / 2));
  const top = Math.min(zHigh, above);
  if (zLow >= top) return [];
  const sheet = levelSheet(site, solid, low, high);
  const polygons = [jamb(site, solid, low, half, zLow, top), jamb(site, solid, high, -half, zLow, top)];
  if (zHigh < above) polygons.push(...sheet(zHigh, -half, half, false));
  if (zLow >= WALKED_MM) polygons.push(...sheet(zLow, -half, half, true));
  const reveal = site.surface("reveal", polygons, { wall: solid.wall, opening: opening.id });
  return zLow < WALKED_MM ? [reveal, ...thresholds(site, solid, faces, opening, sheet, (low + high) / 2, half)] : [reveal];
}

/**
 * The wall's section at one end of a hole, from `first` mm to the right of its line over to the left.
 * @param {Site} site @param {Solid} solid @param {number} along @param {number} first @param {number} zLow
 * @param {number} zHigh
 */
function jamb({ elevation }, { line }, along, first, zLow, zHigh) {
  const [one, other] = [line.at(along, first), line.at(along, -first)];
  const [low, high] = [zLow + elevation, zHigh + elevation];
  return [...one, low, ...other, low, ...other, high, ...one, high].map(near);
}

/**
 * Level sheets through the wall over a stretch of it, that face up or down.
 * @param {Site} site @param {Solid} solid @param {number} low @param {number} high
 */
function levelSheet({ elevation }, solid, low, high) {
  const places = [low, ...facetsOf(solid).filter((stop) => low < stop && stop < high), high];
  return (/** @type {number} */ z, /** @type {number} */ left, /** @type {number} */ right, /** @type {boolean} */ up) =>
    pairs(places).map(([start, end]) => {
      const corners = [[start, right], [end, right], [end, left], [start, left]];
      const spots = (up ? corners : corners.reverse()).map(([along, aside]) => solid.line.at(along, aside));
      return spots.flatMap(([x, y]) => [x, y, z + elevation].map(near));
    });
}

/**
 * The floors of the two rooms meet in the middle of a doorway; to the outside the room's own runs through.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @param {import("#geometry/entities.js").Opening} opening
 * @param {ReturnType<typeof levelSheet>} sheet @param {number} middle @param {number} half @returns {Surface[]}
 */
function thresholds(site, solid, faces, { id, sill }, sheet, middle, half) {
  const [left, right] = [seenBy(faces, "left", middle), seenBy(faces, "right", middle)];
  const named = { wall: solid.wall, opening: id };
  const floor = (/** @type {number | null} */ place, /** @type {number} */ from, /** @type {number} */ to) => {
    const polygons = sheet(sill, from, to, true);
    return place === null ? site.surface("floor", polygons, named) : site.plane("floor", place, polygons, named);
  };
  if (left === right || left === null || right === null) return [floor(left ?? right, -half, half)];
  return [floor(left, -half, 0), floor(right, 0, half)];
}

/** The room that sees the place. @param {readonly Face[]} faces @param {string} side @param {number} along @returns {number | null} */
const seenBy = (faces, side, along) =>
  faces.find((face) => face.side === side && face.from_mm <= along && along <= face.to_mm)?.room ?? null;

/** @param {Site} site @param {Room} room */
function roomHeight({ plan, level, walls }, room) {
  const heights = room.boundary.filter(({ wall }) => plan.walls?.[wall]).map(({ wall }) => Math.max(...wallHeights(plan, walls.get(wall))));
  return Math.min(levelHeight(plan, level), heights.length ? Math.max(...heights) : Infinity);
}
