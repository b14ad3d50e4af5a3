/** The things of a plan: one mesh for each kind, size and tint, drawn as often as it stands there. */
import { Group, InstancedMesh, Matrix4 } from "three";

import { partsOf } from "#model/parts.js";
import { isLamp } from "#scene/lamplight.js";
import { geometryOf, materialOf } from "#scene/thing_geometry.js";

/**
 * @typedef {import("#model/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/materials.js").Palette} Palette
 * @typedef {{get: (name: string) => any, has: (name: string) => boolean}} Kinds
 * @typedef {{solid: import("three").BufferGeometry | null, glass: import("three").BufferGeometry | null}} Model
 * @typedef {{items: SceneItem[], model: Model, meshes: InstancedMesh[]}} Stand
 */

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
