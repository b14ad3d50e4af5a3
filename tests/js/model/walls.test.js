/** Walls bend, split, join, go parallel, turn and grow thicker, each in one edit, and what hangs in them stays in its place. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { partBulge, radiusOf, sagittaOf, tidyBulge } from "#geometry/arc.js";
import { centreLine } from "#geometry/centreline.js";
import { findRooms } from "#geometry/outline.js";
import { openingSpan, solids } from "#geometry/walls.js";
import { bendWall, bendWallTo, faceMeasures } from "#model/actions/bend_wall.js";
import { joinable, joinWalls } from "#model/actions/join_walls.js";
import { offsetWall, setThickness, shiftWall } from "#model/actions/offset_wall.js";
import { addBlock, coverBulkhead, moveBlock, paintBlock, turnBlock } from "#model/actions/place_block.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { splitWall } from "#model/actions/split_wall.js";
import { turnWall } from "#model/actions/turn_wall.js";
import { isHeld } from "#model/corners.js";
import { apply } from "#model/fold.js";
import { entity } from "#model/plan.js";

const wall = (/** @type {number[]} */ a, /** @type {number[]} */ b, /** @type {object} */ more = {}) => ({ level: "l1", a, b, thickness: 100, ...more });
/** 4 × 3 m inside, clockwise on the page. */
const ROOM = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: { height: 2500 } },
  walls: { wt: wall([-50, -50], [4050, -50]), wr: wall([4050, -50], [4050, 3050]), wb: wall([4050, 3050], [-50, 3050]), wl: wall([-50, 3050], [-50, -50]) },
  openings: { o1: { wall: "wt", from: "a", offset: 500, width: 800, kind: "door", opens: "right" }, o2: { wall: "wt", from: "b", offset: 600, width: 900, kind: "window", sill: 900 } },
  finishes: { f1: { wall: "wt", side: "right", paint: "S1" } }, items: { i1: { level: "l1", kind: "x", at: [3000, 200], size: [1, 1, 1], host: "wt" } },
});

/** @param {(document: any) => any} make @param {any} [plan] */
function after(make, plan = ROOM) {
  const parts = make(plan);
  return parts ? apply(plan, { remove: [], ...parts }) : plan;
}

/** Where an opening's middle is on the page. @param {any} plan @param {string} id */
function middleOf(plan, id) {
  const opening = entity(plan, "openings", id);
  const on = /** @type {any} */ (entity(plan, "walls", opening?.wall));
  const [from, to] = openingSpan(on, /** @type {any} */ (opening)) ?? [0, 0];
  return centreLine(on)?.at((from + to) / 2) ?? [0, 0];
}

/** @param {readonly number[]} one @param {readonly number[]} other */
const apart = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);

test("a bend falls on straight, a quarter, a half and round radii", () => {
  assert.deepEqual(tidyBulge(4000, 12, 30), { bulge: 0, kind: "straight" });
  assert.deepEqual(tidyBulge(4000, -840, 30), { bulge: -828, kind: "quarter" });
  assert.deepEqual(tidyBulge(4000, 1990, 30), { bulge: 2000, kind: "half" });
  assert.equal(Math.round(radiusOf(4000, sagittaOf(4000, 2500))), 2500);
  assert.equal(tidyBulge(4000, sagittaOf(4000, 2500) + 9, 30).kind, "radius");
});

test("a face gets the length, the height or the radius that is typed, its ends stay", () => {
  for (const [measure, mm] of /** @type {const} */ ([["length", 5000], ["sagitta", 900], ["radius", 2600]])) {
    const bent = after(bendWallTo("wt", "right", measure, mm));
    assert.ok(Math.abs((faceMeasures(bent, "wt", "right")?.[measure] ?? 0) - mm) <= 3, measure);
    assert.ok(entity(bent, "walls", "wt")?.bulge < 0, "outwards");
    assert.deepEqual(entity(bent, "walls", "wt")?.a, [-50, -50]);
  }
  assert.equal(bendWallTo("wt", "right", "radius", 1000)(ROOM), null);
});

