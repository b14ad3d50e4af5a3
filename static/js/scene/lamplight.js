/**
 * How much light from lamps reaches a place in the evening, as the windows' does by day (skylight.js): 1 is daylight on an open floor.
 *
 * However many lamps there are, a picture costs the same, and no light goes through a wall.
 */
import { crossingsOf } from "#scene/grid.js";
import { lightGrids } from "#scene/room_light.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/emitters.js").Emitter} Emitter
 * @typedef {import("#scene/grid.js").Grid} Grid
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {import("#scene/lamps.js").Lamp} Lamp
 */

/** So large is what shines: nearer than that it gets no brighter. */
const GLOBE_M = 0.6;
/** The most that a lamp gives to a place. */
const BRIGHTEST = 2.5;
/** So much of its light downwards a room's strongest lamp gives with shadows. */
export const KEY_SHARE = 0.92;
const BESIDES = [[0, 0], [0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2]];

/**
 * What comes straight, what is thrown back, and what throws it in each room.
 * @param {Scene} scene @param {readonly Lamp[]} lamps @param {Lamp | null} [key] whose light downwards is mostly left to another (light.js) @returns {[Grid, Grid, Emitter[][]]}
 */
export const lampGrids = (scene, lamps, key = null) => {
  const leftOf = (/** @type {Lamp} */ lamp) => (key !== null && lamp.x === key.x && lamp.y === key.y && lamp.z === key.z ? 1 - KEY_SHARE : 1);
  return lightGrids(scene, (room, rings) => {
    const own = lamps.filter((lamp) => lamp.room === room);
    if (own.length === 0) return null;
    return {
      seenFrom: (x, y) => own.map((lamp) => ({ ...lamp, power: lamp.power * shareSeen(lamp, rings, x, y) })),
      add: (sum, lamp, at) => addLamp(sum, lamp, 1, at),
      left: (sum, lamp, at) => addLamp(sum, lamp, leftOf(lamp), at),
      byMean: false,
    };
  });
};

/** How much of a lamp is seen past the room's corners. @param {Lamp} lamp @param {Ring[]} rings @param {number} x @param {number} y */
const shareSeen = (lamp, rings, x, y) => {
  const open = BESIDES.filter(([dx, dy]) => rings.every((ring) => crossingsOf(ring, x, y, lamp.x + dx, lamp.y + dy) === 0));
  return open.length / BESIDES.length;
};

/** @param {number[]} sum @param {Lamp} lamp @param {number} left share of the light downwards @param {readonly [number, number, number]} at */
const addLamp = (sum, { x, y, z, power, beam }, left, at) => {
  const [dx, dy, dz] = [x - at[0], z - at[1], y - at[2]];
  const square = dx * dx + dy * dy + dz * dz;
  const away = Math.max(Math.sqrt(square), 0.05);
  const share = beam.all + left * beam.down * within(beam, dy / away) + beam.up * within(beam, -dy / away);
  const amount = Math.min((share * power) / (square + GLOBE_M * GLOBE_M), BRIGHTEST);
  sum[0] += (amount * dx) / away;
  sum[1] += (amount * dy) / away;
  sum[2] += (amount * dz) / away;
  sum[3] += amount;
};

/** How far a direction is within a beam, fading smoothly. @param {import("#scene/lamps.js").Beam} beam @param {number} cosine */
const within = ({ edge, core }, cosine) => {
  const share = Math.min(Math.max((cosine - edge) / (core - edge), 0), 1);
  return share * share * (3 - 2 * share);
};
