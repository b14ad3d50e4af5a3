/** Coloured walls colour what is beside them, and nothing else. */

import assert from "node:assert/strict";
import test from "node:test";

import { bounceGrids } from "#scene/bounce.js";

import { scene } from "./room.js";

const painted = (wall, colour) => ({ ...scene, surfaces: scene.surfaces.map((one) => ({ ...one, colour: one.of === "face" && one.wall === wall ? colour : "#f3f3f2" })) });
const at = (grid, spot) => {
  const cell = spot.map((value, axis) => Math.floor((value - grid.corner[axis]) / grid.cell[axis]));
  const place = ((cell[2] * grid.size[1] + cell[1]) * grid.size[0] + cell[0]) * 4;
  return [...grid.values.slice(place, place + 4)];
};

test("a red wall sends red to its neighbours, the more the nearer, and from its own side", () => {
  const [red, blue] = bounceGrids(painted("w1", "#b5483a"));
  const [near, far] = [at(red, [1, 1.3, 0.5]), at(red, [1, 1.3, 2.2])];
  assert.ok(near[3] > far[3] && far[3] > 0 && at(blue, [1, 1.3, 0.5])[3] < 0);
  assert.ok(near[2] < 0, "the wall stands up the page");
});

test("a white room stays as it is", () => {
  assert.ok(bounceGrids(painted("w1", "#f3f3f2")).every(({ values }) => values.every((value) => value === 0)));
});
