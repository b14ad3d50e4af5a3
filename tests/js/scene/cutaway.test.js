/** The walls between the eye and the rooms go down, and no others. */

import assert from "node:assert/strict";
import test from "node:test";

import { cutWalls } from "#scene/cutaway.js";

import { scene } from "./room.js";

const NONE = new Set();
const EYES = [
  ["the foot of the page", { x: 2000, y: 9000, z: 5000 }, ["w3"]],
  ["its right", { x: 9000, y: 1500, z: 5000 }, ["w2"]],
  ["its lower right corner", { x: 9000, y: 9000, z: 5000 }, ["w2", "w3"]],
  ["its head", { x: 2000, y: -9000, z: 5000 }, ["w1"]],
  ["straight above", { x: 2000, y: 1500, z: 9000 }, []],
];

for (const [where, eye, wanted] of EYES) {
  test(`from ${where} one looks over ${wanted.length} walls`, () => assert.deepEqual([...cutWalls(scene.walls, eye, null, NONE)], wanted));
}

test("a wall on whose line the eye stands stays as it is", () => {
  const eye = { x: 4100, y: 1500, z: 2000 };
  assert.deepEqual([...cutWalls(scene.walls, eye, null, NONE)], []);
  assert.deepEqual([...cutWalls(scene.walls, eye, null, new Set(["w2"]))], ["w2"]);
});

const BETWEEN = { id: "w9", a: [0, 0], b: [4000, 0], left: [0], right: [1] };
const FROM_RIGHT = { x: 2000, y: 4000, z: 3000 };

test("a wall between two rooms stands until one looks into the room behind it", () => {
  const cut = (focus) => cutWalls([BETWEEN], FROM_RIGHT, focus, NONE).size;
  assert.deepEqual([cut(null), cut(1), cut(0)], [0, 0, 1]);
});

test("a wall with no room about it is never cut", () => {
  assert.equal(cutWalls([{ ...BETWEEN, left: [], right: [] }], FROM_RIGHT, null, NONE).size, 0);
});
