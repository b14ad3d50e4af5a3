/** A thing cut off at a height, as walls are: what is seen of it from above lies on the section as its cap. */
import { BufferAttribute, BufferGeometry } from "three";

import { linear } from "#scene/materials.js";

/** @typedef {readonly [number, number, number]} Spot between two vertices of the whole, and how far from the first to the second */

/** The cap's colour is so far from the thing's own towards that of a wall's section. */
const [SECTION, TOWARDS] = [linear("#cbcbc9"), 0.65];
/** What looks up so much (a cosine) belongs to the cap; the higher it was the higher it lies, by so little. */
const [UP, LAYER] = [0.5, 4e-3];
/** What is farther than this inside the thing ends lower by so much, metres: its edges would shine through the cap. */
const [RIM_M, INSIDE_LOWER_M] = [0.03, 0.05];

/** @param {BufferGeometry} whole indexed @param {number} height metres in the geometry's own frame @returns {BufferGeometry} */
export const cutLow = (whole, height) => {
  const corners = /** @type {BufferAttribute} */ (whole.getIndex()).array;
  const places = whole.getAttribute("position");
  const isInside = insideOf(whole);
  /** @type {Spot[]} */
  const sides = [];
  /** @type {Spot[]} */
  const caps = [];
  for (let at = 0; at < corners.length; at += 3) {
    const triangle = [corners[at], corners[at + 1], corners[at + 2]];
    const heights = triangle.map((vertex) => places.getY(vertex));
    const polygon = below(triangle, heights, isInside(triangle) ? height - INSIDE_LOWER_M : height);
    for (let place = 2; place < polygon.length; place += 1) sides.push(polygon[0], polygon[place - 1], polygon[place]);
    if (Math.max(...heights) > height && upOf(places, triangle) > UP) caps.push(...triangle.map(vertexAt));
  }
  const geometry = filled(whole, [...sides, ...caps]);
  layDown(geometry, sides.length, height);
  return geometry;
};

/** @param {number} vertex @returns {Spot} */
const vertexAt = (vertex) => [vertex, vertex, 0];

/** What of a triangle is under the height. @param {readonly number[]} triangle @param {readonly number[]} heights @param {number} height @returns {Spot[]} */
const below = (triangle, heights, height) =>
  triangle.flatMap((vertex, place) => {
    const next = (place + 1) % 3;
    const [low, nextLow] = [height - heights[place], height - heights[next]];
    const here = low >= 0 ? [vertexAt(vertex)] : [];
    return low >= 0 === nextLow >= 0 ? here : [...here, /** @type {Spot} */ ([vertex, triangle[next], low / (low - nextLow)])];
  });

/** How far a triangle looks up: the cosine of its lean. @param {import("three").BufferAttribute | import("three").InterleavedBufferAttribute} places @param {readonly number[]} triangle */
const upOf = (places, [a, b, c]) => {
  const [u, v] = [b, c].map((vertex) => [places.getX(vertex) - places.getX(a), places.getY(vertex) - places.getY(a), places.getZ(vertex) - places.getZ(a)]);
  const [x, y, z] = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  return y / (Math.hypot(x, y, z) || 1);
};

/** @param {BufferGeometry} whole @returns {(triangle: readonly number[]) => boolean} */
const insideOf = (whole) => {
  whole.computeBoundingBox();
  const places = whole.getAttribute("position");
  const { min, max } = /** @type {import("three").Box3} */ (whole.boundingBox);
  return ([a, b, c]) => {
    const [x, z] = [(places.getX(a) + places.getX(b) + places.getX(c)) / 3, (places.getZ(a) + places.getZ(b) + places.getZ(c)) / 3];
    return Math.min(x - min.x, max.x - x, z - min.z, max.z - z) > RIM_M;
  };
};

/** Vertices at the spots, with all that the whole's have. @param {BufferGeometry} whole @param {readonly Spot[]} spots */
const filled = (whole, spots) => {
  const geometry = new BufferGeometry();
  for (const [name, attribute] of Object.entries(whole.attributes)) {
    const { itemSize } = attribute;
    const values = new Float32Array(spots.length * itemSize);
    spots.forEach(([from, to, share], place) => {
      for (let part = 0; part < itemSize; part += 1) {
        values[place * itemSize + part] = attribute.getComponent(from, part) * (1 - share) + attribute.getComponent(to, part) * share;
      }
    });
    geometry.setAttribute(name, new BufferAttribute(values, itemSize));
  }
  return geometry;
};

/** From a vertex on what is there lies on the section, looks up and is coloured so. @param {BufferGeometry} geometry @param {number} first @param {number} height */
const layDown = (geometry, first, height) => {
  const { position, normal, color } = geometry.attributes;
  for (let vertex = first; vertex < position.count; vertex += 1) {
    position.setY(vertex, height + Math.max(position.getY(vertex) - height, 0) * LAYER);
    normal.setXYZ(vertex, 0, 1, 0);
    for (let part = 0; part < 3; part += 1) color.setComponent(vertex, part, SECTION[part] * TOWARDS + color.getComponent(vertex, part) * (1 - TOWARDS));
  }
};
