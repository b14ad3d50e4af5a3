/** Areas of the floor, shaded and drawn round in ink on white: where a finding is. */
import { DoubleSide, Group, Mesh, MeshBasicMaterial, Shape, ShapeGeometry, Vector2 } from "three";

import { Outlines } from "#scene/outlines.js";

/** @typedef {readonly (readonly (readonly [number, number])[])[]} Rings */

/** So high over the floor, so that they do not flicker in it, metres. */
const OVER_M = 0.012;

export class Bands {
  group = new Group();
  #outlines = new Outlines();
  #shade = new Mesh(
    new ShapeGeometry([]),
    new MeshBasicMaterial({ color: 0x161616, opacity: 0.38, transparent: true, depthWrite: false, side: DoubleSide, toneMapped: false }),
  );

  constructor() {
    this.#shade.visible = false;
    this.#shade.renderOrder = 6;
    this.#shade.rotation.x = Math.PI / 2;
    this.group.add(this.#shade, this.#outlines.group);
  }

  /** @param {Rings} rings on the page, mm; none takes them away @param {number} floor its height, mm */
  draw(rings, floor) {
    const [height, flat] = [floor / 1000 + OVER_M, rings.map((ring) => ring.map(([x, y]) => new Vector2(x / 1000, y / 1000)))];
    this.#shade.visible = flat.length > 0;
    this.#shade.position.y = height;
    this.#shade.geometry.dispose();
    this.#shade.geometry = new ShapeGeometry(flat.map((ring) => new Shape(ring)));
    this.#outlines.draw(flat.flatMap((ring) => ring.flatMap((from, place) => {
      const to = ring[(place + 1) % ring.length];
      return [from.x, height, from.y, to.x, height, to.y];
    })));
  }

  dispose() {
    this.#shade.geometry.dispose();
    this.#shade.material.dispose();
    this.#outlines.dispose();
  }
}
