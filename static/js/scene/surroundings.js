/** What is seen through the windows and what shining faces mirror: a bright day or a night outside, and the room that one stands in. */
import { BackSide, BoxGeometry, CubeCamera, HalfFloatType, LinearFilter, LinearMipmapLinearFilter, Matrix4, Mesh, ShaderMaterial, Vector3, Vector4, WebGLCubeRenderTarget } from "three";

import { DEVELOP } from "#scene/daylight_shader.js";
import { newCast } from "#scene/shadow_caster.js";
import { noiseTexture } from "#scene/stuff.js";

/**
 * @typedef {import("#scene/shadow_caster.js").Cast & {surroundings: {value: import("three").Texture | null}, roomLeast: {value: Vector3}, roomMost: {value: Vector3}, roomMiddle: {value: Vector3},
 *   reflecting: {value: number}, skyTurn: {value: Vector3}, developed: {value: number},
 *   mirrorPicture: {value: import("three").Texture | null}, mirrorMatrix: {value: Matrix4}, mirrorPlane: {value: Vector4}}} Mirrored the last three of the mirror that is sharp
 */

const FACE_PX = 256;
const FAR_M = 60;
/** Half a box's side: its corners come only to their places on the screen, not to their depth. */
const BOX_M = 2;

/** What all shining materials share. @returns {Mirrored} */
export const newMirrored = () => ({
  surroundings: { value: null },
  roomLeast: { value: new Vector3() },
  roomMost: { value: new Vector3() },
  roomMiddle: { value: new Vector3() },
  reflecting: { value: 0 },
  skyTurn: { value: new Vector3(0, 0, 1) },
  ...newCast(),
  developed: { value: 1 },
  mirrorPicture: { value: null },
  mirrorMatrix: { value: new Matrix4() },
  mirrorPlane: { value: new Vector4() },
});

const VERTEX = /* glsl */ `
varying vec3 vWay;
void main() {
  vWay = position;
  gl_Position = (projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0)).xyww;
}`;

const FRAGMENT = /* glsl */ `
varying vec3 vWay;
uniform float night;
uniform sampler2D noise;
/** A camera that is set for the room sees so many times too much outside. */
const float OVER = 2.6;
${DEVELOP}

/** Trees and hedges far away, out of focus: how high they stand, as a share of the way's length. */
float hedge(float round, float rough) {
  return textureLod(noise, vec2(round * 2.0, 0.31), 3.0).r * 0.09 * rough + textureLod(noise, vec2(round * 9.0, 0.77), 3.0).a * 0.03 * rough;
}

void main() {
  vec3 way = normalize(vWay);
  float round = atan(way.z, way.x) / 6.2831853;
  vec3 sky = mix(vec3(1.42, 1.45, 1.48), vec3(0.95, 1.0, 1.08), smoothstep(0.02, 0.75, way.y));
  sky += 0.12 * (textureLod(noise, vec2(round * 3.0, way.y * 1.2), 3.0).r - 0.5) * smoothstep(0.1, 0.4, way.y);
  float lawnFar = smoothstep(0.0, -0.5, way.y);
  vec3 lawn = mix(vec3(0.47, 0.475, 0.455), vec3(0.325, 0.33, 0.31), lawnFar);
  vec3 trees = mix(vec3(0.385, 0.395, 0.39), vec3(0.215, 0.225, 0.205), textureLod(noise, vec2(round * 9.0, way.y * 3.0), 4.0).a);
  vec3 seen = mix(sky, trees, smoothstep(0.028, -0.028, way.y - 0.045 - hedge(round, 1.0)) * 0.9);
  seen = mix(seen, lawn, smoothstep(0.012, -0.02, way.y)) * OVER;
  vec3 dark = mix(vec3(0.036, 0.048, 0.082), vec3(0.010, 0.016, 0.036), smoothstep(0.0, 0.5, way.y));
  dark = mix(dark, vec3(0.012, 0.014, 0.014), smoothstep(0.02, -0.02, way.y - 0.04 - hedge(round, 1.0)));
  gl_FragColor = vec4(develop(mix(seen, dark, night)), 1.0);
}`;

export class Surroundings {
  mirrored = newMirrored();
  #night = { value: 0 };
  #target = newTarget();

  constructor() {
    const uniforms = { night: this.#night, noise: { value: noiseTexture() }, developed: this.mirrored.developed };
    this.outside = new Mesh(
      new BoxGeometry(BOX_M, BOX_M, BOX_M),
      new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms, side: BackSide, depthWrite: false, depthTest: false }),
    );
    this.outside.frustumCulled = false;
    this.outside.renderOrder = -1;
    this.outside.visible = false;
    this.outside.raycast = () => {};
  }

  /** @param {boolean} isNight */
  darken(isNight) {
    this.#night.value = isNight ? 1 : 0;
  }

  /**
   * Takes in what a room looks like from its middle; from then on shining faces mirror it.
   * @param {import("three").WebGLRenderer} renderer @param {import("three").Scene} scene
   * @param {readonly number[]} box the room's least and most x, y, z, metres of the viewer's frame
   */
  takeIn(renderer, scene, [x0, y0, z0, x1, y1, z1]) {
    const { mirrored } = this;
    mirrored.roomLeast.value.set(x0, y0, z0);
    mirrored.roomMost.value.set(x1, y1, z1);
    mirrored.roomMiddle.value.set((x0 + x1) / 2, y0 + (y1 - y0) * 0.55, (z0 + z1) / 2);
    mirrored.reflecting.value = mirrored.developed.value = 0;
    mirrored.surroundings.value = null;
    mirrored.mirrorPlane.value.set(0, 0, 0, 0);
    const camera = new CubeCamera(0.05, FAR_M, this.#target);
    camera.position.copy(mirrored.roomMiddle.value);
    camera.update(renderer, scene);
    mirrored.surroundings.value = this.#target.texture;
    mirrored.reflecting.value = mirrored.developed.value = 1;
  }

  /** Shining faces mirror a photographer's room again. */
  leave() {
    this.mirrored.reflecting.value = 0;
  }

  /** Lets go of what the graphics context holds. */
  release() {
    this.leave();
    this.mirrored.surroundings.value = null;
    this.#target.dispose();
  }
}

const newTarget = () =>
  new WebGLCubeRenderTarget(FACE_PX, { type: HalfFloatType, generateMipmaps: true, minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter });
