/** Slopes: at walls and opposite one another, typed and moved; the lines that tell their heights. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ceilingOf, roofsOver } from "#geometry/ceilings.js";
import { contour, creases } from "#geometry/contours.js";
import { findRooms } from "#geometry/outline.js";
import { addOpposite, addSlope, angleTo, depthIn, lengthened, lineAtWall, reachOf, setSlope, shifted } from "#model/actions/slopes.js";
import { apply } from "#model/fold.js";
import { entity } from "#model/plan.js";

const CORNERS = [[0, 0], [6000, 0], [6000, 4000], [0, 4000]];
const ROOM = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: { height: 2600 } },
  walls: Object.fromEntries(CORNERS.map((a, place) => [`w${place}`, { level: "l1", a, b: CORNERS[(place + 1) % 4], thickness: 200 }])),
});
const KNEE = { level: "l1", a: /** @type {[number, number]} */ ([6000, 100]), b: /** @type {[number, number]} */ ([0, 100]), knee: 1000, angle_mdeg: 45_000 };
const done = (/** @type {any} */ plan, /** @type {any} */ make) => apply(plan, { remove: [], ...make(plan) });

/** @param {any} plan */
function ceiling(plan) {
  const over = roofsOver(plan, "l1");
  return { over, planes: ceilingOf(plan, findRooms(plan).rooms[0], over) };
}

test("a slope at a wall runs along its inner face and rises into the room", () => {
  const along = lineAtWall(ROOM, "w0", "right");
  assert.deepEqual(along, { a: [6000, 100], b: [0, 100] });
  const slope = entity(done(ROOM, addSlope({ level: "l1", .../** @type {any} */ (along) }, "s1")), "slopes", "s1");
  assert.deepEqual([slope?.knee, slope?.angle_mdeg], [1000, 40_000]);
  assert.equal(addSlope({ level: "l1", a: [1, 1], b: [1, 1] })(ROOM), null);
});

test("the height on the other side and the angle are one another", () => {
  const [room] = findRooms(ROOM).rooms;
  assert.equal(depthIn(KNEE, room.polygon), 3800);
  assert.equal(angleTo(KNEE, 4800, 3800), 45_000);
  assert.equal(Math.round(reachOf(KNEE, 2600)), 1600);
});

test("a line goes sideways and gets longer from its beginning", () => {
  assert.deepEqual(shifted(KNEE, 200), { a: [6000, 300], b: [0, 300] });
  assert.deepEqual(lengthened(KNEE, 3000), { b: [3000, 100] });
  assert.equal(setSlope("s9", { knee: 900 })(ROOM), null);
});

test("two alike meet at a ridge in the middle, each with its lines of height", () => {
  const plan = done(done(ROOM, addSlope({ ...KNEE, angle_mdeg: 30_000 }, "s1")), addOpposite({ ...KNEE, angle_mdeg: 30_000 }, 3800, "s2"));
  const { over, planes } = ceiling(plan);
  assert.deepEqual([...new Set(contour(planes, 1900).map(({ roof }) => roof.slope))], ["s1", "s2"]);
  const ridge = creases(planes, over);
  assert.ok(ridge.length > 0 && ridge.flat().every(([, y]) => Math.abs(y - 2000) < 1));
});

test("a slope ends in a line where it comes to the ceiling", () => {
  const { over, planes } = ceiling(done(ROOM, addSlope(KNEE, "s1")));
  assert.ok(creases(planes, over).flat().every(([, y]) => Math.abs(y - 1700) < 1));
  assert.ok(contour(planes, 2200).every(({ stretch }) => stretch.every(([, y]) => Math.abs(y - 1300) < 1)));
});
