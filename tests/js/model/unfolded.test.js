/** A wall spread out as one stands before it, and what is done on it there. */

import assert from "node:assert/strict";
import test from "node:test";

import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { coverBand, edgesOf, layBand, moveEdge, removeBand } from "#model/actions/bands.js";
import { hangItems } from "#model/actions/hang_items.js";
import { shapeOpening } from "#model/actions/shape_opening.js";
import { apply } from "#model/fold.js";
import { stampFor } from "#model/edit.js";
import { unfoldedRoom } from "#model/unfolded.js";

const wall = (a, b, more = {}) => ({ level: "l1", a, b, thickness: 100, ...more });
const plan = {
  version: 1,
  levels: { l1: { height: 2600 } },
  walls: { w1: wall([0, 0], [4000, 0]), w2: wall([4000, 0], [4000, 3000]), w3: wall([4000, 3000], [0, 3000]), w4: wall([0, 0], [0, 3000]) },
  openings: { o1: { wall: "w1", offset: 1000, width: 800, height: 1000, sill: 900, kind: "window" } },
  items: {
    i1: { level: "l1", kind: "mirror", at: [500, 60], size: [600, 20, 800], elevation: 1100 },
    i2: { level: "l1", kind: "wc", at: [320, 2000], turn_mdeg: 270_000, size: [370, 540, 400] },
  },
  finishes: {},
};
const stamp = stampFor("v1");
const done = (document, make) => {
  const parts = make(document);
  return parts && apply(document, stamp(parts));
};
const wallsOf = (document) => {
  const found = findRooms(document);
  return unfoldedRoom(document, found, findSurfaces(document, found), 0);
};
const where = { wall: "w1", side: "right", at_mm: 2000 };
const bands = (document, letter = "A") => wallsOf(document).find((one) => one.letter === letter).strips.map(({ z_from, z_to, finish }) => [z_from, z_to, finish && (document.finishes[finish].paint ?? "tile")]);

test("a column in the room is no wall of it", () => {
  const withColumn = { ...plan, solids: { c1: { level: "l1", kind: "column", at: [2000, 1500], size: [400, 400] } } };
  assert.deepEqual(wallsOf(withColumn).map(({ letter, wall: { id } }) => letter + id), wallsOf(plan).map(({ letter, wall: { id } }) => letter + id));
});

test("walls come clockwise, each from the viewer's left", () => {
  const [a, b, c, d] = wallsOf(plan);
  assert.deepEqual([a, b, c, d].map(({ letter, wall, width_mm }) => [letter, wall.id, width_mm]), [["A", "w1", 3900], ["B", "w2", 2900], ["C", "w3", 3900], ["D", "w4", 2900]]);
  assert.deepEqual([a.spot(0, 0), d.spot(0, 0)], [[50, 50], [50, 2950]]);
  assert.deepEqual(d.rightwards(100).map(Math.round), [0, -1]);
});

test("openings and things have their place on the face", () => {
  const [a, , , d] = wallsOf(plan);
  const [window] = a.apertures;
  assert.deepEqual([window.left, window.right, window.low, window.high], [950, 1750, 900, 1900]);
  const [mirror] = a.standing;
  assert.deepEqual([mirror.item.id, mirror.left, mirror.right, mirror.low, mirror.high, mirror.isFacing], ["i1", 150, 750, 1100, 1900, true]);
  assert.deepEqual(d.standing.map(({ item, isFacing }) => [item.id, isFacing])[0], ["i2", true]);
});

test("the face of a tapered wall is measured along itself, and what stands square before it stands square there", () => {
  // the face begins at (48, 114) and leans 7 to 24: it is 25 mm long for every 24 of the wall
  const tapered = { ...plan, walls: { w1: wall([0, 0], [2400, 0], { thickness: 200, thickness_b: 1600 }), w2: wall([2400, 0], [2400, 4000], { thickness: 96 }), w3: wall([2400, 4000], [0, 4000], { thickness: 96 }), w4: wall([0, 4000], [0, 0], { thickness: 96 }) } };
  // the middle of a thing 200 mm deep, 500 along the face and 100 before it
  const at = [48 + 480 - 28, 114 + 140 + 96];
  const [a] = wallsOf({ ...tapered, items: { i1: { level: "l1", kind: "sofa", at, size: [600, 200, 800], turn_mdeg: 16_260 } } });
  const [{ left, right, away_mm, isFacing, item }] = a.standing;
  assert.deepEqual([a.width_mm, left, right, away_mm, isFacing].map((value) => (typeof value === "number" ? Math.round(value * 10) / 10 + 0 : value)), [2400, 200, 800, 0, true]);
  assert.deepEqual(a.moved(item, 250), { at: [at[0] + 240, at[1] + 70], turn_mdeg: 16_260 });
  assert.deepEqual([a.apertures[0].left, Math.round(a.apertures[0].right)], [(1000 - 48) / 0.96, 1825]);
});

