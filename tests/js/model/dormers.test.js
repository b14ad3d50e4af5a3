/** Dormers: put into slopes with a window, slid with it, measured by their depth, and gone with it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { addDormer, depthOf, heightFor, moveDormer, placeFor, setFront } from "#model/actions/dormers.js";
import { copyOf } from "#model/actions/copy_across.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { apply } from "#model/fold.js";
import { removeLevel } from "#model/levels.js";
import { entity } from "#model/plan.js";

const PLAN = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {}, l2: { elevation: 2900 } },
  walls: {
    w1: { level: "l1", a: [0, 0], b: [6000, 0], thickness: 200 },
    w2: { level: "l1", a: [2000, 0], b: [2000, 4000], thickness: 100 },
  },
  slopes: { s1: { level: "l1", a: [6000, 100], b: [0, 100], knee: 1000, angle_mdeg: 45_000 } },
});
const done = (/** @type {any} */ make, plan = PLAN) => apply(plan, { remove: [], ...make(plan) });
const place = /** @type {any} */ (placeFor(PLAN, "s1"));
const WITH = done(addDormer(place, "m1", "o1"));

test("a dormer comes into the widest stretch between walls, with a window in the wall that it stands on", () => {
  assert.deepEqual(place, { slope: "s1", offset: 1180, width: 1600, height: 2300 });
  const { wall, from, offset, width, height, sill, kind } = /** @type {any} */ (entity(WITH, "openings", "o1"));
  assert.deepEqual([wall, from, offset, width, height, sill, kind], ["w1", "b", 1380, 1200, 1250, 900, "double_window"]);
});

test("it slides along its slope with its windows, not off its wall and not over the wall beside it", () => {
  const slid = done(moveDormer("m1", { along: 203, left: 900 }, "dragged"), WITH);
  assert.deepEqual([slid.dormers.m1.offset, slid.dormers.m1.front, slid.openings.o1.offset], [1380, 0, 1580]);
  const ends = [-9000, 9000].map((along) => done(moveDormer("m1", { along }), WITH).dormers.m1.offset);
  assert.deepEqual(ends, [0, 3950 - 1600]);
});

test("a front typed off the wall leaves no window behind", () => {
  const off = done(setFront("m1", 400), WITH);
  assert.deepEqual([off.dormers.m1.front, off.openings.o1], [400, undefined]);
});

test("its depth follows from where its ceiling meets the slope, and its height from a depth", () => {
  const [slope, dormer] = [PLAN.slopes.s1, { width: 1000, height: 2000, front: 200, angle_mdeg: 45_000 }];
  assert.deepEqual(["flat", "gable"].map((form) => Math.round(depthOf({ ...dormer, form }, slope))), [800, 1300]);
  assert.equal(Math.round(depthOf({ ...dormer, form: "shed", angle_mdeg: 26_565 }, slope)), 1600);
  assert.equal(heightFor({ ...dormer, form: "flat" }, slope, 1000), 2200);
});

test("it goes with its windows, with its slope and with its level, and is copied with its slope", () => {
  assert.deepEqual(removeEntities(["dormers/m1"])(WITH)?.remove, ["dormers/m1", "openings/o1"]);
  assert.deepEqual(removeEntities(["slopes/s1"])(WITH)?.remove, ["slopes/s1", "dormers/m1"]);
  assert.ok(removeLevel("l1")(WITH)?.remove?.includes("dormers/m1"));
  assert.deepEqual(copyOf(WITH, [{ collection: "slopes", id: "s1" }]).map(({ collection }) => collection), ["slopes", "dormers"]);
});
