import assert from "node:assert/strict";
import test from "node:test";

import { Bands } from "#scene/bands.js";

const RING = [[0, 0], [1000, 0], [1000, 2000], [0, 2000]];

test("an area is shaded just over its level's floor, the page's y going into the depth", () => {
  const bands = new Bands();
  bands.draw([RING], 2900);
  const [shade] = bands.group.children;
  shade.updateMatrixWorld();
  shade.geometry.computeBoundingBox();
  const { min, max } = shade.geometry.boundingBox.clone().applyMatrix4(shade.matrixWorld);
  const rounded = [min.x, min.y, min.z, max.x, max.y, max.z].map((metres) => Math.round(metres * 100) / 100);
  assert.deepEqual(rounded, [0, 2.91, 0, 1, 2.91, 2]);
  assert.equal(shade.visible, true);
});

test("no rings take it away", () => {
  const bands = new Bands();
  bands.draw([RING], 0);
  bands.draw([], 0);
  assert.deepEqual(bands.group.children.map(({ visible }) => visible), [false, false]);
});
