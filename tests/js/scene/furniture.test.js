/** Things that are alike share one mesh, stand as on the plan, and are not built twice. */

import assert from "node:assert/strict";
import test from "node:test";

import { MeshBasicMaterial, Vector3 } from "three";

import { Furniture, matrixOf } from "#scene/furniture.js";

import { kinds } from "./room.js";

const palette = { solid: new MeshBasicMaterial(), glass: new MeshBasicMaterial() };
const chair = (id, more = {}) => ({ id, level: "l1", kind: "chair", size: [450, 500, 850], tint: null, at: [1000, 2000, 0], turn_mdeg: 0, mirrored: false, hung: null, ...more });

const shown = (...items) => {
  const furniture = new Furniture(kinds, palette);
  furniture.show(items);
  return furniture;
};

test("a quarter turn brings the front from the foot of the page to its left", () => {
  const front = new Vector3(0, 0, 1).applyMatrix4(matrixOf(chair("i1", { turn_mdeg: 90_000 })));
  assert.deepEqual(front.toArray().map((value) => Math.round(value * 1e6) / 1e6), [0, 0, 2]);
});

test("three chairs are one mesh, drawn thrice", () => {
  const { group } = shown(chair("i1"), chair("i2"), chair("i3"));
  assert.deepEqual(group.children.map(({ count }) => count), [3]);
});

test("another tint, size or hand is another mesh", () => {
  const { group } = shown(chair("i1"), chair("i2", { tint: "#102030" }), chair("i3", { size: [460, 500, 850] }), chair("i4", { mirrored: true }));
  assert.equal(group.children.length, 4);
});

test("a thing that moves keeps its model", () => {
  const furniture = shown(chair("i1"), chair("i2"));
  const [before] = furniture.group.children;
  furniture.show([chair("i1", { at: [500, 500, 0] }), chair("i2")]);
  assert.equal(furniture.group.children[0], before);
});

test("a hidden thing leaves the others their names", () => {
  const furniture = shown(chair("i1"), chair("i2"));
  furniture.hide(new Set(["i1"]));
  const [mesh] = furniture.group.children;
  assert.deepEqual([mesh.count, furniture.idAt(mesh, 0)], [1, "i2"]);
});

test("what is gone leaves no mesh behind", () => {
  const furniture = shown(chair("i1"));
  furniture.show([]);
  assert.equal(furniture.group.children.length, 0);
});

test("a kind that is not known here is a plain box of its size", () => {
  const { group } = shown(chair("i1", { kind: "no_such_kind" }));
  group.children[0].geometry.computeBoundingBox();
  const size = group.children[0].geometry.boundingBox.getSize(new Vector3()).toArray();
  assert.deepEqual(size.map((value) => Math.round(value * 1000)), [450, 850, 500]);
});

test("what can be seen through is drawn apart from what cannot", () => {
  assert.equal(shown(chair("i1", { kind: "shower", size: [900, 900, 2000] })).group.children.length, 2);
});
