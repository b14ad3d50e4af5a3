/**
 * The light in rooms, whatever its sources are, as two coarse grids (grid.js): what comes straight, and what the faces
 * throw back (radiosity, Goral and others, 1984), as if nothing stood before them.
 */
import { emittersOf } from "#scene/emitters.js";
import { litGrid } from "#scene/grid.js";
import { patchesOf } from "#scene/patches.js";
import { ringOf } from "#scene/rings.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {import("#scene/emitters.js").Emitter} Emitter
 * @typedef {Omit<Emitter, "weight">} Emission
 * @typedef {import("#scene/grid.js").Grid} Grid
 * @typedef {import("#scene/patches.js").Patch} Patch
 * @typedef {import("#scene/patches.js").Spot} Spot
 */
/**
 * Of one room: those that a place of the page sees, how each adds to a sum of x, y, z and amount what it sends to a place,
 * what of it others send again, and from where on faces it comes. `byMean`: the unit of the grids is what falls on the room's faces on average.
 * @template T @typedef {{seenFrom: (x: number, y: number) => T[], add: (sum: number[], source: T, at: Spot) => void, left?: (sum: number[], source: T, at: Spot) => void, emitters?: Emission[], byMean: boolean}} Sources
 */

const LARGEST_M2 = 1.5;
const ROUNDS = 4;
/** What stands in a room swallows this share of what its faces would throw back. */
const SWALLOWED = 0.2;
const NONE = [0, 0, 0, 0];

/**
 * @template T @param {Scene} scene @param {(room: number, rings: Ring[]) => Sources<T> | null} sourcesIn null: none
 * @returns {[Grid, Grid, Emitter[][]]} what comes straight, what is thrown back, and what sends it in each room
 */
export const lightGrids = (scene, sourcesIn) => {
  const rooms = scene.rooms.map(({ polygon, holes }, room) => litRoom(scene, room, sourcesIn(room, [polygon, ...holes].map(ringOf))));
  return [
    litGrid(scene, (room) => (x, y) => {
      const { sources, unit } = rooms[room];
      const seen = sources?.seenFrom(x, y) ?? [];
      return (z) => (sources ? summed(seen, sources.left ?? sources.add, [x, z, y], unit) : NONE);
    }),
    litGrid(scene, (room) => (x, y) => (z) => {
      const { sources, patches, unit } = rooms[room];
      return sources ? summed(patches, addPatch, [x, z, y], unit) : NONE;
    }),
    rooms.map(({ sources, patches, unit }) => {
      const inUnit = (/** @type {Emission} */ { bright, ...emission }) => ({ ...emission, bright: bright / unit });
      return emittersOf((sources?.emitters ?? []).map(inUnit), patches.map(inUnit));
    }),
  ];
};

/** @template T @param {Scene} scene @param {number} room @param {Sources<T> | null} sources */
const litRoom = (scene, room, sources) => {
  if (!sources) return { sources, patches: [], unit: 1 };
  const patches = patchesOf(scene, room, LARGEST_M2);
  const direct = patches.map(({ at, normal }) => onFace(summed(sources.seenFrom(at[0], at[2]), sources.add, at, 1), normal));
  const { bright, mean } = thrownBack(patches, direct);
  return { sources, patches: patches.map((patch, place) => ({ ...patch, bright: bright[place] })), unit: (sources.byMean && mean) || 1 };
};

/** @template T @param {readonly T[]} sources @param {(sum: number[], source: T, at: Spot) => void} add @param {Spot} at @param {number} unit */
const summed = (sources, add, at, unit) => {
  const sum = [...NONE];
  for (const source of sources) add(sum, source, at);
  return sum.map((value) => value / unit);
};

/** @param {readonly number[]} light @param {Spot} normal */
const onFace = ([x, y, z], normal) => Math.max(x * normal[0] + y * normal[1] + z * normal[2], 0);

/**
 * How bright patches are in the end, as light is that a steradian of them sends, and what falls on them on average.
 * @param {readonly Patch[]} patches @param {readonly number[]} direct what falls on each straight @returns {{bright: number[], mean: number}}
 */
export const thrownBack = (patches, direct) => {
  const share = patches.map(({ colour: [red, green, blue] }) => (1 - SWALLOWED) * (0.2126 * red + 0.7152 * green + 0.0722 * blue));
  const between = patches.map((one) => patches.map((other) => seenOf(one, other)));
  let falling = [...direct];
  for (let round = 0; round < ROUNDS; round += 1) {
    const leaving = falling.map((light, place) => light * share[place]);
    falling = direct.map((light, place) => between[place].reduce((sum, seen, other) => sum + seen * leaving[other], light));
  }
  const area = patches.reduce((sum, patch) => sum + patch.area, 0);
  const mean = falling.reduce((sum, light, place) => sum + light * patches[place].area, 0) / (area || 1);
  return { bright: falling.map((light, place) => (light * share[place]) / Math.PI), mean };
};

/** @param {number[]} sum @param {Patch & {bright: number}} patch @param {Spot} to */
const addPatch = (sum, { at, normal, area, bright }, [x, y, z]) => {
  const [dx, dy, dz] = [at[0] - x, at[1] - y, at[2] - z];
  const square = dx * dx + dy * dy + dz * dz;
  const away = Math.sqrt(square) || 1;
  const facing = -(dx * normal[0] + dy * normal[1] + dz * normal[2]) / away;
  if (facing <= 0) return;
  const amount = (bright * area * facing) / (square + area / Math.PI);
  sum[0] += (amount * dx) / away;
  sum[1] += (amount * dy) / away;
  sum[2] += (amount * dz) / away;
  sum[3] += amount;
};

/** What share of all that a face sees another is. @param {Patch} one @param {Patch} other */
const seenOf = (one, other) => {
  const [dx, dy, dz] = [other.at[0] - one.at[0], other.at[1] - one.at[1], other.at[2] - one.at[2]];
  const square = dx * dx + dy * dy + dz * dz;
  const here = dx * one.normal[0] + dy * one.normal[1] + dz * one.normal[2];
  const there = -(dx * other.normal[0] + dy * other.normal[1] + dz * other.normal[2]);
  return here > 0 && there > 0 ? (other.area * here * there) / (square * (Math.PI * square + other.area)) : 0;
};
