/** What is seen through a door behind which no room is drawn. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";
import { hallsOf } from "#scene/halls.js";

import { plan } from "./room.js";

const scene = describe(plan, null, () => null);
const inwards = ({ positions, normals }) => {
  const [x, y, z] = [0, 1, 2].map((axis) => positions.filter((_, place) => place % 3 === axis));
  const middle = [x, y, z].map((values) => (Math.min(...values) + Math.max(...values)) / 2);
  return Array.from({ length: positions.length / 3 }, (_, at) => [0, 1, 2].reduce((sum, axis) => sum + normals[at * 3 + axis] * (middle[axis] - positions[at * 3 + axis]), 0) > 0);
};

test("a door to nowhere opens into a hall that is seen from within", () => {
  const halls = hallsOf(scene);
  const doors = scene.openings.filter(({ kind }) => kind === "door");
  assert.ok(doors.length > 0);
  assert.deepEqual([...halls.keys()], doors.flatMap(({ id }) => [`${id} walls`, `${id} floor`]));
  for (const { id } of doors) assert.ok(inwards(/** @type {any} */ (halls.get(`${id} walls`))).every(Boolean));
});

test("between two rooms there is no hall", () => {
  const inner = scene.openings.map((opening) => ({ ...opening, rooms: /** @type {[number, number]} */ ([0, 0]) }));
  assert.equal(hallsOf({ ...scene, openings: inner }).size, 0);
});
