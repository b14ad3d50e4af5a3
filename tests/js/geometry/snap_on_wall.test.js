/** A thing moved over a wall stops at heights and edges around it. */

import assert from "node:assert/strict";
import test from "node:test";

import { snapOnWall, snapValue } from "#geometry/snap_on_wall.js";
import { letter, lettered } from "#geometry/wall_letters.js";

const free = { xs: [], zs: [], reach_mm: 40 };

test("away from everything it goes by whole centimetres", () => {
  assert.deepEqual(snapOnWall([104, 304, 856, 900], free), { by: [-4, 4], guides: { x: null, z: null } });
});

test("its middle comes to a middle, its underside to the height that is usual for it", () => {
  const around = { ...free, xs: [{ at: 1000, of: "middle" }], zs: [{ at: 850, of: "low" }] };
  assert.deepEqual(snapOnWall([880, 1080, 870, 1000], around), { by: [20, -20], guides: { x: 1000, z: 850 } });
});

test("of two edges in reach the nearer one holds it", () => {
  const around = { ...free, xs: [{ at: 0, of: "edge" }, { at: 230, of: "edge" }] };
  assert.deepEqual(snapOnWall([20, 220, 0, 10], around).guides, { x: 230, z: null });
});

test("an edge out of reach does not pull", () => assert.deepEqual(snapValue(1247, [{ at: 1200, of: "edge" }], 40), { value: 1250, guide: null }));

test("walls are lettered as they come about the room, jogs are passed over", () => {
  const edge = (wall, long) => ({ wall, side: "right", from_mm: 0, to_mm: long, points: [[0, 0], [long, 0]] });
  const sides = lettered({ boundary: [edge("w1", 4000), edge("w2", 200), edge("w3", 3000), edge("w1", 900), { ...edge("w4", 900), side: "a" }] });
  assert.deepEqual(sides.map(({ letter, wall, edges }) => [letter, wall, edges.length]), [["A", "w1", 2], ["B", "w3", 1]]);
});

test("after Z comes AA", () => assert.deepEqual([0, 25, 26, 27].map(letter), ["A", "Z", "AA", "AB"]));
