/**
 * How much light from the windows reaches a place, and from where: a coarse grid over the plan, in three dimensions.
 *
 * Each cell holds the sum of what is seen of the sky there (steradians) times its direction: alpha the amount, red,
 * green and blue the viewer's x, y, z of the direction. Light passes inside one room only.
 */
import { ClampToEdgeWrapping, Data3DTexture, LinearFilter, RGBAFormat, UnsignedByteType } from "three";

import { contains, radians, ringOf } from "#scene/rings.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{corner: [number, number, number], size: [number, number, number], cell: [number, number, number], values: Float32Array}} Grid metres; values: x, y, z, amount
 * @typedef {{x: number, y: number, z: number, inX: number, inY: number, inZ: number, walls: number, wide: number, area: number}} Pane metres on the page, z up
 */

const CELL_M = 0.3;
const MOST_CELLS = 40;
/** The light in steradians that a whole byte stands for; the shader (daylight_shader.js) knows it too. */
export const MOST_LIGHT = 2;
/** The sky is seen above the middle of a window. */
const SKYWARD_M = 0.9;
/** Where along a pane its light is taken from. */
const SPREAD = [-0.32, 0, 0.32];

/** @param {Scene} scene @returns {Grid} */
export const skyGrid = (scene) =>
  litGrid(scene, (room, rings) => {
    const panes = panesOf(scene, room);
    return (x, y) => {
      const seen = panes.map((pane) => ({ pane, share: shareSeen(pane, rings, x, y) }));
      return (z) => lightAt(seen, x, y, z);
    };
  });

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
  const bytes = new Uint8Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const share = place % 4 === 3 ? values[place] / MOST_LIGHT : values[place] / MOST_LIGHT / 2 + 0.5;
    bytes[place] = Math.floor(Math.min(Math.max(share, 0), 1) * 255 + 0.5);
  }
  return gridTexture(size, bytes);
};

/** @param {readonly [number, number, number]} size @param {Uint8Array<ArrayBuffer>} bytes four for each cell */
export const gridTexture = ([width, height, depth], bytes) => {
  const texture = new Data3DTexture(bytes, width, height, depth);
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

/** @param {{pane: Pane, share: number}[]} seen @param {number} x @param {number} y @param {number} z @returns {number[]} */
const lightAt = (seen, x, y, z) => {
  const light = [0, 0, 0, 0];
  for (const { pane, share } of seen) {
    const [dx, dy, dz] = [pane.x - x, pane.y - y, pane.z - z];
    const square = dx * dx + dy * dy + dz * dz;
    const facing = Math.max(-(dx * pane.inX + dy * pane.inY + dz * pane.inZ) / Math.sqrt(square), 0);
    const amount = (share * pane.area * facing) / (square + pane.area / Math.PI);
    const skyward = Math.hypot(dx, dy, dz + SKYWARD_M);
    light[0] += (amount * dx) / skyward;
    light[1] += (amount * (dz + SKYWARD_M)) / skyward;
    light[2] += (amount * dy) / skyward;
    light[3] += amount;
  }
  return light;
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

/** @param {Scene} scene @param {number} room @returns {Pane[]} */
const panesOf = ({ lights }, room) =>
  lights
    .filter((light) => light.room === room)
    .map(({ at: [x, y, z], towards_mdeg, lean_mdeg = 0, width, area_mm2 }) => {
      const [angle, lean] = [radians(towards_mdeg), radians(lean_mdeg)];
      const level = Math.cos(lean);
      return { x: x / 1000, y: y / 1000, z: z / 1000, inX: Math.cos(angle) * level, inY: Math.sin(angle) * level, inZ: -Math.sin(lean), walls: lean_mdeg ? 0 : 1, wide: width / 1000, area: area_mm2 / 1e6 };
    });

/** How much of a pane is seen past the room's corners; a wall's lies behind the room's outline, a roof's within it. @param {Pane} pane @param {Ring[]} rings @param {number} x @param {number} y */
const shareSeen = ({ x: px, y: py, inX, inY, walls, wide }, rings, x, y) => {
  const seen = SPREAD.filter((aside) => {
    const [toX, toY] = [px - inY * aside * wide, py + inX * aside * wide];
    const crossings = rings.reduce((sum, ring) => sum + crossingsOf(ring, x, y, toX, toY), 0);
    return crossings <= walls;
  });
  return seen.length / SPREAD.length;
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
