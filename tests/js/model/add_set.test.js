/** A set is placed as one, turned with its wall, and made of things wherever they stand. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { addSet, boxOf, setOf } from "#model/actions/add_set.js";
import { Kinds } from "#model/kinds.js";
import { documents } from "./folder.js";

const kinds = new Kinds(documents());
const ITEMS = [
  { kind: "washbasin_cabinet", at: [0, -10], size: [800, 470, 850] },
  { kind: "mirror", at: [0, -228], size: [700, 35, 900], elevation: 1000 },
  { kind: "stool", at: [0, 300], size: [300, 300, 450], turn_mdeg: 45_000, tint: "#aa0000" },
];
const LEVEL = { level: "l1", host: "w1" };

/** @param {number} turn_mdeg */
const placed = (turn_mdeg) => /** @type {any} */ (addSet(ITEMS, { ...LEVEL, at: [1000, 2000], turn_mdeg }, ["ia", "ib", "ic"])());

test("each thing comes in about the place, in one group, and only the back ones have the wall", () => {
  const { set, action } = placed(0);
  assert.equal(action, "add_set");
  assert.deepEqual(set["items/ia"].at, [1000, 1990]);
  assert.deepEqual([set["items/ia"].host, set["items/ib"].host, set["items/ic"].host], ["w1", "w1", null]);
  assert.equal(new Set(Object.values(set).map(({ group }) => group)).size, 1);
});

test("the set turns as one", () => {
  const { set } = placed(90_000);
  assert.deepEqual(set["items/ia"].at, [1010, 2000]);
  assert.deepEqual([set["items/ib"].turn_mdeg, set["items/ic"].turn_mdeg], [90_000, 135_000]);
});

test("things that were placed make the same set again, however they were turned", () => {
  for (const turn of [0, 90_000, 180_000, 270_000]) {
    const items = Object.entries(placed(turn).set).map(([path, item]) => ({ id: path, turn_mdeg: 0, locked: true, .../** @type {any} */ (item) }));
    const [cabinet, mirror, stool] = setOf(items, kinds);
    assert.deepEqual(mirror.at.map((/** @type {number} */ mm, /** @type {number} */ axis) => mm - cabinet.at[axis]), [0, -218]);
    assert.deepEqual([stool.turn_mdeg, stool.tint, stool.locked, stool.group], [45_000, "#aa0000", undefined, undefined]);
  }
});

test("a set is a box that belongs to a wall when one of its things does", () => {
  assert.deepEqual(boxOf(ITEMS.slice(0, 2), kinds).size, [800, 470, 1900]);
  assert.equal(boxOf(ITEMS, kinds).snap, "wall");
  assert.equal(boxOf(ITEMS.slice(2), kinds).snap, "free");
});
