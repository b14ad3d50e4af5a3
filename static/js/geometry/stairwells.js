/**
 * Stairwells: what a flight of stairs that comes to the next floor takes of that floor, and of the ceiling under it.
 * Nobody draws them: they follow from the stairs.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/cells.js").Cell} Cell
 * @typedef {import("#geometry/outline.js").Room} Room
 *
 * What stairs open of the floors of `above` and of the ceilings of `below`, levels. `outline` runs clockwise on the
 * page; `rings` are the same in convex parts beside one another.
 * @typedef {{item: any, below: string, above: string[], outline: Cell, rings: Cell[]}} Stairwell
 */
import { clipped, triangles } from "#geometry/cells.js";
import { entity, levelHeight } from "#geometry/entities.js";
import { signedArea, whole } from "#geometry/polygon.js";
import { across, minus } from "#geometry/vector.js";

/** A floor that lies so far above is the next one; nearer there is a landing or a podium. */
const STOREY_MM = [1500, 4500];
/** The kinds of stairs, and how much of their height is railing. @type {Readonly<Record<string, number>>} */
const RAIL_MM = { stairs: 0, winding_stairs: 0, spiral_stairs: 900 };
/** How wide a flight of winding stairs is, of the lesser side of what it stands on, and at most. */
const LEG_PERCENT = 45;
const LEG_MM = 900;
const ROUND_CORNERS = 16;

/** Of all stairs that go as high as the ceiling of their level, where there is a floor above it. @param {Plan} plan @returns {Stairwell[]} */
export const stairwells = (plan) =>
  Object.entries(plan.items ?? {}).filter(([, { kind }]) => Object.hasOwn(RAIL_MM, kind)).flatMap(([id]) => {
    const item = entity(plan, "items", id);
    const above = floorsAbove(plan, item.level);
    if (above.length === 0 || endOf(item) < Math.min(levelHeight(plan, item.level), riseTo(plan, item.level, above[0]))) return [];
    return [{ item, below: item.level, above, ...openedBy(item) }];
  });

/** What stairs from below take of the level's floors, in convex rings. @param {Plan} plan @param {string} level @returns {Cell[]} */
export const floorWells = (plan, level) => stairwells(plan).filter(({ above }) => above.includes(level)).flatMap(({ rings }) => rings);

/** Where stairs go through the level's ceilings, in convex rings. @param {Plan} plan @param {string} level @returns {Cell[]} */
export const ceilingWells = (plan, level) => stairwells(plan).filter(({ below }) => below === level).flatMap(({ rings }) => rings);

/** How much of the room's ground lies in the rings, but for slivers of some mm² where many cross. @param {Room} room @param {readonly Cell[]} rings */
export function wellMm2(room, rings) {
  if (rings.length === 0) return 0;
  const cells = triangles(room.polygon, room.holes);
  return whole(areaOf(cells) - areaOf(beside(cells, rings)));
}

/** The convex cells without what lies in the rings. @param {readonly Cell[]} cells @param {readonly Cell[]} rings @returns {readonly Cell[]} */
export const beside = (cells, rings) => rings.reduce(outside, cells);

/** How high the floor of a level lies. @param {Plan} plan @param {string} level @returns {number} mm */
export const elevationOf = (plan, level) => entity(plan, "levels", level).elevation;

/** The levels whose floor is the next one over this level's; more than one where they lie equally high. @param {Plan} plan @param {string} level */
function floorsAbove(plan, level) {
  const rises = plan.levels?.[level] ? Object.keys(plan.levels).map((id) => ({ id, rise: riseTo(plan, level, id) })) : [];
  const next = Math.min(...rises.map(({ rise }) => rise).filter((rise) => STOREY_MM[0] <= rise && rise <= STOREY_MM[1]));
  return rises.filter(({ rise }) => rise === next).map(({ id }) => id);
}

/** @param {Plan} plan @param {string} level @param {string} above */
const riseTo = (plan, level, above) => elevationOf(plan, above) - elevationOf(plan, level);

/** @param {any} item */
const endOf = ({ kind, elevation, size }) => elevation + size[2] - RAIL_MM[kind];

/** @param {readonly Cell[]} cells */
const areaOf = (cells) => cells.reduce((sum, cell) => sum + signedArea(cell), 0);

/**
 * The cells beside a convex ring; all that it meets are cut along its sides, so that they meet corner to corner.
 * @param {readonly Cell[]} cells @param {Cell} ring @returns {readonly Cell[]}
 */
function outside(cells, ring) {
  const sides = ring.map((corner, place) => {
    const start = ring[(place || ring.length) - 1];
    return (/** @type {Vector} */ point) => across(minus(corner, start), minus(point, start));
  });
  if (!cells.some((cell) => sides.reduce(clipped, cell).length > 0)) return cells;
  const halves = (/** @type {Cell} */ part, /** @type {typeof sides[0]} */ side) => [clipped(part, side), clipped(part, (point) => -side(point))].filter((half) => half.length > 0);
  const parts = sides.reduce((left, side) => left.flatMap((part) => halves(part, side)), cells);
  return parts.filter((part) => sides.some((side) => side(middleOf(part)) < 0));
}

/** @param {Cell} cell @returns {Vector} */
const middleOf = (cell) => [cell.reduce((sum, [x]) => sum + x, 0) / cell.length, cell.reduce((sum, [, y]) => sum + y, 0) / cell.length];

/** All that straight stairs stand on, two legs of winding ones, a spiral's round. @param {any} item @returns {{outline: Cell, rings: Cell[]}} */
function openedBy(item) {
  const [width, depth] = [item.size[0] / 2, item.size[1] / 2];
  if (item.kind === "winding_stairs") return legs(item, width, depth);
  /** @type {Cell} */
  const corners = [[-width, -depth], [width, -depth], [width, depth], [-width, depth]];
  const ring = placed(item, item.kind === "spiral_stairs" ? round(Math.min(width, depth)) : corners);
  return { outline: ring, rings: [ring] };
}

/** Along the back, and from there down the right side. @param {any} item @param {number} width @param {number} depth */
function legs(item, width, depth) {
  const leg = Math.min(Math.floor((Math.min(item.size[0], item.size[1]) * LEG_PERCENT) / 100), LEG_MM);
  const [left, back] = [width - leg, leg - depth];
  /** @type {Vector[]} */
  const outline = [[-width, -depth], [width, -depth], [width, depth], [left, depth], [left, back], [-width, back]];
  /** @type {Cell[]} */
  const parts = [[outline[0], outline[1], [width, back], outline[5]], [outline[4], [width, back], outline[2], outline[3]]];
  return { outline: placed(item, outline), rings: parts.map((part) => placed(item, part)) };
}

/** A ring about the circle. @param {number} radius @returns {Cell} */
const round = (radius) => Array.from({ length: ROUND_CORNERS }, (_, place) => {
  const [step, reach] = [(2 * Math.PI * place) / ROUND_CORNERS, radius / Math.cos(Math.PI / ROUND_CORNERS)];
  return [reach * Math.cos(step), reach * Math.sin(step)];
});

/** A ring of the stairs' own frame on the page, clockwise there too where they are mirrored. @param {any} item @param {Cell} own @returns {Cell} */
function placed({ at, turn_mdeg, mirrored }, own) {
  const turn = (turn_mdeg * Math.PI) / 180_000;
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const ring = mirrored ? own.toReversed().map(([x, y]) => [-x, y]) : own;
  return ring.map(([x, y]) => [at[0] + x * c - y * s, at[1] + x * s + y * c]);
}
