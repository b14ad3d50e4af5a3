/** The walls between the eye and the rooms go down, and no others. */

import assert from "node:assert/strict";
import test from "node:test";

import { cutWalls, focusOn } from "#scene/cutaway.js";

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

test("a wall whose inner face is no longer seen goes down, and rises only well before it", () => {
  const cut = (x, before) => [...cutWalls(scene.walls, { x, y: 1500, z: 2000 }, null, new Set(before))];
  assert.deepEqual([cut(3930, []), cut(3950, []), cut(3930, ["w2"]), cut(3700, ["w2"])], [[], ["w2"], ["w2"], []]);
});

const BETWEEN = { id: "w9", a: [0, 0], b: [4000, 0], thickness: 100, base: 0, height: 2600, left: [0], right: [1] };
const FROM_RIGHT = { x: 2000, y: 4000, z: 3000 };
const cuts = (wall, focus, eye = FROM_RIGHT, before = NONE) => cutWalls([wall], eye, focus, before).size === 1;

test("a wall between two rooms stands until one looks into the room behind it", () => {
  const into = (room) => cuts(BETWEEN, { room, seen: [] });
  assert.deepEqual([cuts(BETWEEN, null), into(1), into(0)], [false, false, true]);
});

test("a wall inside a room goes down where a thing stands behind it", () => {
  const inside = { ...BETWEEN, left: [0], right: [0], b: [1500, 0] };
  const cut = (seen, eye) => cuts(inside, { room: 0, seen: [seen] }, eye);
  assert.deepEqual([cut([1000, -500, 0]), cut([1000, 500, 0]), cut([3500, -500, 0])], [true, false, false]);
  assert.equal(cut([1000, -500, 0], { x: 1000, y: 1000, z: 9000 }), false, "the eye looks over it");
});

test("a wall of other rooms goes down where it hides the one that is looked into", () => {
  assert.equal(cuts(BETWEEN, { room: 5, seen: [[2000, -3000, 0]] }), true);
  assert.equal(cuts(BETWEEN, { room: 5, seen: [[2000, 3000, 0]] }), false);
});

test("a wall with no room about it is cut only in a plan that has no room", () => {
  const alone = { ...BETWEEN, left: [], right: [] };
  const seen = [[2000, -1000, 0]];
  assert.deepEqual([cuts(alone, { room: 0, seen }), cuts(alone, { room: null, seen })], [false, true]);
});

test("what is to be seen of a room is its middle and its things", () => {
  const places = focusOn(scene, 0, () => 0).seen;
  assert.deepEqual(places, [[2000, 1520, 0], ...scene.items.map(({ at }) => at)]);
  assert.equal(focusOn(scene, 0, () => 1).seen.length, 1);
});

test("a turn about the room cuts no wall twice", () => {
  let before = NONE;
  const changes = new Map();
  for (let degrees = 0; degrees < 360; degrees += 1) {
    const angle = (degrees * Math.PI) / 180;
    const cut = cutWalls(scene.walls, { x: 2000 + 5000 * Math.sin(angle), y: 1500 + 5000 * Math.cos(angle), z: 4000 }, null, before);
    for (const { id } of scene.walls) if (cut.has(id) !== before.has(id)) changes.set(id, (changes.get(id) ?? 0) + 1);
    before = cut;
  }
  assert.ok([...changes.values()].every((times) => times <= 3), JSON.stringify([...changes]));
});
