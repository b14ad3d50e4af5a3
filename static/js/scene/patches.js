/** The walls, floor and ceiling of a room as small patches that throw light at each other. */
import { linear } from "#scene/materials.js";
import { normalOf } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {[number, number, number]} Spot
 * @typedef {{at: Spot, normal: Spot, area: number, colour: Spot}} Patch metres and m² of the viewer's frame, linear colour
 */

export const FACES = ["face", "floor", "ceiling"];

/**
 * The patches of those faces of a room whose colour is wanted.
 * @param {Scene} scene @param {number} room @param {number} largest_m2 @param {(colour: Spot) => boolean} [isWanted] @returns {Patch[]}
 */
export const patchesOf = ({ surfaces }, room, largest_m2, isWanted = () => true) =>
  surfaces.filter((surface) => surface.room === room && FACES.includes(surface.of)).flatMap(({ colour: hex, polygons }) => {
    const colour = linear(hex);
    if (!isWanted(colour)) return [];
    return polygons.flatMap((polygon) =>
      trianglesOf(polygon).flatMap((corners) => divided(corners, largest_m2)).map((corners) => ({ at: middleOf(corners), normal: normalOf(polygon), area: areaOf(corners), colour })));
  });

/** @param {readonly number[]} polygon flat x, y, z mm @returns {Spot[][]} */
const trianglesOf = (polygon) => {
  const spots = Array.from({ length: polygon.length / 3 }, (_, corner) => /** @type {Spot} */ ([polygon[corner * 3] / 1000, polygon[corner * 3 + 2] / 1000, polygon[corner * 3 + 1] / 1000]));
  return spots.slice(2).map((spot, place) => [spots[0], spots[place + 1], spot]);
};

/** A triangle cut across its longest side until its parts are small. @param {Spot[]} corners @param {number} largest_m2 @returns {Spot[][]} */
const divided = (corners, largest_m2) => {
  if (areaOf(corners) <= largest_m2) return [corners];
  const [a, b, c] = [0, 1, 2].map((from) => [0, 1, 2].map((step) => corners[(from + step) % 3])).toSorted((one, other) => apart(other) - apart(one))[0];
  const middle = /** @type {Spot} */ (a.map((value, axis) => (value + b[axis]) / 2));
  return [...divided([a, middle, c], largest_m2), ...divided([middle, b, c], largest_m2)];
};

/** @param {Spot[]} corners */
const middleOf = (corners) => /** @type {Spot} */ ([0, 1, 2].map((axis) => (corners[0][axis] + corners[1][axis] + corners[2][axis]) / 3));

/** @param {Spot[]} corners */
const apart = ([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** @param {Spot[]} corners */
const areaOf = ([a, b, c]) => {
  const [u, v] = [b.map((value, axis) => value - a[axis]), c.map((value, axis) => value - a[axis])];
  return Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
};
