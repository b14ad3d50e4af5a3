/**
 * How much light from lamps reaches a place in the evening: the same coarse grid as of the windows' light (skylight.js).
 *
 * Each cell holds the sum of the light that comes straight from the room's lamps times its direction, and in alpha what
 * the room's walls throw back; 1 is daylight on an open floor. However many lamps there are, a picture costs the same,
 * and no light goes through a wall. A room that would be brighter than by day is dimmed, as a camera would.
 */
import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { roomAt } from "#scene/grounds.js";
import { radians } from "#scene/rings.js";
import { MOST_LIGHT, crossingsOf, litGrid } from "#scene/skylight.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/skylight.js").Grid} Grid
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {{x: number, y: number, z: number, room: number | null, power: number, hooded: boolean}} Lamp metres on the page, z up; hooded: shines downwards only
 */

/** What shines though it stands on another shelf than the lamps. */
const LIT_TOO = ["lit_mirror"];
/** The light at a metre from a usual lamp, by what it is mounted on. @type {Record<string, number>} */
const POWERS = { ceiling: 2.6, floor: 1.5, wall: 1.2 };
const USUAL_M = 0.4;
/** So large is what shines: nearer than that it gets no brighter. */
const GLOBE_M = 0.6;
const THROWN_BACK = 0.36;
/** What a hood lets past upwards. */
const HOOD_LEAK = 0.1;
const USUAL_HEIGHT_M = 2.6;
/** The most that falls on a room's surfaces on average. */
const MOST_ON_AVERAGE = 0.5;
/** So much of its light downwards a room's strongest lamp gives with shadows, within a cone of these cosines. */
export const KEY_SHARE = 0.7;
export const KEY_EDGE = 0.31;
export const KEY_CORE = 0.81;
const BESIDES = [[0, 0], [0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2]];

/** Whether a kind shines in the evening. @param {{category: string, name: string}} kind */
export const isLamp = ({ category, name }) => category === "light" || LIT_TOO.includes(name);

/** The lamps that stand or hang in a scene. @param {Scene} scene @param {import("#scene/furniture.js").Kinds} kinds @returns {Lamp[]} */
export const lampsOf = (scene, kinds) =>
  scene.items.filter(({ kind }) => kinds.has(kind) && isLamp(kinds.get(kind))).map((item) => lampOf(item, kinds.get(item.kind), scene));

/** The lamp of a room that casts its shadows: the strongest, as far as it is dimmed. @param {Scene} scene @param {readonly Lamp[]} lamps @param {number | null} room @returns {Lamp | null} */
export const keyLampOf = (scene, lamps, room) => {
  const [strongest] = lamps.filter((lamp) => room !== null && lamp.room === room).toSorted((one, other) => other.power - one.power);
  return strongest && room !== null ? { ...strongest, power: strongest.power * dimmedIn(scene, lamps, room).dimmed } : null;
};

/** @param {Scene} scene @param {readonly Lamp[]} lamps @param {Lamp | null} [key] whose light downwards is mostly left to another (light.js) @returns {Grid} */
export const lampGrid = (scene, lamps, key = null) =>
  litGrid(scene, (room, rings) => {
    const own = lamps.filter((lamp) => lamp.room === room);
    const { average, dimmed } = dimmedIn(scene, lamps, room);
    const back = average * dimmed * THROWN_BACK;
    const isKey = (/** @type {Lamp} */ lamp) => key !== null && lamp.room === key.room && lamp.x === key.x && lamp.y === key.y && lamp.z === key.z;
    return (x, y) => {
      const seen = own.map((lamp) => ({ ...lamp, isKey: isKey(lamp), power: lamp.power * dimmed * shareSeen(lamp, rings, x, y) }));
      return (z) => lightAt(seen, back, x, y, z);
    };
  });

/** What falls on a room's surfaces on average, and how far its lamps are dimmed. @param {Scene} scene @param {readonly Lamp[]} lamps @param {number} room */
const dimmedIn = ({ rooms }, lamps, room) => {
  const area_m2 = rooms[room].area_mm2 / 1e6;
  const faces_m2 = 2 * area_m2 + 4 * Math.sqrt(area_m2) * USUAL_HEIGHT_M;
  const average = lamps.reduce((sum, lamp) => (lamp.room === room ? sum + 4 * Math.PI * lamp.power : sum), 0) / faces_m2;
  return { average, dimmed: Math.min(1, MOST_ON_AVERAGE / (average || 1)) };
};

