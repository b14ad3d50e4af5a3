/** The soft shine about lamps in the evening, as a lens shows it: one quad for each, turned to the eye. */
import { AdditiveBlending, InstancedMesh, Matrix4, PlaneGeometry, ShaderMaterial } from "three";

/** @typedef {import("#scene/lamps.js").Lamp} Lamp */

const SPREAD_M = 0.85;
const MOST = 64;

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = uv * 2.0 - 1.0;
  vec4 middle = modelViewMatrix * instanceMatrix * vec4(0.0, 0.0, 0.0, 1.0);
  gl_Position = projectionMatrix * (middle + vec4(position.xy, 0.0, 0.0));
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
void main() {
  float away = length(vAt);
  float shine = exp(-9.0 * away * away) * 0.20 + exp(-2.6 * away) * 0.05;
  gl_FragColor = vec4(vec3(1.0, 0.93, 0.80) * shine * smoothstep(1.0, 0.6, away), 1.0);
}`;

export class Glow {
  constructor() {
    const material = new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, blending: AdditiveBlending, transparent: true, depthWrite: false });
    this.mesh = new InstancedMesh(new PlaneGeometry(SPREAD_M, SPREAD_M), material, MOST);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 3;
    this.mesh.raycast = () => {};
    this.draw([]);
  }

  /** @param {readonly Lamp[]} lamps none: no glow */
  draw(lamps) {
    const shown = lamps.slice(0, MOST);
    shown.forEach(({ x, y, z }, place) => this.mesh.setMatrixAt(place, new Matrix4().setPosition(x, z, y)));
    this.mesh.count = shown.length;
    this.mesh.visible = shown.length > 0;
    this.mesh.instanceMatrix.needsUpdate = true;
  }

  dispose() {
    this.mesh.geometry.dispose();
    /** @type {ShaderMaterial} */ (this.mesh.material).dispose();
    this.mesh.dispose();
  }
}
