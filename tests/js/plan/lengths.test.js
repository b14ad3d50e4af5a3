import assert from "node:assert/strict";
import { test } from "node:test";

import { lengths } from "#plan/layers.js";
import { Survey } from "#plan/survey.js";

const wall = (/** @type {number[]} */ a, /** @type {number[]} */ b) => ({ level: "l1", a, b, thickness: 100 });
const tools = /** @type {any} */ ({ length: (/** @type {number} */ mm) => `${mm / 10} cm` });

test("a wall between two rooms has each room's length in that room", () => {
  const walls = {
    w1: wall([0, 0], [8000, 0]), w2: wall([8000, 0], [8000, 3000]), w3: wall([8000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]),
    w5: wall([4000, 0], [4000, 3000]),
  };
  const survey = new Survey(/** @type {any} */ ({ version: 1, levels: { l1: { height: 2600 } }, walls }), "l1");
  const held = lengths(survey, tools, 10, []).filter(({ key }) => key.startsWith("w5 "));
  assert.deepEqual(held.map(({ key, signs: [, , x] }) => [key.split(" ")[1], Number(x) < 4000]).sort(), [["left", false], ["right", true]]);
});

test("a length keeps off a thing that stands at its wall, and is left out where it covers all of it", () => {
  const walls = { w1: wall([0, 0], [4000, 0]), w2: wall([4000, 0], [4000, 3000]), w3: wall([4000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]), w5: wall([0, 1500], [4000, 1500]) };
  const written = (/** @type {number} */ width) => {
    const items = { i1: { level: "l1", kind: "wardrobe", at: [2000, 1800], size: [width, 500, 2000], elevation: 0, turn_mdeg: 0 } };
    const survey = new Survey(/** @type {any} */ ({ version: 1, levels: { l1: { height: 2600 } }, walls, items }), "l1");
    return lengths(survey, tools, 10, []).flatMap(({ key, signs: [, , x, y] }) => (key.startsWith("w5 ") && Number(y) > 1500 ? [Math.abs(Number(x) - 2000) > width / 2] : []));
  };
  assert.deepEqual([written(1000), written(3800)], [[true], []]);
});
