/**
 * A picture with the dark where things touch: the scene is drawn once, its depths tell how open each place is, and both are put together.
 *
 * The dark is the scalable ambient obscurance of McGuire, Mara and Luebke (High-Performance Graphics 2012), worked out at half
 * of the resolution and smoothed within what lies equally deep; bright faces lose less of their light, since they throw it
 * to and fro (Jimenez and others, Practical Real-Time Strategies for Accurate Indirect Occlusion, 2016).
 */
import { DepthTexture, HalfFloatType, Mesh, NearestFilter, OrthographicCamera, PlaneGeometry, RGFormat, ShaderMaterial, Vector2, Vector3, WebGLRenderTarget } from "three";

import { OPENNESS, PUT_TOGETHER, SCREEN } from "#scene/contact_shader.js";

const SAMPLES = 4;

export class Contact {
  #picture = new WebGLRenderTarget(1, 1, { samples: SAMPLES, type: HalfFloatType, depthTexture: new DepthTexture(1, 1) });
  /** For a machine that is too slow while things move. */
  #coarse = new WebGLRenderTarget(1, 1, { type: HalfFloatType });
  #openness = new WebGLRenderTarget(1, 1, { type: HalfFloatType, format: RGFormat, minFilter: NearestFilter, magFilter: NearestFilter, depthBuffer: false });
  #uniforms = {
    picture: { value: this.#picture.texture },
    depths: { value: this.#picture.depthTexture },
    openness: { value: this.#openness.texture },
    texel: { value: new Vector2(1, 1) },
    lens: { value: new Vector3(1, 1, 0) },
    range: { value: new Vector2(0.1, 100) },
    strength: { value: 1 },
  };
  #measuring = screenOf(OPENNESS, this.#uniforms);
  #composing = screenOf(PUT_TOGETHER, this.#uniforms);
  #camera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);

  /**
   * @param {import("three").WebGLRenderer} renderer @param {import("three").Scene} scene @param {import("#scene/shift_camera.js").ShiftCamera} camera
   * @param {boolean} fine with smooth edges @param {boolean} dark whether the dark where things touch is wanted; only in a fine picture
   */
  draw(renderer, scene, camera, fine, dark) {
    const size = renderer.getDrawingBufferSize(new Vector2());
    const target = fine ? this.#picture : this.#coarse;
    target.setSize(size.x, size.y);
    renderer.setRenderTarget(target);
    renderer.render(scene, camera);
    this.#uniforms.picture.value = target.texture;
    if (dark) this.#measure(renderer, camera, size);
    this.#uniforms.strength.value = dark ? 1 : 0;
    renderer.setRenderTarget(null);
    renderer.render(this.#composing, this.#camera);
  }

  /** Lets go of what the graphics context holds. */
  release() {
    for (const held of [this.#picture, this.#coarse, this.#openness, this.#measuring.material, this.#composing.material, this.#measuring.geometry, this.#composing.geometry]) held.dispose();
  }

  /** @param {import("three").WebGLRenderer} renderer @param {import("#scene/shift_camera.js").ShiftCamera} camera @param {Vector2} size */
  #measure(renderer, camera, size) {
    const { texel, lens, range } = this.#uniforms;
    this.#openness.setSize(Math.ceil(size.x / 2), Math.ceil(size.y / 2));
    texel.value.set(1 / size.x, 1 / size.y);
    const high = Math.tan((camera.fov * Math.PI) / 360);
    lens.value.set(high * camera.aspect, high, camera.rise ?? 0);
    range.value.set(camera.near, camera.far);
    renderer.setRenderTarget(this.#openness);
    renderer.render(this.#measuring, this.#camera);
  }
}

/** @param {string} fragmentShader @param {Record<string, {value: any}>} uniforms */
const screenOf = (fragmentShader, uniforms) => {
  const screen = new Mesh(new PlaneGeometry(2, 2), new ShaderMaterial({ vertexShader: SCREEN, fragmentShader, uniforms, depthTest: false, depthWrite: false, dithering: true }));
  screen.frustumCulled = false;
  return screen;
};
