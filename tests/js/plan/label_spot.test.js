import assert from "node:assert/strict";
import { test } from "node:test";

import { labelSpot } from "#plan/label_spot.js";

/** @type {[number, number][]} */
const polygon = [[0, 0], [4000, 0], [4000, 3000], [0, 3000]];
const room = { polygon, holes: [] };
const item = (/** @type {[number, number]} */ at, /** @type {number[]} */ size, elevation = 0) => ({ at, size, elevation, turn_mdeg: 0 });
/** @type {[number, number]} */
const MIDDLE = [2000, 1500];
/** @type {[number, number]} */
const LABEL = [800, 400];

test("an empty room has its name in the middle", () => {
  assert.deepEqual(labelSpot(room, [], MIDDLE, LABEL), MIDDLE);
});

test("a lamp in the middle is not covered", () => {
  const [x, y] = labelSpot(room, [item(MIDDLE, [500, 500, 300], 2000)], MIDDLE, LABEL);
  assert.ok(Math.abs(x - 2000) >= 650 || Math.abs(y - 1500) >= 450);
});

test("where a rug is all over, the name stands on it", () => {
  assert.deepEqual(labelSpot(room, [item(MIDDLE, [4000, 3000, 10])], MIDDLE, LABEL), MIDDLE);
});

test("a room without a free place has its name in the middle", () => {
  assert.deepEqual(labelSpot(room, [item(MIDDLE, [4000, 3000, 900])], MIDDLE, LABEL), MIDDLE);
});

test("where all is taken, the name hides as little as it can", () => {
  const [x] = labelSpot(room, [item([2500, 1500], [3000, 3000, 900]), item([500, 1500], [900, 3000, 900])], MIDDLE, [800, 400]);
  assert.ok(x < 1400);
});

test("the name stays within the walls of a bent room", () => {
  /** @type {[number, number][]} */
  const bent = [[0, 0], [4000, 0], [4000, 1000], [1000, 1000], [1000, 3000], [0, 3000]];
  const [x, y] = labelSpot({ polygon: bent, holes: [] }, [item([500, 500], [1000, 1000, 900])], [500, 500], LABEL);
  assert.ok((y <= 800 && x >= 1400) || (x <= 600 && y >= 1200));
});

test("a name that its room is too small for has no place", () => {
  assert.equal(labelSpot(room, [], MIDDLE, [4100, 400]), null);
});
