/** Which wall is unfolded: what is selected decides, else the one that was looked at. */

import assert from "node:assert/strict";
import test from "node:test";

import { Selection } from "#model/selection.js";
import { whereToLook } from "#plan/elevation/where_to_look.js";
import { Survey } from "#plan/survey.js";

const wall = (a, b) => ({ level: "l1", a, b, thickness: 100 });
const document = {
  version: 1,
  levels: { l1: { height: 2600 } },
  walls: { w1: wall([0, 0], [6000, 0]), w2: wall([6000, 0], [6000, 3000]), w3: wall([6000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]), w5: wall([4000, 0], [4000, 3000]) },
  openings: { o1: { wall: "w2", offset: 1000, width: 800 }, o2: { wall: "w1", offset: 4500, width: 800 } },
  items: { i1: { level: "l1", kind: "mirror", at: [4060, 1500], turn_mdeg: 270_000, size: [600, 20, 800], elevation: 1100, host: "w5" } },
  rooms: {}, finishes: {},
};
const survey = new Survey(document, "l1");
const [large, small] = [survey.roomAt([1000, 1500]), survey.roomAt([5000, 1500])];
const look = (target, before = null) => {
  const selection = new Selection();
  selection.set(target);
  return whereToLook(survey, { selection, store: { document } }, before);
};

test("with nothing selected it is the first wall of the largest room, later the one that was looked at", () => {
  assert.deepEqual(look(null), { room: large, wall: "w1", side: "right" });
  const before = { room: small, wall: "w2", side: "right" };
  assert.deepEqual(look(null, before), before);
});

test("a wall between two rooms is seen from the side that was touched", () => {
  assert.equal(look({ collection: "walls", id: "w5", side: "left" }).room, small);
  assert.equal(look({ collection: "walls", id: "w5", side: "right" }).room, large);
});

test("a side that two rooms share shows the one at the place that was touched", () => {
  assert.equal(look({ collection: "walls", id: "w1", side: "right", at_mm: 5000 }).room, small);
  assert.equal(look({ collection: "walls", id: "w1", side: "right", at_mm: 500 }).room, large);
});

test("an opening shows its wall in the room that sees it, a thing the wall it hangs on", () => {
  assert.deepEqual(look({ collection: "openings", id: "o2" }, { room: large, wall: "w4", side: "right" }), { room: small, wall: "w1", side: "right" });
  assert.equal(look({ collection: "openings", id: "o1" }).wall, "w2");
  assert.deepEqual(look({ collection: "items", id: "i1" }), { room: small, wall: "w5", side: "left" });
});

test("another room shows its first wall, and without rooms there is none to look at", () => {
  assert.equal(look({ collection: "rooms", id: null, at: [5000, 1500] }).room, small);
  const bare = { ...document, walls: { w1: document.walls.w1 } };
  assert.equal(whereToLook(new Survey(bare, "l1"), { selection: new Selection(), store: { document: bare } }, null), null);
});
