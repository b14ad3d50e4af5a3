/** A thing cut off at a height, as walls are: what is above lies on the section as its cap. */
import { BufferAttribute, BufferGeometry } from "three";

import { linear } from "#scene/materials.js";

/** The cap's colour is so far from the thing's own towards that of a wall's section. */
const [SECTION, TOWARDS] = ["#b4b4b3", 0.65];
/** What looks up so much belongs to the cap; the higher it was the higher it lies, by so little. */
const [UP, LAYER] = [0.5, 2e-4];

/**
 * @param {BufferGeometry} whole @param {number} height metres in the geometry's own frame @returns {BufferGeometry}
 */
export const cutLow = (whole, height) => {
  const names = Object.keys(whole.attributes);
  const found = Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])]));
  const index = whole.getIndex();
  const corners = index ? index.array : Array.from({ length: whole.getAttribute("position").count }, (_, at) => at);
  const read = (/** @type {number} */ at) => Object.fromEntries(names.map((name) => [name, valuesAt(whole.getAttribute(name), at)]));
  for (let at = 0; at < corners.length; at += 3) {
    const triangle = [0, 1, 2].map((place) => read(corners[at + place]));
    for (const polygon of [below(triangle, height), capOf(triangle, height)]) {
      for (let place = 1; place < polygon.length - 1; place += 1) {
        for (const spot of [polygon[0], polygon[place], polygon[place + 1]]) for (const name of names) found[name].push(...spot[name]);
      }
    }
  }
  const geometry = new BufferGeometry();
  for (const name of names) geometry.setAttribute(name, new BufferAttribute(new Float32Array(found[name]), whole.getAttribute(name).itemSize));
  return geometry;
};

/** @typedef {Record<string, number[]>} Spot the values of every attribute there */

/** What of a triangle is under the height. @param {Spot[]} triangle @param {number} height @returns {Spot[]} */
const below = (triangle, height) =>
  triangle.flatMap((spot, place) => {
    const next = triangle[(place + 1) % 3];
    const [low, nextLow] = [height - spot.position[1], height - next.position[1]];
    const here = low >= 0 ? [spot] : [];
    return low >= 0 === nextLow >= 0 ? here : [...here, between(spot, next, low / (low - nextLow))];
  });

/** A triangle that looks up and reaches above the height, laid down on it. @param {Spot[]} triangle @param {number} height @returns {Spot[]} */
const capOf = (triangle, height) => {
  const above = triangle.some(({ position }) => position[1] > height);
  if (!above || upOf(triangle) < UP) return [];
  return triangle.map((spot) => ({
    ...spot,
    position: [spot.position[0], height + Math.max(spot.position[1] - height, 0) * LAYER, spot.position[2]],
    normal: [0, 1, 0],
    color: linear(SECTION).map((value, part) => value * TOWARDS + spot.color[part] * (1 - TOWARDS)),
  }));
};

/** How far a triangle looks up: the cosine of its lean. @param {Spot[]} triangle */
const upOf = ([{ position: a }, { position: b }, { position: c }]) => {
  const [u, v] = [b, c].map((corner) => corner.map((value, axis) => value - a[axis]));
  const [x, y, z] = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  return y / (Math.hypot(x, y, z) || 1);
};

/** @param {Spot} one @param {Spot} other @param {number} share @returns {Spot} */
const between = (one, other, share) => Object.fromEntries(Object.entries(one).map(([name, values]) => [name, values.map((value, part) => value + (other[name][part] - value) * share)]));

/** @param {import("three").BufferAttribute | import("three").InterleavedBufferAttribute} attribute @param {number} at */
const valuesAt = (attribute, at) => Array.from({ length: attribute.itemSize }, (_, part) => attribute.getComponent(at, part));
