/** A room that comes in by its inner size. */

import assert from "node:assert/strict";
import test from "node:test";

import { findRooms } from "#geometry/outline.js";
import { addRoom } from "#model/actions/add_room.js";
import { stampFor } from "#model/edit.js";
import { apply } from "#model/fold.js";

const stamp = stampFor("v1");
const wall = (a, b, more = {}) => ({ level: "l1", a, b, thickness: 200, ...more });
const first = { w1: wall([0, 0], [4000, 0]), w2: wall([4000, 0], [4000, 3000]), w3: wall([4000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]) };
const withRoom = (walls, length_mm) => {
  const document = { version: 1, levels: { l1: { height: 2600 } }, walls };
  return apply(document, stamp(addRoom({ level: "l1", width_mm: 3000, length_mm })(document)));
};
const areas = (document) => findRooms(document).rooms.map(({ area_mm2 }) => area_mm2);
const added = (document) => Object.values(document.walls).length - 4;

for (const [what, walls, length_mm, most] of [
  ["shorter than its neighbour shares its wall", first, 2000, 3],
  ["as long as its neighbour shares its wall", first, 2780, 3],
  ["longer than its neighbour goes on with its wall", first, 4000, 4],
  ["beside a slanted wall has walls of its own", { ...first, w2: wall([4000, 0], [4300, 3000]), w3: wall([4300, 3000], [0, 3000]) }, 2000, 4],
]) {
  test(`a room ${what}, and has its size inside`, () => {
    const document = withRoom(walls, length_mm);
    assert.equal(added(document), most);
    assert.ok(areas(document).includes(3000 * length_mm), String(areas(document)));
    assert.equal(areas(document).length, 2);
  });
}

test("a first room begins at the corner of the page", () => {
  assert.deepEqual(findRooms(withRoom({}, 2000)).rooms.map(({ polygon }) => polygon.toSorted()[0]), [[0, 0]]);
});
