/** Dragged things go where they were meant to, in whole millimetres. */

import assert from "node:assert/strict";
import test from "node:test";

import { centreLine } from "#geometry/centreline.js";
import { reachAlong } from "#geometry/footprint.js";
import { findRooms } from "#geometry/outline.js";
import { snapItem, snapOpening, snapPoint } from "#geometry/snap.js";

const SIZE = [600, 560, 720];
const LONG = Math.hypot(4000, 887);
const WAY = [4000 / LONG, 887 / LONG];
const OUT = [-WAY[1], WAY[0]];
const slanting = findRooms({ levels: { l1: {} }, walls: { w1: { level: "l1", a: [0, 0], b: [4000, 887], thickness: 120 } } });
const corners = [[0, 0], [4000, 0], [4000, 3000], [0, 3000]];
const room = findRooms({
  levels: { l1: {} },
  walls: Object.fromEntries(corners.map((a, n) => [`w${n}`, { level: "l1", a, b: corners[(n + 1) % 4], thickness: 120 }])),
});

const inRow = [0, 1, 2, 3].reduce((row, place) => {
  const at = [500 + 590 * place, 480 + 131 * place];
  const { turn_mdeg, ...placed } = snapItem({ at, size: SIZE, turn_mdeg: 0 }, { found: slanting, level: "l1", neighbours: row, reach_mm: 150 });
  return [...row, { size: SIZE, turn_mdeg, at: placed.at }];
}, []);

test("four cabinets dragged along a slanting wall touch its face within a millimetre", () => {
  const gaps = inRow.map((cabinet) => Math.abs(reachAlong(cabinet, [0, 0], OUT)[0] - 60));
  assert.ok(Math.max(...gaps) <= 1, String(gaps));
});

test("each of them touches the next within a millimetre", () => {
  const reaches = inRow.map((cabinet) => reachAlong(cabinet, [0, 0], WAY));
  const gaps = reaches.slice(1).map(([low], place) => Math.abs(low - reaches[place][1]));
  assert.ok(Math.max(...gaps) <= 1, String(gaps));
});

test("they stand in whole millimetres and thousandths of a degree", () => {
  assert.ok(inRow.flatMap(({ at, turn_mdeg }) => [...at, turn_mdeg]).every(Number.isInteger));
});

for (const [at, turn, host, side] of [
  [[2000, 400], 0, "w0", "top"],
  [[3600, 1500], 90_000, "w1", "right"],
  [[2000, 2600], 180_000, "w2", "bottom"],
  [[400, 1500], 270_000, "w3", "left"],
]) {
  test(`an item near the ${side} wall turns its back to it`, () => {
    const { turn_mdeg, host: wall } = snapItem({ at, size: SIZE, turn_mdeg: 33_000 }, { found: room, level: "l1", reach_mm: 150 });
    assert.deepEqual([turn_mdeg, wall], [turn, host]);
  });
}

test("an item with its back in the wall comes out of it, however deep it is", () => {
  const { at, host } = snapItem({ at: [2000, 100], size: SIZE, turn_mdeg: 0 }, { found: room, level: "l1", reach_mm: 50 });
  assert.deepEqual([at, host], [[2000, 340], "w0"]);
});

test("an item near a corner of the room goes into it", () => {
  const { at } = snapItem({ at: [420, 420], size: SIZE, turn_mdeg: 0 }, { found: room, level: "l1", reach_mm: 150 });
  assert.deepEqual(at, [360, 340]);
});

test("an item on a wall goes to its middle, and to where the gaps are alike", () => {
  const on = (/** @type {number} */ x, /** @type {number[]} */ ...others) => {
    const neighbours = others.map((other) => ({ at: [other, 340], size: SIZE, turn_mdeg: 0 }));
    return snapItem({ at: [x, 340], size: SIZE, turn_mdeg: 0 }, { found: room, level: "l1", neighbours, reach_mm: 100 }).at[0];
  };
  assert.equal(on(1970), 2000);
  assert.equal(on(1900, 500, 3060), 1900);
  assert.equal(on(1800, 500, 3060), 1780);
  assert.equal(on(3070, 500, 1800), 3100);
  assert.equal(on(960, 2300, 3600), 1000);
});

