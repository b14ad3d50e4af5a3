/**
 * The light whose shadows are taken out of the light that the grids hold (room_light.js) or, from outside, out of the sky's: each picture of
 * a sum (loop.js) takes another place of the room's windows, lamps, ceiling and walls, or of the sky, and in the mean all stands in soft
 * shadow from all sides. It adds no light, and single pictures have none of it.
 */
import { SpotLight, Vector3, Vector4 } from "three";

import { emitterAt } from "#scene/emitters.js";
import { scatter } from "#scene/scatter.js";

/**
 * @typedef {import("#scene/emitters.js").Emitter} Emitter
 * @typedef {{casterAt: {value: Vector4}, casterFacing: {value: Vector4}, casterSky: {value: number}, casterTurn: {value: number}, roomBelow: {value: Vector3}, roomAbove: {value: Vector3}}} Cast what the materials share: where it
 *   is (w: its size; below 0 it is a direction), which way it faces (w: how much of the light it stands for; 0: none), whether it is sky, how far the places about a shadow's edge are turned, and the box of the room that it lights
 */

const SHADOW_PX = 1024;
/** Half the angle into which it is thrown, how far off the emitter begins, and so far before it what casts begins. */
const ANGLE = 1.22;
const CLEAR_M = 0.04;
const NEAR_M = 0.12;
/** An emitter shines from this share of its size. */
const SPREAD = 0.85;
/** A window's light is thrown a little downwards, as the sky stands higher. */
const SKYWARD = 0.25;
/** Behind a thing so much of an emitter's light is missing; some comes round about. */
const HELD_BACK = 0.95;
/** The same of the sky over an open model, whose walls throw it to and fro; lower sky than this sine of its height is not asked. */
const SKY_HELD_BACK = 0.62;
const LOWEST = 0.22;
const SHADOW = { radius: 8, bias: -0.0003, normalBias: 0.04 };
const SKY_SHADOW = { radius: 7, bias: -0.0002, normalBias: 0.03 };
/** How many of its radii the sky is away from a model. */
const AWAY = 6;
/** Each picture turns the places about a shadow's edge on by so much (what the root of 6 has behind its point): least in step with the choice of emitters, by the golden ratio. */
const TURN = 0.4494897;
/** A little more than the box: its faces belong to it. */
const FACE_M = 0.006;

/** @returns {Cast} */
export const newCast = () => ({
  casterAt: { value: new Vector4() },
  casterFacing: { value: new Vector4() },
  casterSky: { value: 0 },
  casterTurn: { value: 0 },
  roomBelow: { value: new Vector3() },
  roomAbove: { value: new Vector3() },
});

export class ShadowCaster {
  /** @type {readonly Emitter[]} */
  #emitters = [];
  /** The middle and the radius of a model that stands under the sky. @type {{middle: Vector3, radius: number} | null} */
  #model = null;
  #cast;

  /** @param {Cast} cast */
  constructor(cast) {
    this.#cast = cast;
    this.light = new SpotLight(0xffffff, 0, 0, ANGLE);
    this.light.castShadow = true;
    this.light.visible = false;
    this.light.shadow.mapSize.set(SHADOW_PX, SHADOW_PX);
    this.light.shadow.autoUpdate = false;
  }

  /** In a room with this box, metres of the viewer's frame, it shines from these. @param {readonly Emitter[]} emitters @param {readonly number[]} box least and most x, y, z */
  shineIn(emitters, [x0, y0, z0, x1, y1, z1]) {
    this.#emitters = emitters;
    this.#model = null;
    this.light.visible = emitters.length > 0;
    this.#cast.casterAt.value.w = 0;
    this.#cast.roomBelow.value.set(x0 - FACE_M, y0 - FACE_M, z0 - FACE_M);
    this.#cast.roomAbove.value.set(x1 + FACE_M, y1 + FACE_M, z1 + FACE_M);
    this.light.angle = ANGLE;
    Object.assign(this.light.shadow, SHADOW);
    this.light.shadow.camera.near = NEAR_M;
    this.rest();
  }

  /** It shines from the sky over an open model. @param {Vector3} middle @param {number} radius metres */
  shineOver(middle, radius) {
    this.#model = { middle: middle.clone(), radius };
    this.light.visible = true;
    this.light.angle = Math.asin(1 / AWAY);
    Object.assign(this.light.shadow, SKY_SHADOW);
    this.light.shadow.camera.near = radius * (AWAY - 1);
    this.rest();
  }

  /** It casts nothing. */
  leave() {
    this.light.visible = false;
    this.rest();
  }

  /** Nothing is held back until the next `shift`. */
  rest() {
    this.#cast.casterFacing.value.w = 0;
  }

  /** Shines from the next of its places. @param {number} step from 1 on */
  shift(step) {
    this.#cast.casterTurn.value = (step * TURN) % 1;
    if (this.#model) this.#overcast(this.#model, step);
    else if (this.#emitters.length > 0) this.#look(step);
    this.light.shadow.needsUpdate = true;
  }

  /** From a place of the emitter whose turn it is. @param {number} step */
  #look(step) {
    const { casterAt, casterFacing, casterSky } = this.#cast;
    const { emitter, share } = emitterAt(this.#emitters, step);
    const normal = new Vector3(...emitter.normal);
    const aside = new Vector3(-normal.z, 0, normal.x);
    if (aside.lengthSq() < 0.01) aside.set(1, 0, 0);
    const up = new Vector3().crossVectors(aside.normalize(), normal);
    const [x, y] = scatter(step);
    const wide = Math.sqrt(emitter.area) * SPREAD;
    const { position, target } = this.light;
    position.set(...emitter.at).addScaledVector(normal, CLEAR_M).addScaledVector(aside, (x - 0.5) * wide).addScaledVector(up, (y - 0.5) * wide);
    target.position.copy(position).add(normal);
    if (emitter.isSky) target.position.y -= SKYWARD;
    casterAt.value.set(position.x, position.y, position.z, emitter.area / Math.PI);
    casterFacing.value.set(...emitter.normal, (HELD_BACK * emitter.bright * emitter.area) / share);
    casterSky.value = emitter.isSky ? 1 : 0;
  }

  /** From a place of the sky, as often as it lights what lies level. @param {{middle: Vector3, radius: number}} model @param {number} step */
  #overcast({ middle, radius }, step) {
    const [x, y] = scatter(step);
    const height = Math.sqrt(LOWEST * LOWEST + (1 - LOWEST * LOWEST) * x);
    const [flat, round] = [Math.sqrt(1 - height * height), 2 * Math.PI * y];
    const towards = new Vector3(flat * Math.cos(round), height, flat * Math.sin(round));
    this.light.position.copy(middle).addScaledVector(towards, radius * AWAY);
    this.light.target.position.copy(middle);
    this.#cast.casterAt.value.w = -1;
    this.#cast.casterFacing.value.set(towards.x, towards.y, towards.z, SKY_HELD_BACK);
  }
}
