import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthSpots } from "#plan/length_spots.js";

const face = (/** @type {any} */ points, right_mm = 0, wide_mm = 1000) => ({ points, right_mm, wide_mm, length_mm: Math.hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]) });
const LEVEL = [[0, 0], [4000, 0]];
const at = (/** @type {any[]} */ wanted, others = /** @type {any[]} */ ([])) => lengthSpots(wanted, others, 200).map((spot) => spot && spot.at.map(Math.round));

test("a length stands half-way along its line, so far beside it", () => assert.deepEqual(at([face(LEVEL, 300)]), [[2000, 300]]));

test("of two that would lie on one another the later gives way along its line", () => {
  assert.deepEqual(at([face(LEVEL, 200), face([[0, 500], [4000, 500]], -200)]), [[2000, 200], [950, 300]]);
});

test("one that crosses another is moved too", () => {
  assert.deepEqual(at([face(LEVEL), face([[2000, -2000], [2000, 2000]])]), [[2000, 0], [2000, -1050]]);
});

test("a length keeps off a room's name", () => {
  assert.deepEqual(at([face(LEVEL)], [{ at: [2000, 0], way: [1, 0], wide_mm: 800, high_mm: 500 }]), [[950, 0]]);
});

test("where no place is free it is left out", () => {
  assert.deepEqual(at([face(LEVEL, 0, 3500), face(LEVEL, 0, 3500)]), [[2000, 0], null]);
});
