/** Slow frames grow coarser and quick ones finer, within bounds. */

import assert from "node:assert/strict";
import test from "node:test";

import { nextScale } from "#scene/loop.js";

test("a slow frame makes the next one coarser, down to a half", () => {
  assert.ok(nextScale(1, 80) < 1);
  assert.equal(nextScale(0.5, 500), 0.5);
});

test("a quick frame makes the next one finer, up to the whole", () => {
  assert.ok(nextScale(0.64, 10) > 0.64);
  assert.equal(nextScale(1, 10), 1);
});

test("a pause is no slow frame", () => assert.equal(nextScale(1, 5000), 1));
