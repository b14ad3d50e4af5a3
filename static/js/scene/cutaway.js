/**
 * Which walls stand between the eye and the rooms, and are cut down so that one looks in.
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneWall} SceneWall
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {{x: number, y: number, z: number}} Eye mm of the plan
 * @typedef {{room: number | null, seen: readonly (readonly [number, number, number])[]}} Focus
 *   the room (its place) that is looked into, null: a plan that has none; and the spots in it that are to be seen, x, y, z mm
 */

import { isBlock } from "#geometry/bodies.js";
import { halfAt } from "#geometry/thickness.js";
import { roomAt, spanOf } from "#scene/grounds.js";

/** What is left standing of a cut wall, mm above its foot. */
export const STUB_MM = 90;
/** Within so many of its own widths the room in the middle of the view is the one that is looked into. */
const FOCUS_WIDTHS = 2.2;
/** What stands with its back to a cut wall is cut too where it is so high: a blank back would stand before the eye. */
const LOW_MM = 300;
const TALL_MM = 1200;
/** What is deeper is a bed, and lower than its back. */
const DEEPEST_MM = 800;
/** A back so near to a wall leans on it, and faces it when it is turned from it by less than this cosine tells. */
const [BACK_MM, FACING] = [200, 0.7];
/** A wall that is cut rises again only when the eye is so far (mm) back, so that walls do not flicker. */
const HYSTERESIS_MM = 150;

/**
 * The ids of the walls to cut: outer walls whose inner face is not seen, those about the room that is looked into, and
 * any between rooms or inside one that hide what is in it. Columns and shafts stay: nobody looks past them in the room either.
 * @param {readonly SceneWall[]} walls @param {Eye} eye @param {Focus | null} focus
 * @param {ReadonlySet<string>} before what is cut now @returns {Set<string>}
 */
export const cutWalls = (walls, eye, focus, before) =>
  new Set(walls.filter((wall) => !isBlock(wall.id) && isCut(wall, eye, focus, before.has(wall.id) ? HYSTERESIS_MM : 0)).map(({ id }) => id));

/** What is to be seen of a room, or of all there is: its middle and where its things stand. @param {Scene} scene @param {number | null} room @param {(x: number, y: number) => number | null} roomAt by metres @returns {Focus} */
export const focusOn = ({ box: [x0, y0, z0, x1, y1], rooms, items }, room, roomAt) => {
  const things = items.filter(({ at: [x, y] }) => room === null || roomAt(x / 1000, y / 1000) === room);
  /** @type {[number, number, number]} */
  const middle = room === null ? [(x0 + x1) / 2, (y0 + y1) / 2, z0] : middleOf(rooms[room]);
  return { room, seen: [middle, ...things.map(({ at }) => at)] };
};

/** The only room, or the one that is looked into when one comes near enough to it; where nothing is a room yet, everything. @param {Scene} scene @param {import("#scene/rig.js").Orbit} orbit */
export const focusFrom = (scene, { target: [x, , y], distance }) => {
  const at = (/** @type {number} */ px, /** @type {number} */ py) => roomAt(scene, px, py);
  if (scene.rooms.length < 2) return focusOn(scene, scene.rooms.length ? 0 : null, at);
  const room = at(x, y);
  return room !== null && distance < spanOf(scene, room) * FOCUS_WIDTHS ? focusOn(scene, room, at) : null;
};

/** The tall things with their backs to a cut wall, and how much of each is left, mm above its underside. @param {Scene} scene @param {ReadonlySet<string>} cut @returns {Map<string, number>} by their ids */
export const cutThings = ({ walls, items }, cut) => {
  const gone = walls.filter(({ id, bulge }) => cut.has(id) && bulge === 0);
  const backing = (/** @type {SceneItem} */ item) => gone.find((wall) => item.hung === null && item.size[1] <= DEEPEST_MM && leansOn(item, wall));
  return new Map(items.flatMap((item) => {
    const wall = backing(item);
    return wall && item.at[2] + item.size[2] - wall.base > TALL_MM && item.at[2] - wall.base < LOW_MM ? [[item.id, wall.base + LOW_MM - item.at[2]]] : [];
  }));
};

