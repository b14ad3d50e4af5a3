/** The eye: on its orbit about the model or walking inside; hands move it, the camera follows it. */
import { Plane, Raycaster, Vector2, Vector3 } from "three";

import { OVER_SHOULDER } from "#scene/light.js";
import { ORBIT_FOV_DEG, eyeOf, framed, slid, turned, zoomed } from "#scene/rig.js";
import { radians } from "#scene/rings.js";
import { EYE_M, WALK_FOV_DEG, WALK_RISE, going, looking } from "#scene/walker.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/rig.js").Orbit} Orbit
 * @typedef {import("#scene/rig.js").Spot} Spot
 * @typedef {import("#scene/walker.js").Walker} Walker
 * @typedef {import("#scene/walker.js").Ground} Ground
 */

const TURN_PER_PX = 0.0065;
const LOOK_PER_PX = 0.0035;
const WALK_PER_PX = 0.006;
const KEY_TURN = Math.PI / 18;
const KEY_STEP_M = 0.3;
/** On a picture narrower than this a plan may be turned so that more of it fills the picture: by so much, if it comes so much nearer. */
const NARROW = 0.8;
const ROUND = [0, Math.PI / 5, -Math.PI / 5];
const LARGER = 0.95;
/** Farther than a nose from a wall, so that depths far away are told apart. */
const WALKING_NEAR_M = 0.1;
/** Under a slope the eye stays so far below it. */
const BOW_M = 0.15;

export class Eye {
  /** @type {Orbit} */
  orbit = { target: [0, 0, 0], azimuth: Math.PI / 6, elevation: 0.7, distance: 10 };
  /** @type {Walker | null} not null while walking */
  walker = null;
  /** @type {Ground} */
  ground = { rings: [], doors: [] };
  /** The height in metres of the ceiling over a place of the page. @type {(x: number, y: number) => number} */
  ceilingAt = () => Infinity;
  /** What shares of the picture's height lie under controls, at its head and at its foot. @type {readonly [number, number]} */
  covered = [0, 0];
  /** The height in metres of the floor that is walked on. */
  floor = 0;
  #ray = new Raycaster();

  /** @param {import("#scene/shift_camera.js").ShiftCamera} camera */
  constructor(camera) {
    this.camera = camera;
  }

  /** @param {number} dx pixels @param {number} dy */
  turn(dx, dy) {
    if (this.walker) this.walker = looking(this.walker, -dx * LOOK_PER_PX, dy * LOOK_PER_PX);
    else this.orbit = turned(this.orbit, -dx * TURN_PER_PX, dy * TURN_PER_PX);
  }

  /** @param {number} dx pixels @param {number} dy @param {number} height of the view in pixels */
  slide(dx, dy, height) {
    if (this.walker) {
      this.walker = going(this.walker, -dx * WALK_PER_PX, dy * WALK_PER_PX, this.ground);
      return;
    }
    const metre = (2 * Math.tan((ORBIT_FOV_DEG * Math.PI) / 360) * this.orbit.distance) / height;
    this.orbit = slid(this.orbit, -dx * metre, (dy * metre) / Math.max(Math.sin(this.orbit.elevation), 0.35));
  }

  /** @param {number} factor @param {Vector2} pointer -1 to 1 each way */
  zoom(factor, pointer) {
    if (this.walker) this.walker = going(this.walker, 0, (factor - 1) * 2, this.ground);
    else this.orbit = zoomed(this.orbit, factor, this.#aimed(pointer));
  }

  /** An arrow key. @param {number} right @param {number} ahead */
  step(right, ahead) {
    if (!this.walker) this.orbit = turned(this.orbit, -right * KEY_TURN, ahead * KEY_TURN * 0.6);
    else if (right) this.walker = looking(this.walker, right * KEY_TURN, 0);
    else this.walker = going(this.walker, 0, ahead * KEY_STEP_M, this.ground);
  }

  /** Comes nearer to a spot: on the orbit it becomes the middle, inside one goes there. @param {Spot} spot */
  dive([x, y, z]) {
    if (this.walker) {
      const [dx, dy] = [x - this.walker.x, z - this.walker.y];
      const [sine, cosine] = [Math.sin(this.walker.yaw), Math.cos(this.walker.yaw)];
      this.walker = going(this.walker, dx * cosine + dy * sine, dx * sine - dy * cosine, this.ground);
    } else this.orbit = zoomed({ ...this.orbit, target: [x, Math.min(y, this.floor + 1.2), z] }, 1.6);
  }

  /** The view that shows the whole scene from where it suggests. @param {Scene} scene @param {number} aspect */
  home(scene, aspect) {
    const { azimuth_mdeg, elevation_mdeg } = scene.camera;
    const ways = aspect < NARROW ? ROUND.map((round) => radians(azimuth_mdeg) + round) : [radians(azimuth_mdeg)];
    const orbits = ways.map((azimuth) => {
      this.orbit = { ...this.orbit, azimuth, elevation: radians(elevation_mdeg) };
      return this.#framed(spotsOf(scene), aspect);
    });
    this.orbit = orbits.reduce((best, orbit) => (orbit.distance < best.distance * LARGER ? orbit : best));
    this.frame(scene, aspect);
  }

  /** The same view, moved so that it holds the whole scene and the shadow that it throws. @param {Scene} scene @param {number} aspect */
  frame(scene, aspect) {
    this.orbit = this.#framed([...spotsOf(scene), ...shadowSpots(scene)], aspect);
  }

  /** @param {Spot[]} spots @param {number} aspect */
  #framed(spots, aspect) {
    const [head, foot] = this.covered;
    return framed(this.orbit, spots, aspect, undefined, 1 - head - foot);
  }

