/**
 * A coarse grid over a plan, in three dimensions, of the light that reaches each place, and from where.
 *
 * Each cell holds what is seen of all that shines (brightness times steradians) times its direction: alpha the amount, red,
 * green and blue the viewer's x, y, z of the direction. Light passes inside one room only.
 */
import { ClampToEdgeWrapping, Data3DTexture, DataUtils, HalfFloatType, LinearFilter, RGBAFormat, UnsignedByteType } from "three";

import { contains, ringOf } from "#scene/rings.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{corner: [number, number, number], size: [number, number, number], cell: [number, number, number], values: Float32Array}} Grid metres; values: x, y, z, amount
 * @typedef {{rings: Ring[], lighter: (x: number, y: number) => (z: number) => readonly number[]}} LitRoom what falls on a place in it
 */

const CELL_M = 0.3;
const MOST_CELLS = 40;

/**
 * A grid whose cells in rooms are lit by what `lighterOf` answers for a room, then for a place, then for a height.
 * @param {Scene} scene @param {(room: number, rings: Ring[]) => (x: number, y: number) => (z: number) => readonly number[]} lighterOf @returns {Grid}
 */
export const litGrid = (scene, lighterOf) => {
  const [x0, y0, z0, x1, y1, z1] = scene.box.map((mm) => mm / 1000);
  const count = (/** @type {number} */ span) => Math.min(Math.max(Math.ceil(span / CELL_M), 2), MOST_CELLS);
  const size = /** @type {[number, number, number]} */ ([count(x1 - x0), count(z1 - z0), count(y1 - y0)]);
  const cell = /** @type {[number, number, number]} */ ([(x1 - x0) / size[0], (z1 - z0) / size[1], (y1 - y0) / size[2]]);
  const grid = { corner: /** @type {[number, number, number]} */ ([x0, z0, y0]), size, cell, values: new Float32Array(size[0] * size[1] * size[2] * 4) };
  const rooms = scene.rooms.map(({ polygon, holes }, place) => {
    const rings = [polygon, ...holes].map(ringOf);
    return { rings, lighter: lighterOf(place, rings) };
  });
  const known = fill(grid, rooms);
  fillFaces(grid, rooms, known);
  spread(grid, known);
  return grid;
};

/** @param {Grid} grid */
export const skyTexture = ({ size, values }) => {
  const texture = gridTexture(size, Uint16Array.from(values, (value) => DataUtils.toHalfFloat(value)));
  texture.type = HalfFloatType;
  return texture;
};

/** @param {readonly [number, number, number]} size @param {Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>} values four for each cell */
export const gridTexture = ([width, height, depth], values) => {
  const texture = new Data3DTexture(values, width, height, depth);
  texture.format = RGBAFormat;
  texture.type = UnsignedByteType;
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.wrapS = texture.wrapT = texture.wrapR = ClampToEdgeWrapping;
  texture.needsUpdate = true;
  return texture;
};

/**
 * Lights the cells that lie in rooms.
 * @param {Grid} grid @param {readonly LitRoom[]} rooms @returns {Uint8Array} for each column of the page one more than the room it is in, 0: none
 */
const fill = (grid, rooms) => {
  const [wide, , deep] = grid.size;
  const known = new Uint8Array(wide * deep);
  for (let place = 0; place < known.length; place += 1) {
    const [x, y] = middleOf(grid, place);
    const room = rooms.findIndex(({ rings }) => isInside(rings, x, y));
    if (room < 0) continue;
    known[place] = room + 1;
    for (const [at, light] of column(grid, place, rooms[room].lighter(x, y))) grid.values.set(light, at);
  }
  return known;
};

/**
 * Cells in walls have the light at the wall's face, from all rooms beside them: a window's wall has no light of its window at its foot.
 * @param {Grid} grid @param {readonly LitRoom[]} rooms @param {Uint8Array} known
 */
