/** Many pieces in one mesh, one draw call: each may be hidden, lowered and recoloured alone. */
import { BufferAttribute, BufferGeometry, Mesh } from "three";

import { linear } from "#scene/materials.js";

/**
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {{piece: Piece, vertex: number, vertices: number, hidden: boolean}} Held
 */

const SIZES = { position: 3, normal: 3, color: 3, finish: 4, place: 2, tile: 4 };

export class PieceMesh {
  /** @type {Map<string, Held>} */
  #held = new Map();
  /** @type {{key: string, triangle: number}[]} where each shown piece's triangles begin */
  #shown = [];

  /** @param {import("three").Material} material */
  constructor(material) {
    this.mesh = new Mesh(new BufferGeometry(), material);
    this.mesh.castShadow = this.mesh.receiveShadow = true;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /** Holds these pieces from now on, all shown and at their full height. @param {Map<string, Piece>} pieces */
  hold(pieces) {
    let vertex = 0;
    this.#held.clear();
    for (const [key, piece] of pieces) {
      const vertices = piece.positions.length / 3;
      this.#held.set(key, { piece, vertex, vertices, hidden: false });
      vertex += vertices;
    }
    this.#fill(vertex);
    this.#index();
  }

  /** Shows only those pieces that pass. @param {(key: string) => boolean} isShown */
  show(isShown) {
    let changed = false;
    for (const [key, held] of this.#held) {
      const hidden = !isShown(key);
      changed ||= hidden !== held.hidden;
      held.hidden = hidden;
    }
    if (changed) this.#index();
  }

  /** Presses each piece under a height in metres; Infinity is its own. @param {(key: string) => number} heightOf */
  lower(heightOf) {
    if (!this.#held.size) return; // nothing has been shown yet
    const position = this.mesh.geometry.getAttribute("position");
    for (const [key, { piece, vertex, vertices }] of this.#held) {
      const most = heightOf(key);
      for (let one = 0; one < vertices; one += 1) position.setY(vertex + one, Math.min(piece.positions[one * 3 + 1], most));
    }
    position.needsUpdate = true;
  }

  /** @param {string} key @param {string} colour #rrggbb */
  recolour(key, colour) {
    const held = this.#held.get(key);
    if (!held || held.piece.look.colour === colour) return;
    held.piece = { ...held.piece, look: { ...held.piece.look, colour } };
    this.#paint(held);
  }

  /** The key of the piece that a triangle of the mesh belongs to. @param {number} triangle @returns {string | null} */
  keyAt(triangle) {
    return this.#shown.findLast((one) => one.triangle <= triangle)?.key ?? null;
  }

  /** @param {string} key @returns {Piece | null} */
  pieceOf(key) {
    return this.#held.get(key)?.piece ?? null;
  }

  /** All that it holds, shown or not. @returns {[string, Piece][]} */
  get pieces() {
    return [...this.#held].map(([key, { piece }]) => [key, piece]);
  }

  dispose() {
    this.mesh.geometry.dispose();
  }

  /** @param {number} vertices */
  #fill(vertices) {
    this.mesh.geometry.dispose();
    const geometry = new BufferGeometry();
    for (const [name, size] of Object.entries(SIZES)) {
      geometry.setAttribute(name, new BufferAttribute(new Float32Array(vertices * size), size));
    }
    this.mesh.geometry = geometry;
    for (const held of this.#held.values()) this.#copy(held);
  }

  /** @param {Held} held */
  #copy(held) {
    const { piece, vertex } = held;
    this.#array("position").set(piece.positions, vertex * 3);
    this.#array("normal").set(piece.normals, vertex * 3);
    this.#array("place").set(piece.places, vertex * 2);
    this.#paint(held);
  }

  /** @param {Held} held */
  #paint({ piece, vertex, vertices }) {
    const { colour, roughness, metalness, shade, stuff, tile } = piece.look;
    const rgb = linear(colour);
    for (let one = vertex; one < vertex + vertices; one += 1) {
      this.#array("color").set(rgb, one * 3);
      this.#array("finish").set([roughness, metalness, shade, stuff], one * 4);
      this.#array("tile").set(tile, one * 4);
    }
    for (const name of ["color", "finish", "tile"]) this.mesh.geometry.getAttribute(name).needsUpdate = true;
  }

  #index() {
    const indices = [];
    this.#shown = [];
    for (const [key, { piece, vertex, hidden }] of this.#held) {
      if (hidden) continue;
      this.#shown.push({ key, triangle: indices.length / 3 });
      for (const index of piece.indices) indices.push(vertex + index);
    }
    this.mesh.geometry.setIndex(new BufferAttribute(new Uint32Array(indices), 1));
    this.mesh.visible = indices.length > 0;
  }

  /** @param {string} name */
  #array(name) {
    return /** @type {Float32Array} */ (/** @type {BufferAttribute} */ (this.mesh.geometry.getAttribute(name)).array);
  }
}
