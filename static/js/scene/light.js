/** Light for a model: a soft neutral sky from all sides, one sun with soft shadows, high or where it stands at an hour; white balance fixed. */
import { DirectionalLight, Group, Vector3 } from "three";

import { KeyLight } from "#scene/key_light.js";
import { scatterOnDisc } from "#scene/scatter.js";
import { ShadowCaster } from "#scene/shadow_caster.js";

/** @typedef {{box: readonly number[]}} Boxed */

const SUN_STRENGTH = 1.6;
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
/** Over a model that is seen from outside, whose sun does the rest. */
const MODEL_SKY = 0.94;
const SHADOW_PX = 2048;
/** The sun in a clear sky (half a degree across, and the bright air about it), and a model's, as through a white sheet. */
const CLEAR_SUN = 0.008;
const SOFT_SUN = 0.05;

/** Towards the sun for somebody who looks at the model (x right, y up, z back): high over the left shoulder. */
export const OVER_SHOULDER = new Vector3(-0.46, 1, 0.62).normalize();
const UP = new Vector3(0, 1, 0);

export class Daylight {
  #middle = new Vector3();
  #radius = 1;
  #towards = OVER_SHOULDER.clone();
  /** The tangent of half the angle under which the sun is seen. */
  #wide = SOFT_SUN;
  #isShifted = false;

  /** @param {import("#scene/surroundings.js").Mirrored} mirrored what the materials share */
  constructor(mirrored) {
    this.sky = mirrored.skyTurn.value;
    this.group = new Group();
    this.sun = new DirectionalLight(0xffffff, SUN_STRENGTH);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    this.sun.shadow.autoUpdate = false;
    this.sun.shadow.radius = 1.5;
    this.sun.shadow.bias = -0.00008;
    this.sun.shadow.normalBias = 0.025;
    this.key = new KeyLight();
    this.caster = new ShadowCaster(mirrored);
    this.group.add(...[this.sun, this.key.light, this.caster.light].flatMap((light) => [light, light.target]));
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
    this.#brighten(MODEL_SKY, this.#towards);
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

  /** From outside the sky casts shadows as well, in pictures that are summed up. */
  openSky() {
    this.caster.shineOver(this.#middle, this.#radius);
  }

  /**
   * Where the light of one of several pictures comes from, which together have soft shadows: the sun or the lamp from elsewhere on itself, and
   * the room's or the sky's from another of its places. Where there are both, they take turns, so that a picture draws the shadows of one.
   * @param {number} step 0: a picture of its own, from the middle of the sun or the lamp
   */
  shift(step) {
    if (step === 0 && !this.#isShifted) return;
    this.#isShifted = step > 0;
    if (step === 0) this.caster.rest();
    const isCasting = step > 0 && this.caster.light.visible;
    const turn = this.#hasKey && isCasting ? Math.ceil(step / 2) : step;
    if (isCasting && (turn === step || step % 2 === 1)) this.caster.shift(turn);
    if (!isCasting || (this.#hasKey && step % 2 === 0)) this.#shiftKey(turn);
  }

  /** Whether a sun or a lamp casts shadows. */
  get #hasKey() {
    return this.sun.visible || this.key.light.visible;
  }

  /** @param {number} step */
  #shiftKey(step) {
    const [aside, ahead] = step > 0 ? scatterOnDisc(step) : [0, 0];
    const across = new Vector3().crossVectors(UP, this.#towards).normalize();
    const towards = this.#towards.clone().addScaledVector(across, aside * this.#wide).addScaledVector(across.cross(this.#towards), ahead * this.#wide);
    this.sun.position.copy(this.#middle).addScaledVector(towards, this.#radius * 2);
    this.key.shift(step);
    this.renew();
  }

  /** Something has moved: the shadows are drawn anew with the next picture. */
  renew() {
    this.sun.shadow.needsUpdate = true;
    this.key.renew();
  }

  /** Whether the next picture draws shadows anew. */
  get isStale() {
    return [this.sun, this.key.light, this.caster.light].some(({ visible, shadow }) => visible && shadow.needsUpdate);
  }

  /** Lets go of the shadows. */
  release() {
    for (const light of [this.sun, this.key.light, this.caster.light]) {
      light.dispose();
      light.shadow.map = null;
    }
  }
}
