/** The canvas and what every picture needs: renderer, light, ground, size, and a context that may be lost. */
import { Color, NoToneMapping, PCFShadowMap, Scene, SRGBColorSpace, Vector2, WebGLRenderer } from "three";

import { Contact } from "#scene/contact.js";
import { Ground } from "#scene/ground.js";
import { Daylight } from "#scene/light.js";
import { Loop, REFINING } from "#scene/loop.js";
import { Reflection } from "#scene/reflection.js";
import { scatter } from "#scene/scatter.js";
import { ShiftCamera } from "#scene/shift_camera.js";
import { Surroundings } from "#scene/surroundings.js";

const PAPER = 0xffffff;
const NIGHT = 0x262626;
const MOST_RATIO = 2;
const MOST_PIXELS = 3_200_000;
/** The longer side of a picture to keep. */
const PICTURE_PX = 2400;
/** So many draw calls a picture may take, with its mirror and its shadows. */
const MOST_CALLS = 150;

/** Tells "lost" and "restored" of the context, "resized", and "drawn" after each frame. */
export class Stage extends EventTarget {
  #ending = new AbortController();
  #width = 1;
  #height = 1;
  #scale = 1;
  #dark = false;

  scene = new Scene();
  camera = new ShiftCamera();
  surroundings = new Surroundings();
  #paper = new Ground(this.surroundings.mirrored);
  daylight = new Daylight(this.surroundings.mirrored);
  /** Whether there is light, and so dark where things touch. */
  lit = true;
  /** Those of which the largest in view is sharp. @type {readonly import("#scene/mirror_faces.js").MirrorFace[]} */
  mirrors = [];
  #reflection = new Reflection(this.surroundings.mirrored);
  #contact = new Contact();
  /** What the picture itself took last, and its shadows. */
  #own = { calls: 0, shadows: 0 };
  /** Draw calls and triangles of the last frame. */
  calls = 0;
  triangles = 0;