  /** Puts the camera where the eye is. @param {number} reach metres from the middle to the farthest of what is shown */
  place(reach) {
    const { camera, walker } = this;
    camera.fov = walker ? WALK_FOV_DEG : ORBIT_FOV_DEG;
    camera.rise = walker ? WALK_RISE : this.covered[1] - this.covered[0];
    if (walker) {
      const level = Math.cos(walker.pitch);
      const height = Math.min(this.floor + EYE_M, this.ceilingAt(walker.x, walker.y) - BOW_M);
      camera.position.set(walker.x, height, walker.y);
      const [ahead, up] = [[Math.sin(walker.yaw) * level, -Math.cos(walker.yaw) * level], Math.sin(walker.pitch)];
      camera.lookAt(walker.x + ahead[0], height + up, walker.y + ahead[1]);
    } else {
      camera.position.set(...eyeOf(this.orbit));
      camera.lookAt(...this.orbit.target);
    }
    camera.near = walker ? WALKING_NEAR_M : Math.max(0.05, (this.orbit.distance - reach) * 0.5);
    camera.far = (walker ? 0 : this.orbit.distance) + reach * 2 + 30;
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  }

  /** What a zoom comes nearer to: the ground under the pointer; from the middle of the view what one turns about. @param {Vector2} pointer */
  #aimed(pointer) {
    return pointer.lengthSq() < 1e-6 ? undefined : (this.onGround(pointer) ?? undefined);
  }

  /** Where a ray through the pointer meets the floor. @param {Vector2} pointer @returns {Spot | null} */
  onGround(pointer) {
    this.#ray.setFromCamera(pointer, this.camera);
    const spot = this.#ray.ray.intersectPlane(new Plane(new Vector3(0, 1, 0), -this.floor), new Vector3());
    return spot && spot.distanceTo(this.camera.position) < this.orbit.distance * 4 ? spot.toArray() : null;
  }
}

/** @param {Scene} scene @returns {Spot[]} */
const spotsOf = ({ walls, box }) => (walls.length > 0 ? cornersOf(walls).flatMap(([x, z, foot, head]) => /** @type {Spot[]} */ ([[x, foot, z], [x, head, z]])) : boxSpots(box));

/** Where the upper corners of walls throw their shadows by the model's own light. @param {Scene} scene @returns {Spot[]} */
function shadowSpots({ walls, camera }) {
  const perMetre = OVER_SHOULDER.clone().multiplyScalar(-1 / OVER_SHOULDER.y).applyAxisAngle(new Vector3(0, 1, 0), radians(camera.azimuth_mdeg));
  return cornersOf(walls).map(([x, z, foot, head]) => [x + perMetre.x * (head - foot), foot, z + perMetre.z * (head - foot)]);
}

/** Each corner's x and z, where the wall begins and where it ends above it, metres. @param {Scene["walls"]} walls @returns {[number, number, number, number][]} */
const cornersOf = (walls) =>
  walls.flatMap(({ ring, base, height }) =>
    ring.flatMap((_, place) => (place % 2 ? [] : [/** @type {[number, number, number, number]} */ ([ring[place] / 1000, ring[place + 1] / 1000, base / 1000, (base + height) / 1000])])));

/** @param {readonly number[]} box @returns {Spot[]} */
const boxSpots = ([x0, y0, z0, x1, y1, z1]) =>
  [x0, x1].flatMap((x) => [y0, y1].flatMap((y) => [z0, z1].map((z) => /** @type {Spot} */ ([x / 1000, z / 1000, y / 1000]))));
