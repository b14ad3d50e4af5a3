/** A wall's tiles spread out flat, moved and changed as one field of the plan. */

import assert from "node:assert/strict";
import test from "node:test";

import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { changeTile, USUAL_TILES, withoutProduct } from "#model/actions/tile.js";
import { placeOfTile, surfacesOf, within } from "#model/tile_surface.js";

const wall = (a, b) => ({ level: "l1", a, b, thickness: 100 });
const plan = {
  version: 1,
  levels: { l1: { height: 2600 } },
  walls: { w1: wall([0, 0], [4000, 0]), w2: wall([4000, 0], [4000, 3000]), w3: wall([4000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]) },
  openings: { o1: { wall: "w1", offset: 1000, width: 800, height: 1000, sill: 900, kind: "window" } },
  rooms: { r1: { level: "l1", at: [2000, 1500] } },
  finishes: {
    f1: { wall: "w1", side: "right", z_from: 300, z_to: 1200, tile: { ...USUAL_TILES.wall, origin: [10, -20], turn_mdeg: 90_000 } },
    f2: { room: "r1", face: "floor", tile: USUAL_TILES.floor },
  },
};
const found = findRooms(plan);
const surfaces = findSurfaces(plan, found);
const [band] = surfacesOf(plan, found, surfaces, "f1");

test("a band begins at its own lower left, with the window's part cut out", () => {
  assert.deepEqual(band.box, [0, 300, 3900, 1200]);
  assert.deepEqual(band.holes, [[[950, 900], [1750, 900], [1750, 1200], [950, 1200]]]);
});

test("on a wall clockwise is against the count of degrees, on the page it is with it", () => {
  assert.deepEqual(placeOfTile(plan.finishes.f1.tile, band), { origin: [10, 280], turn: -90 });
  const [floor] = surfacesOf(plan, found, surfaces, "f2");
  assert.deepEqual(placeOfTile({ ...USUAL_TILES.floor, turn_mdeg: 90_000 }, floor), { origin: [50, 50], turn: 90 });
});

test("under a slope the outline falls with it", () => {
  const sloped = { ...plan, finishes: { f1: { wall: "w1", side: "right", tile: USUAL_TILES.wall } }, slopes: { s1: { level: "l1", a: [50, 0], b: [50, 3000], knee: 1000, angle_mdeg: 45_000 } } };
  const [whole] = surfacesOf(sloped, found, findSurfaces(sloped, found), "f1");
  assert.ok(whole.outline.some(([x, y]) => Math.abs(x) < 1 && Math.abs(y - 1000) < 1));
});

test("a sloping ceiling lies in its own millimetres, its window cut out, beside what is level of it", () => {
  const sloped = { ...plan, finishes: { f1: { room: "r1", face: "ceiling", tile: USUAL_TILES.floor } }, skylights: { k1: { slope: "s1", offset: 1000, sill: 1500, width: 800, height: 600 } },
    slopes: { s1: { level: "l1", a: [50, 0], b: [50, 3000], knee: 1000, angle_mdeg: 60_000 } } };
  const parts = surfacesOf(sloped, found, findSurfaces(sloped, found), "f1");
  const sizes = parts.map(({ box: [left, low, right, high], holes }) => [Math.round(right - left), Math.round(high - low), holes.length]);
  assert.deepEqual(sizes, [[2976, 2900, 0], [2900, 1848, 1]]);
});

test("moving tiles writes the tile whole", () => {
  const { action, set } = changeTile("f1", { origin: [5, 5] }, "dragged")(plan);
  assert.equal(action, "move_tiles");
  assert.deepEqual(set["finishes/f1"].tile, { ...plan.finishes.f1.tile, origin: [5, 5] });
});

test("nothing becomes of tiles that somebody has taken away", () => assert.equal(changeTile("f9", { joint: 1 }, "picked")(plan), null));

test("another size is another product's", () => assert.equal(withoutProduct({ size: [1, 2] }).product, null));

test("the first tile stays where it can reach the wall", () => {
  assert.deepEqual(within([-5000, 9000], USUAL_TILES.wall, band), [-600, 900]);
});
