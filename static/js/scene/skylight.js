/**
 * How much daylight reaches a place in a room, and from where: what comes in by its windows and what its faces throw back.
 *
 * The grids' unit is the mean light on the room's own faces, as a camera is set by the room that one stands in.
 */
import { crossingsOf } from "#scene/grid.js";
import { patchesOf } from "#scene/patches.js";
import { radians, ringOf } from "#scene/rings.js";
import { lightGrids } from "#scene/room_light.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/emitters.js").Emitter} Emitter
 * @typedef {import("#scene/rings.js").Ring} Ring
 * @typedef {import("#scene/grid.js").Grid} Grid
 * @typedef {import("#scene/patches.js").Spot} Spot
 * @typedef {{at: Spot, face: Spot, into: Spot, area: number, walls: number}} Pane a part of a window: metres and m² of the viewer's frame; where its wall ends, as that is where it shines from; into the room; the walls between it and the room's outline
 * @typedef {{at: Spot, into: Spot, aside: Spot, up: Spot, wide: number, high: number}} Window metres of the viewer's frame; directions of length 1
 */

/** Where along a pane its light is taken from. */
const SPREAD = [-0.33, 0, 0.33];
/** What is seen below the horizon is darker than the sky; between these sines of the height it grows lighter. */
const GROUND = 0.4;
const HORIZON = [-0.05, 0.3];
/** A room without windows is shown by a lamp of so many square metres under its ceiling, so far below the level's height. */
const OVERHEAD_M2 = 0.3;
const BELOW_M = 0.15;
const FLOOR_M2 = 0.5;

/** What comes straight, what is thrown back, and what sends it in each room. @param {Scene} scene @returns {[Grid, Grid, Emitter[][]]} */
export const skyGrids = (scene) =>
  lightGrids(scene, (room, rings) => {
    const own = panesOf(scene, room);
    const panes = own.length > 0 ? own : overheadIn(scene, room);
    return { seenFrom: (x, y) => seenFrom(panes, rings, x, y), add: addPane, emitters: panes.map(emitterOf), byMean: true };
  });

/** The windows, where the walls that they are in end. @param {Scene} scene @returns {Window[]} */
export const windowsOf = ({ lights, openings }) => {
  const deep = depthsOf(openings);
  return lights.map((light) => {
    const { at: [x, y, z], width, height, opening } = light;
    const { into, aside, up } = axesOf(light);
    return { at: ahead([x / 1000, z / 1000, y / 1000], into, deep.get(opening) ?? 0), into, aside, up, wide: width / 1000, high: height / 1000 };
  });
};

/** From the middle of an opening to where its wall ends, metres, by ids. @param {Scene["openings"]} openings @returns {Map<string, number>} */
const depthsOf = (openings) => new Map(openings.map(({ id, thickness }) => [id, thickness / 2000]));

/** @param {Spot} at @param {Spot} way @param {number} far @returns {Spot} */
const ahead = (at, way, far) => [at[0] + far * way[0], at[1] + far * way[1], at[2] + far * way[2]];

/** A pane shines as sky. @param {Pane} pane @returns {import("#scene/room_light.js").Emission} */
const emitterOf = ({ face, into, area }) => ({ at: face, normal: into, area, bright: 1, isSky: true });

/** The parts of panes that a place of the page sees past the room's corners. @param {readonly Pane[]} panes @param {Ring[]} rings @param {number} x @param {number} y */
const seenFrom = (panes, rings, x, y) =>
  panes.filter(({ at, walls }) => rings.reduce((sum, ring) => sum + crossingsOf(ring, x, y, at[0], at[2]), 0) <= walls);

/** @param {number[]} sum @param {Pane} pane @param {Spot} from */
const addPane = (sum, { face, into, area }, from) => {
  const [dx, dy, dz] = [face[0] - from[0], face[1] - from[1], face[2] - from[2]];
  const square = dx * dx + dy * dy + dz * dz;
  const away = Math.sqrt(square) || 1;
  const facing = Math.max(-(dx * into[0] + dy * into[1] + dz * into[2]) / away, 0);
  const up = Math.min(Math.max((dy / away - HORIZON[0]) / (HORIZON[1] - HORIZON[0]), 0), 1);
  const amount = ((GROUND + (1 - GROUND) * up) * area * facing) / (square + area / Math.PI);
  sum[0] += (amount * dx) / away;
  sum[1] += (amount * dy) / away;
  sum[2] += (amount * dz) / away;
  sum[3] += amount;
};

/** @param {Scene} scene @param {number} room @returns {Pane[]} a wall's lie behind the room's outline, a roof's within it */
const panesOf = ({ lights, openings }, room) => {
  const deep = depthsOf(openings);
  return lights
    .filter((light) => light.room === room)
    .flatMap((light) => {
      const { at: [x, y, z], width, area_mm2, lean_mdeg, opening } = light;
      const { into, aside } = axesOf(light);
      return SPREAD.map((share) => {
        const at = /** @type {Spot} */ ([x, z, y].map((value, axis) => (value + aside[axis] * share * width) / 1000));
        return { at, face: ahead(at, into, deep.get(opening) ?? 0), into, area: area_mm2 / 1e6 / SPREAD.length, walls: lean_mdeg ? 0 : 1 };
      });
    });
};

/** On the piece of floor that is nearest to the middle of the room. @param {Scene} scene @param {number} room @returns {Pane[]} */
const overheadIn = ({ rooms, levels, ...scene }, room) => {
  const { polygon, floor, level } = rooms[room];
  const ring = ringOf(polygon);
  const [x, y] = [0, 1].map((axis) => ring.reduce((sum, point) => sum + point[axis] / ring.length, 0));
  const floors = patchesOf({ ...scene, rooms, levels, surfaces: scene.surfaces.filter(({ of }) => of === "floor") }, room, FLOOR_M2);
  const apart = (/** @type {import("#scene/patches.js").Patch} */ { at }) => Math.hypot(at[0] - x, at[2] - y);
  const [nearest] = floors.toSorted((one, other) => apart(one) - apart(other));
  const height = (floor + (levels.find(({ id }) => id === level)?.height ?? 0)) / 1000 - BELOW_M;
  if (!nearest) return [];
  const at = /** @type {Spot} */ ([nearest.at[0], height, nearest.at[2]]);
  return [{ at, face: at, into: [0, -1, 0], area: OVERHEAD_M2, walls: 0 }];
};

/** Into the room, along the sill and up the pane, each of length 1. @param {Scene["lights"][number]} light @returns {{into: Spot, aside: Spot, up: Spot}} */
const axesOf = ({ towards_mdeg, lean_mdeg = 0 }) => {
  const [angle, lean] = [radians(towards_mdeg), radians(lean_mdeg)];
  const [inX, inY, level, tilt] = [Math.cos(angle), Math.sin(angle), Math.cos(lean), Math.sin(lean)];
  return { into: [inX * level, -tilt, inY * level], aside: [-inY, 0, inX], up: [inX * tilt, level, inY * tilt] };
};
