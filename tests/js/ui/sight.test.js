/** The filters over the page's pictures are the model's matrices. */

import assert from "node:assert/strict";
import test from "node:test";

import kinds from "#samples/colour/blindness.json" with { type: "json" };
import { valuesOf } from "#ui/schemes/sight.js";

for (const kind of /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds))) {
  test(`white stays white and opaque to a ${kind}, and no colour makes a pixel clear`, () => {
    const values = valuesOf(kind).split(" ").map(Number);
    const rows = [0, 5, 10, 15].map((from) => values.slice(from, from + 5));
    for (const [red, green, blue, opacity, offset] of rows.slice(0, 3)) assert.deepEqual([Math.round((red + green + blue) * 1e4) / 1e4, opacity, offset], [1, 0, 0]);
    assert.deepEqual(rows[3], [0, 0, 0, 1, 0]);
  });
}
