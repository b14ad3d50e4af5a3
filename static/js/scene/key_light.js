/** The lamp of a room that casts its shadows in the evening: its strongest. */
import { SpotLight, Vector3 } from "three";

import { KEY_SHARE } from "#scene/lamplight.js";
import { scatterOnDisc } from "#scene/scatter.js";

const SHADOW_PX = 1024;
/** A lamp's light at a metre, and how it fades, next to that of the grid (lamplight.js), which falls on all that looks at it. */
const STRENGTH = 1.05;
const DECAY = 1.8;
const COLOUR = /** @type {const} */ ([1, 0.915, 0.79]);
/** What is so near to the middle of a lamp is a part of it and casts no shadow. */
const GLOBE_M = 0.3;
/** Half of what shines of a lamp. */
const LAMP_M = 0.13;
const SHADOW = { radius: 3, bias: -0.002, normalBias: 0.03 };

export class KeyLight {
  /** Where the lamp is. */
  #hung = new Vector3();

  constructor() {
    this.light = new SpotLight(0xffffff, 0, 0, 1, 0.5, DECAY);
    this.light.color.setRGB(...COLOUR);
    this.light.castShadow = true;
    this.light.visible = false;
    Object.assign(this.light.shadow, SHADOW);
    this.light.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    this.light.shadow.autoUpdate = false;
    this.light.shadow.camera.near = GLOBE_M;
  }

  /** This lamp casts soft shadows; null: none does. @param {import("#scene/lamps.js").Lamp | null} key metres on the page, z up */
  hang(key) {
    const { light } = this;
    light.visible = key !== null;
    if (!key) return;
    const isThere = this.#hung.x === key.x && this.#hung.y === key.z && this.#hung.z === key.y;
    const { down, edge, core } = key.beam;
    light.angle = Math.acos(edge);
    light.penumbra = 1 - Math.acos(core) / light.angle;
    light.intensity = key.power * down * KEY_SHARE * STRENGTH;
    light.position.copy(this.#hung.set(key.x, key.z, key.y));
    light.target.position.set(key.x, key.z - 1, key.y);
    if (!isThere) this.renew();
  }

  /** Where on itself it shines from, so that several pictures together have soft shadows. @param {number} step 0: from its middle */
  shift(step) {
    const [aside, ahead] = step > 0 ? scatterOnDisc(step) : [0, 0];
    this.light.position.copy(this.#hung).add(new Vector3(aside * LAMP_M, 0, ahead * LAMP_M));
  }

  /** The shadows are drawn anew with the next picture. */
  renew() {
    this.light.shadow.needsUpdate = true;
  }
}