/** @param {SceneItem} item @param {any} kind @param {Scene} scene @returns {Lamp} */
const lampOf = ({ at, size, turn_mdeg, mirrored, tint }, kind, scene) => {
  const parts = partsOf(kind, size, tint);
  const shining = parts.filter((/** @type {any} */ part) => part.material === "light");
  const [aside, ahead, up] = middleOf(shining, size);
  const [c, s] = [Math.cos(radians(turn_mdeg)), Math.sin(radians(turn_mdeg))];
  const side = mirrored ? -aside : aside;
  const [x, y, z] = [at[0] + side * c - ahead * s, at[1] + side * s + ahead * c, at[2] + up].map((mm) => mm / 1000);
  const large = Math.sqrt(size[0] * size[1]) / 1000 / USUAL_M;
  const power = (POWERS[kind.mount] ?? POWERS.wall) * Math.min(Math.max(large, 0.5), 1.4);
  return { x, y, z, room: roomAt(scene, x, y), power, hooded: isHooded(parts, shining) };
};

/** Whether something that lets no light through is wider than what shines and reaches from over it down beside it. @param {any[]} parts @param {any[]} shining */
const isHooded = (parts, shining) => {
  if (shining.length === 0) return false;
  const light = reachOf(shining);
  return parts.some((part) => {
    if (part.material === "light" || part.material === "glass") return false;
    const { least, most } = reachOf([part]);
    return [0, 1].every((axis) => least[axis] < light.least[axis] && most[axis] > light.most[axis]) && most[2] > light.most[2] && least[2] < light.most[2];
  });
};

/** The least and most x, y, z. @param {any[]} parts */
const reachOf = (parts) => {
  const [least, most] = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
  for (const part of parts) {
    meshOf(part).positions.forEach((value, place) => {
      least[place % 3] = Math.min(least[place % 3], value);
      most[place % 3] = Math.max(most[place % 3], value);
    });
  }
  return { least, most };
};

/** The middle of what shines, mm in the thing's own frame. @param {any[]} parts @param {readonly number[]} size */
const middleOf = (parts, size) => {
  if (parts.length === 0) return [0, 0, size[2] / 2];
  const { least, most } = reachOf(parts);
  return least.map((value, axis) => (value + most[axis]) / 2);
};

/** How much of a lamp is seen past the room's corners. @param {Lamp} lamp @param {Ring[]} rings @param {number} x @param {number} y */
const shareSeen = (lamp, rings, x, y) => {
  const open = BESIDES.filter(([dx, dy]) => rings.every((ring) => crossingsOf(ring, x, y, lamp.x + dx, lamp.y + dy) === 0));
  return open.length / BESIDES.length;
};

/** @param {number} share */
const eased = (share) => Math.min(Math.max(share, 0), 1);

/** @param {readonly (Lamp & {isKey: boolean})[]} lamps @param {number} back @param {number} x @param {number} y @param {number} z @returns {[number, number, number, number]} */
const lightAt = (lamps, back, x, y, z) => {
  const sum = [0, 0, 0];
  for (const { power, hooded, isKey, ...lamp } of lamps) {
    const [dx, dy, dz] = [lamp.x - x, lamp.y - y, lamp.z - z];
    const square = dx * dx + dy * dy + dz * dz;
    const under = hooded ? HOOD_LEAK + (1 - HOOD_LEAK) * eased(0.5 + (2 * dz) / Math.sqrt(square + 0.01)) : 1;
    const left = isKey ? 1 - KEY_SHARE * eased((dz / Math.sqrt(square + 0.01) - KEY_EDGE) / (KEY_CORE - KEY_EDGE)) : 1;
    const share = (under * left * power) / (square + GLOBE_M * GLOBE_M) / Math.max(Math.sqrt(square), 0.05);
    sum[0] += share * dx;
    sum[1] += share * dz;
    sum[2] += share * dy;
  }
  const within = Math.min(1, (MOST_LIGHT * 0.98) / (Math.hypot(...sum) || 1));
  return [sum[0] * within, sum[1] * within, sum[2] * within, back];
};