test("an item far from walls and neighbours stays where it is dragged", () => {
  const placed = snapItem({ at: [2000.4, 1500.6], size: SIZE, turn_mdeg: 33_000 }, { found: room, level: "l1", reach_mm: 150 });
  assert.deepEqual(placed, { at: [2000, 1501], turn_mdeg: 33_000, host: null, guides: [] });
});

test("an item in the room goes flush beside its neighbour and level with it", () => {
  const table = { at: [1500, 1500], size: [800, 800, 700], turn_mdeg: 0 };
  const placed = snapItem({ at: [2230, 1420], size: SIZE, turn_mdeg: 90_000 }, { found: room, level: "l1", neighbours: [table], reach_mm: 60 });
  assert.deepEqual(placed.at, [2180, 1400]);
});

test("a point near a corner goes onto it", () => {
  assert.deepEqual(snapPoint([1010, 20], { corners: [[1000, 0]], reach_mm: 50 }).at, [1000, 0]);
});

test("a point level with one corner and upright over another goes to the crossing", () => {
  const { at, kind } = snapPoint([3990, 2010], { corners: [[4000, 0], [0, 2000]], reach_mm: 50 });
  assert.deepEqual([at, kind], [[4000, 2000], "crossing"]);
});

test("a wall drawn at nearly forty-five degrees gets them, and a round length", () => {
  const [x, y] = snapPoint([1000, 1020], { from: [0, 0], reach_mm: 50 }).at;
  assert.deepEqual([x, y], [1011, 1011]);
});

test("a point near a wall goes onto its centre line", () => {
  assert.deepEqual(snapPoint([2003, 30], { lines: [[[0, 0], [4000, 0]]], reach_mm: 50 }).at, [2000, 0]);
});

test("a point near nothing goes onto the grid", () => {
  assert.deepEqual(snapPoint([2003.2, 1296.9], { reach_mm: 50 }).at, [2000, 1300]);
});

for (const [middle, from, why] of [
  [1540, 1060, "to the middle of its wall"],
  [100, 60, "no further than the wall's end"],
  [9000, 2060, "no further than the other end"],
  [823, 370, "onto the grid"],
]) {
  test(`an opening slides ${why}`, () => {
    assert.equal(snapOpening(middle, { width: 900, from_mm: 60, to_mm: 2960, reach_mm: 40 }).from_mm, from);
  });
}

test("an opening stops beside another", () => {
  assert.equal(snapOpening(1660, { width: 900, from_mm: 60, to_mm: 3960, others: [[500, 1200]], reach_mm: 40 }).from_mm, 1200);
});

const bay = { id: "w1", level: "l1", a: [0, 0], b: [4000, 0], thickness: 100, bulge: -1000 };
const [CENTRE, RADIUS] = [[2000, 1500], 2500];
const fromCentre = ([x, y]) => Math.hypot(x - CENTRE[0], y - CENTRE[1]);

test("a point near an arc goes onto it, and where a tidy angle crosses it", () => {
  const arcs = [centreLine(bay)];
  const near = snapPoint([1000, -780], { arcs, reach_mm: 60 });
  assert.deepEqual([near.kind, Math.round(fromCentre(near.at))], ["arc", RADIUS]);
  assert.deepEqual(snapPoint([2010, -985], { arcs, from: [2000, 1000], reach_mm: 60 }).at, [2000, -1000]);
});

test("a thing leans on an arc: inside with its back's corners, outside with its middle", () => {
  const found = findRooms({ levels: { l1: {} }, walls: { w1: bay } });
  const lean = (at) => snapItem({ at, size: [800, 400, 700], turn_mdeg: 0 }, { found, level: "l1", reach_mm: 150 });
  const [inside, outside] = [lean([1300, -480]), lean([1300, -1180])];
  assert.deepEqual([inside.host, outside.host], ["w1", "w1"]);
  const back = Math.hypot(fromCentre(inside.at) + 200, 400);
  assert.ok(Math.abs(back - (RADIUS - 50)) <= 1, `${back}`);
  assert.ok(Math.abs(fromCentre(outside.at) - 200 - (RADIUS + 50)) <= 1, `${fromCentre(outside.at)}`);
});

test("a corner is level with the corners that are told for that, and falls on the others", () => {
  const around = { corners: [[4060, 3060]], levelled: [[4000, 3000]], reach_mm: 120 };
  assert.deepEqual([[7001, 3050], [4070, 3050]].map((point) => snapPoint(point, around).at), [[7000, 3000], [4060, 3060]]);
});
