/**
 * The colour that the walls, floor and ceiling of a room throw at each other: a coarse grid, as of the windows' light (skylight.js).
 *
 * What leaves a face is told against white paint: how much more red and how much more blue it is than grey. Each cell holds
 * what its room's faces send there, in alpha as it comes to a face that looks anywhere and in red, green and blue by direction.
 * It shifts colour and adds no light, so that the white balance stays and a room without coloured faces looks as before.
 */
import { linear } from "#scene/materials.js";
import { normalOf } from "#scene/pieces.js";
import { gridTexture, litGrid } from "#scene/skylight.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/skylight.js").Grid} Grid
 * @typedef {[number, number, number]} Spot
 * @typedef {{at: Spot, normal: Spot, area: number, tints: readonly [number, number]}} Patch metres of the viewer's frame; tints: how much more red and blue than grey
 */

const FACES = ["face", "floor", "ceiling"];
/** Of white paint. */
const WHITE = 0.88;
const LARGEST_M2 = 0.5;
/** Less colour than this nobody sees. */
const LEAST = 0.01;
/** What a whole byte stands for; the shader (daylight_shader.js) knows it too. */
export const MOST_BOUNCE = 0.5;

/** Of red and of blue. @param {Scene} scene @returns {Grid[]} */
export const bounceGrids = (scene) => {
  const patches = scene.rooms.map((_, room) => patchesOf(scene, room));
  return [0, 1].map((part) =>
    litGrid(scene, (room) => (x, y) => (z) => {
      const sum = [0, 0, 0, 0];
      for (const patch of patches[room]) addTo(sum, patch, patch.tints[part], x, z, y);
      return sum;
    }),
  );
};

/** @param {Grid} grid */
export const bounceTexture = ({ size, values }) => gridTexture(size, Uint8Array.from(values, (value) => Math.round((Math.min(Math.max(value / MOST_BOUNCE, -1), 1) + 1) * 127.5)));

/** Which colours lie on which faces: what has not changed need not be worked out anew. @param {Scene} scene */
export const coloursOf = ({ surfaces }) => surfaces.filter(({ of }) => FACES.includes(of)).map(({ colour }) => colour).join();

/** The light of a patch at a place, as a share of what comes from all sides. @param {number[]} sum @param {Patch} patch @param {number} tint @param {number} x @param {number} y @param {number} z */
const addTo = (sum, { at, normal, area }, tint, x, y, z) => {
  const [dx, dy, dz] = [at[0] - x, at[1] - y, at[2] - z];
  const square = dx * dx + dy * dy + dz * dz;
  const away = Math.sqrt(square) || 1;
  const facing = Math.max(-(dx * normal[0] + dy * normal[1] + dz * normal[2]) / away, 0);
  const share = (tint * area * facing) / (Math.PI * square + area);
  sum[0] += (0.5 * share * dx) / away;
  sum[1] += (0.5 * share * dy) / away;
  sum[2] += (0.5 * share * dz) / away;
  sum[3] += 0.25 * share;
};

/** The coloured patches of a room. @param {Scene} scene @param {number} room @returns {Patch[]} */
const patchesOf = ({ surfaces }, room) =>
  surfaces.filter((surface) => surface.room === room && FACES.includes(surface.of)).flatMap(({ colour, polygons }) => {
    const tints = tintsOf(colour);
    if (Math.max(...tints.map(Math.abs)) < LEAST) return [];
    return polygons.flatMap((polygon) => trianglesOf(polygon).flatMap(divided).map((corners) => patchOf(corners, normalOf(polygon), tints)));
  });

/** @param {string} colour #rrggbb @returns {[number, number]} */
const tintsOf = (colour) => {
  const [red, green, blue] = linear(colour);
  const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [(red - grey) / WHITE, (blue - grey) / WHITE];
};

/** @param {readonly number[]} polygon flat x, y, z mm @returns {Spot[][]} */
const trianglesOf = (polygon) => {
  const spots = Array.from({ length: polygon.length / 3 }, (_, corner) => /** @type {Spot} */ ([polygon[corner * 3] / 1000, polygon[corner * 3 + 2] / 1000, polygon[corner * 3 + 1] / 1000]));
  return spots.slice(2).map((spot, place) => [spots[0], spots[place + 1], spot]);
};

/** A triangle cut across its longest side until its parts are small. @param {Spot[]} corners @returns {Spot[][]} */
const divided = (corners) => {
  if (areaOf(corners) <= LARGEST_M2) return [corners];
  const [a, b, c] = [0, 1, 2].map((from) => [0, 1, 2].map((step) => corners[(from + step) % 3])).toSorted((one, other) => apart(other) - apart(one))[0];
  const middle = /** @type {Spot} */ (a.map((value, axis) => (value + b[axis]) / 2));
  return [...divided([a, middle, c]), ...divided([middle, b, c])];
};

/** @param {Spot[]} corners @param {Spot} normal @param {readonly [number, number]} tints @returns {Patch} */
const patchOf = (corners, normal, tints) => ({ at: /** @type {Spot} */ ([0, 1, 2].map((axis) => (corners[0][axis] + corners[1][axis] + corners[2][axis]) / 3)), normal, area: areaOf(corners), tints });

/** @param {Spot[]} corners */
const apart = ([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** @param {Spot[]} corners */
const areaOf = ([a, b, c]) => {
  const [u, v] = [b.map((value, axis) => value - a[axis]), c.map((value, axis) => value - a[axis])];
  return Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
};
