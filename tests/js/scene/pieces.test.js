/** Surfaces become triangles in metres that face outwards; each piece of a mesh is hidden, lowered and painted alone. */

import assert from "node:assert/strict";
import test from "node:test";

import { MeshBasicMaterial } from "three";

import { PieceMesh } from "#scene/piece_mesh.js";
import { boxesPiece, normalOf, surfacePiece } from "#scene/pieces.js";

import { scene } from "./room.js";

const face = scene.surfaces.find(({ of, wall }) => of === "face" && wall === "w1");
const tiled = scene.surfaces.find(({ tile }) => tile);
const floor = scene.surfaces.find(({ of, opening }) => of === "floor" && !opening);

/** The share of triangles that turn against the clock about the normal they carry. */
const facing = ({ positions, normals, indices }) => {
  const spot = (index) => positions.slice(index * 3, index * 3 + 3);
  const agree = indices.filter((_, at) => at % 3 === 0).map((_, triangle) => {
    const [a, b, c] = [0, 1, 2].map((corner) => spot(indices[triangle * 3 + corner]));
    const [u, v] = [b.map((value, axis) => value - a[axis]), c.map((value, axis) => value - a[axis])];
    const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    return cross.reduce((sum, value, axis) => sum + value * normals[indices[triangle * 3] * 3 + axis], 0) > 0;
  });
  return agree.filter(Boolean).length / agree.length;
};

test("a wall's face looks into the room, in metres", () => {
  const piece = surfacePiece(face);
  assert.deepEqual(piece.normals.slice(0, 3).map((value) => value + 0), [0, 0, 1]);
  assert.equal(Math.max(...piece.positions.filter((_, at) => at % 3 === 1)), 2.6);
});

test("all triangles of all surfaces face outwards", () => {
  for (const surface of scene.surfaces) assert.equal(facing(surfacePiece(surface)), 1, `${surface.of} ${surface.wall}`);
});

test("a box's sides face outwards", () => {
  const box = { material: "front", at: [1, 2, 3], size: [40, 50, 60] };
  assert.equal(facing(boxesPiece([box], (spot) => spot, { colour: "#ffffff", roughness: 1, metalness: 0 })), 1);
});

test("tiles are measured from the face's lower left corner as one stands before it", () => {
  const { places } = surfacePiece(tiled);
  const [along, up] = [0, 1].map((axis) => places.filter((_, at) => at % 2 === axis));
  const half = tiled.tile.joint / 2000; // the rules' joints have their middles at 0, the first tile its corner
  const measured = [Math.min(...along), Math.min(...up), Math.max(...up), Math.max(...along)];
  [0, 0, 1.2, 2.84].forEach((wanted, place) => assert.ok(Math.abs(measured[place] - half - wanted) < 1e-9));
});

test("the first tile's corner is where its plan says, and the pattern turns about it", () => {
  const moved = { ...tiled, tile: { ...tiled.tile, joint: 0, origin: [100, 50], turn_mdeg: 90_000 } };
  const { places } = surfacePiece(moved);
  const [along, up] = [0, 1].map((axis) => places.filter((_, at) => at % 2 === axis));
  [[Math.min(...along), -1.15], [Math.max(...up), 2.74]].forEach(([found, wanted]) => assert.ok(Math.abs(found - wanted) < 1e-9, `${found}`));
});

test("a polygon's normal is of unit length whatever its size", () => {
  assert.deepEqual(normalOf([0, 0, 0, 0, 9000, 0, 9000, 9000, 0]), [0, 1, 0]);
});

const held = () => {
  const mesh = new PieceMesh(new MeshBasicMaterial());
  mesh.hold(new Map([["face", surfacePiece(face)], ["floor", surfacePiece(floor)]]));
  return mesh;
};
const triangles = ({ mesh }) => (mesh.geometry.getIndex()?.count ?? 0) / 3;

test("a triangle is known by the piece that it belongs to", () => {
  const mesh = held();
  const first = surfacePiece(face).indices.length / 3;
  assert.deepEqual([mesh.keyAt(0), mesh.keyAt(first - 1), mesh.keyAt(first)], ["face", "face", "floor"]);
});

test("a hidden piece is not drawn, and the others are still known", () => {
  const mesh = held();
  mesh.show((key) => key !== "face");
  assert.equal(triangles(mesh), surfacePiece(floor).indices.length / 3);
  assert.equal(mesh.keyAt(0), "floor");
});

test("a mesh with nothing to show is not drawn at all", () => {
  const mesh = held();
  mesh.show(() => false);
  assert.equal(mesh.mesh.visible, false);
});

test("a lowered piece ends at its height and stands up again", () => {
  const mesh = held();
  const top = () => Math.max(...Array.from(mesh.mesh.geometry.getAttribute("position").array).filter((_, at) => at % 3 === 1));
  mesh.lower((key) => (key === "face" ? 0.09 : Infinity));
  assert.ok(Math.abs(top() - 0.09) < 1e-6);
  mesh.lower(() => Infinity);
  assert.ok(Math.abs(top() - 2.6) < 1e-6);
});

test("painting one piece leaves its shape and the other piece alone", () => {
  const mesh = held();
  const before = Array.from(mesh.mesh.geometry.getAttribute("color").array);
  const geometry = mesh.mesh.geometry;
  mesh.recolour("floor", "#000000");
  const after = Array.from(geometry.getAttribute("color").array);
  const vertices = surfacePiece(face).positions.length;
  assert.equal(mesh.mesh.geometry, geometry);
  assert.deepEqual(after.slice(0, vertices), before.slice(0, vertices));
  assert.equal(Math.max(...after.slice(vertices)), 0);
});
