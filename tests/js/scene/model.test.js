/** The model keeps what has not changed, leaves out what would hang in the air, and paints without building. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";
import { Model } from "#scene/model.js";

import { kinds, paints, plan } from "./room.js";

const sceneOf = (document = plan) => describe(document, null, (code) => paints[code] ?? null);
const withItem = (id, item) => ({ ...plan, items: { ...plan.items, [id]: { level: "l1", ...item } } });
const LAMP = { kind: "ceiling_lamp", at: [2000, 1000], size: [400, 400, 130], elevation: 2470 };
const PENDANT = { kind: "pendant_lamp", at: [2000, 1000], size: [400, 400, 900], elevation: 1700 };

const begun = (document, cut = [], inside = false) => {
  const model = new Model(kinds);
  model.show(sceneOf(document));
  model.cutDown(new Set(cut), inside);
  return model;
};

const standing = (model) =>
  model.furniture.group.children.flatMap((mesh) => Array.from({ length: mesh.count }, (_, place) => model.furniture.idAt(mesh, place)));

test("a cabinet goes with the wall that it hangs on", () => {
  assert.ok(standing(begun(plan)).includes("i2"));
  assert.ok(!standing(begun(plan, ["w4"])).includes("i2"));
});

test("lamps of the ceiling go with the ceiling, but what is chosen is seen", () => {
  for (const lamp of [LAMP, PENDANT]) {
    const model = begun(withItem("i3", lamp));
    assert.ok(!standing(model).includes("i3"));
    assert.equal(model.choose(["i3"]), true);
    assert.ok(standing(model).includes("i3"));
    assert.ok(standing(begun(withItem("i3", lamp), [], true)).includes("i3"));
  }
});

test("a lamp on the ceiling by a wall goes with the ceiling too", () => {
  assert.ok(!standing(begun(withItem("i3", { ...LAMP, at: [2000, 310] }))).includes("i3"));
});

test("what is hung on a wall that is cut already does not float", () => {
  const model = begun(plan, ["w4"]);
  model.show(sceneOf(withItem("i4", { kind: "wall_cabinet", at: [235, 700], turn_mdeg: 270_000, size: [600, 350, 700], elevation: 1400 })));
  assert.ok(!standing(model).includes("i4"));
});

const highest = ({ geometry }) => Array.from({ length: geometry.getAttribute("position").count }, (_, at) => geometry.getAttribute("position").getY(at)).reduce((one, other) => Math.max(one, other), 0);

test("a tall cupboard with its back to a wall that is cut is cut with it, until it is chosen", () => {
  const model = begun(withItem("i5", { kind: "wardrobe", at: [360, 1700], turn_mdeg: 270_000, size: [1000, 600, 2000] }), ["w4"]);
  const tallest = () => Math.max(...model.furniture.group.children.filter((mesh) => mesh.count > 0 && model.furniture.idAt(mesh, 0) === "i5").map(highest));
  assert.ok(Math.abs(tallest() - 0.3) < 0.01, `${tallest()}`);
  model.choose(["i5"]);
  assert.ok(tallest() > 1.9);
  model.choose([]);
  model.cutDown(new Set(["w2"]), false);
  assert.ok(tallest() > 1.9);
});

test("in the evening lamps are seen without the ceiling, and without what fixes them to it", () => {
  const model = begun(withItem("i3", PENDANT));
  model.shineBy("evening");
  assert.ok(standing(model).includes("i3"));
  const shown = model.furniture.group.children.filter((mesh) => model.furniture.idAt(mesh, 0) === "i3");
  assert.ok(Math.max(...shown.map(highest)) < 0.5);
});

test("paint changes colours and nothing else", () => {
  const model = begun(plan);
  const shapes = [];
  model.group.traverse(({ geometry }) => geometry && shapes.push(geometry.uuid));
  const repainted = { ...plan, finishes: { ...plan.finishes, f1: { ...plan.finishes.f1, paint: "oak" } } };
  assert.equal(model.show(sceneOf(repainted)), false);
  const after = [];
  model.group.traverse(({ geometry }) => geometry && after.push(geometry.uuid));
  assert.deepEqual(after.slice(0, 3), shapes.slice(0, 3));
});

test("a wall that moves is a change of shape", () => {
  const model = begun(plan);
  const moved = { ...plan, walls: { ...plan.walls, w2: { ...plan.walls.w2, b: [4200, 3000] } } };
  assert.equal(model.show(sceneOf(moved)), true);
});

test("a furnished room takes few draw calls", () => {
  const model = begun(plan);
  let calls = 0;
  model.group.traverseVisible((shown) => (calls += "geometry" in shown ? 1 : 0));
  assert.ok(calls <= 8, `${calls}`);
});
