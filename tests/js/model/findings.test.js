import assert from "node:assert/strict";
import test from "node:test";

import { takeFix } from "#model/actions/take_fix.js";
import { unwaive, waive } from "#model/actions/waive.js";
import { about, boundOf, boxOf, byRoom, few, open, subjectOf } from "#model/findings.js";

const finding = (key, more = {}) => ({ key, severity: "guideline", entities: [], room: 0, where: [], value: 1, wanted: 2, waived: null, ...more });
const several = (count) => Array.from({ length: count }, (_, n) => finding(String(n)));

test("four stand open where there are many, and all where only one more would be folded", () => {
  assert.deepEqual([5, 6, 17].map((count) => few(several(count)).map((part) => part.length)), [[5, 0], [4, 2], [4, 13]]);
});

test("rooms come in the order of their gravest findings", () => {
  const found = [finding("a", { room: 2 }), finding("b", { room: null }), finding("c", { room: 2 })];
  assert.deepEqual(byRoom(found).map(([room, its]) => [room, its.length]), [[2, 2], [null, 1]]);
});

test("what a designer lets be is no longer told of an element", () => {
  const found = [finding("a", { entities: ["items/i1"], waived: "tak" }), finding("b", { entities: ["items/i2", "items/i1"] })];
  assert.deepEqual(open(found).map(({ key }) => key), ["b"]);
  assert.deepEqual(about(found, "items/i1").map(({ key }) => key), ["b"]);
});

test("less than wanted is the least there may be, more the most", () => {
  assert.deepEqual([boundOf(finding("a")), boundOf(finding("a", { value: 3 }))], ["least", "most"]);
});

test("one comes near to where it is and to the thing it is about", () => {
  const document = { items: { i1: { at: [1000, 0], size: [600, 400, 900] } } };
  const found = finding("a", { where: [[[0, 0], [100, 0], [100, 900]]], entities: ["items/i1", "items/gone"] });
  assert.deepEqual(boxOf(found, document), [0, -300, 1300, 900]);
  assert.equal(boxOf(finding("a"), document), null);
});

test("the first element that still stands is selected", () => {
  assert.equal(subjectOf(finding("a", { entities: ["items/i9", "rooms/r1", "openings/o1"] }), { rooms: { r1: {} }, openings: { o1: {} } }), "openings/o1");
});

test("a way out is one edit", () => {
  const fix = { set: { "items/i1": { at: [1, 2] } }, remove: ["items/i2"], text: {} };
  assert.deepEqual(takeFix(fix)({}), { action: "take_fix", input: "picked", set: fix.set, remove: fix.remove });
});

test("a waiver names the finding and the reason, and is taken back by the finding", () => {
  const { set } = waive("collision items/i1", "tak", "x1")({});
  assert.deepEqual(set, { "waivers/x1": { finding: "collision items/i1", reason: "tak" } });
  const document = { waivers: { x1: set["waivers/x1"], x2: { finding: "other", reason: "tak" } } };
  assert.deepEqual(unwaive("collision items/i1")(document)?.remove, ["waivers/x1"]);
  assert.equal(unwaive("nothing")(document), null);
});
