/** The browser describes a plan as the server does; the server's tests compare many more plans. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";

import { casesOf } from "../geometry/cases.js";

for (const [name, { plan, paints, scene }] of casesOf("scene")) {
  test(`the scene of ${name} is the server's`, () => {
    assert.deepEqual(JSON.parse(JSON.stringify(describe(plan, null, (code) => paints[code]))), scene);
  });
}

const [, { plan }] = casesOf("scene").find(([name]) => name === "room");
const withoutPaints = describe(plan, null, () => null);

test("a paint that the deck does not know leaves its wall bare and keeps its code", () => {
  const { paint, colour } = withoutPaints.surfaces.find(({ finish }) => finish === "f1");
  assert.deepEqual([paint, colour], ["sage", withoutPaints.surfaces.find(({ of, wall }) => of === "face" && wall === "w3").colour]);
});

test("a plan is not changed by being described", () => {
  const before = structuredClone(plan);
  describe(plan, null, () => null);
  assert.deepEqual(plan, before);
});

test("a level that is not there is an empty scene", () => {
  const { surfaces, rooms, items } = describe(plan, "l9", () => null);
  assert.deepEqual([surfaces, rooms, items], [[], [], []]);
});
