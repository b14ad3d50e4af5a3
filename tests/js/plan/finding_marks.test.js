import assert from "node:assert/strict";
import test from "node:test";

import { spotsOf } from "#plan/finding_marks.js";

const at = (x, y, side = 200) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];

test("a mark stands in the middle of the largest ring", () => {
  assert.deepEqual(spotsOf([{ where: [at(0, 0, 100), at(1000, 1000, 400)] }], 10), [[1200, 1200]]);
});

test("marks on one another step aside, as far as a finger needs", () => {
  const spots = spotsOf(Array.from({ length: 12 }, () => ({ where: [at(0, 0)] })), 10);
  const away = spots.flatMap((one, place) => spots.slice(0, place).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1])));
  assert.ok(Math.min(...away) > 250, String(Math.min(...away)));
});

test("what is nowhere has no mark", () => {
  assert.deepEqual(spotsOf([{ where: [] }], 10), [null]);
});

test("a mark steps off a room's name", () => {
  const [[x, y]] = spotsOf([{ where: [at(0, 0)] }], 10, [{ x: 100, y: 100, wide: 900, high: 300 }]);
  assert.deepEqual([Math.round(x), y], [100, 360]);
});
