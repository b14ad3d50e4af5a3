/** Several things in line, spread, turned, mirrored, copied, grouped and locked, each in one edit. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { alignItems, arrayItems, groupItems, lockItems, mirrorTogether, pasteItems, spreadItems, turnTogether, ungroupItems } from "#model/actions/arrange_items.js";
import { duplicateItems, moveItems } from "#model/actions/place_items.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { apply } from "#model/fold.js";
import { entity } from "#model/plan.js";
import { withGroup } from "#model/selection.js";

const chair = (/** @type {[number, number]} */ at, /** @type {object} */ more = {}) => ({ level: "l1", kind: "chair", at, size: [400, 500, 900], ...more });
const PLAN = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {}, l2: {} },
  items: { ia: chair([0, 0]), ib: chair([1000, 300]), ic: chair([3000, -100], { turn_mdeg: 90_000 }) },
});
const ALL = ["ia", "ib", "ic"];

/** The items' fields after an action. @param {(document: any) => any} make @param {any} [plan] */
function after(make, plan = PLAN) {
  const parts = make(plan);
  const whole = parts ? apply(plan, { remove: [], ...parts }) : plan;
  return /** @type {any} */ (Object.fromEntries(Object.keys(whole.items).map((id) => [id, entity(whole, "items", id)])));
}

const places = (/** @type {any} */ items) => ALL.map((id) => items[id].at);

test("edges come to the outermost one's, turned or not", () => {
  assert.deepEqual(places(after(alignItems(ALL, "left"))), [[0, 0], [0, 300], [50, -100]]);
  assert.deepEqual(places(after(alignItems(ALL, "bottom"))), [[0, 300], [1000, 300], [3000, 350]]);
  assert.deepEqual(places(after(alignItems(ALL, "centre"))), [[0, 125], [1000, 125], [3000, 125]]);
  assert.equal(alignItems(["ia"], "left")(PLAN), null);
});

test("gaps become alike while the outermost stay", () => {
  const { ia, ib, ic } = after(spreadItems(ALL, "x"));
  assert.deepEqual([ia.at, ic.at], [[0, 0], [3000, -100]]);
  assert.equal(ib.at[0] - 200 - 200, 2750 - (ib.at[0] + 200));
  assert.equal(spreadItems(["ia", "ib"], "x")(PLAN), null);
});

test("four quarter turns together, and two mirror images, bring all back", () => {
  let plan = PLAN;
  for (let turn = 0; turn < 4; turn += 1) plan = apply(plan, { remove: [], .../** @type {any} */ (turnTogether(ALL, 90_000)(plan)) });
  assert.deepEqual(places(after(() => null, plan)), places(PLAN.items));
  const mirrored = after(mirrorTogether(ALL));
  assert.deepEqual([mirrored.ic.turn_mdeg, mirrored.ic.mirrored], [270_000, true]);
  plan = apply(PLAN, { remove: [], .../** @type {any} */ (mirrorTogether(ALL)(PLAN)) });
  assert.deepEqual(places(after(mirrorTogether(ALL), plan)), places(PLAN.items));
});

test("a row of copies steps by the same way", () => {
  const items = after(arrayItems(["ia"], 3, [600, 0]));
  assert.deepEqual(Object.values(items).map(({ at }) => at).slice(3), [[600, 0], [1200, 0], [1800, 0]]);
});

test("what was copied is pasted on another level, its groups new", () => {
  const grouped = after(groupItems(["ia", "ib"]));
  const { make, ids } = pasteItems([grouped.ia, grouped.ib], { level: "l2", by: [0, 0] });
  const items = after(make);
  assert.deepEqual(ids.map((id) => items[id].level), ["l2", "l2"]);
  assert.equal(items[ids[0]].group, items[ids[1]].group);
  assert.notEqual(items[ids[0]].group, grouped.ia.group);
});

test("who is chosen brings the group", () => {
  const plan = apply(PLAN, { remove: [], .../** @type {any} */ (groupItems(["ia", "ib"])(PLAN)) });
  assert.deepEqual(withGroup(plan, { collection: "items", id: "ia" }).map(({ id }) => id), ["ib", "ia"]);
  assert.deepEqual(withGroup(plan, { collection: "items", id: "ic" }).map(({ id }) => id), ["ic"]);
  assert.equal(after(ungroupItems(ALL), plan).ia.group, null);
  assert.equal(groupItems(["ia"])(PLAN), null);
});

test("what is locked neither moves nor goes, and a copy of it is free", () => {
  const plan = apply(PLAN, { remove: [], .../** @type {any} */ (lockItems(["ia"], true)(PLAN)) });
  assert.deepEqual(places(after(moveItems(ALL, [10, 0]), plan)), [[0, 0], [1010, 300], [3010, -100]]);
  assert.equal(removeEntities(["items/ia"])(plan), null);
  assert.equal(Object.values(after(duplicateItems(["ia"]), plan)).at(-1).locked, false);
  assert.equal(lockItems(["ia"], true)(plan), null);
});