const fillFaces = (grid, rooms, known) => {
  const [wide, , deep] = grid.size;
  const before = Uint8Array.from(known);
  for (let place = 0; place < known.length; place += 1) {
    const lit = before[place] ? [] : besides(place % wide, Math.floor(place / wide), wide, deep).filter((one) => before[one]);
    for (const one of lit) {
      const { rings, lighter } = rooms[before[one] - 1];
      const [x, y] = lastInside(rings, middleOf(grid, one), middleOf(grid, place));
      for (const [at, light] of column(grid, place, lighter(x, y))) light.forEach((value, part) => (grid.values[at + part] += value / lit.length));
      known[place] = before[one];
    }
  }
};

/** Where a column's cells are kept, and what falls on each. @param {Grid} grid @param {number} place @param {(z: number) => readonly number[]} light @returns {[number, readonly number[]][]} */
const column = ({ corner, size: [wide, high], cell }, place, light) =>
  Array.from({ length: high }, (_, level) => [((Math.floor(place / wide) * high + level) * wide + (place % wide)) * 4, light(corner[1] + (level + 0.5) * cell[1])]);

/** @param {Grid} grid @param {number} place @returns {[number, number]} */
const middleOf = ({ corner, size: [wide], cell }, place) => [corner[0] + ((place % wide) + 0.5) * cell[0], corner[2] + (Math.floor(place / wide) + 0.5) * cell[2]];

/** The last place inside on the way from one that is inside to one that is not. @param {Ring[]} rings @param {[number, number]} inside @param {[number, number]} outside */
const lastInside = (rings, [x, y], [toX, toY]) => {
  let share = 0;
  for (let step = 0.5; step > 0.05; step /= 2) {
    if (isInside(rings, x + (share + step) * (toX - x), y + (share + step) * (toY - y))) share += step;
  }
  return [x + share * (toX - x), y + share * (toY - y)];
};

/**
 * Cells farther out take what those about them have.
 * @param {Grid} grid @param {Uint8Array} known
 */
const spread = ({ size: [wide, high, deep], values }, known) => {
  const before = Uint8Array.from(known);
  for (let place = 0; place < known.length; place += 1) {
    if (before[place]) continue;
    const lit = besides(place % wide, Math.floor(place / wide), wide, deep).filter((one) => before[one]);
    for (let level = 0; lit.length > 0 && level < high; level += 1) {
      const base = (/** @type {number} */ one) => ((Math.floor(one / wide) * high + level) * wide + (one % wide)) * 4;
      for (let part = 0; part < 4; part += 1) values[base(place) + part] = lit.reduce((sum, one) => sum + values[base(one) + part], 0) / lit.length;
    }
  }
};

/**
 * The columns of the page beside one.
 * @param {number} column @param {number} row @param {number} wide @param {number} deep @returns {number[]}
 */
const besides = (column, row, wide, deep) => {
  const steps = [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([right, down]) => [column + right, row + down]);
  return steps.filter(([x, y]) => x >= 0 && x < wide && y >= 0 && y < deep).map(([x, y]) => y * wide + x);
};

/** @param {Ring} ring @param {number} x @param {number} y @param {number} toX @param {number} toY */
export const crossingsOf = (ring, x, y, toX, toY) => {
  let count = 0;
  for (let place = 0, before = ring.length - 1; place < ring.length; before = place, place += 1) {
    const [[ax, ay], [bx, by]] = [ring[before], ring[place]];
    const sideA = (toX - x) * (ay - y) - (toY - y) * (ax - x) > 0;
    const sideB = (toX - x) * (by - y) - (toY - y) * (bx - x) > 0;
    const sideFrom = (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
    const sideTo = (bx - ax) * (toY - ay) - (by - ay) * (toX - ax) > 0;
    if (sideA !== sideB && sideFrom !== sideTo) count += 1;
  }
  return count;
};

/** @param {Ring[]} rings @param {number} x @param {number} y */
const isInside = (rings, x, y) => rings.filter((ring) => contains(ring, x, y)).length % 2 === 1;
