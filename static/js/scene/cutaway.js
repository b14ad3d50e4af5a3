/**
 * Which walls stand between the eye and the rooms, and are cut down so that one looks in.
 * @typedef {import("#model/scene.js").SceneWall} SceneWall
 * @typedef {{x: number, y: number, z: number}} Eye mm of the plan
 */

/** What is left standing of a cut wall, mm above its foot. */
export const STUB_MM = 90;
/** An eye so little beside a wall's plane (mm) changes nothing, so that walls do not flicker. */
const HYSTERESIS_MM = 150;

/**
 * The ids of the walls to cut: outer walls seen from outside, and walls with rooms on both sides that hide `focus`.
 * @param {readonly SceneWall[]} walls @param {Eye} eye @param {number | null} focus the room (index) that is looked at
 * @param {ReadonlySet<string>} before what is cut now @returns {Set<string>}
 */
export const cutWalls = (walls, eye, focus, before) =>
  new Set(walls.filter((wall) => isCut(wall, eye, focus, before.has(wall.id))).map(({ id }) => id));

/** @param {SceneWall} wall @param {Eye} eye @param {number | null} focus @param {boolean} wasCut */
const isCut = ({ a, b, left, right }, eye, focus, wasCut) => {
  const beside = besideOf(a, b, eye);
  const [here, there] = beside > 0 ? [right, left] : [left, right];
  const passed = Math.abs(beside) > HYSTERESIS_MM || wasCut;
  if (!passed || there.length === 0) return false;
  return here.length === 0 || (focus !== null && there.includes(focus) && !here.includes(focus));
};

/**
 * How far to the right of the line from a to b the eye is.
 * @param {readonly [number, number]} a @param {readonly [number, number]} b @param {Eye} eye
 */
const besideOf = ([ax, ay], [bx, by], { x, y }) => {
  const [dx, dy] = [bx - ax, by - ay];
  return (dx * (y - ay) - dy * (x - ax)) / (Math.sqrt(dx * dx + dy * dy) || 1);
};
