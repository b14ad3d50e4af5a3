/** Tiles lie in the browser where they lie on the server, and a centred row ends alike on both sides. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { centred, firstTile, latticeOf, seamsOver } from "#geometry/tile_pattern.js";

import { assertClose } from "./cases.js";

const CASES = JSON.parse(readFileSync(new URL("../../cases/tiling/patterns.json", import.meta.url), "utf8"));

for (const { tile, ...wanted } of CASES) {
  test(`${tile.pattern} of ${tile.size.join(" × ")} lies as the server lays it`, () => assertClose(latticeOf(tile), wanted));
}

test("joints run around every tile, each drawn once", () => {
  const tile = { size: [300, 300], joint: 0, tint: "#cccccc", pattern: "straight" };
  const inside = seamsOver([0, 0, 600, 600], tile, [0, 0], 0).filter((seam) => seam.every(([x, y]) => x >= 0 && x <= 600 && y >= 0 && y <= 600));
  assert.equal(inside.length, 12);
});

test("the first tile turns about its corner", () => {
  const tile = { size: [300, 100], joint: 2, tint: "#cccccc", pattern: "half" };
  assertClose(firstTile(tile, [10, 20], 90), [[10, 20], [10, 320], [-90, 320], [-90, 20]]);
});

test("a row is centred on a tile or on a joint, whichever leaves wider ends", () => {
  assert.equal(centred(1000, 300, 0), 500);
  assert.equal(centred(1400, 300, 0), 550);
});
