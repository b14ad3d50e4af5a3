/** A thing cut off at a height, as walls are: what is seen of it from above lies on the section as its cap. */
import { BufferAttribute, BufferGeometry } from "three";

import { linear } from "#scene/materials.js";

/** @typedef {Record<string, number[]>} Spot the values of every attribute there */

/** The cap's colour is so far from the thing's own towards that of a wall's section. */
const [SECTION, TOWARDS] = ["#b4b4b3", 0.65];
/** What looks up so much belongs to the cap; the higher it was the higher it lies, by so little. */
const [UP, LAYER] = [0.5, 2e-4];
/** What is farther than this inside the thing ends lower by so much, metres: its edges would shine through the cap. */
const [RIM_M, INSIDE_LOWER_M] = [0.03, 0.05];
/** Nearly at the corners of a triangle and in its middle it is looked whether something higher covers it. */
const WITHIN = [[0.98, 0.01, 0.01], [0.01, 0.98, 0.01], [0.01, 0.01, 0.98], [1 / 3, 1 / 3, 1 / 3]];

/** @param {BufferGeometry} whole @param {number} height metres in the geometry's own frame @returns {BufferGeometry} */
export const cutLow = (whole, height) => {
  const names = Object.keys(whole.attributes);
  const triangles = trianglesOf(whole, names);
  const caps = seenFromAbove(triangles.filter((triangle) => isAbove(triangle, height) && upOf(triangle) > UP));
  const isInside = insideOf(whole);
  const polygons = [...triangles.map((triangle) => below(triangle, isInside(triangle) ? height - INSIDE_LOWER_M : height)), ...caps.map((triangle) => laidDown(triangle, height))];
  const spots = polygons.flatMap((polygon) => polygon.slice(2).flatMap((spot, place) => [polygon[0], polygon[place + 1], spot]));
  const geometry = new BufferGeometry();
  for (const name of names) geometry.setAttribute(name, new BufferAttribute(new Float32Array(spots.flatMap((spot) => spot[name])), whole.getAttribute(name).itemSize));
  return geometry;
};

/** @param {BufferGeometry} geometry @param {readonly string[]} names @returns {Spot[][]} */
const trianglesOf = (geometry, names) => {
  const spots = Array.from({ length: geometry.getAttribute("position").count }, (_, at) =>
    Object.fromEntries(names.map((name) => [name, valuesOf(geometry.getAttribute(name), at)])));
  const corners = geometry.getIndex()?.array ?? spots.map((_, at) => at);
  return Array.from({ length: corners.length / 3 }, (_, place) => [0, 1, 2].map((corner) => spots[corners[place * 3 + corner]]));
};

/** @param {import("three").BufferAttribute | import("three").InterleavedBufferAttribute} attribute @param {number} at */
const valuesOf = (attribute, at) => Array.from({ length: attribute.itemSize }, (_, part) => attribute.getComponent(at, part));

/** Does it reach above the height? @param {Spot[]} triangle @param {number} height */
const isAbove = (triangle, height) => triangle.some(({ position }) => position[1] > height);

/** How far a triangle looks up: the cosine of its lean. @param {Spot[]} triangle */
const upOf = ([{ position: a }, { position: b }, { position: c }]) => {
  const [u, v] = [b, c].map((corner) => corner.map((value, axis) => value - a[axis]));
  const [x, y, z] = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  return y / (Math.hypot(x, y, z) || 1);
};

/** The highest first, without those that others cover: laid down so near to each other they would flicker. @param {readonly Spot[][]} triangles */
const seenFromAbove = (triangles) => {
  const heightOf = (/** @type {Spot[]} */ triangle) => triangle.reduce((sum, { position }) => sum + position[1], 0);
  /** @type {Spot[][]} */
  const seen = [];
  for (const triangle of triangles.toSorted((one, other) => heightOf(other) - heightOf(one))) {
    const isCovered = WITHIN.every((shares) => seen.some((higher) => covers(higher, ...placeIn(triangle, shares))));
    if (!isCovered) seen.push(triangle);
  }
  return seen;
};

/** @param {Spot[]} triangle @param {readonly number[]} shares of its corners @returns {[number, number]} on the page */
const placeIn = (triangle, shares) => {
  const [x, z] = [0, 2].map((axis) => triangle.reduce((sum, { position }, corner) => sum + position[axis] * shares[corner], 0));
  return [x, z];
};

/** @param {Spot[]} triangle @param {number} x @param {number} z */
const covers = (triangle, x, z) => {
  const sides = triangle.map(({ position: [ax, , az] }, place) => {
    const [bx, , bz] = triangle[(place + 1) % 3].position;
    return (bx - ax) * (z - az) - (bz - az) * (x - ax);
  });
  return sides.every((side) => side <= 0) || sides.every((side) => side >= 0);
};

/** @param {BufferGeometry} whole @returns {(triangle: Spot[]) => boolean} */
const insideOf = (whole) => {
  whole.computeBoundingBox();
  const { min, max } = /** @type {import("three").Box3} */ (whole.boundingBox);
  return (triangle) => {
    const [x, z] = placeIn(triangle, WITHIN[3]);
    return Math.min(x - min.x, max.x - x, z - min.z, max.z - z) > RIM_M;
  };
};

/** What of a triangle is under the height. @param {Spot[]} triangle @param {number} height @returns {Spot[]} */
const below = (triangle, height) =>
  triangle.flatMap((spot, place) => {
    const next = triangle[(place + 1) % 3];
    const [low, nextLow] = [height - spot.position[1], height - next.position[1]];
    const here = low >= 0 ? [spot] : [];
    return low >= 0 === nextLow >= 0 ? here : [...here, between(spot, next, low / (low - nextLow))];
  });

/** @param {Spot} one @param {Spot} other @param {number} share @returns {Spot} */
const between = (one, other, share) => Object.fromEntries(Object.entries(one).map(([name, values]) => [name, values.map((value, part) => value + (other[name][part] - value) * share)]));

/** @param {Spot[]} triangle @param {number} height @returns {Spot[]} */
const laidDown = (triangle, height) =>
  triangle.map((spot) => ({
    ...spot,
    position: [spot.position[0], height + Math.max(spot.position[1] - height, 0) * LAYER, spot.position[2]],
    normal: [0, 1, 0],
    color: linear(SECTION).map((value, part) => value * TOWARDS + spot.color[part] * (1 - TOWARDS)),
  }));
