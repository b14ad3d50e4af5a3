/**
 * A room's ceiling: what of it is level and what lies under slopes, its area, and where one cannot stand upright.
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {import("#geometry/slopes.js").Plane} Plane
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 */
import { clipped, triangles } from "#geometry/cells.js";
import { entities, entity, levelHeight, wallHeights } from "#geometry/entities.js";
import { cheekArea, cheeksOf, lifted } from "#geometry/dormers.js";
import { covered } from "#geometry/drops.js";
import { ringsOf } from "#geometry/outline.js";
import { signedArea, whole } from "#geometry/polygon.js";
import { opened, skylightsOf } from "#geometry/roof_windows.js";
import { clearOfRooms, roofsOf } from "#geometry/roofs.js";
import { ceilingPlanes, heightOf } from "#geometry/slopes.js";
import { beside, ceilingWells, wellMm2 } from "#geometry/stairwells.js";

/** Lower parts of a room do not count as usable by the Polish rule on sloping ceilings (WT §72, not yet verified). */
export const LOW_MM = 1900;

/** The slopes over a level, with their dormers. @param {Plan} plan @param {string} level @returns {Roof[]} */
export const roofsOver = (plan, level) => lifted(plan, roofsOf(entities(plan, "slopes").filter((slope) => slope.level === level)));

/** The same, the walls about each only as far as no other room begins. @param {Plan} plan @param {import("#geometry/outline.js").Found} found @param {string} level */
export const roofsByRooms = (plan, found, level) => clearOfRooms(roofsOver(plan, level), ringsOf(found, level));

/** The room's ceiling in convex pieces, under the slopes of its level, without where stairs go through it. @param {Plan} plan @param {Room} room @param {readonly Roof[]} over @returns {Plane[]} */
export const ceilingOf = (plan, room, over) =>
  ceilingPlanes(beside(triangles(room.polygon, room.holes), ceilingWells(plan, room.level)), roomHeight(plan, room), over);

/** How high the room is where no slope lowers it, mm: its level's height, or its walls' where they are lower. @param {Plan} plan @param {Room} room */
export function roomHeight(plan, { level, boundary }) {
  const heights = boundary.filter(({ wall }) => plan.walls?.[wall]).map(({ wall }) => Math.max(...wallHeights(plan, entity(plan, "walls", wall))));
  return Math.min(levelHeight(plan, level), Math.max(...heights));
}

/** The ceiling's own area without its windows, stairwells and what hides behind lowered ones, with dormers' cheeks, mm²; a slope makes it larger than the floor's. @param {Plan} plan @param {Room} room @param {readonly Roof[]} over */
export function ceilingArea(plan, room, over) {
  if (over.length === 0) return room.area_mm2 - whole(covered(plan, room, roomHeight(plan, room))) - wellMm2(room, ceilingWells(plan, room.level));
  const ceiling = ceilingOf(plan, room, over);
  const upright = cheeksOf(ceiling, room).reduce((sum, cheek) => sum + cheekArea(cheek), 0);
  return whole(upright + opened(ceiling, skylightsOf(plan, over)).reduce((sum, { cell, a, b }) => sum + areaOf(cell) * Math.sqrt(1 + a * a + b * b), 0));
}

/** How much of the floor lies under a ceiling lower than that, mm². @param {Plan} plan @param {Room} room @param {readonly Roof[]} over */
export const areaBelow = (plan, room, over, height_mm = LOW_MM) =>
  whole(cellsBelow(ceilingOf(plan, room, over), height_mm).reduce((sum, cell) => sum + areaOf(cell), 0));

/** Where the ceiling is lower than that, in convex cells of the floor. @param {readonly Plane[]} ceiling @param {number} height_mm @returns {Cell[]} */
export const cellsBelow = (ceiling, height_mm) =>
  ceiling.flatMap((plane) => {
    if (plane.a === 0 && plane.b === 0 && plane.c >= height_mm) return [];
    const low = clipped(plane.cell, (point) => height_mm - heightOf(plane, point));
    return low.length > 0 ? [low] : [];
  });

/** @param {Cell} cell */
const areaOf = (cell) => Math.abs(signedArea(cell));
