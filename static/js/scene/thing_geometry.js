/** The parts of a thing in one geometry: coloured by vertex, with what each is made of, how it is cut, and broken edges. */
import { BufferAttribute, BufferGeometry } from "three";

import materials from "#rooms/vocabulary/materials.json" with { type: "json" };
import { meshOf } from "#model/mesh.js";
import { bevelled } from "#scene/bevel.js";
import { linear } from "#scene/materials.js";
import { boardOf, closedAt } from "#scene/niches.js";
import { stuffOf } from "#scene/stuff.js";

/** @typedef {import("#scene/bevel.js").Skinned} Skinned */

/** The parts that may be boards. */
const BOX = "box";
/** What of a lamp shines in the evening. */
const SHINING = "light";
/** What is thinner than this two ways is a rod. */
const THIN_MM = 40;
/** By so much each part reaches further than the one before it. */
const LAYER_MM = 0.15;
const MOST_LAYERS_MM = 3;
/** Doors and drawers, and how light it is on their edges. */
const FRONT = "front";
const IN_GAP = 0.42;

/**
 * All parts in one geometry, coloured by vertex; null without parts.
 * @param {any[]} parts @param {boolean} mirrored @param {{isLit?: boolean, isSheer?: boolean}} [of] of a lamp, of cloth before a window
 */
export const geometryOf = (parts, mirrored, of = {}) => {
  if (parts.length === 0) return null;
  const meshes = parts.map((part, place) => ({ part, mesh: over(skinOf(part), place) }));
  const vertices = meshes.reduce((sum, { mesh }) => sum + mesh.positions.length / 3, 0);
  const arrays = { position: new Float32Array(vertices * 3), color: new Float32Array(vertices * 3), finish: new Float32Array(vertices * 4), tile: new Float32Array(vertices * 4) };
  /** @type {number[]} */
  const indices = [];
  /** @type {import("#scene/niches.js").Board[]} */
  const boards = [];
  let start = 0;
  for (const [place, { part, mesh }] of meshes.entries()) {
    write(arrays, start, part, mesh.positions, mirrored, of);
    if (part.material === FRONT) darkenEdges(arrays.color, start, mesh.narrow);
    arrays.tile.set(cutOf(mesh, place), start * 4);
    for (let at = 0; at < mesh.indices.length; at += 3) {
      const [a, b, c] = [mesh.indices[at], mesh.indices[at + 1], mesh.indices[at + 2]];
      indices.push(start + a, start + (mirrored ? c : b), start + (mirrored ? b : c));
    }
    const board = part.form === BOX ? boardOf(arrays.position, start, start + mesh.positions.length / 3) : null;
    if (board) boards.push(board);
    start += mesh.positions.length / 3;
  }
  return darkened(assembled(arrays, indices, vertices), boards);
};

/** @param {string} word @returns {{colour: string, roughness: number, metalness: number, opacity: number}} */
export const materialOf = (word) => /** @type {Record<string, any>} */ (materials)[word] ?? materials.body;

/** @param {any} part @returns {Skinned} */
const skinOf = (part) => bevelled(part) ?? { ...meshOf(part, true), narrow: [] };

/** A part reaches a hair further than those before it, so that of two faces in one plane always the later is seen. @param {Skinned} mesh @param {number} place of the part among the thing's @returns {Skinned} */
const over = (mesh, place) => {
  const further = Math.min(place * LAYER_MM, MOST_LAYERS_MM);
  const faces = [0, 1, 2].map((axis) => endsAlong(mesh.positions, axis).map((end) => (isFlatAt(mesh, axis, end) ? end : NaN)));
  const positions = mesh.positions.map((value, at) => {
    const [least, most] = faces[at % 3];
    return value === least ? value - further : value === most ? value + further : value;
  });
  return { ...mesh, positions };
};

/** Does a face lie there, and not only an edge of something round? @param {Skinned} mesh @param {number} axis @param {number} level */
const isFlatAt = ({ positions, indices }, axis, level) => {
  for (let at = 0; at < indices.length; at += 3) {
    if ([0, 1, 2].every((corner) => positions[indices[at + corner] * 3 + axis] === level)) return true;
  }
  return false;
};

/** Between two fronts one sees into their gap. @param {Float32Array} colours @param {number} start @param {readonly boolean[]} narrow */
const darkenEdges = (colours, start, narrow) => {
  narrow.forEach((is, vertex) => {
    for (let part = 0; is && part < 3; part += 1) colours[(start + vertex) * 3 + part] *= IN_GAP;
  });
};

/**
 * @param {{position: Float32Array, color: Float32Array, finish: Float32Array, tile: Float32Array}} arrays @param {number} start
 * @param {any} part @param {ArrayLike<number>} positions @param {boolean} mirrored @param {{isLit?: boolean, isSheer?: boolean}} of
 */
