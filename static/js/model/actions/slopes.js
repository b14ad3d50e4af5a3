/** Sloping ceilings: one along a wall or along a drawn line, its knee and its angle, its ends, its like on the other side. */

import { centreLine } from "#geometry/centreline.js";
import { roofsOf } from "#geometry/roofs.js";
import { faceLine } from "#geometry/thickness.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {[number, number]} Point */
/** @typedef {{level: string, a: Point, b: Point, knee: number, angle_mdeg: number}} Slope */
/** @typedef {(document: Document) => Parts | null} MakeEdit */

export const USUAL = { knee: 1000, angle_mdeg: 40_000 };
export const [LEAST_MDEG, MOST_MDEG] = [1_000, 89_000];

/** A slope from a line that rises to its left. @param {{level: string, a: Point, b: Point, knee?: number, angle_mdeg?: number}} slope @param {string} [id] @returns {MakeEdit} */
export const addSlope = (slope, id = newId("slopes")) => () =>
  isSame(slope.a, slope.b) ? null : { action: "add_slope", input: "picked", set: { [`slopes/${id}`]: { ...USUAL, ...slope } } };

/** The line along a wall's face from which a slope rises into the room. @param {Document} document @param {string} wall @param {"left" | "right"} inside @returns {{a: Point, b: Point} | null} */
export function lineAtWall(document, wall, inside) {
  const found = /** @type {any} */ (entity(document, "walls", wall));
  const line = found && centreLine(found);
  if (!found || !line) return null;
  const face = faceLine(found, line, inside);
  const ends = [face[0], face[face.length - 1]].map(whole);
  const [a, b] = inside === "left" ? ends : ends.reverse();
  return { a, b };
}

/** The same slope once more from the other side, so deep away: the two meet at a ridge. @param {Slope} slope @param {number} depth_mm @param {string} [id] @returns {MakeEdit} */
export const addOpposite = ({ level, a, b, knee, angle_mdeg }, depth_mm, id = newId("slopes")) => {
  const across = (/** @type {Point} */ point) => whole(moved(point, leftOf(a, b), depth_mm));
  return addSlope({ level, a: across(b), b: across(a), knee, angle_mdeg }, id);
};

/** @param {string} id @param {import("#core/log.js").Fields} fields @param {"typed" | "dragged"} [input] @returns {MakeEdit} */
export const setSlope = (id, fields, input = "typed") => (document) =>
  entity(document, "slopes", id) ? { action: "set_slope", input, set: { [`slopes/${id}`]: fields } } : null;

/** The slope's line so far to its left. @param {Slope} slope @param {number} by_mm @returns {{a: Point, b: Point}} */
export const shifted = ({ a, b }, by_mm) => {
  const way = leftOf(a, b);
  return { a: whole(moved(a, way, by_mm)), b: whole(moved(b, way, by_mm)) };
};

/** The line so long, from its beginning. @param {Slope} slope @param {number} length_mm @returns {{b: Point}} */
export const lengthened = ({ a, b }, length_mm) => {
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return { b: whole([a[0] + ((b[0] - a[0]) / long) * length_mm, a[1] + ((b[1] - a[1]) / long) * length_mm]) };
};

/** How far from its line the slope comes to a height. @param {Slope} slope @param {number} height_mm */
export const reachOf = ({ knee, angle_mdeg }, height_mm) => Math.max(height_mm - knee, 0) / Math.tan((angle_mdeg / 180_000) * Math.PI);

/** The angle that comes from the knee to a height over so much depth. @param {Slope} slope @param {number} height_mm @param {number} depth_mm */
export const angleTo = ({ knee }, height_mm, depth_mm) =>
  Math.min(Math.max(Math.round((Math.atan2(height_mm - knee, depth_mm) * 180_000) / Math.PI), LEAST_MDEG), MOST_MDEG);

/** How far into the room before it the slope can go: to the farthest corner to its left. @param {Slope} slope @param {readonly (readonly [number, number])[]} ring */
export function depthIn(slope, ring) {
  const [roof] = roofsOf([slope]);
  return roof ? Math.max(0, ...ring.map((point) => roof.left(point))) : 0;
}

/** A point a little before the middle of the line, where the slope begins to rise. @param {{a: Point, b: Point}} line @returns {Point} */
export const before = ({ a, b }) => whole(moved([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], leftOf(a, b), 50));

/** @param {Point} a @param {Point} b @returns {Point} */
function leftOf(a, b) {
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [(b[1] - a[1]) / long, -(b[0] - a[0]) / long];
}

/** @param {Point} point @param {Point} way @param {number} by @returns {Point} */
const moved = ([x, y], way, by) => [x + way[0] * by, y + way[1] * by];

/** @param {readonly [number, number]} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];

/** @param {Point} p @param {Point} q */
const isSame = (p, q) => p[0] === q[0] && p[1] === q[1];
