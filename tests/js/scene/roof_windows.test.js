/** Roof windows in 3D: how they are drawn round, and where the light through them comes from. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openingEdges } from "#scene/edges.js";
import { skyGrid } from "#scene/skylight.js";

const { scene } = JSON.parse(readFileSync(new URL("../../cases/scene/roof_windows.json", import.meta.url), "utf8"));

test("it is drawn round in the face of the ceiling", () => {
  const [first] = scene.openings;
  const heights = openingEdges(first).filter((_, place) => place % 3 === 1);
  assert.equal(Math.round(Math.min(...heights) * 1000), 1600);
  assert.equal(Math.round(Math.max(...heights) * 1000), 2434);
});

test("light falls through it onto the floor", () => {
  const lit = (/** @type {any} */ one) => skyGrid(one).values.reduce((sum, value, place) => (place % 4 === 3 ? sum + value : sum), 0);
  assert.equal(lit({ ...scene, lights: [] }), 0);
  assert.ok(lit(scene) > 0);
});
