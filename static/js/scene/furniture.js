/** The things of a plan: one mesh for each kind, size and tint, drawn as often as it stands there. */
import { BufferAttribute, BufferGeometry, Group, InstancedMesh, Matrix4 } from "three";

import materials from "#rooms/materials.json" with { type: "json" };
import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { bevelled } from "#scene/bevel.js";
import { isLamp } from "#scene/lamplight.js";
import { linear } from "#scene/materials.js";
import { stuffOf } from "#scene/stuff.js";

/**
 * @typedef {import("#model/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/materials.js").Palette} Palette
 * @typedef {{get: (name: string) => any, has: (name: string) => boolean}} Kinds
 * @typedef {{solid: BufferGeometry | null, glass: BufferGeometry | null}} Model
 * @typedef {{items: SceneItem[], model: Model, meshes: InstancedMesh[]}} Stand
 */

/** What of a lamp shines in the evening. */
const SHINING = "light";
/** Doors and drawers, and how light it is on their edges. */
const FRONT = "front";
const IN_GAP = 0.42;
/** What a kind that is not known here looks like. */
const STRANGER = { material: "body", colour: "#d4d4d4" };

export class Furniture {
  /** @type {Map<string, Stand>} */
  #stands = new Map();
  /** @type {ReadonlySet<string>} */
  #hidden = new Set();

  group = new Group();

  /** @param {Kinds} kinds @param {Palette} palette */
  constructor(kinds, palette) {
    this.kinds = kinds;
    this.palette = palette;
  }

