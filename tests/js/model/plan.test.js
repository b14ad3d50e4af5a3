import assert from "node:assert/strict";
import test from "node:test";

import { emptyDocument, entity, finishesOf, headValue, itemsOf, missingFields, openingsOf, value, wallHeights, wallsOf } from "#model/plan.js";

const WALL = { level: "l1", a: [0, 0], b: [4000, 0] };
const PLAN = {
  ...emptyDocument(),
  plan: { name: "Dom" },
  levels: { l1: { height: 2500 } },
  walls: { w1: WALL, w2: { ...WALL, level: "l2", height: 2000 }, w3: { ...WALL, height_b: 1200 } },
  openings: { o1: { wall: "w1", offset: 5 }, o2: { wall: "w2", offset: 6 } },
  finishes: { f1: { wall: "w1", paint: "x" }, f2: { room: "r1", face: "floor" } },
};

test("a field that is not written has its default", () => {
  assert.equal(value(PLAN, "walls", "w1", "thickness"), 120);
  assert.equal(value(PLAN, "walls", "w1", "height"), null);
  assert.deepEqual(value(PLAN, "walls", "w1", "b"), [4000, 0]);
});

test("nothing is null: an entity that is not there, a name that a language keeps for itself", () => {
  assert.equal(value(PLAN, "walls", "w9", "thickness"), null);
  assert.equal(entity(PLAN, "walls", "constructor"), null);
  assert.equal(entity(PLAN, "constructor", "name"), null);
});

test("the plan's own fields have defaults too", () => {
  assert.equal(headValue(PLAN, "name"), "Dom");
  assert.equal(headValue(PLAN, "purpose"), "");
  assert.equal(headValue({}, "north_mdeg"), 0);
});

test("the walls of a level, or all", () => {
  assert.deepEqual(wallsOf(PLAN, "l1").map(({ id }) => id), ["w1", "w3"]);
  assert.equal(wallsOf(PLAN).length, 3);
  assert.deepEqual(itemsOf(PLAN, "l1"), []);
});

test("the openings of a wall and the finishes of a wall or a room", () => {
  assert.deepEqual(openingsOf(PLAN, "w2").map(({ id }) => id), ["o2"]);
  assert.deepEqual(finishesOf(PLAN, { wall: "w1" }).map(({ id }) => id), ["f1"]);
  assert.deepEqual(finishesOf(PLAN, { room: "r1" }).map(({ id }) => id), ["f2"]);
  assert.equal(finishesOf(PLAN).length, 2);
});

test("a wall takes its height from its level, and the level from its default", () => {
  assert.deepEqual(wallHeights(PLAN, "w1"), [2500, 2500]);
  assert.deepEqual(wallHeights(PLAN, "w2"), [2000, 2000]);
  assert.deepEqual(wallHeights(PLAN, "w3"), [2500, 1200]);
  assert.deepEqual(wallHeights(PLAN, "w9"), [2600, 2600]);
});

test("an unchanged entity is the same object each time it is read", () => {
  assert.equal(entity(PLAN, "walls", "w1"), wallsOf(PLAN)[0]);
});

test("what a wall lacks is named", () => {
  assert.deepEqual(missingFields("walls", { a: [0, 0], level: null }), ["level", "b"]);
  assert.deepEqual(missingFields("stairs", {}), []);
});
