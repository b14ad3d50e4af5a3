import assert from "node:assert/strict";
import { test } from "node:test";
import { placedWay } from "#plan/placed_way.js";

const D = "M -100 -50 L 100 -50 A 50 20 0 0 1 100 50 Q 0 60 -100 50 Z";

test("a path that stays is as it was", () => {
  assert.equal(placedWay(D, { at: [0, 0], turn_mdeg: 0 }), D);
});

test("a quarter turn brings right to down, and an arc turns along", () => {
  assert.equal(placedWay("M 100 0 A 50 20 0 0 1 0 30", { at: [1000, 2000], turn_mdeg: 90_000 }), "M 1000 2100 A 50 20 90 0 1 970 2000");
});

test("a mirrored path runs the other way round its arcs", () => {
  assert.equal(placedWay("M 100 0 A 50 20 0 0 1 0 30", { at: [0, 0], turn_mdeg: 0, mirrored: true }), "M -100 0 A 50 20 0 0 0 0 30");
});

test("every command of a row of points is moved", () => {
  assert.equal(placedWay("M 0 0 L 1 1 2 2", { at: [10, 0], turn_mdeg: 0 }), "M 10 0 L 11 1 12 2");
});
