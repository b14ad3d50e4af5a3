/** What makes surfaces look real: broken edges, boards and tiles by their stuff, skirting boards, lamps under hoods. */

import assert from "node:assert/strict";
import test from "node:test";

import { bevelled } from "#scene/bevel.js";
import { lampsOf } from "#scene/lamps.js";
import { skirtingOf } from "#scene/skirting.js";
import { STUFF, stuffOfTile } from "#scene/stuff.js";

import { kinds, scene } from "./room.js";

const BOARD = { form: "box", at: [0, 0, 0], size: [600, 18, 700], round: 0, lean: 0 };
const lamp = (kind, size) => ({ id: "i1", level: "l1", kind, size, tint: null, at: [2000, 1500, 1600], turn_mdeg: 0, mirrored: false, hung: null });

test("a box with broken edges is closed", () => {
  const { indices } = /** @type {any} */ (bevelled(BOARD));
  const edges = new Map();
  for (let at = 0; at < indices.length; at += 3) {
    for (const [from, to] of [[0, 1], [1, 2], [2, 0]]) edges.set(`${indices[at + from]} ${indices[at + to]}`, 1);
  }
  assert.ok([...edges.keys()].every((edge) => edges.has(edge.split(" ").reverse().join(" "))));
});

test("a box with broken edges holds the volume of the box but for its edges", () => {
  const { positions, indices } = /** @type {any} */ (bevelled(BOARD));
  const spot = (index) => positions.slice(index * 3, index * 3 + 3);
  let sixfold = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => spot(indices[at + corner]));
    sixfold += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  const share = -sixfold / 6 / (600 * 18 * 700); // counter-clockwise from outside in a left-handed frame
  assert.ok(share > 0.995 && share < 1, `${share}`);
});

test("what is thin or rounded keeps its shape", () => {
  assert.equal(bevelled({ ...BOARD, size: [600, 8, 700] }), null);
  assert.equal(bevelled({ ...BOARD, round: 20 }), null);
});

test("long brown tiles are boards, small ones glazed, large ones stone", () => {
  const tile = (size, tint, pattern = "straight") => stuffOfTile({ size, tint, pattern });
  assert.equal(tile([200, 1200], "#c8a982"), STUFF.wood);
  assert.equal(tile([200, 100], "#eef0ee"), STUFF.glaze);
  assert.equal(tile([600, 600], "#d8d5cf"), STUFF.stone);
  assert.equal(tile([600, 600], "#c8a982"), STUFF.stone);
});

test("skirting boards run along the feet of dry walls, not through doors", () => {
  const dry = { ...scene, rooms: scene.rooms.map((room) => ({ ...room, use: "living" })) };
  const wet = { ...scene, rooms: scene.rooms.map((room) => ({ ...room, use: "bathroom" })) };
  const [door] = scene.openings.filter(({ kind }) => kind === "door");
  const inDoor = [...skirtingOf(dry).values()].filter(({ positions }) => {
    const xs = positions.filter((_, at) => at % 3 === 0);
    const zs = positions.filter((_, at) => at % 3 === 2);
    const near = (values, at) => Math.min(...values) < at / 1000 && Math.max(...values) > at / 1000;
    return near(xs, door.at[0]) && near(zs, door.at[1]);
  });
  assert.ok(skirtingOf(dry).size >= 4);
  assert.equal(inDoor.length, 0);
  assert.equal(skirtingOf(wet).size, 0);
  assert.ok([...skirtingOf(dry).values()].every(({ look }) => look.colour === scene.rooms[0].skirting.colour));
});

test("a lamp in an opaque bell shines downwards, one in cloth up as well", () => {
  const isHooded = (kind, size) => lampsOf({ ...scene, items: [lamp(kind, size)] }, kinds)[0].beam.up === 0;
  assert.equal(isHooded("pendant_lamp", [450, 450, 900]), true);
  assert.equal(isHooded("table_lamp", [280, 280, 460]), false);
});