test("a thing moved along stays as far before the wall", () => {
  const [a] = wallsOf(plan);
  assert.deepEqual(a.moved(a.standing[0].item, 300), { at: [800, 60], turn_mdeg: 0 });
});

test("along an arc a thing turns with it", () => {
  const round = { ...plan, walls: { ...plan.walls, w1: wall([0, 0], [4000, 0], { bulge: -800 }) } };
  const [a] = wallsOf(round);
  assert.ok(a.isCurved && a.width_mm > 4100);
  const { turn_mdeg } = a.moved({ at: a.spot(a.width_mm / 2, 10).map(Math.round), turn_mdeg: 0 }, 1000);
  assert.ok(turn_mdeg > 20_000 && turn_mdeg < 30_000, String(turn_mdeg));
});

test("a band covers its height alone, and one drawn over it takes its place", () => {
  const low = done(plan, layBand(where, { z_from: 0, z_to: 1200 }, { paint: "X" }, "dragged", "f1"));
  assert.deepEqual(bands(low), [[0, 1200, "X"], [1200, 2600, null]]);
  const over = done(low, layBand(where, { z_from: 0, z_to: 1500 }, { paint: "Y" }, "dragged", "f2"));
  assert.deepEqual(Object.keys(over.finishes), ["f2"]);
});

test("the colour above is a stretch of its own, and the edge between moves both", () => {
  const low = done(plan, layBand(where, { z_from: 0, z_to: 1200 }, { paint: "X" }, "picked", "f1"));
  const both = done(low, coverBand(where, 2000, { paint: "Y" }));
  assert.deepEqual(bands(both), [[0, 1200, "X"], [1200, 2600, "Y"]]);
  assert.deepEqual(edgesOf(both, wallsOf(both)[0].faces[0]), [0, 1200, 2600]);
  const moved = done(both, moveEdge(where, 1200, 1000, "dragged"));
  assert.deepEqual(bands(moved), [[0, 1000, "X"], [1000, 2600, "Y"]]);
  assert.equal(Object.values(moved.finishes).at(-1).z_to, null);
});

test("an edge stops before the next one", () => {
  const low = done(plan, layBand(where, { z_from: 400, z_to: 1200 }, { paint: "X" }, "picked", "f1"));
  assert.deepEqual(bands(done(low, moveEdge(where, 1200, 100, "dragged")))[1], [400, 410, "X"]);
  assert.equal(moveEdge(where, 700, 800, "dragged")(low), null);
});

test("paint of the whole wall pulled down from the ceiling becomes a band", () => {
  const painted = done(plan, layBand(where, { z_from: 0, z_to: 2600 }, { paint: "X" }, "picked", "f1"));
  assert.equal(painted.finishes.f1.z_to, null);
  assert.deepEqual(bands(done(painted, moveEdge(where, 2600, 1400, "dragged"))), [[0, 1400, "X"], [1400, 2600, null]]);
});

test("another colour on one of two stretches of one paint leaves the other as it was", () => {
  const whole = done(plan, layBand(where, { z_from: 0, z_to: 2600 }, { paint: "X" }, "picked", "f1"));
  const belt = done(whole, layBand(where, { z_from: 1000, z_to: 1100 }, { paint: "Y" }, "picked", "f2"));
  const above = done(belt, coverBand(where, 2000, { paint: "Z" }));
  assert.deepEqual(bands(above).map(([, , paint]) => paint), ["X", "Y", "Z"]);
  assert.deepEqual(bands(done(belt, removeBand(where, 1050))), [[0, 2600, "X"]]);
});

test("a bare stretch cannot be taken away, and no band is thinner than a centimetre", () => {
  assert.equal(removeBand(where, 100)(plan), null);
  assert.equal(layBand(where, { z_from: 100, z_to: 105 }, { paint: "X" })(plan), null);
});

test("what is locked is not hung elsewhere", () => {
  const locked = { ...plan, items: { ...plan.items, i1: { ...plan.items.i1, locked: true } } };
  assert.equal(hangItems({ i1: { elevation: 900 } }, "dragged")(locked), null);
  assert.equal(done(plan, hangItems({ i1: { elevation: 900 } }, "dragged")).items.i1.elevation, 900);
});

test("a window widened to one side stays in its wall, and keeps its end to measure from", () => {
  const { action, set } = shapeOpening("o1", { middle_mm: 1500, width: 1000, sill: 800, height: 1100 }, "dragged")(plan);
  assert.equal(action, "set_opening");
  assert.deepEqual(set["openings/o1"], { width: 1000, sill: 800, height: 1100, from: "a", offset: 1000 });
  assert.deepEqual(shapeOpening("o1", { sill: 700 }, "typed")(plan).set["openings/o1"], { sill: 700 });
});
