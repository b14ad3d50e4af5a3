/** Somebody inside sees about, walks on floors and through doors, and stops at walls. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";
import { standIn } from "#scene/first_view.js";
import { groundOf, roomAt, roomOf } from "#scene/grounds.js";
import { going, hasRoom, looking } from "#scene/walker.js";

import { plan, scene } from "./room.js";

const square = (x, y, width, height) => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
const GROUND = { rings: [square(0, 0, 4, 3), square(1, 1, 0.5, 0.5), square(4.2, 0, 3, 3)], doors: [square(3.6, 1.2, 1, 0.8)] };
const AT = { x: 2.5, y: 1.5, yaw: Math.PI / 2, pitch: 0 };

test("a step ahead goes where one looks", () => {
  const { x, y } = going(AT, 0, 0.5, GROUND);
  assert.deepEqual([x, Math.round(y * 1e9) / 1e9], [3, 1.5]);
});

test("one stops before a wall, shoulders and all", () => {
  assert.equal(going({ ...AT, x: 3.7, y: 0.5 }, 0, 0.3, GROUND).x, 3.7);
});

test("one slides along a wall that one meets aslant", () => {
  const { x, y } = going({ x: 3.7, y: 1, yaw: Math.PI / 4, pitch: 0 }, 0, 0.2, { ...GROUND, doors: [] });
  assert.equal(x, 3.7);
  assert.ok(y < 1);
});

test("one goes through a door into the next room", () => {
  let walker = { ...AT, y: 1.6 };
  for (let step = 0; step < 10; step += 1) walker = going(walker, 0, 0.25, GROUND);
  assert.ok(walker.x > 4.5);
});

test("nobody stands on a pillar", () => assert.equal(hasRoom(GROUND, 1.25, 1.25), false));

const small_mm = ([x, y]) => [x * 0.3, y * 0.4];

test("one looks neither through one's feet nor over one's head", () => {
  assert.ok(Math.abs(looking(AT, 0, 9).pitch) < Math.PI / 2);
  assert.ok(Math.abs(looking(AT, 0, -9).pitch) < Math.PI / 2);
});

test("one starts on free floor and looks towards the middle of the room", () => {
  const { x, y, yaw } = standIn(scene, 0, groundOf(scene), 1.4);
  assert.equal(roomAt(scene, x, y), 0);
  assert.ok(Math.sin(yaw) * (2 - x) - Math.cos(yaw) * (1.5 - y) > 0);
  const sofa = scene.items[0];
  assert.ok(Math.abs(x - sofa.at[0] / 1000) > sofa.size[0] / 2000 || Math.abs(y - sofa.at[1] / 1000) > sofa.size[1] / 2000);
});

test("in a room so small that its floor would not be seen one looks down, else level", () => {
  assert.equal(standIn(scene, 0, groundOf(scene), 1.4).pitch, 0);
  const small = { ...plan, items: {}, openings: {}, walls: Object.fromEntries(Object.entries(plan.walls).map(([id, wall]) => [id, { ...wall, a: small_mm(wall.a), b: small_mm(wall.b) }])) };
  const closet = describe(small, null, () => null);
  assert.ok(standIn(closet, 0, groundOf(closet), 1.4).pitch < -0.1);
});

test("one steps into the room of what is chosen", () => {
  const there = { ...scene.rooms[0], label: "r2", polygon: [9000, 0, 9900, 0, 9900, 900] };
  const house = { ...scene, rooms: [there, scene.rooms[0]], walls: [{ ...scene.walls[0], left: [0], right: [1] }], openings: [{ ...scene.openings[1], rooms: [null, 1] }] };
  const found = ["i1", "o2", { id: "w1", side: "right" }, { id: "w1", side: "left" }, "r2", "r1"].map((one) => roomOf(house, [one]));
  assert.deepEqual([...found, roomOf(house, []), roomOf(house, ["nobody"])], [1, 1, 1, 0, 0, 1, null, null]);
});
