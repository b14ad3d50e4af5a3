/** What lies under the pointer is told by entity, and what is chosen is drawn round. */

import assert from "node:assert/strict";
import test from "node:test";

import { MeshBasicMaterial, Raycaster, Vector3 } from "three";

import { describe } from "#model/scene/scene.js";
import { Furniture } from "#scene/furniture.js";
import { chosenStretches, pickOf } from "#scene/picking.js";
import { AJAR, Shell } from "#scene/shell.js";

import { kinds, paints, plan } from "./room.js";

const palette = { solid: new MeshBasicMaterial(), glass: new MeshBasicMaterial() };

const stage = (cut = new Set(), document = plan) => {
  const scene = describe(document, null, (code) => paints[code]);
  const shell = new Shell(palette);
  const furniture = new Furniture(kinds, palette);
  shell.show(scene, AJAR);
  shell.cut(cut, false);
  furniture.show(scene.items);
  for (const { group } of [shell, furniture]) group.updateMatrixWorld(true);
  return { scene, shell, furniture };
};

/** Looks from one place of the plan (mm) towards another. */
const look = (from, to, { scene, shell, furniture } = stage()) => {
  const place = ([x, y, z]) => new Vector3(x / 1000, z / 1000, y / 1000);
  const ray = new Raycaster(place(from), place(to).sub(place(from)).normalize());
  return pickOf(ray, shell, furniture, scene);
};
const INSIDE = [2000, 1200, 1500];

test("a wall is told with its side, the place along it, its finish and its room", () => {
  const { collection, id, side, at, finish, room } = look(INSIDE, [500, 100, 1500]);
  assert.deepEqual({ collection, id, side, at, finish, room }, { collection: "walls", id: "w1", side: "right", at: 500, finish: "f1", room: "r1" });
});

test("of two bands the one that is hit is told", () => {
  assert.equal(look(INSIDE, [3940, 1200, 600]).finish, "f2");
  assert.equal(look(INSIDE, [3940, 1200, 2000]).finish, null);
});

test("a floor is told as its room's label and the place", () => {
  const { collection, id, face, at } = look(INSIDE, [1500, 800, 1.5]);
  assert.deepEqual({ collection, id, face, at }, { collection: "rooms", id: "r1", face: "floor", at: [1500, 800] });
});

test("glass, frame and jamb are the window", () => {
  for (const to of [[2000, 100, 1600], [1520, 100, 1600], [2000, 100, 920]]) {
    const { collection, id } = look(INSIDE, to);
    assert.deepEqual([collection, id], ["openings", "o1"]);
  }
});

test("a thing is told by its id", () => {
  const { collection, id } = look(INSIDE, [2000, 2400, 400]);
  assert.deepEqual([collection, id], ["items", "i1"]);
});

test("past everything there is nothing", () => {
  assert.deepEqual(Object.values(look(INSIDE, [2000, 1200, 9000])), [null, null, null, null, null, null, null, null, null]);
});

test("one picks what is behind a wall that is cut down", () => {
  const from = [2000, 6000, 1200];
  const to = [2000, 100, 700];
  assert.equal(look(from, to).id, "w3");
  assert.notEqual(look(from, to, stage(new Set(["w3"]))).id, "w3");
});

test("a wall that is chosen is drawn round on all its faces, one side of it on that side only", () => {
  const { scene, shell } = stage();
  const stretches = (chosen) => chosenStretches(scene, shell, chosen, new Set()).length / 6;
  assert.ok(stretches(["w1"]) > 7);
  assert.equal(stretches([{ id: "w1", side: "left" }]), 0);
  assert.equal(stretches([{ id: "w1", side: "right" }]), stretches(["w1"]));
});

test("a thing is drawn round by the twelve edges of its box, where it stands", () => {
  const { scene, shell } = stage();
  const edges = chosenStretches(scene, shell, ["i1"], new Set());
  assert.equal(edges.length, 12 * 6);
  const xs = edges.filter((_, at) => at % 3 === 0);
  assert.ok(Math.abs(Math.min(...xs) - 1) < 1e-9 && Math.abs(Math.max(...xs) - 3) < 1e-9);
});

test("an entity that is gone is drawn round nowhere", () => {
  const { scene, shell } = stage();
  assert.deepEqual(chosenStretches(scene, shell, ["w9", "i9", "o9"], new Set()), []);
});
