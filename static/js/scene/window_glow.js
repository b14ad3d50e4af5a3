/** The soft shine of a bright sky about windows, as a lens shows it: one quad for each, on the wall about it. */
import { AdditiveBlending, InstancedBufferAttribute, InstancedMesh, Matrix4, PlaneGeometry, ShaderMaterial, Vector3 } from "three";

import { windowsOf } from "#scene/skylight.js";

/** @typedef {import("#model/scene/scene.js").Scene} Scene */

/** So far about a window it shines. */
const REACH_M = 0.6;
const BEFORE_M = 0.02;
const MOST = 64;

const VERTEX = /* glsl */ `
attribute vec2 half_;
varying vec2 vAt;
varying vec2 vHalf;
void main() {
  vHalf = half_;
  vAt = position.xy * 2.0 * (half_ + ${REACH_M});
  gl_Position = projectionMatrix * modelViewMatrix * instanceMatrix * vec4(vAt, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec2 vHalf;
void main() {
  float away = length(max(abs(vAt) - vHalf, 0.0));
  float shine = 0.025 * exp(-7.0 * away) * smoothstep(${REACH_M}, 0.0, away);
  gl_FragColor = vec4(vec3(shine), 1.0);
}`;

export class WindowGlow {
  constructor() {
    const material = new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, blending: AdditiveBlending, transparent: true, depthWrite: false });
    this.mesh = new InstancedMesh(new PlaneGeometry(), material, MOST);
    this.mesh.geometry.setAttribute("half_", new InstancedBufferAttribute(new Float32Array(MOST * 2), 2));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 3;
    this.mesh.raycast = () => {};
    this.draw(null);
  }

  /** About all windows of a scene; null: about none. @param {Scene | null} scene */
  draw(scene) {
    const shown = scene ? windowsOf(scene).slice(0, MOST) : [];
    const halves = this.mesh.geometry.getAttribute("half_");
    for (const [place, { at, into, aside, up, wide, high }] of shown.entries()) {
      const before = new Vector3(...at).addScaledVector(new Vector3(...into), BEFORE_M);
      this.mesh.setMatrixAt(place, new Matrix4().makeBasis(new Vector3(...aside).negate(), new Vector3(...up), new Vector3(...into)).setPosition(before));
      halves.setXY(place, wide / 2, high / 2);
    }
    this.mesh.count = shown.length;
    this.mesh.visible = shown.length > 0;
    this.mesh.instanceMatrix.needsUpdate = halves.needsUpdate = true;
  }

  dispose() {
    this.mesh.geometry.dispose();
    /** @type {ShaderMaterial} */ (this.mesh.material).dispose();
    this.mesh.dispose();
  }
}
