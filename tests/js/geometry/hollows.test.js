/** What overlapping rings leave open between them. */

import assert from "node:assert/strict";
import test from "node:test";

import { hollowsOf } from "#geometry/hollows.js";
import { signedArea } from "#geometry/polygon.js";

const box = (left, top, right, bottom) => [[left, top], [right, top], [right, bottom], [left, bottom]];
const frame = (left, top, right, bottom) => [
  box(left, top, right, top + 1),
  box(right - 1, top, right, bottom),
  box(left, bottom - 1, right, bottom),
  box(left, top, left + 1, bottom),
];
const areas = (rings) => hollowsOf(rings).map(({ outer, islands }) => [outer, ...islands].reduce((sum, { points }) => sum + signedArea(points), 0));

test("a frame encloses a hollow", () => assert.deepEqual(areas(frame(0, 0, 10, 10)), [64]));

test("what stands free in a hollow is taken out of it", () => {
  assert.deepEqual(areas([...frame(0, 0, 10, 10), box(4, 4, 6, 6)]), [60]);
});

test("what lies within a solid changes nothing", () => {
  assert.deepEqual(areas([...frame(0, 0, 10, 10), box(0.2, 0.2, 0.4, 0.4)]), [64]);
});

test("a frame in a frame leaves both hollows", () => {
  assert.deepEqual(areas([...frame(0, 0, 20, 20), ...frame(5, 5, 15, 15)]), [64, 324 - 100]);
});

test("rings that lie on one another count once", () => {
  assert.deepEqual(areas([...frame(0, 0, 10, 10), ...frame(0, 0, 10, 10)]), [64]);
});

test("rings that only touch along their sides enclose as well", () => {
  const touching = [box(0, 0, 9, 1), box(9, 0, 10, 9), box(1, 9, 10, 10), box(0, 1, 1, 10)];
  assert.deepEqual(areas(touching), [64]);
});

test("an island that touches its hollow in a point is an island", () => {
  const [hollow] = hollowsOf([...frame(0, 0, 10, 10), [[1, 5], [3, 4], [3, 6]]]);
  assert.deepEqual([hollow.outer.points.length, hollow.islands.length], [5, 1]);
});

test("every edge of a hollow tells which side of which ring made it", () => {
  const [{ outer }] = hollowsOf(frame(0, 0, 10, 10));
  assert.deepEqual(outer.owners.toSorted((one, other) => one - other), [2, 7, 8, 13]);
});

test("an open frame encloses nothing", () => assert.deepEqual(areas(frame(0, 0, 10, 10).slice(1)), []));