/** @param {SceneItem} item @param {SceneWall} wall */
const leansOn = ({ at: [x, y], size: [, depth], turn_mdeg }, wall) => {
  const { a, b } = wall;
  const beside = besideOf(a, b, x, y);
  const [along, length] = [alongOf(a, b, x, y), alongOf(a, b, ...b)];
  const turn = (turn_mdeg * Math.PI) / 180_000;
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const away = (Math.sin(turn) * dy + Math.cos(turn) * dx) * Math.sign(beside);
  return away > FACING && along > 0 && along < length && Math.abs(beside) - halfAt(wall, along) - depth / 2 < BACK_MM;
};

/** @param {SceneWall} wall @param {Eye} eye @param {Focus | null} focus @param {number} slack mm */
const isCut = (wall, eye, focus, slack) => {
  const { left, right } = wall;
  const isOuter = left.length > 0 !== right.length > 0;
  if (isOuter) return isBehind(wall, right.length > 0 ? 1 : -1, eye, slack);
  if (!focus || (left.length === 0 && focus.room !== null)) return false;
  const [isLeft, isRight] = [left, right].map((rooms) => focus.room !== null && rooms.includes(focus.room));
  if (isLeft !== isRight) return isBehind(wall, isRight ? 1 : -1, eye, slack);
  return focus.seen.some((spot) => hides(wall, eye, spot, slack));
};

/** Whether the eye does not see the face on one side (1 is the right): it is beyond that face's plane. @param {SceneWall} wall @param {number} side @param {Eye} eye @param {number} slack */
const isBehind = (wall, side, { x, y }, slack) => besideOf(wall.a, wall.b, x, y) * side < halfAt(wall, alongOf(wall.a, wall.b, x, y)) + slack;

/** Whether a wall stands before a spot. @param {SceneWall} wall @param {Eye} eye @param {readonly [number, number, number]} spot @param {number} slack */
const hides = ({ a, b, base, height }, eye, [x, y, z], slack) => {
  const [from, to] = [besideOf(a, b, x, y), besideOf(a, b, eye.x, eye.y)];
  if (from > 0 === to > 0) return false;
  const share = from / (from - to);
  const [dx, dy, dz] = [eye.x - x, eye.y - y, eye.z - z];
  const along = alongOf(a, b, x + dx * share, y + dy * share);
  const length = alongOf(a, b, ...b);
  return -slack < along && along < length + slack && z + dz * share < base + height + slack;
};

/**
 * How far to the right of the line from a to b a place is.
 * @param {readonly [number, number]} a @param {readonly [number, number]} b @param {number} x @param {number} y
 */
const besideOf = ([ax, ay], [bx, by], x, y) => {
  const [dx, dy] = [bx - ax, by - ay];
  return (dx * (y - ay) - dy * (x - ax)) / (Math.sqrt(dx * dx + dy * dy) || 1);
};

/**
 * How far along the line from a to b a place is.
 * @param {readonly [number, number]} a @param {readonly [number, number]} b @param {number} x @param {number} y
 */
const alongOf = ([ax, ay], [bx, by], x, y) => {
  const [dx, dy] = [bx - ax, by - ay];
  return (dx * (x - ax) + dy * (y - ay)) / (Math.sqrt(dx * dx + dy * dy) || 1);
};

/** The middle of a room's extent, on its floor. @param {Scene["rooms"][number]} room @returns {[number, number, number]} */
const middleOf = ({ polygon, floor }) => {
  const [xs, ys] = [0, 1].map((axis) => polygon.filter((_, place) => place % 2 === axis));
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2, floor];
};