const write = (arrays, start, part, positions, mirrored, { isLit, isSheer }) => {
  const { roughness, metalness } = materialOf(part.material);
  const stuff = stuffOf(part.material, isSheer);
  const rgb = linear(part.colour);
  const spans = [0, 1, 2].map((axis) => endsAlong(positions, axis)).map(([least, most]) => most - least);
  const thin = spans.toSorted((one, other) => one - other)[1] < THIN_MM ? 0.25 : 0;
  const [foot, head] = endsAlong(positions, 2);
  const side = mirrored ? -0.001 : 0.001;
  for (let at = 0; at < positions.length; at += 3) {
    const vertex = start + at / 3;
    arrays.position.set([positions[at] * side, positions[at + 2] / 1000, positions[at + 1] / 1000], vertex * 3);
    arrays.color.set(rgb, vertex * 3);
    arrays.finish.set([roughness, metalness, isLit && part.material === SHINING ? -shineAt((positions[at + 2] - foot) / (head - foot || 1)) : 1, stuff + thin], vertex * 4);
  }
};

/** How much a shade shines so far up it: less, the farther from its bulb. @param {number} up 0 to 1 */
const shineAt = (up) => 1.15 - 0.5 * up;

/**
 * Where in a block of its stuff a part is cut, for each vertex: metres, the first along the part's longest side, and a 0.
 * No two parts of a thing are cut at the same place, and no end shows its section: it is edged along its own length.
 * @param {{positions: ArrayLike<number>, indices: ArrayLike<number>}} mesh @param {number} place of the part among the thing's
 */
const cutOf = ({ positions, indices }, place) => {
  const spans = [0, 1, 2].map((axis) => endsAlong(positions, axis)).map(([least, most]) => most - least);
  const axes = [0, 1, 2].toSorted((one, other) => spans[other] - spans[one]);
  const ends = endsOf(positions, indices, axes[0]);
  const cut = new Float32Array((positions.length / 3) * 4);
  for (let vertex = 0; vertex < positions.length / 3; vertex += 1) {
    const [along, across, through] = (ends[vertex] ? [axes[1], axes[2], axes[0]] : axes).map((axis) => positions[vertex * 3 + axis] / 1000);
    cut.set([along + place * 0.37, across + place * 0.131, through], vertex * 4);
  }
  return cut;
};

/** Which vertices belong to a triangle that faces along an axis. @param {ArrayLike<number>} positions @param {ArrayLike<number>} indices @param {number} axis */
const endsOf = (positions, indices, axis) => {
  const ends = new Uint8Array(positions.length / 3);
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [indices[at], indices[at + 1], indices[at + 2]];
    const levels = corners.map((corner) => positions[corner * 3 + axis]);
    if (Math.max(...levels) - Math.min(...levels) < 1) for (const corner of corners) ends[corner] = 1;
  }
  return ends;
};

/** @param {ArrayLike<number>} positions @param {number} axis @returns {[number, number]} the least and the most */
const endsAlong = (positions, axis) => {
  let [least, most] = [Infinity, -Infinity];
  for (let at = axis; at < positions.length; at += 3) [least, most] = [Math.min(least, positions[at]), Math.max(most, positions[at])];
  return [least, most];
};

/** The share of the dark grows where boards close a place in. @param {BufferGeometry} geometry @param {import("#scene/niches.js").Board[]} boards */
const darkened = (geometry, boards) => {
  const { position, normal, finish } = geometry.attributes;
  if (boards.length > 1) {
    const spotOf = (/** @type {any} */ held, /** @type {number} */ vertex) => [held.getX(vertex), held.getY(vertex), held.getZ(vertex)];
    for (let vertex = 0; vertex < position.count; vertex += 1) {
      if (finish.getZ(vertex) >= 0) finish.setZ(vertex, 1 + closedAt(boards, spotOf(position, vertex), spotOf(normal, vertex)));
    }
  }
  return geometry;
};

/**
 * @param {{position: Float32Array, color: Float32Array, finish: Float32Array, tile: Float32Array}} arrays @param {number[]} indices
 * @param {number} vertices
 */
const assembled = ({ position, color, finish, tile }, indices, vertices) => {
  const geometry = new BufferGeometry();
  geometry.setIndex(indices);
  geometry.setAttribute("position", new BufferAttribute(position, 3));
  geometry.setAttribute("color", new BufferAttribute(color, 3));
  geometry.setAttribute("finish", new BufferAttribute(finish, 4));
  geometry.setAttribute("place", new BufferAttribute(new Float32Array(vertices * 2), 2));
  geometry.setAttribute("tile", new BufferAttribute(tile, 4));
  geometry.computeVertexNormals();
  return geometry;
};
