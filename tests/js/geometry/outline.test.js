/** The browser finds the rooms that the server finds. */

import assert from "node:assert/strict";
import test from "node:test";

import { findRooms, isIn, roomAt } from "#geometry/outline.js";

import { assertClose, casesOf } from "./cases.js";

const CASES = casesOf("outline");
const found = (name) => findRooms(CASES.find(([known]) => known === name)[1].plan);

const told = ({ rooms }) =>
  rooms.map(({ boundary, level, label, name, use, area_mm2, perimeter_mm, polygon, holes }) => ({
    ...{ level, label, name, use, area_mm2, perimeter_mm, polygon, holes },
    boundary: boundary.map(({ wall, side, from_mm, to_mm }) => [wall, side, from_mm, to_mm]),
  }));

for (const [name, { plan, found: wanted }] of CASES) {
  test(`the rooms of ${name} are the server's`, () => assertClose(told(findRooms(plan)), wanted.rooms));

  test(`the loose entities of ${name} are the server's`, () => {
    const loose = findRooms(plan).loose.map(({ collection, id, reason }) => [collection, id, reason]);
    assert.deepEqual(loose, wanted.loose);
  });
}

test("a room is found around a point", () => {
  assert.equal(roomAt(found("tee"), "l1", [4000, 1000]), 1);
});

test("a point in a wall is in no room", () => {
  assert.equal(roomAt(found("tee"), "l1", [3000, 1000]), null);
});

test("a point in a free standing wall is not in the room", () => {
  assert.equal(isIn(found("pillar").rooms[0], [3000, 3000]), false);
});

test("a plan that says as little as it may has rooms", () => {
  const corners = [[0, 0], [3000, 0], [3000, 3000], [0, 3000]];
  const walls = corners.map((a, place) => [`w${place}`, { level: "l1", a, b: corners[(place + 1) % 4] }]);
  const [room] = findRooms({ levels: { l1: {} }, walls: Object.fromEntries(walls) }).rooms;
  assert.equal(room.area_mm2, 2880 * 2880);
});

test("no walls enclose no rooms", () => {
  assert.deepEqual(findRooms({}).rooms, []);
});

for (const side of [2, 5, 15]) {
  test(`a grid of ${side} by ${side} cells has as many rooms`, () => {
    assert.deepEqual(new Set(findRooms(gridOf(side)).rooms.map(({ area_mm2 }) => area_mm2)), new Set([2880 * 2880]));
    assert.equal(findRooms(gridOf(side)).rooms.length, side * side);
  });
}

/** A square grid of rooms, each stretch between two crossings a wall of its own. */
function gridOf(side) {
  const walls = {};
  for (let x = 0; x <= side; x += 1) {
    for (let y = 0; y <= side; y += 1) {
      const a = [x * 3000, y * 3000];
      if (x < side) walls[`wa${x}x${y}`] = { level: "l1", a, b: [a[0] + 3000, a[1]] };
      if (y < side) walls[`wd${x}x${y}`] = { level: "l1", a, b: [a[0], a[1] + 3000] };
    }
  }
  return { levels: { l1: {} }, walls };
}
