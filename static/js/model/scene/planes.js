/**
 * What one sees inside a scene's openings, and its floors and ceilings.
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#model/scene/site.js").Site} Site
 * @typedef {import("#model/scene/site.js").Surface} Surface
 * @typedef {import("#model/scene/site.js").HoleInWall} HoleInWall
 * @typedef {import("#geometry/niches.js").Slab} Slab
 */
import { ceilingOf, roomHeight } from "#geometry/ceilings.js";
import { cheeksOf } from "#geometry/dormers.js";
import { triangles } from "#geometry/cells.js";
import { pairs } from "#geometry/heights.js";
import { isNiche } from "#geometry/niches.js";
import { isIn } from "#geometry/outline.js";
import { edges } from "#geometry/polygon.js";
import { opened, skylightsOf } from "#geometry/roof_windows.js";
import { heightOf } from "#geometry/slopes.js";
import { beside, elevationOf, floorWells, stairwells } from "#geometry/stairwells.js";
import { nicheSurfaces } from "#model/scene/niches.js";
import { ceilingOverWalls } from "#model/scene/overhead.js";
import { facetsOf, near } from "#model/scene/site.js";

/** An opening with a lower sill has a floor in it. */
const WALKED_MM = 100;

/**
 * The jambs of a wall's openings, what lies over and under them, and the floor in its doorways.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @returns {Surface[]}
 */
export const openingSurfaces = (site, solid, faces) =>
  site.holesOf(solid.wall).flatMap((hole) => (isNiche(hole.opening) ? nicheSurfaces(site, solid, hole) : inside(site, solid, faces, hole)));

/**
 * A room's floor, and its ceiling at the height of the level or of its lower walls, under the slopes.
 * @param {Site} site @param {number} place @param {Room} room @returns {Surface[]}
 */
export function roomSurfaces(site, place, room) {
  const pieces = beside(triangles(room.polygon, room.holes), floorWells(site.plan, room.level));
  const base = site.elevation;
  const ceiling = ceilingOf(site.plan, room, site.roofs);
  const whole = [...ceiling, ...ceilingOverWalls(site, place, room)];
  const over = opened(whole, skylightsOf(site.plan, site.roofs));
  const cheeks = cheeksOf(ceiling, room).map(({ spots }) => spots.flatMap(([x, y, z]) => [x, y, z + base].map(near)));
  return [
    site.plane("floor", place, pieces.map((piece) => piece.toReversed().flatMap(([x, y]) => [x, y, base].map(near)))),
    site.plane("ceiling", place, over.map((one) => one.cell.flatMap(([x, y]) => [x, y, heightOf(one, [x, y]) + base].map(near))).concat(cheeks, wellSides(site, room))),
  ];
}

/** What the ceiling shows of the stairwells over the room: their sides, up to the floor above. @param {Site} site @param {Room} room */
function wellSides({ plan, elevation }, room) {
  const low = roomHeight(plan, room) + elevation;
  return stairwells(plan).flatMap(({ item, below, above, outline }) => {
    const high = elevationOf(plan, above[0]);
    if (below !== room.level || low >= high || !isIn(room, item.at)) return [];
    return edges(outline).map(([p, q]) => [...p, low, ...q, low, ...q, high, ...p, high].map(near));
  });
}

/** @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @param {HoleInWall} hole @returns {Surface[]} */
function inside(site, solid, faces, { opening, area: [low, high, zLow, zHigh] }) {
  const slab = (/** @type {number} */ along) => site.slab(solid.wall, opening, along);
  const above = site.height(solid, solid.line.at((low + high) / 2));
  const top = Math.min(zHigh, above);
  if (zLow >= top) return [];
  const sheet = levelSheet(site, solid, low, high);
  const [[left, right], ends] = [slab(low), slab(high)];
  const polygons = [jamb(site, solid, low, [right, left], zLow, top), jamb(site, solid, high, ends, zLow, top)];
  if (zHigh < above) polygons.push(...sheet(zHigh, slab, false));
  if (zLow >= WALKED_MM) polygons.push(...sheet(zLow, slab, true));
  const reveal = site.surface("reveal", polygons, { wall: solid.wall, opening: opening.id });
  return zLow < WALKED_MM ? [reveal, ...thresholds(site, solid, faces, opening, sheet, (low + high) / 2, slab)] : [reveal];
}

/**
 * The wall's section at one end of a hole, from one place to the right of its line to another.
 * @param {Site} site @param {Solid} solid @param {number} along @param {Slab} ends @param {number} zLow
 * @param {number} zHigh
 */
function jamb({ elevation }, { line }, along, ends, zLow, zHigh) {
  const [one, other] = ends.map((end) => line.at(along, end));
  const [low, high] = [zLow + elevation, zHigh + elevation];
  return [...one, low, ...other, low, ...other, high, ...one, high].map(near);
}

/**
 * Level sheets across the wall over a stretch of it, that face up or down.
 * @param {Site} site @param {Solid} solid @param {number} low @param {number} high
 */
function levelSheet({ elevation }, solid, low, high) {
  const places = [low, ...facetsOf(solid).filter((stop) => low < stop && stop < high), high];
  return (/** @type {number} */ z, /** @type {(along: number) => Slab} */ slab, /** @type {boolean} */ up) =>
    pairs(places).map(([start, end]) => {
      const [[left, right], [leftEnd, rightEnd]] = [slab(start), slab(end)];
      const corners = [[start, right], [end, rightEnd], [end, leftEnd], [start, left]];
      const spots = (up ? corners : corners.reverse()).map(([along, aside]) => solid.line.at(along, aside));
      return spots.flatMap(([x, y]) => [x, y, z + elevation].map(near));
    });
}

/**
 * The floors of the two rooms meet in the middle of a doorway; to the outside the room's own runs through.
 * @param {Site} site @param {Solid} solid @param {readonly Face[]} faces @param {import("#geometry/entities.js").Opening} opening
 * @param {ReturnType<typeof levelSheet>} sheet @param {number} middle @param {(along: number) => Slab} slab @returns {Surface[]}
 */
function thresholds(site, solid, faces, { id, sill }, sheet, middle, slab) {
  const [left, right] = [seenBy(faces, "left", middle), seenBy(faces, "right", middle)];
  const named = { wall: solid.wall, opening: id };
  const floor = (/** @type {number | null} */ place, /** @type {(along: number) => Slab} */ part) => {
    const polygons = sheet(sill, part, true);
    return place === null ? site.surface("floor", polygons, named) : site.plane("floor", place, polygons, named);
  };
  if (left === right || left === null || right === null) return [floor(left ?? right, slab)];
  return [floor(left, (along) => [slab(along)[0], 0]), floor(right, (along) => [0, slab(along)[1]])];
}

/** The room that sees the place. @param {readonly Face[]} faces @param {string} side @param {number} along @returns {number | null} */
const seenBy = (faces, side, along) =>
  faces.find((face) => face.side === side && face.from_mm <= along && along <= face.to_mm)?.room ?? null;
