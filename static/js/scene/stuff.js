/** What surfaces are made of, as the shader (stuff_shader.js) knows it by number, and the small picture of noise that all of it is drawn with. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat, UnsignedByteType } from "three";

import { looksWooden } from "#geometry/boards.js";

/** @typedef {import("three").DataTexture} Texture */

export const STUFF = Object.freeze({ plain: 0, wood: 1, fabric: 2, stone: 3, metal: 4, mirror: 5, plaster: 6, glaze: 7, sheer: 8, pile: 9, chrome: 10 });

/** @type {Record<string, number>} */
const OF_MATERIAL = {
  wood: STUFF.wood, wood_dark: STUFF.wood,
  fabric: STUFF.fabric, fabric_dark: STUFF.fabric, cushion: STUFF.fabric, linen: STUFF.fabric,
  pile: STUFF.pile, pile_light: STUFF.pile,
  top: STUFF.stone, stone: STUFF.stone, earth: STUFF.stone,
  metal: STUFF.metal, chrome: STUFF.chrome, mirror: STUFF.mirror,
};
const SIZE = 256;
const LEVELS = 256;
/** Shorter than this a tile has a glaze, longer it is stoneware, mm. */
const GLAZED_MM = 310;

/** @param {string} material a word of rooms/vocabulary/materials.json @param {boolean} [isSheer] whether light comes through the thing's cloth */
export const stuffOf = (material, isSheer = false) => {
  const stuff = OF_MATERIAL[material] ?? STUFF.plain;
  return isSheer && stuff === STUFF.fabric ? STUFF.sheer : stuff;
};

/** @param {{size: readonly number[], tint: string, pattern: string}} tile */
export const stuffOfTile = (tile) => {
  if (looksWooden(tile)) return STUFF.wood;
  return Math.max(...tile.size) < GLAZED_MM ? STUFF.glaze : STUFF.stone;
};

/** Repeats each way: red clouds, green the grain of wood along its x, blue fine noise, alpha clouds twice as fine. @returns {Texture} */
export const noiseTexture = () => {
  const bytes = new Uint8Array(SIZE * SIZE * 4);
  const random = randoms(7);
  const [clouds, finer, bend] = [newClouds(random, 8, 8), newClouds(random, 24, 24), newClouds(random, 2, 6)];
  const streaks = newClouds(random, 4, 64);
  for (let place = 0; place < SIZE * SIZE; place += 1) {
    const [x, y] = [(place % SIZE) / SIZE, Math.floor(place / SIZE) / SIZE];
    const rings = 0.5 + 0.5 * Math.sin(2 * Math.PI * (9 * y + 2.2 * bend(x, y)));
    const grain = 0.42 * rings ** 1.6 + 0.58 * streaks(x, y);
    bytes.set([clouds(x, y), grain, random(), finer(x, y)].map((value) => Math.floor(value * (LEVELS - 1) + 0.5)), place * 4);
  }
  const texture = new DataTexture(bytes, SIZE, SIZE, RGBAFormat, UnsignedByteType);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
};

/** Smooth noise of three octaves from 0 to 1 that repeats after 1 each way. @param {() => number} random @param {number} across cells @param {number} down */
const newClouds = (random, across, down) => {
  const octaves = [1, 2, 4].map((fine) => ({ wide: across * fine, high: down * fine, weight: 1 / fine }));
  const grids = octaves.map(({ wide, high }) => Float32Array.from({ length: wide * high }, random));
  return (/** @type {number} */ x, /** @type {number} */ y) =>
    octaves.reduce((sum, { wide, high, weight }, octave) => sum + weight * between(grids[octave], wide, high, x * wide, y * high), 0) / 1.75;
};

/** @param {Float32Array} grid @param {number} wide @param {number} high @param {number} x @param {number} y */
const between = (grid, wide, high, x, y) => {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [eased(x - column), eased(y - row)];
  const at = (/** @type {number} */ right, /** @type {number} */ below) => grid[((row + below) % high) * wide + ((column + right) % wide)];
  return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
};

/** @param {number} share */
const eased = (share) => share * share * (3 - 2 * share);

/** The same numbers from 0 to 1 each time. @param {number} seed */
const randoms = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
