/**
 * A person inside: stands, looks about, and goes only where there is floor; plain numbers.
 *
 * Metres on the page (x right, y down); yaw 0 looks up the page and grows clockwise; angles are radians.
 * @typedef {{x: number, y: number, yaw: number, pitch: number}} Walker
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{rings: Ring[], doors: Ring[]}} Ground the rooms' outlines with their holes, and the doorways between them
 */

import { contains } from "#scene/rings.js";

export const EYE_M = 1.5;
export const WALK_FOV_DEG = 66;
/** The horizon lies so far over the middle of the picture, in halves of its height: a floor says more of a room than its ceiling. */
export const WALK_RISE = 0.26;
const SHOULDER_M = 0.22;
const STEEPEST = 1.2;

/** Turns the head. @param {Walker} walker @param {number} right @param {number} up @returns {Walker} */
export const looking = (walker, right, up) => ({
  ...walker,
  yaw: walker.yaw + right,
  pitch: Math.min(Math.max(walker.pitch + up, -STEEPEST), STEEPEST),
});

/**
 * Goes so far, or slides along what is in the way.
 * @param {Walker} walker @param {number} right metres @param {number} ahead metres @param {Ground} ground
 * @returns {Walker}
 */
export const going = (walker, right, ahead, ground) => {
  const [sine, cosine] = [Math.sin(walker.yaw), Math.cos(walker.yaw)];
  const [dx, dy] = [cosine * right + sine * ahead, sine * right - cosine * ahead];
  const wanted = [
    [dx, dy],
    [dx, 0],
    [0, dy],
  ];
  for (const [x, y] of wanted) {
    if ((x || y) && hasRoom(ground, walker.x + x, walker.y + y)) return { ...walker, x: walker.x + x, y: walker.y + y };
  }
  return walker;
};

/** Can one stand there, shoulders and all? @param {Ground} ground @param {number} x @param {number} y */
export const hasRoom = (ground, x, y) => {
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4);
  if (ground.doors.some((ring) => contains(ring, x, y))) return true;
  return isFloor(ground, x, y) && around.every((angle) => isFloor(ground, x + Math.cos(angle) * SHOULDER_M, y + Math.sin(angle) * SHOULDER_M));
};

/** @param {Ground} ground @param {number} x @param {number} y */
const isFloor = ({ rings, doors }, x, y) => {
  const crossings = rings.filter((ring) => contains(ring, x, y)).length;
  return crossings % 2 === 1 || doors.some((ring) => contains(ring, x, y));
};
