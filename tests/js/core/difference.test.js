import assert from "node:assert/strict";
import test from "node:test";

import { difference } from "#core/difference.js";
import { losses } from "#core/losses.js";
import { same } from "#core/same.js";

for (const [one, other] of [
  [1, 1],
  [null, null],
  [[0, 1], [0, 1]],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }],
]) {
  test(`${JSON.stringify(one)} is the same as ${JSON.stringify(other)}`, () => assert.ok(same(one, other)));
}

for (const [one, other] of [
  [1, "1"],
  [0, null],
  [null, {}],
  [[], {}],
  [[0, 1], [1, 0]],
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 1 }],
]) {
  test(`${JSON.stringify(one)} is not the same as ${JSON.stringify(other)}`, () => assert.ok(!same(one, other)));
}

test("a difference names made, changed and removed entities, and the plan's own fields", () => {
  const before = { version: 1, plan: { name: "a" }, walls: { w1: { b: [1, 1] }, w2: {}, w3: { a: [0, 0] } } };
  const after = { version: 1, plan: { name: "b" }, walls: { w1: { b: [1, 2] }, w3: { a: [0, 0] }, w4: {} }, levels: { l1: {} } };
  assert.deepEqual([...difference(before, after)].sort(), ["levels/l1", "plan", "walls/w1", "walls/w2", "walls/w4"]);
});

test("documents that only look rebuilt do not differ", () => {
  assert.deepEqual(difference({ walls: { w1: { b: [1, 1] } } }, { walls: { w1: { b: [1, 1] } } }), new Set());
});

const theirs = (seq, set, remove = []) => ({ id: `o${seq}`, set, remove, seq });
const wrote = (path, after) => ({ [path]: { before: {}, after } });

test("a field that held one's own value and holds theirs is lost to the last of them", () => {
  const lost = losses(
    { plan: { name: "mine" }, walls: { w1: { a: [1, 1], b: [2, 2] } } },
    { plan: { name: "theirs" }, walls: { w1: { a: [9, 9], b: [2, 2] } } },
    [wrote("walls/w1", { a: [1, 1], b: [2, 2] }), wrote("plan", { name: "mine" })],
    [theirs(1, { "walls/w1": { a: [8, 8] } }), theirs(2, { "walls/w1": { a: [9, 9] }, plan: { name: "theirs" } })],
  );
  assert.deepEqual(lost.map(({ path, by }) => [path, by.seq]), [["walls/w1/a", 2], ["plan/name", 2]]);
});

test("a field written over by oneself before is not lost again", () => {
  const mine = [wrote("walls/w1", { a: [1, 1] }), wrote("walls/w1", { a: [2, 2] })];
  const documents = [{ walls: { w1: { a: [3, 3] } } }, { walls: { w1: { a: [4, 4] } } }];
  assert.deepEqual(losses(...documents, mine, [theirs(1, { "walls/w1": { a: [4, 4] } })]), []);
});

test("what one removed is not lost when others bring it back", () => {
  const mine = [{ "walls/w1": { before: { a: [1, 1] }, after: null } }];
  assert.deepEqual(losses({ walls: {} }, { walls: { w1: {} } }, mine, [theirs(1, { "walls/w1": {} })]), []);
});
