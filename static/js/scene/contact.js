/**
 * A picture with the dark where things touch: the scene is drawn once, its depths tell how open each place is, and both are put together.
 *
 * The dark is the scalable ambient obscurance of McGuire, Mara and Luebke (High-Performance Graphics 2012), worked out at half
 * of the resolution and smoothed within what lies equally deep; bright faces lose less of their light, since they throw it
 * to and fro (Jimenez and others, Practical Real-Time Strategies for Accurate Indirect Occlusion, 2016). It takes only of the
 * light from all sides, whose share of a place the picture's alpha tells. At rest many such pictures are summed up, and
 * their mean takes the place of the first one little by little.
 */
import { AdditiveBlending, DepthTexture, FloatType, HalfFloatType, Mesh, NearestFilter, OrthographicCamera, PlaneGeometry, RGFormat, ShaderMaterial, Vector2, Vector3, WebGLRenderTarget } from "three";

import { MEAN, OPENNESS, PUT_TOGETHER, SCREEN } from "#scene/contact_shader.js";

const SAMPLES = 4;
/** The mean of fewer pictures shows each one's shadows: so long the one before is still seen through it. */
const FADED = 24;

export class Contact {
  #picture = new WebGLRenderTarget(1, 1, { samples: SAMPLES, type: HalfFloatType, depthTexture: new DepthTexture(1, 1) });
  /** For a machine that is too slow while things move. */
  #coarse = new WebGLRenderTarget(1, 1, { type: HalfFloatType });
  #openness = new WebGLRenderTarget(1, 1, { type: HalfFloatType, format: RGFormat, minFilter: NearestFilter, magFilter: NearestFilter, depthBuffer: false });
  /** Of the pictures whose mean is shown. */
  #sum = new WebGLRenderTarget(1, 1, { type: FloatType, minFilter: NearestFilter, magFilter: NearestFilter, depthBuffer: false });
  /** The one picture that was shown before the sum. */
  #first = new WebGLRenderTarget(1, 1, { depthBuffer: false });
  /** Set when the graphics card has done all that was asked so far. @type {WebGLSync | null} */
  #fence = null;
  #uniforms = {
    sum: { value: this.#sum.texture },
    first: { value: this.#first.texture },
    faded: { value: 0 },
    count: { value: 0 },
    picture: { value: this.#picture.texture },
    depths: { value: this.#picture.depthTexture },
    openness: { value: this.#openness.texture },
    texel: { value: new Vector2(1, 1) },
    lattice: { value: new Vector2() },
    lens: { value: new Vector3(1, 1, 0) },
    range: { value: new Vector2(0.1, 100) },
    strength: { value: 1 },
  };
  #measuring = screenOf(OPENNESS, this.#uniforms);
  #composing = screenOf(PUT_TOGETHER, this.#uniforms);
  #adding = screenOf(PUT_TOGETHER, this.#uniforms, { transparent: true, blending: AdditiveBlending, dithering: false, defines: { ADDING: "" } });
  #showing = screenOf(MEAN, this.#uniforms);
  #camera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);

  /**
   * @param {import("three").WebGLRenderer} renderer @param {import("three").Scene} scene @param {import("#scene/shift_camera.js").ShiftCamera} camera
   * @param {boolean} fine with smooth edges @param {boolean} dark whether the dark where things touch is wanted; only in a fine picture
   * @param {number} step 0: the picture is shown; from 1 on it is added to those of the steps before it, and their mean is shown, the more the more they are
   */
  draw(renderer, scene, camera, fine, dark, step = 0) {
    const size = renderer.getDrawingBufferSize(new Vector2());
    if (step === 1) this.#keep(renderer, size);
    const target = fine ? this.#picture : this.#coarse;
    target.setSize(size.x, size.y);
    renderer.setRenderTarget(target);
    renderer.render(scene, camera);
    this.#uniforms.picture.value = target.texture;
    this.#uniforms.lattice.value.set(...latticeOf(step));
    if (dark) this.#measure(renderer, camera, size);
    this.#uniforms.strength.value = dark ? 1 : 0;
    this.#uniforms.count.value = step;
    this.#uniforms.faded.value = Math.min(step / FADED, 1);
    if (step > 0) this.#add(renderer, size);
    renderer.setRenderTarget(null);
    renderer.render(step === 0 ? this.#composing : this.#showing, this.#camera);
    this.#stake(renderer.getContext());
  }

  /** Whether all that was drawn is on the screen. @param {import("three").WebGLRenderer} renderer */
  isDone(renderer) {
    const context = /** @type {WebGL2RenderingContext} */ (renderer.getContext());
    return this.#fence !== null && context.getSyncParameter(this.#fence, context.SYNC_STATUS) === context.SIGNALED;
  }

  /** Puts the last picture by. @param {import("three").WebGLRenderer} renderer @param {Vector2} size */
  #keep(renderer, size) {
    this.#first.setSize(size.x, size.y);
    renderer.setRenderTarget(this.#first);
    renderer.render(this.#composing, this.#camera);
  }

  /** @param {import("three").WebGLRenderer} renderer @param {Vector2} size */
  #add(renderer, size) {
    if (!renderer.extensions.has("EXT_float_blend")) this.#sum.texture.type = HalfFloatType;
    this.#sum.setSize(size.x, size.y);
    renderer.setRenderTarget(this.#sum);
    renderer.autoClear = this.#uniforms.count.value === 1;
    renderer.render(this.#adding, this.#camera);
    renderer.autoClear = true;
  }

  /** @param {WebGLRenderingContext | WebGL2RenderingContext} context */
  #stake(context) {
    const { fenceSync, SYNC_GPU_COMMANDS_COMPLETE } = /** @type {WebGL2RenderingContext} */ (context);
    if (this.#fence) /** @type {WebGL2RenderingContext} */ (context).deleteSync(this.#fence);
    this.#fence = fenceSync.call(context, SYNC_GPU_COMMANDS_COMPLETE, 0);
  }

  /** Lets go of what the graphics context holds. */
  release() {
    for (const held of [this.#picture, this.#coarse, this.#openness, this.#sum, this.#first, ...[this.#measuring, this.#composing, this.#adding, this.#showing].flatMap(({ material, geometry }) => [material, geometry])]) held.dispose();
    this.#fence = null;
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

/** How far aside of the others this picture's openness is measured, pixels: each fourth sees one pixel of each four. @param {number} step @returns {[number, number]} */
const latticeOf = (step) => (step === 0 ? [0, 0] : [(step % 2) - 0.5, (Math.floor(step / 2) % 2) - 0.5]);

/** @param {string} fragmentShader @param {Record<string, {value: any}>} uniforms @param {import("three").ShaderMaterialParameters} [otherwise] */
const screenOf = (fragmentShader, uniforms, otherwise = {}) => {
  const material = new ShaderMaterial({ vertexShader: SCREEN, fragmentShader, uniforms, depthTest: false, depthWrite: false, dithering: true, ...otherwise });
  const screen = new Mesh(new PlaneGeometry(2, 2), material);
  screen.frustumCulled = false;
  return screen;
};
