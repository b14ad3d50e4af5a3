/** Products' own models: each fetched once and only when it is shown, then stretched to the thing's size and hand. */
import { BufferAttribute, BufferGeometry, RepeatWrapping, SRGBColorSpace, Texture } from "three";

import { readBody } from "#scene/body_file.js";

/**
 * @typedef {import("#scene/body_file.js").Primitive} Primitive
 * @typedef {import("#scene/furniture.js").Source} Source
 * @typedef {import("#scene/furniture.js").Part} Part
 * @typedef {import("#scene/materials.js").Palette} Palette
 * @typedef {{primitive: Primitive, material: import("three").Material, map: Texture | null}} Piece
 */

export class Bodies extends EventTarget {
  /** Null: on its way, or not to be had. @type {Map<string, Body | null>} */
  #held = new Map();
  #isOver = false;

  /** @param {Palette} palette */
  constructor(palette) {
    super();
    this.palette = palette;
  }

  /** The model, or null until it has come; `loaded` then says so. @param {Source} source @returns {Body | null} */
  of(source) {
    const known = this.#held.get(source.glb);
    if (known === undefined) {
      this.#held.set(source.glb, null);
      void this.#fetch(source).catch(() => {}); // what does not come is drawn from its kind
    }
    return known ?? null;
  }

  dispose() {
    this.#isOver = true;
    for (const body of this.#held.values()) body?.dispose();
    this.#held.clear();
  }

  /** @param {Source} source */
  async #fetch(source) {
    const answer = await fetch(source.glb);
    if (!answer.ok) return;
    const pieces = await Promise.all(readBody(await answer.arrayBuffer()).map((primitive) => this.#piece(primitive)));
    const body = new Body(source, pieces);
    if (this.#isOver) return body.dispose();
    this.#held.set(source.glb, body);
    this.dispatchEvent(new Event("loaded"));
  }

  /** @param {Primitive} primitive @returns {Promise<Piece>} */
  async #piece(primitive) {
    const { picture, cutAt, isGlass } = primitive;
    if (!picture) return { primitive, material: isGlass ? this.palette.glass : this.palette.body, map: null };
    const map = new Texture(await createImageBitmap(picture));
    map.colorSpace = SRGBColorSpace;
    map.wrapS = map.wrapT = RepeatWrapping;
    map.flipY = false;
    map.anisotropy = 4;
    map.needsUpdate = true;
    return { primitive, material: this.palette.textured(map, cutAt), map };
  }
}

/** After roughness and metalness: no lamp, and of no stuff that is drawn by its own figure. */
const UNLIT = [0, 0, 1, 0];

class Body {
  /** @param {Source} source @param {Piece[]} pieces */
  constructor({ glb, size }, pieces) {
    this.glb = glb;
    this.size = size;
    this.pieces = pieces;
  }

  /** The model at a thing's size and hand. @param {import("#model/scene/scene.js").SceneItem} item @returns {Part[]} */
  parts({ size: [width, depth, height], mirrored }) {
    const [w, d, h] = this.size;
    const scale = /** @type {const} */ ([(mirrored ? -width : width) / w, height / h, depth / d]);
    return this.pieces.map(({ primitive, material }) => ({ geometry: geometryOf(primitive, scale), material, casts: !primitive.isGlass }));
  }

  dispose() {
    for (const { map, material } of this.pieces) {
      if (!map) continue;
      map.dispose();
      material.dispose();
    }
  }
}

/** @param {Primitive} primitive @param {readonly [number, number, number]} scale negative: mirrored */
const geometryOf = ({ positions, normals, colours, finishes, places, indices }, scale) => {
  const count = positions.length / 3;
  const geometry = new BufferGeometry();
  geometry.setIndex(new BufferAttribute(scale[0] < 0 ? turnedOver(indices) : indices, 1));
  geometry.setAttribute("position", new BufferAttribute(positions.map((value, at) => value * scale[at % 3]), 3));
  geometry.setAttribute("normal", new BufferAttribute(normals.map((value, at) => value / scale[at % 3]), 3));
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  geometry.setAttribute("finish", new BufferAttribute(Float32Array.from({ length: count * 4 }, (_, at) => (at % 4 < 2 ? finishes[Math.floor(at / 4) * 2 + (at % 4)] : UNLIT[at % 4])), 4));
  geometry.setAttribute("place", new BufferAttribute(new Float32Array(count * 2), 2));
  geometry.setAttribute("tile", new BufferAttribute(new Float32Array(count * 4), 4));
  if (places) geometry.setAttribute("uv", new BufferAttribute(places, 2));
  geometry.normalizeNormals();
  return geometry;
};

/** @param {Uint32Array} indices */
const turnedOver = (indices) => indices.map((_, at) => indices[at - (at % 3) + [0, 2, 1][at % 3]]);
