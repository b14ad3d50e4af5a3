/** A scheme on a room: one stroke, tiles stay, what is so already is left alone. */

import assert from "node:assert/strict";
import test from "node:test";

import { applyScheme } from "#model/actions/apply_scheme.js";
import { USUAL_TILES } from "#model/actions/tile.js";
import { apply } from "#model/fold.js";
import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";

const wall = (a, b) => ({ level: "l1", a, b, thickness: 100 });
const plan = {
  version: 1,
  levels: { l1: { height: 2600 } },
  walls: { w1: wall([0, 0], [4000, 0]), w2: wall([4000, 0], [4000, 3000]), w3: wall([4000, 3000], [0, 3000]), w4: wall([0, 3000], [0, 0]) },
  openings: { o1: { wall: "w1", offset: 1000, kind: "door" }, o2: { wall: "w2", offset: 1000, kind: "window" } },
  items: { i1: { level: "l1", kind: "sofa", at: [2000, 1500], size: [2100, 920, 820] } },
  finishes: { f1: { wall: "w1", side: "right", z_from: 0, z_to: 1200, tile: USUAL_TILES.wall }, f2: { wall: "w3", side: "right", paint: "OLD" } },
};
const ROOM = { place: 0, level: "l1", label: null, at: [2000, 1500] };
const SCHEME = { codes: { wall: "A", second: "B", ceiling: "C", floor: "D", woodwork: "W" }, second: ["w2", "right"], upholstery: ["i1"], tint: "#112233" };

const done = (document, scheme = SCHEME) => apply(document, { ...applyScheme(ROOM, scheme)(document), id: "e1", v: 1, variant: "v1" });

/** The paint of each band of each inner face, and the planes'. */
function looks(document) {
  const surfaces = findSurfaces(document, findRooms(document));
  const paint = (id) => (id ? (document.finishes[id].tile ? "tile" : document.finishes[id].paint) : null);
  return {
    walls: Object.fromEntries(surfaces.faces.map((face) => [face.wall, face.bands.map(({ finish }) => paint(finish)).join(" ")])),
    wood: [...surfaces.woodwork.openings, ...surfaces.woodwork.skirting].map(([at, finish]) => `${at} ${paint(finish)}`),
    planes: Object.fromEntries(surfaces.planes.map(({ face, finish }) => [face, paint(finish)])),
  };
}

test("every part of a room takes its colour, and tiles stay", () => {
  const painted = done(plan);
  assert.deepEqual(looks(painted), { walls: { w1: "tile A", w2: "B", w3: "A", w4: "A" }, planes: { floor: "D", ceiling: "C" }, wood: ["o1 W", "0 W"] });
  assert.equal(painted.items.i1.tint, "#112233");
  assert.equal(Object.keys(painted.rooms).length, 1);
});

test("a room that has the colours is left alone", () => {
  const painted = done(plan);
  const [label] = Object.keys(painted.rooms);
  assert.equal(applyScheme({ ...ROOM, label }, SCHEME)(painted), null);
});

test("a second scheme takes the place of the first and lays nothing over it", () => {
  const painted = done(plan);
  const [label] = Object.keys(painted.rooms);
  const scheme = { ...SCHEME, codes: { wall: "E", ceiling: "F" }, tint: null };
  const again = apply(painted, { ...applyScheme({ ...ROOM, label }, scheme)(painted), id: "e2", v: 1, variant: "v1" });
  assert.deepEqual(looks(again), { walls: { w1: "tile E", w2: "E", w3: "E", w4: "E" }, planes: { floor: "D", ceiling: "F" }, wood: ["o1 W", "0 W"] });
  assert.equal(Object.keys(again.finishes).length, Object.keys(painted.finishes).length);
});
