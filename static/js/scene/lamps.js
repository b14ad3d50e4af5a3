/**
 * The lamps of a scene: where they shine from, how strongly, and which way.
 *
 * A room that would be brighter than by day is dimmed, as a camera would.
 */
import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { roomAt } from "#scene/grounds.js";
import { radians } from "#scene/rings.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {{all: number, down: number, up: number, edge: number, core: number}} Beam shares of the power: to all sides, and in a
 *   cone downwards and upwards, which fades between these cosines
 * @typedef {{x: number, y: number, z: number, room: number | null, power: number, beam: Beam}} Lamp metres on the page, z up
 */

/** What shines though it stands on another shelf than the lamps. */
const LIT_TOO = ["lit_mirror"];
/** The light at a metre from a usual lamp, by what it is mounted on. @type {Record<string, number>} */
const POWERS = { ceiling: 3.2, floor: 1.9, wall: 1.4 };
const USUAL_M = 0.4;
const USUAL_HEIGHT_M = 2.6;
/** The most that falls on a room's surfaces on average. */
const MOST_ON_AVERAGE = 0.95;
/** Under an opaque hood; a shade of cloth, open above and below; a globe or a flat lamp of the ceiling. @type {Record<string, Beam>} */
const BEAMS = {
  hood: { all: 0.06, down: 2.2, up: 0, edge: 0.5, core: 0.92 },
  shade: { all: 0.45, down: 0.9, up: 0.9, edge: 0.45, core: 0.88 },
  globe: { all: 0.5, down: 0.6, up: 0, edge: 0.2, core: 0.9 },
};

/** Whether a kind shines in the evening. @param {{category: string, name: string}} kind */
export const isLamp = ({ category, name }) => category === "light" || LIT_TOO.includes(name);

/** The lamps that stand or hang in a scene, dimmed where a room has many. @param {Scene} scene @param {import("#scene/furniture.js").Kinds} kinds @returns {Lamp[]} */
export const lampsOf = (scene, kinds) => {
  const lamps = scene.items.filter(({ kind }) => kinds.has(kind) && isLamp(kinds.get(kind))).map((item) => lampOf(item, kinds.get(item.kind), scene));
  return lamps.map((lamp) => ({ ...lamp, power: lamp.power * dimmedIn(scene, lamps, lamp.room) }));
};

/** The lamp of a room that casts its shadows: the strongest. @param {readonly Lamp[]} lamps @param {number | null} room @returns {Lamp | null} */
export const keyLampOf = (lamps, room) => {
  const strengthOf = (/** @type {Lamp} */ { power, beam }) => power * (beam.all + beam.down);
  const [strongest] = lamps.filter((lamp) => room !== null && lamp.room === room).toSorted((one, other) => strengthOf(other) - strengthOf(one));
  return strongest ?? null;
};

/** How far a room's lamps are dimmed. @param {Scene} scene @param {readonly Lamp[]} lamps @param {number | null} room */
const dimmedIn = ({ rooms }, lamps, room) => {
  if (room === null) return 1;
  const area_m2 = rooms[room].area_mm2 / 1e6;
  const faces_m2 = 2 * area_m2 + 4 * Math.sqrt(area_m2) * USUAL_HEIGHT_M;
  const average = lamps.reduce((sum, lamp) => (lamp.room === room ? sum + lamp.power * thrownBy(lamp.beam) : sum), 0) / faces_m2;
  return Math.min(1, MOST_ON_AVERAGE / (average || 1));
};

/** All that a lamp of power 1 throws, in every direction together. @param {Beam} beam */
const thrownBy = ({ all, down, up, edge, core }) => 4 * Math.PI * all + 2 * Math.PI * (1 - (edge + core) / 2) * (down + up);

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
  return { x, y, z, room: roomAt(scene, x, y), power, beam: isHooded(parts, shining) ? BEAMS.hood : kind.mount === "ceiling" || LIT_TOO.includes(kind.name) ? BEAMS.globe : BEAMS.shade };
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
