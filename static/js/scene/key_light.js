/**
 * The light of a room that casts its shadows: in the evening its strongest lamp, by day the sky in its largest window. Both
 * are one spot light with one map of shadows, so that materials stay the same.
 */
import { SpotLight, Vector3 } from "three";

import { KEY_SHARE } from "#scene/lamplight.js";
import { scatter, scatterOnDisc } from "#scene/scatter.js";

/** @typedef {import("#scene/skylight.js").KeyWindow} KeyWindow */

const SHADOW_PX = 1024;
/** A lamp's light at a metre, and how it fades, next to that of the grid (lamplight.js), which falls on all that looks at it. */
const STRENGTH = 1.6;
const DECAY = 1.2;
const COLOUR = /** @type {const} */ ([1, 0.955, 0.885]);
/** What is so near to the middle of a lamp is a part of it and casts no shadow. */
const GLOBE_M = 0.3;
/** Half of what shines of a lamp. */
const LAMP_M = 0.13;
const LAMP_SHADOW = { radius: 3, bias: -0.002, normalBias: 0.03 };
/** The sky in a window: within this share of its width and height, so far before the wall. */
const SEEN = 0.85;
const CLEAR_M = 0.04;
/** Half the angle into which it is thrown, how far off the sill begins, and how much higher the sky stands. */
const WINDOW_ANGLE = 1.3;
const SILL_M = 0.12;
const SKYWARD = 0.25;
/** Behind a thing so much of the window's light is missing; some comes past it. */
const SKY_SHADOW = 0.75;
const WINDOW_SHADOW = { radius: 4, bias: -0.0003, normalBias: 0.04 };
const UP = new Vector3(0, 1, 0);

export class KeyLight {
  /** Where the lamp is. */
  #hung = new Vector3();
  /** @type {KeyWindow | null} */
  #window = null;
  /** How much of the light straight from windows is taken away where the one that casts shadows is not seen. */
  #skyShadow;

  /** @param {import("#scene/surroundings.js").Mirrored} mirrored what the materials share */
  constructor({ skyShadow }) {
    this.#skyShadow = skyShadow;
    this.light = new SpotLight(0xffffff, 0, 0, 1, 0.5, DECAY);
    this.light.color.setRGB(...COLOUR);
    this.light.castShadow = true;
    this.light.visible = false;
    this.light.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    this.light.shadow.autoUpdate = false;
  }

  /** This lamp casts soft shadows; null: none does. @param {import("#scene/lamps.js").Lamp | null} key metres on the page, z up */
  hang(key) {
    const { light } = this;
    this.#window = null;
    this.#skyShadow.value = 0;
    light.visible = key !== null;
    if (!key) return;
    const isThere = this.#hung.x === key.x && this.#hung.y === key.z && this.#hung.z === key.y;
    const { down, edge, core } = key.beam;
    light.angle = Math.acos(edge);
    light.penumbra = 1 - Math.acos(core) / light.angle;
    light.intensity = key.power * down * KEY_SHARE * STRENGTH;
    Object.assign(light.shadow, LAMP_SHADOW);
    light.shadow.camera.near = GLOBE_M;
    light.position.copy(this.#hung.set(key.x, key.z, key.y));
    light.target.position.set(key.x, key.z - 1, key.y);
    if (!isThere) this.renew(false);
  }

  /**
   * The sky that comes in by this window casts shadows, in pictures at rest: there is no light to be added, but the grid's to be
   * taken away where something stands before the window. @param {import("#scene/skylight.js").KeyWindow | null} window
   */
  open(window) {
    const { light } = this;
    this.#window = window;
    light.visible = window !== null;
    light.intensity = 0;
    light.angle = WINDOW_ANGLE;
    Object.assign(light.shadow, WINDOW_SHADOW);
    light.shadow.camera.near = SILL_M;
  }

  /** Where on itself it shines from, so that several pictures together have soft shadows. @param {number} step 0: from its middle, and a window not at all */
  shift(step) {
    if (this.#window) this.#look(this.#window, step);
    else {
      const [aside, ahead] = step > 0 ? scatterOnDisc(step) : [0, 0];
      this.light.position.copy(this.#hung).add(new Vector3(aside * LAMP_M, 0, ahead * LAMP_M));
    }
  }

  /** The shadows are drawn anew with the next picture; a window's only where several make one. @param {boolean} isShifted */
  renew(isShifted) {
    this.light.shadow.needsUpdate = isShifted || !this.#window;
  }

  /** Into the room from a spot of the window. @param {import("#scene/skylight.js").KeyWindow} window @param {number} step */
  #look({ at, into, aside, up, wide, high, share }, step) {
    const [x, y] = scatter(Math.max(step, 1));
    const { position, target } = this.light;
    position.set(...at).addScaledVector(new Vector3(...into), CLEAR_M);
    position.addScaledVector(new Vector3(...aside), (x - 0.5) * wide * SEEN).addScaledVector(new Vector3(...up), (y - 0.5) * high * SEEN);
    target.position.copy(position).add(new Vector3(...into)).addScaledVector(UP, -SKYWARD);
    this.#skyShadow.value = step > 0 ? share * SKY_SHADOW : 0;
  }
}
