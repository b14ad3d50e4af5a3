/** Light for a model: a soft neutral sky from all sides, one sun with soft shadows, high or where it stands at an hour; white balance fixed. */
import { DirectionalLight, Group, SpotLight, Vector3 } from "three";

import { KEY_SHARE } from "#scene/lamplight.js";
import { scatter, scatterOnDisc } from "#scene/scatter.js";

/** @typedef {{box: readonly number[]}} Boxed */

const SUN_STRENGTH = 1.05;
/** A sun without air, and what is left of it through the air straight above. */
const SUN_CLEAR = 3.7;
const AIR = 0.72;
/** A camera's exposure for sunny spots leaves this of the rest. */
const IN_SUN = 0.87;
/** The sine of the height under which sunlight turns warm. */
const WARM_BELOW = 0.42;
/** So many times its radius a model throws its shadow in a low sun. */
const SUN_REACH = 7;
const SKY_STRENGTH = 1.08;
const SHADOW_PX = 2048;
const LAMP_SHADOW_PX = 1024;
/** A lamp's light at a metre, and how it fades, next to that of the grid (lamplight.js), which falls on all that looks at it. */
const LAMP_STRENGTH = 1.6;
const LAMP_DECAY = 1.2;
const LAMP_COLOUR = /** @type {const} */ ([1, 0.955, 0.885]);
/** The sun in a clear sky (half a degree across, and the bright air about it), and a model's, as through a white sheet. */
const CLEAR_SUN = 0.008;
const SOFT_SUN = 0.05;
/** Half of what shines of a lamp. */
const LAMP_M = 0.13;
/** What is so near to the middle of a lamp is a part of it and casts no shadow. */
const GLOBE_M = 0.3;
const LAMP_SHADOW = { radius: 3, bias: -0.002, normalBias: 0.03 };
/** Of the sky in a window: within this share of its width and height, so far before the wall; half the angle into which it is thrown, how far off its sill begins, and how much higher the sky stands. */
const SEEN = 0.85;
const CLEAR_M = 0.04;
const WINDOW_ANGLE = 1.3;
const SILL_M = 0.12;
const SKYWARD = 0.25;
/** Behind a thing so much of the window's light is missing; some comes past it. */
const SKY_SHADOW = 0.75;
const WINDOW_SHADOW = { radius: 4, bias: -0.0003, normalBias: 0.04 };

/** Towards the sun for somebody who looks at the model (x right, y up, z back): high over the left shoulder. */
export const OVER_SHOULDER = new Vector3(-0.46, 1, 0.62).normalize();
const UP = new Vector3(0, 1, 0);

export class Daylight {
  #middle = new Vector3();
  #radius = 1;
  #towards = OVER_SHOULDER.clone();
  /** The tangent of half the angle under which the sun is seen. */
  #wide = SOFT_SUN;
  /** Where the lamp is. */
  #hung = new Vector3();
  #isShifted = false;
  /** @type {import("#scene/skylight.js").KeyWindow | null} */
  #window = null;
  /** How much of the light straight from windows is taken away where the one that casts shadows is not seen. */
  #skyShadow;

  /** @param {import("#scene/surroundings.js").Mirrored} mirrored what the materials share */
  constructor({ skyTurn, skyShadow }) {
    this.sky = skyTurn.value;
    this.#skyShadow = skyShadow;
    this.group = new Group();
    this.sun = new DirectionalLight(0xffffff, SUN_STRENGTH);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    this.sun.shadow.autoUpdate = false;
    this.sun.shadow.radius = 1.5;
    this.sun.shadow.bias = -0.00008;
    this.sun.shadow.normalBias = 0.025;
    this.lamp = new SpotLight(0xffffff, 0, 0, 1, 0.5, LAMP_DECAY);
    this.lamp.color.setRGB(...LAMP_COLOUR);
    this.lamp.castShadow = true;
    this.lamp.visible = false;
    this.lamp.shadow.mapSize.set(LAMP_SHADOW_PX, LAMP_SHADOW_PX);
    this.lamp.shadow.autoUpdate = false;
    this.group.add(this.sun, this.sun.target, this.lamp, this.lamp.target);
  }

