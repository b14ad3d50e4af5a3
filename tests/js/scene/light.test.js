/** Corners and what lies under things are dark; places near windows are light, and light stays in its room. */

import assert from "node:assert/strict";
import test from "node:test";

import { newField, standThing, standWall } from "#scene/occlusion.js";
import { thrownBack } from "#scene/room_light.js";
import { skyGrids } from "#scene/skylight.js";

import { scene } from "./room.js";

const at = (field, values, x, y) => values[Math.floor((y - field.y) / field.texel) * field.width + Math.floor((x - field.x) / field.texel)];

test("the field tells how far the nearest wall is", () => {
  const field = newField([0, 0, 4, 3]);
  standWall(field, [[0, 0], [4, 0], [4, 0.1], [0, 0.1]], true);
  assert.equal(at(field, field.walls, 2, 0.05), 0);
  assert.ok(Math.abs(at(field, field.walls, 2, 0.6) - 0.5) < field.texel);
  assert.equal(at(field, field.walls, 2, 2.5), 1);
});

const SOFA = { x: 2, y: 1.5, turn: Math.PI / 6, width: 2, depth: 0.9, height: 0.8, above: 0 };
const shade = (thing, x, y) => {
  const field = newField([0, 0, 4, 3]);
  standThing(field, thing);
  return at(field, field.things, x, y);
};

test("it is dark under a thing, lighter beside it, and bright far away", () => {
  const [under, beside, far] = [shade(SOFA, 2, 1.5), shade(SOFA, 2 - 0.55 * 0.5, 1.5 + 0.55 * 0.87), shade(SOFA, 0.2, 2.8)];
  assert.ok(under > 0.5 && beside < under && beside > far && far < 0.01);
});

test("what hangs high, and what is thin, hardly darkens the floor", () => {
  assert.ok(shade({ ...SOFA, above: 1.8 }, 2, 1.5) < 0.05);
  assert.ok(shade({ ...SOFA, height: 0.01 }, 2, 1.5) < 0.05);
});

test("a big plan has a coarser field, not a bigger one", () => {
  const { width, height } = newField([0, 0, 200, 100]);
  assert.ok(width <= 512 && height <= 512);
});

const lightIn = (grid, x, y, z) => {
  const cell = [x, z, y].map((value, axis) => Math.floor((value - grid.corner[axis]) / grid.cell[axis]));
  const place = ((cell[2] * grid.size[1] + cell[1]) * grid.size[0] + cell[0]) * 4;
  return [...grid.values.slice(place, place + 4)];
};
const [straight, back] = skyGrids(scene);

test("a window lights what is near it more than what is far", () => {
  const [near, far] = [lightIn(straight, 2.1, 0.6, 1.2)[3], lightIn(straight, 2.1, 2.6, 1.2)[3]];
  assert.ok(near > 2 * far && far > 0);
});

test("the light comes from the window", () => {
  const [x, , z] = lightIn(straight, 0.6, 1.8, 1.2);
  assert.ok(x > 0 && z < 0);
});

test("a window does not light the foot of its own wall", () => {
  const [foot, before] = [lightIn(straight, 2.1, 0.02, 0.1), lightIn(straight, 2.1, 0.9, 0.1)];
  assert.ok(foot[3] < 0.2 * before[3] && before[1] > 0);
});

test("what the faces throw back is more even, and comes rather from the lit side", () => {
  const [near, far] = [lightIn(back, 2.1, 0.9, 1.2), lightIn(back, 2.1, 2.1, 1.2)];
  assert.ok(near[3] < 2 * far[3] && far[3] < 2 * near[3]);
  assert.ok(near[2] > 0, "the wall opposite the window is the bright one");
});

test("patches of one colour that see nothing but each other end as bright as they may", () => {
  const sides = [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]];
  const box = sides.map((way) => ({ at: way.map((value) => -value), normal: way, area: 4, colour: [0.5, 0.5, 0.5] }));
  const { mean } = thrownBack(box, box.map(() => 1));
  assert.ok(mean > 1.4 && mean < 1.05 / (1 - 0.4));
});

test("no light goes through a wall into another room, which without windows is lit from above", () => {
  const elsewhere = skyGrids({ ...scene, lights: scene.lights.map((one) => ({ ...one, room: 7 })) });
  assert.deepEqual(elsewhere, skyGrids({ ...scene, lights: [] }));
  assert.ok(lightIn(elsewhere[0], 2.1, 1.5, 0.4)[1] > lightIn(elsewhere[0], 0.3, 0.3, 0.4)[1]);
});
