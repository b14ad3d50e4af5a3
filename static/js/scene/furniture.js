/** The things of a plan: one mesh for each kind, size and tint or model, drawn as often as it stands there. */
import { Group, InstancedMesh, Matrix4 } from "three";

import { Bodies } from "#scene/bodies.js";
import { cutLow } from "#scene/cut_low.js";
import { isCeilingLamp, parametricParts } from "#scene/parametric.js";

/**
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/materials.js").Palette} Palette
 * @typedef {{get: (name: string) => any, has: (name: string) => boolean}} Kinds
 * @typedef {{geometry: import("three").BufferGeometry, material: import("three").Material, casts: boolean, shadow?: import("three").Material}} Part what is drawn in one call; shadow: what casts its shadow when that is not whole
 * @typedef {{items: SceneItem[], parts: Part[], meshes: InstancedMesh[]}} Stand
 * @typedef {{glb: string, size: readonly [number, number, number]}} Source where a product's own model is found, and its size in mm
 */

export class Furniture {
  /** @type {Map<string, Stand>} */
  #stands = new Map();
  /** @type {ReadonlySet<string>} */
  #hidden = new Set();
  /** How much is left of those that are cut low, mm. @type {ReadonlyMap<string, number>} */
  #left = new Map();

  /** Whether lamps of the ceiling are seen without it and what fixes them there. */
  #isOpen = false;
  /** @type {readonly SceneItem[]} */
  #items = [];
  /** @type {(id: string) => Source | null} */
  #sourceOf = () => null;

  group = new Group();

  /** @param {Kinds} kinds @param {Palette} palette */
  constructor(kinds, palette) {
    this.kinds = kinds;
    this.palette = palette;
    this.bodies = new Bodies(palette);
    this.bodies.addEventListener("loaded", () => this.show(this.#items));
  }

  /** Things with these ids have models of their own, fetched when they are shown. @param {(id: string) => Source | null} sourceOf */
  dress(sourceOf) {
    this.#sourceOf = sourceOf;
    this.show(this.#items);
  }

  /** Shows these things from now on; models that stay are kept. @param {readonly SceneItem[]} items */
  show(items) {
    this.#items = items;
    const wanted = groupedBy(items, (item) => `${modelKey(item)} ${this.#body(item)?.glb ?? ""} ${this.#left.get(item.id) ?? ""} ${this.#isAfloat(item) ? "afloat" : ""}`);
    for (const key of [...this.#stands.keys()]) if (!wanted.has(key)) this.#remove(key);
    for (const [key, of] of wanted) this.#place(key, of);
  }

  /** Hides the things with these ids. @param {ReadonlySet<string>} ids @returns {boolean} whether they are others than before */
  hide(ids) {
    if (sameSet(ids, this.#hidden)) return false;
    this.#hidden = ids;
    for (const stand of this.#stands.values()) this.#arrange(stand);
    return true;
  }

  /**
   * Cuts these things off above so many mm of their own, and lamps of the ceiling from it.
   * @param {ReadonlyMap<string, number>} left by their ids @param {boolean} isOpen no ceiling is seen @returns {boolean} whether that is something else than before
   */
  cut(left, isOpen) {
    if (isOpen === this.#isOpen && sameMap(left, this.#left)) return false;
    this.#left = left;
    this.#isOpen = isOpen;
    this.show(this.#items);
    return true;
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
    this.bodies.dispose();
  }

  /** The model of its own that a thing has and that has come. @param {SceneItem} item */
  #body(item) {
    const source = this.#sourceOf(item.id);
    return source && this.bodies.of(source);
  }

  /** @param {string} key @param {SceneItem[]} items */
  #place(key, items) {
    const known = this.#stands.get(key);
    if (known && known.items.length === items.length) {
      known.items = items;
      this.#arrange(known);
      return;
    }
    const parts = known?.parts ?? this.#partsOf(items[0]);
    if (known) this.#clear(known);
    const stand = { items, parts, meshes: meshesOf(parts, items.length) };
    this.#stands.set(key, stand);
    this.#arrange(stand);
    this.group.add(...stand.meshes);
  }

  /** @param {SceneItem} item */
  #isAfloat({ kind }) {
    return this.#isOpen && this.kinds.has(kind) && isCeilingLamp(this.kinds.get(kind));
  }

  /** @param {SceneItem} item @returns {Part[]} */
  #partsOf(item) {
    const whole = this.#body(item)?.parts(item) ?? parametricParts(item, this.kinds, this.palette, this.#isAfloat(item));
    const left = this.#left.get(item.id);
    return left === undefined ? whole : whole.map((part) => ({ ...part, geometry: cutLow(part.geometry, left / 1000) }));
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
    for (const { geometry } of stand.parts) geometry.dispose();
    this.#stands.delete(key);
  }

  /** @param {Stand} stand */
  #clear({ meshes }) {
    this.group.remove(...meshes);
    for (const mesh of meshes) mesh.dispose();
  }
}

/** @param {Part[]} parts @param {number} count */
const meshesOf = (parts, count) =>
  parts.map(({ geometry, material, casts, shadow }) => {
    const mesh = new InstancedMesh(geometry, material, count);
    mesh.castShadow = casts;
    if (shadow) mesh.customDepthMaterial = shadow;
    mesh.receiveShadow = true;
    return mesh;
  });

/** Where a thing stands, in the viewer's frame. @param {SceneItem} item @returns {Matrix4} */
export const matrixOf = ({ at: [x, y, z], turn_mdeg }) =>
  new Matrix4().makeRotationY((-turn_mdeg * Math.PI) / 180_000).setPosition(x / 1000, z / 1000, y / 1000);

/** @param {SceneItem} item */
const modelKey = ({ kind, size, tint, mirrored }) => `${kind} ${size.join("x")} ${tint ?? ""} ${mirrored ? "mirrored" : ""}`;

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

/** @param {ReadonlyMap<string, number>} one @param {ReadonlyMap<string, number>} other */
const sameMap = (one, other) => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
