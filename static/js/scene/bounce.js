/**
 * The colour that the walls, floor and ceiling of a room throw at each other: a coarse grid, as of the windows' light (skylight.js).
 *
 * What leaves a face is told against white paint: how much more red and how much more blue it is than grey. Each cell holds
 * what its room's faces send there, in alpha as it comes to a face that looks anywhere and in red, green and blue by direction.
 * It shifts colour and adds no light, so that the white balance stays and a room without coloured faces looks as before.
 */
import { gridTexture, litGrid } from "#scene/grid.js";
import { FACES, patchesOf } from "#scene/patches.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/grid.js").Grid} Grid
 * @typedef {import("#scene/patches.js").Patch & {tints: readonly [number, number]}} Tinted tints: how much more red and blue than grey
 */

/** Of white paint. */
const WHITE = 0.88;
const LARGEST_M2 = 0.5;
/** Less colour than this nobody sees. */
const LEAST = 0.01;
/** What a whole byte stands for; the shader (daylight_shader.js) knows it too. */
export const MOST_BOUNCE = 0.5;

/** Of red and of blue. @param {Scene} scene @returns {Grid[]} */
export const bounceGrids = (scene) => {
  const patches = scene.rooms.map((_, room) => tintedOf(scene, room));
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

/** The light of a patch at a place, as a share of what comes from all sides. @param {number[]} sum @param {Tinted} patch @param {number} tint @param {number} x @param {number} y @param {number} z */
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

/** The coloured patches of a room. @param {Scene} scene @param {number} room @returns {Tinted[]} */
const tintedOf = (scene, room) =>
  patchesOf(scene, room, LARGEST_M2, (colour) => Math.max(...tintsOf(colour).map(Math.abs)) >= LEAST).map((patch) => ({ ...patch, tints: tintsOf(patch.colour) }));

/** @param {readonly [number, number, number]} colour linear @returns {[number, number]} */
const tintsOf = ([red, green, blue]) => {
  const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [(red - grey) / WHITE, (blue - grey) / WHITE];
};
