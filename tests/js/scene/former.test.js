/** What another version of the plan had otherwise is told once, where it was, in the colour that it had. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";
import { formerOf, swatchOn } from "#scene/former.js";
import { Model } from "#scene/model.js";
import { surfacePiece } from "#scene/pieces.js";

import { kinds, paints, plan } from "./room.js";

const EDGES_OF_A_BOX = 12;
const sceneOf = (document) => describe(document, null, (code) => paints[code] ?? null);
const all = () => true;
const only = (...paths) => (path) => paths.includes(path);
const withEntity = (collection, id, fields) => ({ ...plan, [collection]: { ...plan[collection], [id]: { ...plan[collection][id], ...fields } } });
const without = (collection, id) => ({ ...plan, [collection]: Object.fromEntries(Object.entries(plan[collection]).filter(([one]) => one !== id)) });
const edges = (document, wanted = all) => formerOf(sceneOf(plan), sceneOf(document), wanted).stretches.length / 6;

test("of two plans alike nothing is told", () => {
  assert.deepEqual(formerOf(sceneOf(plan), sceneOf(plan), all), { stretches: [], repainted: [], retinted: [] });
});

for (const [what, document] of [
  ["a thing that is gone", without("items", "i1")],
  ["a thing that stands elsewhere", withEntity("items", "i1", { at: [1200, 1200] })],
  ["a thing of another size", withEntity("items", "i1", { size: [500, 500, 500] })],
  ["a window that is wider", withEntity("openings", "o1", { width: 1100 })],
]) {
  test(`${what} is a box of edges`, () => assert.equal(edges(document), EDGES_OF_A_BOX));
}

test("a thing that is new leaves nothing behind", () => {
  assert.equal(edges(withEntity("items", "i9", { ...plan.items.i1, at: [900, 900] })), 0);
});

test("a thing is told where it was", () => {
  const { stretches } = formerOf(sceneOf(plan), sceneOf(without("items", "i1")), all);
  const [{ at, size }] = sceneOf(plan).items.filter(({ id }) => id === "i1");
  const heights = stretches.filter((_, place) => place % 3 === 1);
  assert.deepEqual([Math.min(...heights), Math.max(...heights)], [at[2] / 1000, (at[2] + size[2]) / 1000]);
});

test("a wall that moved is told, and what stands in it", () => {
  const moved = withEntity("walls", "w2", { b: [4200, 3000] });
  assert.ok(edges(moved, only("walls/w2")) >= EDGES_OF_A_BOX);
});

test("of several changes the one that is asked for is told alone", () => {
  const document = { ...without("items", "i1"), openings: withEntity("openings", "o1", { width: 1100 }).openings };
  assert.equal(edges(document), 2 * EDGES_OF_A_BOX);
  assert.equal(edges(document, only("items/i1")), EDGES_OF_A_BOX);
});

test("a face tells the colour that it had, where it is now", () => {
  const { repainted } = formerOf(sceneOf(plan), sceneOf(withEntity("finishes", "f1", { paint: "oak" })), all);
  assert.ok(repainted.length > 0);
  for (const { surface, colour } of repainted) assert.deepEqual([surface.finish, colour], ["f1", paints[plan.finishes.f1.paint]]);
});

test("a tinted thing tells the tint that it had", () => {
  const tinted = (tint) => sceneOf(withEntity("items", "i1", { tint }));
  const { retinted, stretches } = formerOf(tinted("#aa3322"), tinted("#223344"), all);
  assert.deepEqual([retinted.map(({ colour }) => colour), stretches], [["#aa3322"], []]);
});

test("a swatch lies on its face, and on the stub of a wall that is cut down", () => {
  const [face] = sceneOf(plan).surfaces.filter(({ of, wall }) => of === "face" && wall === "w3");
  const [whole, cut] = [Infinity, 0.09].map((most) => swatchOn(surfacePiece(face), most, "#123456").at);
  assert.deepEqual([cut[0], cut[1], cut[2]], [whole[0], 0.09, whole[2]]);
  assert.ok(whole[1] > 0.09);
});

test("a comparison takes four draw calls at the most, and none once it is over", () => {
  const model = new Model(kinds);
  const calls = () => {
    let found = 0;
    model.group.traverseVisible((shown) => (found += "geometry" in shown ? 1 : 0));
    return found;
  };
  model.show(sceneOf({ ...without("items", "i1"), finishes: withEntity("finishes", "f1", { paint: "oak" }).finishes }));
  const before = calls();
  model.compare({ scene: sceneOf(plan), paths: null });
  assert.equal(calls() - before, 4);
  model.compare(null);
  assert.equal(calls(), before);
});