  /** Makes the shadow's frame hold the box. @param {readonly number[]} box least and most x, y, z of the plan in mm */
  cover([x0, y0, z0, x1, y1, z1]) {
    this.#middle.set((x0 + x1) / 2000, (z0 + z1) / 2000, (y0 + y1) / 2000);
    const radius = (this.#radius = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2 + (z1 - z0) ** 2) / 2000 + 0.3);
    const { camera } = this.sun.shadow;
    camera.left = camera.bottom = -radius;
    camera.right = camera.top = radius;
    camera.near = radius;
    this.#aim();
  }

  /**
   * The model is looked at from this azimuth (radians), and the sun stands over the left shoulder.
   * @param {number} azimuth
   */
  shineOver(azimuth) {
    this.sun.intensity = SUN_STRENGTH;
    this.sun.color.setRGB(1, 1, 1);
    this.#wide = SOFT_SUN;
    this.#towards.copy(OVER_SHOULDER).applyAxisAngle(UP, azimuth);
    this.#brighten(SKY_STRENGTH, this.#towards);
    this.#aim();
  }

  /** No sun is seen: it has set, or inside only the sky comes in by the windows. */
  cloudOver() {
    this.#brighten(SKY_STRENGTH);
    this.sun.intensity = 0;
    this.sun.visible = false;
  }

  /**
   * The sun stands where it does in the sky: weaker and a little warmer the lower it is; the white balance stays fixed.
   * @param {readonly [number, number, number]} towards it, a unit vector of the viewer
   */
  shineFrom([x, y, z]) {
    this.#brighten(SKY_STRENGTH * IN_SUN);
    const up = Math.max(y, 0.01);
    this.sun.intensity = SUN_CLEAR * AIR ** (1 / (up + 0.03)) * Math.min(1, Math.max(y, 0) * 20);
    const low = Math.max(0, 1 - up / WARM_BELOW);
    this.sun.color.setRGB(1, 1 - 0.07 * low, 1 - 0.17 * low);
    this.#wide = CLEAR_SUN;
    this.#towards.set(x, up, z).normalize();
    this.#aim(SUN_REACH);
  }

  /** This lamp casts soft shadows; null: none does. @param {import("#scene/lamps.js").Lamp | null} key metres on the page, z up */
  hang(key) {
    const { lamp } = this;
    this.#window = null;
    lamp.visible = key !== null;
    if (!key) return;
    const isThere = this.#hung.x === key.x && this.#hung.y === key.z && this.#hung.z === key.y;
    const { down, edge, core } = key.beam;
    lamp.angle = Math.acos(edge);
    lamp.penumbra = 1 - Math.acos(core) / lamp.angle;
    lamp.intensity = key.power * down * KEY_SHARE * LAMP_STRENGTH;
    Object.assign(lamp.shadow, LAMP_SHADOW);
    lamp.shadow.camera.near = GLOBE_M;
    lamp.position.copy(this.#hung.set(key.x, key.z, key.y));
    lamp.target.position.set(key.x, key.z - 1, key.y);
    if (!isThere) this.renew();
  }

  /**
   * The sky that comes in by this window casts shadows, in pictures at rest: there is no light to be added, but the grid's to be
   * taken away where something stands before the window. @param {import("#scene/skylight.js").KeyWindow | null} window
   */
  open(window) {
    const { lamp } = this;
    this.#window = window;
    lamp.visible = window !== null;
    lamp.intensity = 0;
    lamp.angle = WINDOW_ANGLE;
    Object.assign(lamp.shadow, WINDOW_SHADOW);
    lamp.shadow.camera.near = SILL_M;
  }

  /** The sky is so bright, and a little brighter on one side. @param {number} strength @param {Vector3} [side] */
  #brighten(strength, side) {
    this.sun.visible = true;
    const aside = side ? Math.hypot(side.x, side.z) : 1;
    this.sky.set((side?.x ?? 0) / aside, (side?.z ?? 0) / aside, strength);
  }

  #aim(reach = 3) {
    const { camera } = this.sun.shadow;
    camera.far = this.#radius * reach;
    camera.updateProjectionMatrix();
    this.sun.target.position.copy(this.#middle);
    this.sun.position.copy(this.#middle).addScaledVector(this.#towards, this.#radius * 2);
    this.renew();
  }

  /**
   * Where on itself the sun or the lamp shines from, so that several pictures together have shadows that grow softer the farther they are thrown.
   * @param {number} step 0: from its middle
   */
  shift(step) {
    if (step === 0 && !this.#isShifted) return;
    this.#isShifted = step > 0;
    const [aside, ahead] = step > 0 ? scatterOnDisc(step) : [0, 0];
    const across = new Vector3().crossVectors(UP, this.#towards).normalize();
    const towards = this.#towards.clone().addScaledVector(across, aside * this.#wide).addScaledVector(across.cross(this.#towards), ahead * this.#wide);
    this.sun.position.copy(this.#middle).addScaledVector(towards, this.#radius * 2);
    if (this.#window) this.#look(this.#window, step);
    else this.lamp.position.copy(this.#hung).add(new Vector3(aside * LAMP_M, 0, ahead * LAMP_M));
    this.renew();
  }

  /** Into the room from a spot of the window. @param {import("#scene/skylight.js").KeyWindow} window @param {number} step */
  #look({ at, into, aside, up, wide, high, share }, step) {
    const [x, y] = scatter(Math.max(step, 1));
    const { position, target } = this.lamp;
    position.set(...at).addScaledVector(new Vector3(...into), CLEAR_M);
    position.addScaledVector(new Vector3(...aside), (x - 0.5) * wide * SEEN).addScaledVector(new Vector3(...up), (y - 0.5) * high * SEEN);
    target.position.copy(position).add(new Vector3(...into)).addScaledVector(UP, -SKYWARD);
    this.#skyShadow.value = step > 0 ? share * SKY_SHADOW : 0;
  }

  /** Something has moved: the shadows are drawn anew with the next picture. */
  renew() {
    this.sun.shadow.needsUpdate = true;
    this.lamp.shadow.needsUpdate = this.#isShifted || !this.#window;
  }

  /** Whether the next picture draws the shadows anew. */
  get isStale() {
    return (this.sun.visible && this.sun.shadow.needsUpdate) || (this.lamp.visible && this.lamp.shadow.needsUpdate);
  }

  /** Lets go of the shadows. */
  release() {
    for (const light of [this.sun, this.lamp]) {
      light.dispose();
      light.shadow.map = null;
    }
  }
}
