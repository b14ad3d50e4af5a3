/** Niches that back on one another in one wall, as they are placed, moved and shaped. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { setOpening } from "#model/actions/niches.js";
import { addOpening, moveOpening, refusalOf } from "#model/actions/place_opening.js";
import { shapeOpening } from "#model/actions/shape_opening.js";

const NICHE = { kind: "niche", width: 400, height: 600, sill: 1000, depth: 100 };
const plan = (/** @type {number} */ depth, thickness = 150) => /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {} }, walls: { w1: { level: "l1", a: [0, 0], b: [4000, 0], thickness } },
  openings: { o1: { ...NICHE, wall: "w1", offset: 500, opens: "right", depth }, o2: { ...NICHE, wall: "w1", offset: 2000, opens: "left" } },
});
const added = (/** @type {number} */ middle_mm) => addOpening({ ...NICHE, wall: "w1", middle_mm, opens: "left" }, "o3");
const deep = (/** @type {any} */ parts, id = "o3") => parts?.set[`openings/${id}`].depth;

test("a niche put behind another is as deep as that leaves", () => assert.equal(deep(added(700)(plan(80))), 50));

test("one beside it is as deep as was wanted", () => assert.equal(deep(added(1200)(plan(80))), 100));

test("a niche that is left nothing is not put, and it is said why", () => {
  assert.equal(added(700)(plan(125)), null);
  const words = [plan(125), plan(125, 25)].map((held) => refusalOf(held, { ...NICHE, wall: "w1" }));
  assert.deepEqual(words, ["niches.hint_behind", "niches.hint_thin"]);
});

for (const [how, make] of /** @type {[string, any][]} */ ([
  ["moved", moveOpening("o2", "w1", 700)],
  ["pulled wider", shapeOpening("o2", { middle_mm: 1400, width: 1600 }, "dragged")],
  ["typed nearer", setOpening("o2", { offset: 600 }, "typed")],
])) {
  test(`a niche ${how} behind another gives way, or stays`, () => assert.deepEqual([deep(make(plan(80)), "o2"), make(plan(125))], [50, null]));
}
