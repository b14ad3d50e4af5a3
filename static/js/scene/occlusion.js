/**
 * A map of the plan that tells how near the walls are and what stands over the floor: the dark of corners and under things.
 *
 * One texel is TEXEL_M wide; red is the distance to the nearest wall's face up to REACH_M, green how much of the
 * floor's sky the things above take, blue the distance to the nearest wall that reaches the ceiling.
 */
import { DataTexture, LinearFilter, RGBAFormat, UnsignedByteType } from "three";

import { rectangle } from "#scene/rings.js";

/**
 * @typedef {{x: number, y: number, texel: number, width: number, height: number, walls: Float32Array, tall: Float32Array, things: Float32Array}} Field
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{x: number, y: number, turn: number, width: number, depth: number, height: number, above: number}} Thing
 *   metres and radians; `above` is how high over the floor its underside is
 */

const TEXEL_M = 0.06;
const MOST_TEXELS = 512;
const MARGIN_M = 0.5;
const REACH_M = 1;
/** Lower things, as rugs are, take less of the floor's sky. */
const TALL_M = 0.25;

/** An empty field over a box of the page. @param {[number, number, number, number]} box x, y, x, y in metres @returns {Field} */
export const newField = ([x0, y0, x1, y1]) => {
  const [wide, high] = [x1 - x0 + 2 * MARGIN_M, y1 - y0 + 2 * MARGIN_M];
  const texel = Math.max(TEXEL_M, wide / MOST_TEXELS, high / MOST_TEXELS);
  const [width, height] = [Math.ceil(wide / texel), Math.ceil(high / texel)];
  const walls = new Float32Array(width * height).fill(REACH_M);
  return { x: x0 - MARGIN_M, y: y0 - MARGIN_M, texel, width, height, walls, tall: walls.slice(), things: new Float32Array(width * height) };
};

/**
 * Brings a wall's outline into the distances; inside it they are 0.
 * @param {Field} field @param {Ring} ring @param {boolean} isTall whether it reaches the ceiling
 */
export const standWall = (field, ring, isTall) => {
  const corners = Float64Array.from(ring.flat());
  forTexels(field, ring, REACH_M, (place, x, y) => {
    const apart = apartFrom(corners, x, y);
    if (apart < field.walls[place]) field.walls[place] = apart;
    if (isTall && apart < field.tall[place]) field.tall[place] = apart;
  });
};

/** Darkens the floor under and about a thing. @param {Field} field @param {Thing} thing */
export const standThing = (field, { x: cx, y: cy, turn, width, depth, height, above }) => {
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const soft = 0.1 + 0.18 * Math.min(height, 1) + above * 0.5;
  const strength = 0.62 * Math.exp(-above * 2.2) * Math.min(height / TALL_M, 1);
  if (strength < 0.02) return;
  const [w, d] = [width / 2, depth / 2];
  forTexels(field, rectangle(cx, cy, turn, width, depth), soft * 2.5, (place, x, y) => {
    const outU = Math.abs((x - cx) * cosine + (y - cy) * sine) - w;
    const outV = Math.abs((y - cy) * cosine - (x - cx) * sine) - d;
    const [aside, before] = [Math.max(outU, 0), Math.max(outV, 0)];
    const out = Math.sqrt(aside * aside + before * before) + Math.min(Math.max(outU, outV), 0);
    const cover = strength / (1 + Math.exp((out / soft) * 1.9));
    field.things[place] = 1 - (1 - field.things[place]) * (1 - cover);
  });
};

/** @param {Field} field @returns {DataTexture} */
export const textureOf = (field) => {
  const bytes = new Uint8Array(field.walls.length * 4);
  for (let place = 0; place < field.walls.length; place += 1) {
    bytes.set([field.walls[place] / REACH_M, field.things[place], field.tall[place] / REACH_M].map((share) => Math.floor(share * 255 + 0.5)), place * 4);
  }
  const texture = new DataTexture(bytes, field.width, field.height, RGBAFormat, UnsignedByteType);
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
};

/**
 * Where the texture lies: its corner, and the texture's share of a metre.
 * @param {Field} field @returns {[number, number, number, number]}
 */
export const frameOf = ({ x, y, texel, width, height }) => [x, y, 1 / (width * texel), 1 / (height * texel)];

/** @param {Field} field @param {Ring} ring @param {number} margin @param {(place: number, x: number, y: number) => void} visit */
const forTexels = ({ x, y, texel, width, height }, ring, margin, visit) => {
  const [xs, ys] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  const [left, top] = [Math.floor((Math.min(...xs) - margin - x) / texel), Math.floor((Math.min(...ys) - margin - y) / texel)];
  const [right, low] = [Math.ceil((Math.max(...xs) + margin - x) / texel), Math.ceil((Math.max(...ys) + margin - y) / texel)];
  for (let row = Math.max(top, 0); row < Math.min(low, height); row += 1) {
    for (let column = Math.max(left, 0); column < Math.min(right, width); column += 1) {
      visit(row * width + column, x + (column + 0.5) * texel, y + (row + 0.5) * texel);
    }
  }
};

/**
 * How far a place is from a ring, 0 inside it. Asked for each texel, so it makes no objects.
 * @param {Float64Array} corners flat x, y @param {number} x @param {number} y
 */
const apartFrom = (corners, x, y) => {
  let least = Infinity;
  let inside = false;
  let [px, py] = [corners[corners.length - 2], corners[corners.length - 1]];
  for (let at = 0; at < corners.length; at += 2) {
    const qx = corners[at];
    const qy = corners[at + 1];
    const dx = qx - px;
    const dy = qy - py;
    if (py > y !== qy > y && x < px + (dx * (y - py)) / dy) inside = !inside;
    const share = Math.min(Math.max(((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1), 0), 1);
    const ox = x - px - dx * share;
    const oy = y - py - dy * share;
    least = Math.min(least, ox * ox + oy * oy);
    px = qx;
    py = qy;
  }
  return inside ? 0 : Math.sqrt(least);
};
