/** A product's own model takes the place of its kind's parts when it has come, at the thing's size and hand. */

import assert from "node:assert/strict";
import test from "node:test";

import { MeshBasicMaterial, Vector3 } from "three";

import { readBody } from "#scene/body_file.js";
import { Furniture } from "#scene/furniture.js";

import told from "../../cases/product_models/cube.json" with { type: "json" };
import { kinds } from "./room.js";

const bytes = Uint8Array.from(Buffer.from(told.glb, "base64"));
const palette = { solid: new MeshBasicMaterial(), glass: new MeshBasicMaterial(), body: new MeshBasicMaterial(), textured: () => new MeshBasicMaterial() };
const source = { glb: `data:model/gltf-binary;base64,${told.glb}`, size: told.size };
const sofa = (id, more = {}) => ({ id, level: "l1", kind: "sofa", size: [2000, 1000, 1000], tint: null, at: [0, 0, 0], turn_mdeg: 0, mirrored: false, hung: null, ...more });

const dressed = async (items, sourceOf = () => source) => {
  const furniture = new Furniture(kinds, palette);
  furniture.show(items);
  const loaded = new Promise((done) => furniture.bodies.addEventListener("loaded", done, { once: true }));
  furniture.dress(sourceOf);
  await loaded;
  return furniture;
};

test("the file tells its plain parts and its glass, with colours and finishes at the vertices", () => {
  const [solid, glass] = readBody(bytes.buffer).toSorted((one, other) => Number(one.isGlass) - Number(other.isGlass));
  assert.deepEqual([solid.isGlass, glass.isGlass], [false, true]);
  assert.deepEqual([...solid.colours.slice(0, 3)], [1, 0, 0]);
  assert.equal(Math.round(solid.finishes[0] * 10), 9);
  assert.equal(solid.indices.length + glass.indices.length, 36);
});

test("three sofas of one model are two draws, of plain parts and of glass", async () => {
  const { group } = await dressed([sofa("i1"), sofa("i2"), sofa("i3")]);
  assert.deepEqual(group.children.map(({ count, material }) => [count, material === palette.glass]).toSorted(), [[3, false], [3, true]]);
});

test("until the model has come its kind stands there, and without one it stays", async () => {
  const furniture = new Furniture(kinds, palette);
  furniture.dress(() => source);
  furniture.show([sofa("i1")]);
  assert.equal(furniture.group.children[0].material, palette.solid);
  const mixed = await dressed([sofa("i1"), sofa("i2")], (id) => (id === "i1" ? source : null));
  assert.deepEqual(mixed.group.children.map(({ material }) => material === palette.solid).toSorted(), [false, false, true]);
});

test("the model is stretched to the thing and mirrored with it, its outside still outside", async () => {
  const { group } = await dressed([sofa("i1", { size: [1000, 2000, 500], mirrored: true })]);
  const { geometry } = group.children.find(({ material }) => material === palette.body);
  geometry.computeBoundingBox();
  assert.deepEqual(geometry.boundingBox.getSize(new Vector3()).toArray().map((metres) => Math.round(metres * 1000)), [1000, 500, 2000]);
  const [a, b, c] = [0, 1, 2].map((at) => new Vector3().fromBufferAttribute(geometry.getAttribute("position"), geometry.index.getX(at)));
  const outwards = b.sub(a).cross(c.sub(a)).normalize();
  const normal = new Vector3().fromBufferAttribute(geometry.getAttribute("normal"), geometry.index.getX(0));
  assert.ok(outwards.dot(normal) > 0.9);
});
