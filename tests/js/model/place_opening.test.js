/** Where an opening goes when it is put into a wall. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { placed } from "#model/actions/place_opening.js";

const PLAN = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {} },
  walls: { w1: { level: "l1", a: [0, -1000], b: [0, 1000], thickness: 400 }, w2: { level: "l1", a: [0, 0], b: [3000, 0], thickness: 100 } },
});

for (const [what, middle_mm, from, offset] of /** @type {[string, number, string, number][]} */ ([
  ["stays out of a thicker wall that its wall runs into", 0, "a", 220],
  ["stays off its wall's free end", 3000, "b", 70],
  ["stays where it is tapped between them", 1000, "a", 600],
])) {
  test(`an opening ${what}`, () => assert.deepEqual(placed(PLAN, "w2", middle_mm, 800), { from, offset }));
}