  /** Shows these things from now on; models that stay are kept. @param {readonly SceneItem[]} items */
  show(items) {
    const wanted = groupedBy(items, modelKey);
    for (const key of [...this.#stands.keys()]) if (!wanted.has(key)) this.#remove(key);
    for (const [key, of] of wanted) this.#place(key, of);
  }

  /** Hides the things with these ids. @param {ReadonlySet<string>} ids */
  hide(ids) {
    if (sameSet(ids, this.#hidden)) return;
    this.#hidden = ids;
    for (const stand of this.#stands.values()) this.#arrange(stand);
  }

  /**
   * The id of the thing that an instance of one of the meshes stands for.
   * @param {import("three").Object3D} mesh @param {number} instance @returns {string | null}
   */
  idAt(mesh, instance) {
    const stand = [...this.#stands.values()].find(({ meshes }) => meshes.includes(/** @type {InstancedMesh} */ (mesh)));
    return stand ? this.#standing(stand)[instance].id : null;
  }

  dispose() {
    for (const key of [...this.#stands.keys()]) this.#remove(key);
  }

  /** @param {string} key @param {SceneItem[]} items */
  #place(key, items) {
    const known = this.#stands.get(key);
    if (known && known.items.length === items.length) {
      known.items = items;
      this.#arrange(known);
      return;
    }
    const model = known?.model ?? this.#model(items[0]);
    if (known) this.#clear(known);
    const stand = { items, model, meshes: this.#meshes(model, items.length) };
    this.#stands.set(key, stand);
    this.#arrange(stand);
    this.group.add(...stand.meshes);
  }

  /** @param {Model} model @param {number} count */
  #meshes({ solid, glass }, count) {
    const made = [];
    if (solid) made.push(new InstancedMesh(solid, this.palette.solid, count));
    if (glass) made.push(new InstancedMesh(glass, this.palette.glass, count));
    for (const mesh of made) {
      mesh.castShadow = mesh.geometry === solid;
      mesh.receiveShadow = true;
    }
    return made;
  }

  /** Gives every standing thing its place. @param {Stand} stand */
  #arrange(stand) {
    const standing = this.#standing(stand);
    for (const mesh of stand.meshes) {
      mesh.count = standing.length;
      standing.forEach((item, place) => mesh.setMatrixAt(place, matrixOf(item)));
      mesh.instanceMatrix.needsUpdate = true;
      mesh.computeBoundingSphere();
    }
  }

  /** @param {Stand} stand */
  #standing({ items }) {
    return items.filter(({ id }) => !this.#hidden.has(id));
  }

  /** @param {string} key */
  #remove(key) {
    const stand = this.#stands.get(key);
    if (!stand) return;
    this.#clear(stand);
    stand.model.solid?.dispose();
    stand.model.glass?.dispose();
    this.#stands.delete(key);
  }

  /** @param {Stand} stand */
  #clear({ meshes }) {
    this.group.remove(...meshes);
    for (const mesh of meshes) mesh.dispose();
  }

  /** @param {SceneItem} item @returns {Model} */
  #model({ kind, size, tint, mirrored }) {
    const parts = this.kinds.has(kind) ? partsOf(this.kinds.get(kind), size, tint) : [strangersBox(size)];
    const isGlass = (/** @type {any} */ part) => materialOf(part.material).opacity < 1;
    const isLit = this.kinds.has(kind) && isLamp(this.kinds.get(kind));
    return {
      solid: geometryOf(parts.filter((/** @type {any} */ part) => !isGlass(part)), mirrored, isLit),
      glass: geometryOf(parts.filter(isGlass), mirrored, isLit),
    };
  }
}

/** Where a thing stands, in the viewer's frame. @param {SceneItem} item @returns {Matrix4} */
export const matrixOf = ({ at: [x, y, z], turn_mdeg }) =>
  new Matrix4().makeRotationY((-turn_mdeg * Math.PI) / 180_000).setPosition(x / 1000, z / 1000, y / 1000);

/** @param {SceneItem} item */
const modelKey = ({ kind, size, tint, mirrored }) => `${kind} ${size.join("x")} ${tint ?? ""} ${mirrored ? "mirrored" : ""}`;

/** All parts in one geometry, coloured by vertex; null without parts. @param {any[]} parts @param {boolean} mirrored @param {boolean} isLit of a lamp */
const geometryOf = (parts, mirrored, isLit) => {
  if (parts.length === 0) return null;
  const meshes = parts.map((part) => ({ part, mesh: bevelled(part) ?? meshOf(part) }));
  const vertices = meshes.reduce((sum, { mesh }) => sum + mesh.positions.length / 3, 0);
  const arrays = { position: new Float32Array(vertices * 3), color: new Float32Array(vertices * 3), finish: new Float32Array(vertices * 4), tile: new Float32Array(vertices * 4) };
  /** @type {number[]} */
  const indices = [];
  let start = 0;
  for (const [place, { part, mesh }] of meshes.entries()) {
    write(arrays, start, part, mesh.positions, mirrored, isLit);
    if (part.material === FRONT && "narrow" in mesh) darkenEdges(arrays.color, start, mesh.narrow);
    arrays.tile.set(cutOf(mesh, place), start * 4);
    for (let at = 0; at < mesh.indices.length; at += 3) {
      const [a, b, c] = [mesh.indices[at], mesh.indices[at + 1], mesh.indices[at + 2]];
      indices.push(start + a, start + (mirrored ? c : b), start + (mirrored ? b : c));
    }
    start += mesh.positions.length / 3;
  }
  return assembled(arrays, indices, vertices);
};

/** Between two fronts one sees into their gap. @param {Float32Array} colours @param {number} start @param {readonly boolean[]} narrow */
const darkenEdges = (colours, start, narrow) => {
  narrow.forEach((is, vertex) => {
    for (let part = 0; is && part < 3; part += 1) colours[(start + vertex) * 3 + part] *= IN_GAP;
  });
};

/**
 * @param {{position: Float32Array, color: Float32Array, finish: Float32Array, tile: Float32Array}} arrays @param {number} start
 * @param {any} part @param {ArrayLike<number>} positions @param {boolean} mirrored @param {boolean} isLit
 */
const write = (arrays, start, part, positions, mirrored, isLit) => {
  const { roughness, metalness } = materialOf(part.material);
  const stuff = stuffOf(part.material);
  const rgb = linear(part.colour);
  const side = mirrored ? -0.001 : 0.001;
  for (let at = 0; at < positions.length; at += 3) {
    const vertex = start + at / 3;
    arrays.position.set([positions[at] * side, positions[at + 2] / 1000, positions[at + 1] / 1000], vertex * 3);
    arrays.color.set(rgb, vertex * 3);
    arrays.finish.set([roughness, metalness, isLit && part.material === SHINING ? -1 : 1, stuff], vertex * 4);
  }
};

/**
 * Where in a block of its stuff a part is cut, for each vertex: metres, the first along the part's longest side, and a 0.
 * No two parts of a thing are cut at the same place, and no end shows its section: it is edged along its own length.
 * @param {{positions: ArrayLike<number>, indices: ArrayLike<number>}} mesh @param {number} place of the part among the thing's
 */
const cutOf = ({ positions, indices }, place) => {
  const spans = [0, 1, 2].map((axis) => spanOf(positions, axis));
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

/** @param {ArrayLike<number>} positions @param {number} axis */
const spanOf = (positions, axis) => {
  let [least, most] = [Infinity, -Infinity];
  for (let at = axis; at < positions.length; at += 3) [least, most] = [Math.min(least, positions[at]), Math.max(most, positions[at])];
  return most - least;
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

/** @param {string} word @returns {{colour: string, roughness: number, metalness: number, opacity: number}} */
const materialOf = (word) => /** @type {Record<string, any>} */ (materials)[word] ?? materials.body;

/** @param {readonly [number, number, number]} size */
const strangersBox = ([width, depth, height]) => ({
  form: "box", at: [-Math.floor(width / 2), -Math.floor(depth / 2), 0], size: [width, depth, height], round: 0, lean: 0, ...STRANGER,
});

/** @template T @param {readonly T[]} values @param {(value: T) => string} keyOf @returns {Map<string, T[]>} */
const groupedBy = (values, keyOf) => {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
};

/** @param {ReadonlySet<string>} one @param {ReadonlySet<string>} other */
const sameSet = (one, other) => one.size === other.size && [...one].every((value) => other.has(value));
