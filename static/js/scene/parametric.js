/** What a kind's own parts look like in 3D: one geometry of all that is solid, one of glass, coloured by vertex. */
import { BufferAttribute, BufferGeometry } from "three";

import materials from "#rooms/materials.json" with { type: "json" };
import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { isLamp } from "#scene/lamplight.js";
import { linear } from "#scene/materials.js";

/**
 * @typedef {import("#model/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/furniture.js").Kinds} Kinds
 * @typedef {import("#scene/furniture.js").Part} Part
 * @typedef {import("#scene/materials.js").Palette} Palette
 */

/** What of a lamp shines in the evening. */
const SHINING = "light";
/** What a kind that is not known here looks like. */
const STRANGER = { material: "body", colour: "#d4d4d4" };

/** @param {SceneItem} item @param {Kinds} kinds @param {Palette} palette @returns {Part[]} */
export const parametricParts = ({ kind, size, tint, mirrored }, kinds, palette) => {
  const parts = kinds.has(kind) ? partsOf(kinds.get(kind), size, tint) : [strangersBox(size)];
  const isGlass = (/** @type {any} */ part) => materialOf(part.material).opacity < 1;
  const isLit = kinds.has(kind) && isLamp(kinds.get(kind));
  const solid = geometryOf(parts.filter((/** @type {any} */ part) => !isGlass(part)), mirrored, isLit);
  const glass = geometryOf(parts.filter(isGlass), mirrored, isLit);
  return [
    ...(solid ? [{ geometry: solid, material: palette.solid, casts: true }] : []),
    ...(glass ? [{ geometry: glass, material: palette.glass, casts: false }] : []),
  ];
};

/** All parts in one geometry, coloured by vertex; null without parts. @param {any[]} parts @param {boolean} mirrored @param {boolean} isLit of a lamp */
const geometryOf = (parts, mirrored, isLit) => {
  if (parts.length === 0) return null;
  const meshes = parts.map((part) => ({ part, mesh: meshOf(part) }));
  const vertices = meshes.reduce((sum, { mesh }) => sum + mesh.positions.length / 3, 0);
  const arrays = { position: new Float32Array(vertices * 3), color: new Float32Array(vertices * 3), finish: new Float32Array(vertices * 3) };
  /** @type {number[]} */
  const indices = [];
  let start = 0;
  for (const { part, mesh } of meshes) {
    write(arrays, start, part, mesh.positions, mirrored, isLit);
    for (let at = 0; at < mesh.indices.length; at += 3) {
      const [a, b, c] = [mesh.indices[at], mesh.indices[at + 1], mesh.indices[at + 2]];
      indices.push(start + a, start + (mirrored ? c : b), start + (mirrored ? b : c));
    }
    start += mesh.positions.length / 3;
  }
  return assembled(arrays, indices, vertices);
};

/**
 * @param {{position: Float32Array, color: Float32Array, finish: Float32Array}} arrays @param {number} start
 * @param {any} part @param {ArrayLike<number>} positions @param {boolean} mirrored @param {boolean} isLit
 */
const write = (arrays, start, part, positions, mirrored, isLit) => {
  const { roughness, metalness } = materialOf(part.material);
  const rgb = linear(part.colour);
  const side = mirrored ? -0.001 : 0.001;
  for (let at = 0; at < positions.length; at += 3) {
    const vertex = start + at / 3;
    arrays.position.set([positions[at] * side, positions[at + 2] / 1000, positions[at + 1] / 1000], vertex * 3);
    arrays.color.set(rgb, vertex * 3);
    arrays.finish.set([roughness, metalness, isLit && part.material === SHINING ? -1 : 1], vertex * 3);
  }
};

/**
 * @param {{position: Float32Array, color: Float32Array, finish: Float32Array}} arrays @param {number[]} indices
 * @param {number} vertices
 */
const assembled = ({ position, color, finish }, indices, vertices) => {
  const geometry = new BufferGeometry();
  geometry.setIndex(indices);
  geometry.setAttribute("position", new BufferAttribute(position, 3));
  geometry.setAttribute("color", new BufferAttribute(color, 3));
  geometry.setAttribute("finish", new BufferAttribute(finish, 3));
  geometry.setAttribute("place", new BufferAttribute(new Float32Array(vertices * 2), 2));
  geometry.setAttribute("tile", new BufferAttribute(new Float32Array(vertices * 4), 4));
  geometry.computeVertexNormals();
  return geometry;
};

/** @param {string} word @returns {{colour: string, roughness: number, metalness: number, opacity: number}} */
const materialOf = (word) => /** @type {Record<string, any>} */ (materials)[word] ?? materials.body;

/** @param {readonly [number, number, number]} size */
const strangersBox = ([width, depth, height]) => ({
  form: "box", at: [-Math.floor(width / 2), -Math.floor(depth / 2), 0], size: [width, depth, height], round: 0, lean: 0, ...STRANGER,
});
