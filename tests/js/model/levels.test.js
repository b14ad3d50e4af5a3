/** Levels added, copied, raised and removed, each in one edit. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { outerWalls } from "#geometry/outer_walls.js";
import { findRooms } from "#geometry/outline.js";
import { apply } from "#model/fold.js";
import { addLevel, copyWalls, levelBelow, levelsUpwards, removeLevel, setLevelHeight, standingOn } from "#model/levels.js";
import { entities, wallsOf } from "#model/plan.js";

const CORNERS = [[0, 0], [6000, 0], [6000, 4000], [0, 4000]];
const HOUSE = /** @type {any} */ ({
  version: 1, plan: {},
  levels: { l1: { height: 2600 }, l2: { name: "Strych", elevation: 2900, height: 2400 } },
  walls: {
    ...Object.fromEntries(CORNERS.map((a, place) => [`w${place}`, { level: "l1", a, b: CORNERS[(place + 1) % 4] }])),
    wi: { level: "l1", a: [3000, 0], b: [3000, 4000] },
    wu: { level: "l2", a: [0, 0], b: [6000, 0] },
  },
  openings: { ou: { wall: "wu", offset: 500 }, o1: { wall: "w0", offset: 500 } },
  items: { iu: { level: "l2", kind: "chair", at: [500, 500], size: [400, 400, 800] } },
  finishes: { fu: { wall: "wu", side: "right", paint: "A" }, f1: { wall: "w0", side: "right", paint: "A" } },
});

/** @param {(document: any) => any} make */
const after = (make) => apply(HOUSE, { remove: [], ...make(HOUSE) });
const elevations = (/** @type {any} */ plan) => levelsUpwards(plan).map(({ id, elevation }) => [id, elevation]);

test("a level goes in between two others, and the upper one makes way", () => {
  const plan = after(addLevel({ beside: "l1", way: "above", name: "Piętro", besideName: "Parter" }, "l3"));
  assert.deepEqual(elevations(plan), [["l1", 0], ["l3", 2900], ["l2", 5800]]);
  assert.equal(plan.levels.l1.name, "Parter");
});

test("a basement lies under the house by its own height and the slab", () => {
  assert.deepEqual(elevations(after(addLevel({ beside: "l1", way: "below", name: "Piwnica" }, "l3"))), [["l3", -2900], ["l1", 0], ["l2", 2900]]);
});

test("the outline is copied without the walls between rooms", () => {
  const outline = outerWalls(findRooms(HOUSE), "l1");
  assert.deepEqual(outline.toSorted(), ["w0", "w1", "w2", "w3"]);
  const copied = wallsOf(after(copyWalls(outline, "l2")), "l2");
  assert.deepEqual(copied.map(({ a }) => a), [[0, 0], ...CORNERS]);
});

test("what lies above follows the ceiling", () => {
  assert.deepEqual(elevations(after(setLevelHeight("l1", 2800))), [["l1", 0], ["l2", 3100]]);
});

test("a level goes with what stands on it and nothing else; the last one stays", () => {
  assert.deepEqual(standingOn(HOUSE, "l2").toSorted(), ["finishes/fu", "items/iu", "openings/ou", "walls/wu"]);
  const plan = after(removeLevel("l2"));
  assert.deepEqual([entities(plan, "openings"), entities(plan, "finishes"), entities(plan, "levels")].map((all) => all.map(({ id }) => id)), [["o1"], ["f1"], ["l1"]]);
  assert.equal(removeLevel("l1")(plan), null);
  assert.equal(levelBelow(HOUSE, "l2")?.id, "l1");
});
