/**
 * A room's ceiling over the walls and columns that end below it: half walls, low partitions, knee walls within a room.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {import("#geometry/slopes.js").Plane} Plane
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#model/scene/site.js").Site} Site
 */
import { roomHeight } from "#geometry/ceilings.js";
import { clipped, triangles } from "#geometry/cells.js";
import { wallHeights } from "#geometry/entities.js";
import { ascending, pairs } from "#geometry/heights.js";
import { ceilingPlanes, clearOfEdges, heightOf } from "#geometry/slopes.js";
import { piecesOf } from "#geometry/walls.js";
import { beside, stripOf } from "#model/scene/walls.js";

/** What lies nearer to its wall's top is no gap. */
const LEAST_MM = 1;

/**
 * The parts of the ceiling that lie over walls; of a wall between two rooms each covers its own half.
 * @param {Site} site @param {number} place @param {import("#geometry/outline.js").Room} room @returns {Plane[]}
 */
export function ceilingOverWalls(site, place, room) {
  const height = roomHeight(site.plan, room);
  const low = [...new Set(room.boundary.map(({ wall }) => wall))].filter((wall) => Math.min(...heightsOf(site, wall)) < height - LEAST_MM);
  return low.flatMap((wall) => {
    const solid = /** @type {Solid} */ (site.solids.get(wall));
    const cells = clearOfEdges(shareOf(site, solid, place), site.roofs);
    return ceilingPlanes(cells, height, site.roofs)
      .map((plane) => ({ ...plane, cell: clipped(plane.cell, gapOf(site, solid, plane)) }))
      .filter(({ cell }) => cell.length > 0);
  });
}

/** @param {Site} site @param {string} wall */
const heightsOf = (site, wall) => wallHeights(site.plan, site.walls.get(wall));

/**
 * How far the ceiling lies over the wall's top at a point; an arc counts as high as its lower end.
 * @param {Site} site @param {Solid} solid @param {Plane} plane @returns {(point: Vector) => number}
 */
function gapOf(site, { wall, line }, plane) {
  const [atA, atB] = heightsOf(site, wall);
  const [low, rise] = line.centre ? [Math.min(atA, atB), 0] : [atA, (atB - atA) / line.length_mm];
  return (point) => heightOf(plane, point) - low - rise * line.along(point) - LEAST_MM;
}

/** What of the wall's footprint lies under this room's ceiling. @param {Site} site @param {Solid} solid @param {number} place @returns {Cell[]} */
function shareOf(site, solid, place) {
  const pieces = piecesOf(solid).flatMap(({ ring }) => triangles(ring));
  const faces = site.surfaces.faces.filter(({ wall }) => wall === solid.wall);
  if (faces.every(({ room }) => room === place)) return pieces;
  const stops = ascending(faces.flatMap(({ from_mm, to_mm }) => [from_mm, to_mm]));
  return pairs([-Infinity, ...stops.slice(1, -1), Infinity]).flatMap(([low, high]) => {
    const middle = (Math.max(low, stops[0]) + Math.min(high, stops[stops.length - 1])) / 2;
    const strip = pieces.map((piece) => stripOf(solid, piece, low, high)).filter((part) => part.length > 0);
    const [left, right] = [seenBy(faces, "left", middle), seenBy(faces, "right", middle)];
    const isShared = left !== null && right !== null && left !== right;
    if (isShared && (left === place || right === place)) return beside(solid, strip, () => 0, left === place ? -1 : 1);
    return place === (left ?? right ?? faces[0].room) ? strip : [];
  });
}

/** @param {readonly Face[]} faces @param {string} side @param {number} along @returns {number | null} */
const seenBy = (faces, side, along) => faces.find((face) => face.side === side && face.from_mm <= along && along <= face.to_mm)?.room ?? null;
