/** A product comes onto an item in one edit: its size, and its back where the back was. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { findRooms } from "#geometry/outline.js";
import { dropProduct, pickProduct } from "#model/actions/pick_product.js";
import { apply } from "#model/fold.js";

const CORNERS = [[0, 0], [4000, 0], [4000, 3000], [0, 3000]];
const DOCUMENT = {
  version: 1,
  plan: {},
  levels: { l1: { name: "", height: 2600 } },
  walls: Object.fromEntries(CORNERS.map((corner, place) => [`w${place}`, { level: "l1", a: corner, b: CORNERS[(place + 1) % 4], thickness: 100 }])),
  items: {
    free: { level: "l1", kind: "freestanding_bath", at: [2000, 1500], size: [1700, 800, 600] },
    wall: { level: "l1", kind: "wall_wc", at: [2000, 320], size: [360, 540, 420] },
    corner: { level: "l1", kind: "shower", at: [500, 500], size: [900, 900, 2000] },
  },
};
const found = findRooms(/** @type {any} */ (DOCUMENT));
const sized = (/** @type {[number, number, number]} */ size) => ({ sku: "A-1", name: "A", price_gr: 1, size, date: "2026-11-22", ean: null });

/** @param {string} id @param {[number, number, number]} size @param {string} snap */
const picked = (id, size, snap) => /** @type {any} */ (pickProduct(id, sized(size), { found, snap })(/** @type {any} */ (DOCUMENT)));

test("a product gives its size and itself in one edit", () => {
  const { action, set } = picked("wall", [370, 480, 400], "wall");
  assert.equal(action, "pick_product");
  assert.deepEqual(set["items/wall"].size, [370, 480, 400]);
  assert.equal(set["items/wall"].product.sku, "A-1");
});

test("the back stays against the wall", () => {
  assert.deepEqual(picked("wall", [360, 480, 420], "wall").set["items/wall"].at, [2000, 290]);
});

test("in a corner both backs stay against their walls", () => {
  assert.deepEqual(picked("corner", [1200, 800, 2000], "corner").set["items/corner"].at, [650, 450]);
  assert.deepEqual(picked("corner", [800, 800, 2000], "corner").set["items/corner"].at, [450, 450]);
});

test("what stands free keeps its middle", () => {
  assert.deepEqual(picked("free", [1600, 750, 590], "free").set["items/free"].at, [2000, 1500]);
});

test("without its product an item keeps its size", () => {
  const chosen = apply(/** @type {any} */ (DOCUMENT), picked("wall", [370, 480, 400], "wall"));
  const { set } = /** @type {any} */ (dropProduct("wall")(chosen));
  assert.deepEqual(set, { "items/wall": { product: null } });
  assert.equal(dropProduct("free")(chosen), null);
});