  /** @param {HTMLElement} host @param {string} label what the picture is, in words */
  constructor(host, label) {
    super();
    this.host = host;
    this.canvas = document.createElement("canvas");
    Object.assign(this.canvas.style, { display: "block", width: "100%", height: "100%" });
    for (const [name, value] of [["tabindex", "0"], ["role", "application"], ["aria-label", label]]) this.canvas.setAttribute(name, value);
    this.renderer = new WebGLRenderer({ canvas: this.canvas, powerPreference: "high-performance" });
    this.#prepare();
    this.loop = new Loop((scale) => this.#draw(scale), (step) => this.#render(true, step), () => this.#contact.isDone(this.renderer));
    host.append(this.canvas);
    this.#listen();
    this.#resize();
  }

  /** Width over height. */
  get aspect() {
    return this.#width / this.#height;
  }

  /** @returns {[number, number]} CSS pixels */
  get size() {
    return [this.#width, this.#height];
  }

  /** Pixels of the canvas at rest to one of CSS. */
  get ratio() {
    const most = Math.sqrt(MOST_PIXELS / (this.#width * this.#height));
    return Math.min(devicePixelRatio, MOST_RATIO, most);
  }

  /** Something is to be seen: draws soon, only once. @param {boolean} moving */
  ask(moving = false) {
    this.loop.ask(moving);
  }

  /** The paper about the model. */
  get ground() {
    return this.#paper.mesh;
  }

  /** Lays the ground and the light about a box. @param {readonly number[]} box least and most x, y, z of the plan in mm */
  cover(box) {
    this.#paper.cover(box);
    this.daylight.cover(box);
  }

  /** Paper about the model, or the dark of a night. @param {boolean} isNight */
  darken(isNight) {
    /** @type {Color} */ (this.scene.background).set(isNight ? NIGHT : PAPER);
    this.#paper.darken(isNight);
    this.surroundings.darken(isNight);
  }

  /** Shining faces mirror this room from now on; none: a photographer's. @param {readonly number[] | null} box its least and most x, y, z, metres of the viewer's frame */
  mirror(box) {
    if (this.#dark) return;
    this.surroundings.outside.visible = box !== null;
    if (box) this.surroundings.takeIn(this.renderer, this.scene, box);
    else this.surroundings.leave();
    this.ask();
  }

  /** What is seen as a picture, drawn apart from the frames of the loop; the canvas is as before when this returns. @returns {Promise<Blob | null>} */
  picture() {
    this.renderer.setPixelRatio(PICTURE_PX / Math.max(this.#width, this.#height));
    this.renderer.setSize(this.#width, this.#height, false);
    for (let step = this.loop.isQuick ? 1 : 0; step <= (this.loop.isQuick ? REFINING : 0); step += 1) this.#render(true, step);
    /** @type {Promise<Blob | null>} */
    const picture = new Promise((resolve) => this.canvas.toBlob(resolve, "image/png"));
    this.#fit(this.#scale);
    this.#render();
    return picture;
  }

  dispose() {
    this.loop.stop();
    this.#ending.abort();
    this.sizes?.disconnect();
    this.#release();
    this.renderer.dispose();
    this.canvas.remove();
  }

  #prepare() {
    const { renderer, scene } = this;
    renderer.outputColorSpace = SRGBColorSpace;
    renderer.toneMapping = NoToneMapping; // the shaders develop what they draw
    renderer.info.autoReset = false;
    renderer.shadowMap.enabled = true;
    renderer.shadowMap.type = PCFShadowMap;
    scene.background = new Color(PAPER);
    scene.add(this.ground, this.daylight.group, this.surroundings.outside);
  }

  #listen() {
    const { signal } = this.#ending;
    this.canvas.addEventListener("webglcontextlost", (event) => this.#lose(event), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.#restore(), { signal });
    this.sizes = new ResizeObserver(() => this.#resize());
    this.sizes.observe(this.host);
  }

  /** @param {Event} event */
  #lose(event) {
    event.preventDefault();
    this.#dark = true;
    this.loop.stop();
    this.#release();
    this.dispatchEvent(new Event("lost"));
  }

  /** Lets go of what the lost context held, so that it is made anew in the next. */
  #release() {
    this.scene.traverse((/** @type {any} */ shown) => {
      shown.geometry?.dispose();
      shown.material?.dispose();
      if (shown.isInstancedMesh) shown.dispose();
    });
    this.surroundings.release();
    this.#contact.release();
    this.#reflection.release();
    this.daylight.release();
  }

  #restore() {
    this.#dark = false;
    this.daylight.renew();
    this.loop.resume();
    this.dispatchEvent(new Event("restored"));
  }

  #resize() {
    const [width, height] = [Math.max(this.host.clientWidth, 1), Math.max(this.host.clientHeight, 1)];
    if (width === this.#width && height === this.#height) return;
    [this.#width, this.#height] = [width, height];
    this.camera.aspect = width / height;
    this.#fit(1);
    this.dispatchEvent(new Event("resized"));
    if (!this.#dark) this.loop.ask();
  }

  /** @param {number} scale */
  #fit(scale) {
    this.#scale = scale;
    this.renderer.setPixelRatio(this.ratio * scale);
    this.renderer.setSize(this.#width, this.#height, false);
  }

  /** @param {number} scale */
  #draw(scale) {
    if (scale !== this.#scale) this.#fit(scale);
    this.#render(scale === 1);
    ({ calls: this.calls, triangles: this.triangles } = this.renderer.info.render);
    this.dispatchEvent(new Event("drawn"));
  }

  /**
   * @param {boolean} fine with smooth edges and the dark where things touch
   * @param {number} step 0: a picture of its own; from 1 on one of those whose mean is the picture, each seen and lit from a hair beside
   */
  #render(fine = true, step = 0) {
    this.renderer.info.reset();
    this.#shift(step);
    this.daylight.shift(step);
    const { render } = this.renderer.info;
    const isCasting = this.daylight.isStale;
    const isSharp = fine && this.mirrors.length > 0 && 2 * this.#own.calls + this.#own.shadows <= MOST_CALLS;
    if (isSharp) this.#reflection.draw(this.renderer, this.scene, this.camera, this.mirrors);
    else this.#reflection.leave();
    const before = render.calls;
    this.#contact.draw(this.renderer, this.scene, this.camera, fine, fine && this.lit, step);
    this.#shift(0);
    const calls = render.calls - before;
    if (before > 0 || !isCasting) this.#own = { calls, shadows: isCasting ? Math.max(before - calls, 0) : this.#own.shadows };
  }

  /** Moves the picture by less than one of its pixels. @param {number} step */
  #shift(step) {
    const { camera } = this;
    const { x, y } = this.renderer.getDrawingBufferSize(new Vector2());
    const [right, down] = scatter(step);
    if (step > 0) camera.setViewOffset(x, y, right - 0.5, down - 0.5, x, y);
    else camera.clearViewOffset();
    camera.updateProjectionMatrix();
  }
}
