/**
 * What the largest mirror in view shows, sharp: the scene drawn once more, from behind the glass, no larger than the mirror
 * is on the screen. All else that shines shows the room's small pictures (surroundings.js).
 */
import { HalfFloatType, Matrix4, PerspectiveCamera, Vector2, Vector3, Vector4, WebGLRenderTarget } from "three";

/**
 * @typedef {import("#scene/mirror_faces.js").MirrorFace} MirrorFace
 * @typedef {[number, number, number, number]} Frame least x, y and most x, y of the screen, -1 to 1
 */

const SAMPLES = 4;
/** Sizes go in such steps, so that they stay mostly the same while one moves. */
const STEP_PX = 64;
/** A mirror that takes less of the screen's width and height, each from -1 to 1, shows nothing that one would know. */
const LEAST = 0.03;
/** Things this near behind the glass are drawn still. */
const BIAS_M = 0.003;

export class Reflection {
  #target = new WebGLRenderTarget(1, 1, { samples: SAMPLES, type: HalfFloatType });
  #camera = new PerspectiveCamera();

  /** @param {import("#scene/surroundings.js").Mirrored} mirrored what the shining materials share */
  constructor(mirrored) {
    this.mirrored = mirrored;
    this.#camera.matrixAutoUpdate = this.#camera.matrixWorldAutoUpdate = false;
  }

  /**
   * Draws what the largest of the mirrors in view shows; none is in view: nothing.
   * @param {import("three").WebGLRenderer} renderer @param {import("three").Scene} scene @param {PerspectiveCamera} camera @param {readonly MirrorFace[]} mirrors
   */
  draw(renderer, scene, camera, mirrors) {
    this.leave();
    camera.updateMatrixWorld();
    const [best] = mirrors.map((mirror) => ({ mirror, frame: frameOf(mirror, camera) })).filter(({ frame }) => frame).toSorted((one, other) => areaOf(other.frame) - areaOf(one.frame));
    if (!best?.frame) return;
    this.#place(camera, best.mirror, best.frame);
    this.#fit(renderer, best.frame);
    const { developed, mirrorPicture, mirrorPlane } = this.mirrored;
    developed.value = 0;
    renderer.setRenderTarget(this.#target);
    renderer.render(scene, this.#camera);
    developed.value = 1;
    mirrorPicture.value = this.#target.texture;
    const { normal, point } = best.mirror;
    mirrorPlane.value.set(normal.x, normal.y, normal.z, -normal.dot(point));
  }

  /** No mirror is sharp. */
  leave() {
    this.mirrored.mirrorPicture.value = null;
    this.mirrored.mirrorPlane.value.set(0, 0, 0, 0);
  }

  /** Lets go of what the graphics context holds. */
  release() {
    this.leave();
    this.#target.dispose();
  }

  /** The eye as it stands behind the glass, its picture cut to the mirror and its depths to what lies before it. @param {PerspectiveCamera} camera @param {MirrorFace} mirror @param {Frame} frame */
  #place(camera, { normal, point }, [x0, y0, x1, y1]) {
    const eye = this.#camera;
    eye.matrixWorld.copy(mirrorAt(normal, point)).multiply(camera.matrixWorld).multiply(new Matrix4().makeScale(-1, 1, 1));
    eye.matrixWorldInverse.copy(eye.matrixWorld).invert();
    const [wide, high] = [(x1 - x0) / 2, (y1 - y0) / 2];
    const cut = new Matrix4().set(1 / wide, 0, 0, (x0 + x1) / 2 / wide, 0, 1 / high, 0, -(y0 + y1) / 2 / high, 0, 0, 1, 0, 0, 0, 0, 1);
    eye.projectionMatrix.copy(cut).multiply(camera.projectionMatrix);
    const half = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1);
    this.mirrored.mirrorMatrix.value.copy(half).multiply(eye.projectionMatrix).multiply(eye.matrixWorldInverse);
    cutBehind(eye, normal, point);
    eye.projectionMatrixInverse.copy(eye.projectionMatrix).invert();
  }

  /** @param {import("three").WebGLRenderer} renderer @param {Frame} frame */
  #fit(renderer, [x0, y0, x1, y1]) {
    const size = renderer.getDrawingBufferSize(new Vector2());
    const [wide, high] = [((x1 - x0) / 2) * size.x, ((y1 - y0) / 2) * size.y].map((px) => Math.ceil(px / STEP_PX) * STEP_PX);
    this.#target.setSize(wide, high);
  }
}

/** @param {Vector3} normal @param {Vector3} point */
const mirrorAt = ({ x, y, z }, point) => {
  const away = 2 * (x * point.x + y * point.y + z * point.z);
  return new Matrix4().set(
    1 - 2 * x * x, -2 * x * y, -2 * x * z, away * x,
    -2 * x * y, 1 - 2 * y * y, -2 * y * z, away * y,
    -2 * x * z, -2 * y * z, 1 - 2 * z * z, away * z,
    0, 0, 0, 1,
  );
};

/**
 * The near plane of the eye lies in the glass (Lengyel, Oblique View Frustum Depth Projection and Clipping, 2005).
 * @param {PerspectiveCamera} eye @param {Vector3} normal @param {Vector3} point
 */
const cutBehind = (eye, normal, point) => {
  const facing = normal.clone().transformDirection(eye.matrixWorldInverse);
  const near = point.clone().addScaledVector(normal, -BIAS_M).applyMatrix4(eye.matrixWorldInverse);
  const plane = new Vector4(facing.x, facing.y, facing.z, -facing.dot(near));
  const held = eye.projectionMatrix.elements;
  const far = new Vector4((Math.sign(plane.x) + held[8]) / held[0], (Math.sign(plane.y) + held[9]) / held[5], -1, (1 + held[10]) / held[14]);
  plane.multiplyScalar(2 / plane.dot(far));
  [held[2], held[6], held[10], held[14]] = [plane.x, plane.y, plane.z + 1, plane.w];
};

/** What of the screen the mirror takes; null when it is not seen from its front. @param {MirrorFace} mirror @param {PerspectiveCamera} camera @returns {Frame | null} */
const frameOf = ({ normal, point, corners }, camera) => {
  const eye = new Vector3().setFromMatrixPosition(camera.matrixWorld);
  if (eye.sub(point).dot(normal) < camera.near) return null;
  const seen = corners.map((corner) => corner.clone().applyMatrix4(camera.matrixWorldInverse));
  if (seen.every(({ z }) => z > -camera.near)) return null;
  const [xs, ys] = seen.some(({ z }) => z > -camera.near) ? [[-1, 1], [-1, 1]] : acrossOf(seen, camera);
  const within = (/** @type {number} */ value) => Math.min(Math.max(value, -1), 1);
  const frame = /** @type {Frame} */ ([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(within));
  return frame[2] - frame[0] > LEAST && frame[3] - frame[1] > LEAST ? frame : null;
};

/** @param {readonly Vector3[]} seen @param {PerspectiveCamera} camera @returns {[number[], number[]]} */
const acrossOf = (seen, camera) => {
  const places = seen.map((spot) => spot.applyMatrix4(camera.projectionMatrix));
  return [places.map(({ x }) => x), places.map(({ y }) => y)];
};

/** @param {Frame | null} frame */
const areaOf = (frame) => (frame ? (frame[2] - frame[0]) * (frame[3] - frame[1]) : 0);
