/** Inside a shelf it is darker than on it, and at its back darker than at its front. */

import assert from "node:assert/strict";
import test from "node:test";

import { boardOf, closedAt } from "#scene/niches.js";

const corners = ([x0, y0, z0], [x1, y1, z1]) => [x0, y0, z0, x1, y0, z0, x0, y1, z0, x1, y1, z1];
const board = (least, most) => boardOf(corners(least, most), 0, 4);
/** A box a metre wide, 0.3 m high and deep, open to the front (z grows). */
const SHELF = [
  board([0, 0, 0], [1, 0.02, 0.3]), board([0, 0.3, 0], [1, 0.32, 0.3]), board([0, 0, 0], [0.02, 0.32, 0.3]), board([0.98, 0, 0], [1, 0.32, 0.3]), board([0, 0, 0], [1, 0.32, 0.01]),
];

test("it is dark in a niche, darker at its back, and light on top and before it", () => {
  const [back, front] = [0.03, 0.29].map((z) => closedAt(SHELF, [0.5, 0.02, z], [0, 1, 0]));
  assert.ok(back > front && front > 0.2 && back < 1);
  assert.deepEqual([closedAt(SHELF, [0.5, 0.32, 0.15], [0, 1, 0]), closedAt(SHELF, [0, 0.15, 0.3], [0, 0, 1])], [0, 0]);
});

test("a rod is no board", () => assert.equal(board([0, 0, 0], [0.02, 0.02, 2]), null));
