/** All that is selected, once more on another level, in one edit. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { besideThem, copyOf, pasteCopy } from "#model/actions/copy_across.js";
import { coverOpening } from "#model/actions/cover_opening.js";
import { addOpening, moveOpening } from "#model/actions/place_opening.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { removeLevel } from "#model/levels.js";
import { apply } from "#model/fold.js";

const PLAN = /** @type {any} */ ({
  version: 1, plan: {}, levels: { l1: {}, l2: { elevation: 2900 } },
  walls: { w1: { level: "l1", a: [0, 0], b: [4000, 0], thickness: 200, locked: true }, w2: { level: "l1", a: [4000, 0], b: [4000, 3000] } },
  openings: { o1: { wall: "w1", offset: 500, kind: "niche", opens: "right", depth: 100 }, o2: { wall: "w2", offset: 500 } },
  rooms: { r1: { level: "l1", at: [2000, 1500], name: "Łazienka" } },
  finishes: { f1: { wall: "w1", side: "right", paint: "D-01" }, f2: { opening: "o1", paint: "D-02" }, f3: { room: "r1", face: "floor", paint: "D-03" }, f4: { wall: "c1", side: "left", paint: "D-04" } },
  slopes: { s1: { level: "l1", a: [0, 0], b: [4000, 0] } }, skylights: { k1: { slope: "s1", offset: 300 } },
  solids: { c1: { level: "l1", at: [1000, 1000], size: [300, 300] } },
  items: { i1: { level: "l1", kind: "wc", at: [500, 500], size: [370, 540, 400], host: "w1" } },
});
const target = (/** @type {string} */ path) => ({ collection: /** @type {any} */ (path.split("/")[0]), id: path.split("/")[1] });
const pasted = (/** @type {string[]} */ paths, to = { level: "l2", by: /** @type {[number, number]} */ ([0, 0]) }) => {
  const { make, targets } = pasteCopy(copyOf(PLAN, paths.map(target)), to);
  const parts = make(PLAN);
  const set = /** @type {Record<string, any>} */ (parts?.set ?? {});
  const of = (/** @type {string} */ name) => Object.entries(set).filter(([path]) => path.startsWith(name)).map(([, fields]) => fields);
  const idOf = (/** @type {string} */ name) => Object.keys(set).find((path) => path.startsWith(name))?.split("/")[1];
  return { parts, of, idOf, targets };
};

test("a wall comes with its openings, their finishes and its own", () => {
  const { of, idOf } = pasted(["walls/w1"]);
  assert.deepEqual(of("walls").map(({ level, a, locked }) => [level, a, locked]), [["l2", [0, 0], false]]);
  assert.deepEqual(of("openings").map(({ wall, depth }) => [wall, depth]), [[idOf("walls"), 100]]);
  assert.deepEqual(of("finishes").map(({ wall, opening, paint }) => [wall, opening, paint]), [[idOf("walls"), null, "D-01"], [null, idOf("openings"), "D-02"]]);
});

test("rooms, slopes, columns and things come with what is on them", () => {
  const { of, idOf, targets } = pasted(["walls/w1", "rooms/r1", "slopes/s1", "solids/c1", "items/i1"]);
  assert.deepEqual(of("rooms").map(({ level, name }) => [level, name]), [["l2", "Łazienka"]]);
  assert.deepEqual(of("skylights").map(({ slope }) => slope), [idOf("slopes")]);
  assert.deepEqual(of("finishes").map(({ paint }) => paint).sort(), ["D-01", "D-02", "D-03", "D-04"]);
  assert.equal(of("finishes").find(({ paint }) => paint === "D-04").wall, idOf("solids"));
  assert.deepEqual(of("items").map(({ level, host }) => [level, host]), [["l2", idOf("walls")]]);
  assert.deepEqual(targets.map(({ collection }) => collection).sort(), ["items", "rooms", "slopes", "solids", "walls"]);
});

test("it is one edit, and the originals stay as they are", () => {
  const { parts } = pasted(["walls/w1", "walls/w2", "items/i1"]);
  const after = apply(PLAN, { remove: [], ...parts });
  assert.equal(Object.keys(after.walls).length, 4);
  assert.deepEqual(after.walls.w1, PLAN.walls.w1);
});

test("an opening without its wall is not copied, nor a thing's host that stays behind", () => {
  assert.equal(pasted(["openings/o2"]).parts, null);
  assert.deepEqual(pasted(["items/i1"]).of("items").map(({ host }) => host), [null]);
});

test("on the same level it lies clear of the original", () => {
  assert.deepEqual(besideThem(copyOf(PLAN, [target("walls/w1")])), [5000, 0]);
});

test("a niche is as deep as its wall holds, also after it went to a thinner one", () => {
  const put = addOpening({ wall: "w2", middle_mm: 1500, width: 300, kind: "niche", opens: "right", depth: 300 }, "o9")(PLAN);
  assert.equal(put?.set?.["openings/o9"].depth, 100);
  const thin = { ...PLAN, walls: { ...PLAN.walls, w2: { ...PLAN.walls.w2, thickness: 80 } } };
  assert.equal(moveOpening("o1", "w2", 1500)(thin)?.set?.["openings/o1"].depth, 60);
});

test("a niche's own finish changes, goes with it, and goes back to the wall's", () => {
  assert.deepEqual(coverOpening("o1", { paint: "D-09" })(PLAN)?.set, { "finishes/f2": { opening: "o1", paint: "D-09", tile: null } });
  assert.deepEqual(coverOpening("o1", { paint: null })(PLAN)?.remove, ["finishes/f2"]);
  assert.deepEqual(removeEntities(["openings/o1"])(PLAN)?.remove, ["openings/o1", "finishes/f2"]);
  assert.ok(removeLevel("l1")(PLAN)?.remove?.includes("finishes/f2"));
});
