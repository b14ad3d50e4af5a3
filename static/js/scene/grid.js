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
  const lit = fill(grid, scene, lighterOf);
  spread(grid, lit);
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
 * @param {Grid} grid @param {Scene} scene @param {Parameters<typeof litGrid>[1]} lighterOf @returns {Uint8Array} which columns of the page are in a room
 */
const fill = ({ corner, size: [wide, high, deep], cell, values }, scene, lighterOf) => {
  const known = new Uint8Array(wide * deep);
  const rooms = scene.rooms.map(({ polygon, holes }, place) => {
    const rings = [polygon, ...holes].map(ringOf);
    return { rings, lighter: lighterOf(place, rings) };
  });
  for (let row = 0; row < deep; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const [x, y] = [corner[0] + (column + 0.5) * cell[0], corner[2] + (row + 0.5) * cell[2]];
      const room = rooms.find(({ rings }) => isInside(rings, x, y));
      if (!room) continue;
      known[row * wide + column] = 1;
      const light = room.lighter(x, y);
      for (let level = 0; level < high; level += 1) values.set(light(corner[1] + (level + 0.5) * cell[1]), ((row * high + level) * wide + column) * 4);
    }
  }
  return known;
};

/**
 * Cells in walls and outside take what the lit cells about them have, so that none shines through a wall's face.
 * @param {Grid} grid @param {Uint8Array} known
 */
const spread = ({ size: [wide, high, deep], values }, known) => {
  for (let round = 0; round < 2; round += 1) {
    const before = Uint8Array.from(known);
    for (let place = 0; place < known.length; place += 1) {
      if (before[place]) continue;
      const [column, row] = [place % wide, Math.floor(place / wide)];
      const lit = besides(column, row, wide, deep).filter((one) => before[one]);
      if (lit.length === 0) continue;
      known[place] = 1;
      for (let level = 0; level < high; level += 1) {
        const base = (/** @type {number} */ one) => ((Math.floor(one / wide) * high + level) * wide + (one % wide)) * 4;
        for (let part = 0; part < 4; part += 1) {
          values[base(place) + part] = lit.reduce((sum, one) => sum + values[base(one) + part], 0) / lit.length;
        }
      }
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