test("the room before a bent wall misses the true arc by less than half a millimetre along it", () => {
  const { area_mm2 } = findRooms(after(bendWall("wt", -1000))).rooms[0];
  const face = radiusOf(4100, 1000) - 50;
  const middle = -1050 + face + 50;
  const segment = 2000 * Math.sqrt(face * face - 2000 * 2000) + face * face * Math.asin(2000 / face);
  const missing = 4000 * (3000 - middle) + segment - area_mm2;
  assert.ok(missing > 0 && missing < 0.5 * 2 * face * Math.asin(2000 / face), `${missing} mm²`);
});

test("a split arc is the same arc, and joined it is whole again with all that hangs in it", () => {
  for (const bulge of [0, -700]) {
    const bent = after(bendWall("wt", bulge));
    const line = /** @type {any} */ (centreLine(/** @type {any} */ (entity(bent, "walls", "wt"))));
    const split = after(splitWall("wt", line.length_mm * 0.45, "w2"), bent);
    assert.ok(Math.abs(partBulge(line, 0, line.length_mm) - bulge) <= 1);
    assert.equal(joinable(split, "wt"), "w2");
    for (const [keep, gone] of [["wt", "w2"], ["w2", "wt"]]) {
      const joined = after(joinWalls(keep), split);
      const whole = /** @type {any} */ (entity(joined, "walls", keep));
      assert.deepEqual([whole.a, whole.b, entity(joined, "walls", gone)], [[-50, -50], [4050, -50], null]);
      assert.ok(Math.abs(whole.bulge - bulge) <= 2, `${whole.bulge}`);
      for (const id of ["o1", "o2"]) for (const plan of [split, joined]) assert.ok(apart(middleOf(plan, id), middleOf(bent, id)) < 3, `${id} ${bulge}`);
      assert.deepEqual([Object.keys(joined.finishes).length, joined.items.i1.host], [1, keep]);
    }
  }
  assert.equal(joinable(ROOM, "wt"), null);
});

test("a wall drawn the other way is joined too, its doors turned with it", () => {
  const plan = { ...ROOM, walls: { wt: wall([-50, -50], [2000, -50]), w2: wall([4050, -50], [2000, -50]) }, openings: { o1: { wall: "w2", from: "a", offset: 400, width: 800, kind: "door", opens: "left" } }, finishes: {} };
  const joined = after(joinWalls("wt"), plan);
  assert.deepEqual(joined.walls.wt.b, [4050, -50]);
  assert.equal(entity(joined, "openings", "o1")?.opens, "right");
  assert.ok(apart(middleOf(joined, "o1"), middleOf(plan, "o1")) < 1);
});

test("a wall goes parallel by what is typed, and the walls that meet it keep their lines", () => {
  const moved = after(shiftWall("wt", "left", 500));
  assert.deepEqual([moved.walls.wt.a, moved.walls.wt.b, moved.walls.wr.a, moved.walls.wl.b], [[-50, -550], [4050, -550], [4050, -550], [-50, -550]]);
  const slanting = { ...ROOM, walls: { wt: wall([0, 0], [3000, 0]), wr: wall([3000, 0], [4000, 1000]) } };
  assert.deepEqual(after(shiftWall("wt", "right", 200), slanting).walls.wt.b, [3200, 200]);
  const copy = after(offsetWall("wt", "right", 1000, "w9")).walls.w9;
  assert.deepEqual([copy.a, copy.b], [[-50, 1050], [4050, 1050]]);
  const arc = after(offsetWall("wt", "right", 400, "w9"), after(bendWall("wt", -1000)));
  const [one, other] = ["wt", "w9"].map((id) => solids(arc, "l1").get(id)?.line);
  assert.ok(apart(one?.centre ?? [0, 0], other?.centre ?? [9, 9]) < 3);
});

test("a thicker wall keeps the face that is chosen", () => {
  const [room] = findRooms(ROOM).rooms;
  const thick = after(setThickness("wt", "right", 240));
  assert.equal(findRooms(thick).rooms[0].area_mm2, room.area_mm2);
  assert.equal(findRooms(after(setThickness("wt", "left", 240))).rooms[0].area_mm2, room.area_mm2 - 140 * 4000);
  const bent = after(bendWall("wt", -800));
  const area = findRooms(bent).rooms[0].area_mm2;
  assert.ok(Math.abs(findRooms(after(setThickness("wt", "right", 240), bent)).rooms[0].area_mm2 - area) < 0.001 * area);
});

/** 100 mm thick in its left corner and 300 in its right one, its inner face kept. */
const TAPERED = () => after(setThickness("wt", "right", 100, 300));

