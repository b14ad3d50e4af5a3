/** In the evening lamps light their own rooms, the nearer the more, and a room full of them is not dazzling. */

import assert from "node:assert/strict";
import test from "node:test";

import { lampGrids } from "#scene/lamplight.js";
import { keyLampOf, lampsOf } from "#scene/lamps.js";

import { kinds, scene } from "./room.js";

const hung = (kind, x, y, id = "i90") => ({ id, level: scene.levels[0].id, kind, size: kinds.get(kind).size, tint: null, at: [x, y, 2300], turn_mdeg: 0, mirrored: false, hung: null });
const lit = (...items) => ({ ...scene, items });
const light = (grid, x, y, z) => {
  const cell = [x, z, y].map((value, axis) => Math.floor((value - grid.corner[axis]) / grid.cell[axis]));
  const place = ((cell[2] * grid.size[1] + cell[1]) * grid.size[0] + cell[0]) * 4;
  return [...grid.values.slice(place, place + 4)];
};

test("lamps are told by their shelf, and shine from the middle of their shades", () => {
  const [lamp, ...others] = lampsOf(lit(hung("ceiling_lamp", 2000, 1500), hung("bath", 1000, 1000)), kinds);
  assert.deepEqual([lamp.x, lamp.y, lamp.room, others.length], [2, 1.5, 0, 0]);
  assert.ok(lamp.z > 2.3 && lamp.z < 2.43);
});

test("it is brighter under a lamp than in a corner, and all of it comes from above", () => {
  const one = lit(hung("ceiling_lamp", 2000, 1500));
  const [straight, back] = lampGrids(one, lampsOf(one, kinds));
  const [under, corner] = [light(straight, 2, 1.5, 0.9), light(straight, 0.4, 0.4, 0.9)];
  assert.ok(under[1] > corner[1] && corner[1] > 0 && light(back, 2, 1.5, 0.9)[3] > 0);
});

test("an opaque hood throws its light down, a shade of cloth down and up", () => {
  const [hood, shade] = ["pendant_lamp", "floor_lamp"].map((kind) => {
    const one = lit(hung(kind, 2000, 1500));
    const [lamp] = lampsOf(one, kinds);
    const [straight] = lampGrids(one, [{ ...lamp, z: 1.3 }]);
    return [light(straight, 2, 1.5, 0.3), light(straight, 2, 1.5, 2.4), light(straight, 0.6, 1.5, 1.3)].map(([, , , amount]) => amount);
  });
  assert.ok(hood[0] > 10 * hood[1] && hood[0] > 10 * hood[2]);
  assert.ok(shade[1] > 2 * shade[2] && shade[0] > 2 * shade[2] && shade[2] > 0);
});

test("without lamps it is dark, and another room's lamp lights nothing here", () => {
  const [lamp] = lampsOf(lit(hung("ceiling_lamp", 2000, 1500)), kinds);
  assert.equal(Math.max(...lampGrids(lit(), []).slice(0, 2).flatMap(({ values }) => [...values])), 0);
  assert.equal(Math.max(...lampGrids(lit(), [{ ...lamp, room: 7 }])[0].values), 0);
});

test("twenty lamps are dimmed as a camera would", () => {
  const many = lit(...Array.from({ length: 20 }, (_, place) => hung("ceiling_lamp", 600 + place * 130, 1500, `i${place}`)));
  const one = lit(hung("ceiling_lamp", 2000, 1500));
  const [twenty, alone] = [many, one].map((of) => light(lampGrids(of, lampsOf(of, kinds))[0], 2, 1.5, 0.4)[1]);
  assert.ok(twenty < 3 * alone);
});

test("the strongest lamp of a room leaves its light downwards to the one with shadows, and no other room's does", () => {
  const one = lit(hung("ceiling_lamp", 2000, 1500), hung("wall_lamp", 1000, 1000, "i91"));
  const lamps = lampsOf(one, kinds);
  const key = keyLampOf(lamps, 0);
  assert.deepEqual([key?.x, key?.y, keyLampOf(lamps, null)], [2, 1.5, null]);
  const [whole, left] = [lampGrids(one, lamps), lampGrids(one, lamps, key)].map((grids) => grids.slice(0, 2).map((grid) => light(grid, 2, 1.5, 0.9)));
  assert.ok(left[0][1] < whole[0][1] && left[0][1] > 0 && left[1][3] === whole[1][3]);
});
