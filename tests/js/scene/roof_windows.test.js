/** Roof windows in 3D: how they are drawn round, and where the light through them comes from. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openingEdges } from "#scene/edges.js";
import { skyGrids } from "#scene/skylight.js";

const { scene } = JSON.parse(readFileSync(new URL("../../cases/scene/roof_windows.json", import.meta.url), "utf8"));

test("it is drawn round in the face of the ceiling", () => {
  const [first] = scene.openings;
  const heights = openingEdges(first).filter((_, place) => place % 3 === 1);
  assert.equal(Math.round(Math.min(...heights) * 1000), 1600);
  assert.equal(Math.round(Math.max(...heights) * 1000), 2434);
});

test("light falls through it onto the floor", () => {
  const [first] = scene.lights;
  const [{ corner, size, cell, values }] = skyGrids({ ...scene, lights: [first] });
  const amount = (x, y) => values[((Math.floor((y - corner[2]) / cell[2]) * size[1] + 2) * size[0] + Math.floor((x - corner[0]) / cell[0])) * 4 + 3];
  assert.ok(amount(3.6, 1.3) > 2 * amount(0.6, 2.4) && amount(0.6, 2.4) > 0);
});