test("a wall that is thicker at one end keeps the face that is chosen, and evens out again", () => {
  const [room] = findRooms(ROOM).rooms;
  assert.deepEqual([TAPERED().walls.wt.a, TAPERED().walls.wt.b, TAPERED().walls.wt.thickness_b], [[-50, -50], [4050, -150], 300]);
  assert.ok(Math.abs(findRooms(TAPERED()).rooms[0].area_mm2 - room.area_mm2) < 4000 * 5);
  const even = after(setThickness("wt", "right", 300), TAPERED());
  assert.deepEqual([even.walls.wt.a, even.walls.wt.b, even.walls.wt.thickness_b], [[-50, -150], [4050, -150], null]);
  assert.equal(findRooms(even).rooms[0].area_mm2, room.area_mm2);
});

test("a tapered wall keeps its shape when it is split, joined and copied, and loses it when it bends", () => {
  const split = after(splitWall("wt", 2000, "w2"), TAPERED());
  assert.deepEqual([split.walls.wt, split.walls.w2].map((one) => [one.thickness, one.thickness_b]), [[100, 198], [198, 300]]);
  assert.ok(Math.abs(findRooms(split).rooms[0].area_mm2 - findRooms(TAPERED()).rooms[0].area_mm2) < 2000);
  const joined = after(joinWalls("w2"), split).walls.w2;
  assert.deepEqual([joined.a, joined.b, joined.thickness, joined.thickness_b], [[-50, -50], [4050, -150], 100, 300]);
  assert.equal(joinable(after(setThickness("w2", "right", 198), split), "wt"), null);
  const copy = after(offsetWall("wt", "right", 1000, "w9"), TAPERED()).walls.w9;
  assert.deepEqual([copy.thickness, copy.thickness_b, copy.b[1] - copy.a[1]], [100, 300, 100]);
  assert.deepEqual(after(bendWall("wt", -800), TAPERED()).walls.wt.thickness_b, null);
  assert.equal(setThickness("wt", "right", 100, 300)(after(bendWall("wt", -800))), null);
});

test("a typed angle turns a wall about its beginning", () => {
  assert.deepEqual(after(turnWall("wt", 30_000)).walls.wr.a, after(turnWall("wt", 30_000)).walls.wt.b);
  assert.equal(turnWall("wt", 0)(ROOM), null);
});

test("a locked wall stays, and holds the corners that it shares", () => {
  const plan = { ...ROOM, walls: { ...ROOM.walls, wt: { ...ROOM.walls.wt, locked: true } } };
  assert.equal(isHeld(plan, "l1", [[4050, -50]]), true);
  assert.equal(isHeld(plan, "l1", [[4050, 3050]]), false);
  assert.equal(removeEntities(["walls/wt"])(plan), null);
});

test("a lowered ceiling takes a paint on its sides and another on its underside, and gives them back", () => {
  const plan = after(addBlock({ level: "l1", kind: "bulkhead", at: [2000, 1500], size: [600, 300], z_from: 2200 }, "c1"));
  const painted = after(coverBulkhead("c1", ["underside"], { paint: "S2" }), after(paintBlock("c1", { paint: "S9" }), plan));
  const worn = (/** @type {any} */ { finishes }) => Object.values(finishes).filter((one) => one.wall === "c1").map(({ face, paint }) => `${face} ${paint}`);
  assert.deepEqual(worn(painted), ["sides S9", "underside S2"]);
  assert.deepEqual(worn(after(paintBlock("c1", { paint: null }), painted)), []);
});

test("a column is painted on both halves, moved and turned, and takes its paint along when it goes", () => {
  const plan = after(addBlock({ level: "l1", kind: "column", at: [2000, 1500], size: [300, 300], round: true }, "c1"));
  const painted = after(paintBlock("c1", { paint: "S9" }), plan);
  assert.deepEqual(Object.values(painted.finishes).map(({ wall: on, side }) => `${on} ${side}`), ["wt right", "c1 left", "c1 right"]);
  assert.deepEqual(after(moveBlock("c1", [10, 0]), painted).solids.c1.at, [2010, 1500]);
  assert.equal(after(turnBlock("c1", -90_000), painted).solids.c1.turn_mdeg, 270_000);
  assert.deepEqual(Object.keys(after(removeEntities(["solids/c1"]), painted).finishes), ["f1"]);
});
