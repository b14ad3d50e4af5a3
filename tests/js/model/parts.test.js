import assert from "node:assert/strict";
import { test } from "node:test";

import { extentOf } from "#model/extent.js";
import { Kinds } from "#model/kinds.js";
import { meshOf } from "#model/mesh.js";
import { outlined, partsOf } from "#model/parts.js";

import { documents } from "./folder.js";

const kinds = new Kinds(documents());

/** A kind of these parts alone, 100 to 200 mm a side. @param {any[]} parts */
const kindOf = (...parts) =>
  new Kinds([{ kind: "test", names: {}, category: "all", uses: [], mount: "floor", snap: "free", tint: ["front"],
    size: { default: [100, 100, 100], least: [100, 100, 100], most: [200, 200, 200] }, parts }]).get("test");

/** @type {[number, number, number]} */
const SMALL = [100, 100, 100];

for (const [width, doors] of [[500, 1], [1200, 2], [1500, 3], [3000, 6], [4000, 8]]) {
  test(`a wardrobe ${width} mm wide has ${doors} doors`, () => {
    const parts = partsOf(kinds.get("wardrobe"), [width, 600, 2200]);
    assert.equal(parts.filter(({ material }) => material === "front").length, doors);
  });
}

test("an item's colour goes to the materials that the kind names", () => {
  const parts = partsOf(kinds.get("sofa"), kinds.get("sofa").size, "#336699");
  for (const { material, colour } of parts) assert.equal(colour === "#336699", material === "fabric");
});

test("a size beyond the most is built at the most and stretched", () => {
  const [part] = partsOf(kindOf({ is: "box", at: ["-size.w/2", -50, 0], size: ["size.w", 100, 10] }), [400, 300, 200]);
  assert.deepEqual(extentOf(part), [[-200, -75, 0], [200, 75, 10]]);
});

test("what a size leaves no room for vanishes", () => {
  assert.deepEqual(partsOf(kindOf({ is: "box", at: [0, 0, 0], size: ["size.w-100", 10, 10] }), SMALL), []);
});

test("repeats may be nested, and a condition sees the counter", () => {
  const box = { is: "box", at: ["i", "j", 0], size: [1, 1, 1] };
  const kind = kindOf({ repeat: 3, parts: [{ repeat: "i+1", as: "j", when: "2-j", parts: [box] }] });
  assert.deepEqual(partsOf(kind, SMALL).map((part) => extentOf(part)[0].slice(0, 2)), [[0, 0], [1, 0], [1, 1], [2, 0], [2, 1]]);
});

test("a list that never ends is refused", () => {
  const box = { is: "box", at: [0, 0, 0], size: [1, 1, 1] };
  assert.throws(() => partsOf(kindOf({ repeat: 201, parts: [box] }), SMALL), { reason: "out_of_range", path: "kinds/test/parts/0/repeat" });
  assert.throws(() => partsOf(kindOf({ repeat: 100, parts: [{ repeat: 100, as: "j", parts: [box] }] }), SMALL), { reason: "too_many" });
});

test("an arc becomes points on its circle", () => {
  const points = outlined([["A", 0, 0, 100, 100, 0, 90]]);
  assert.deepEqual([points[0], points.at(-1)], [[100, 0], [0, 100]]);
});

test("every kind has triangles, and their corners exist", () => {
  for (const kind of kinds.all) {
    for (const part of partsOf(kind, kind.size)) {
      const { positions, indices } = meshOf(part);
      assert.ok(indices.length > 0 && indices.length % 3 === 0, kind.name);
      assert.ok(indices.every((index) => index < positions.length / 3) && positions.every(Number.isFinite), kind.name);
    }
  }
});
