/** What is left of doors, windows and corners where a wall is cut low. */

import assert from "node:assert/strict";
import test from "node:test";

import { describe } from "#model/scene/scene.js";
import { litPalette, newUniforms } from "#scene/materials.js";
import { lowPiecesOf } from "#scene/opening_pieces.js";
import { AJAR, Shell } from "#scene/shell.js";
import { newMirrored } from "#scene/surroundings.js";
import { hiddenIn, isEndSeen, wallEndsOf } from "#scene/wall_ends.js";

import { plan } from "./room.js";

const scene = describe(plan, null, () => null);
const STUB_MM = 90;
const spotsOf = (pieces) => pieces.flatMap(([, { positions }]) => Array.from({ length: positions.length / 3 }, (_, at) => positions.slice(at * 3, at * 3 + 3)));
const lowOf = (kind) => {
  const opening = scene.openings.find((one) => one.kind === kind);
  return spotsOf(lowPiecesOf(opening, 0.3, STUB_MM - opening.at[2]));
};

test("of a door the leaf and the lining stay as high as the wall", () => {
  assert.equal(Math.max(...lowOf("door").map(([, y]) => y)), STUB_MM / 1000);
});

test("nothing low is shown of a door whose wall stands", () => {
  const shell = new Shell(litPalette(newUniforms(), newMirrored()));
  shell.show(scene, AJAR);
  assert.equal(shell.low.mesh.visible, false);
  shell.cut(new Set([scene.openings.find(({ kind }) => kind === "door").wall]), false);
  assert.deepEqual([shell.low.mesh.visible, shell.joinery.mesh.visible], [true, true]);
});

test("a window is drawn on the section and within it", () => {
  const heights = lowOf("double_window").map(([, y]) => y);
  assert.ok(heights.length > 0 && heights.every((y) => y >= STUB_MM / 1000 && y < (STUB_MM + 10) / 1000));
});

test("beside a wall that is cut the other ends square and as far out as the corner", () => {
  const [wall] = scene.walls.filter(({ left, right }) => left.length > 0 || right.length > 0);
  const ends = [...wallEndsOf(scene)].filter(([key]) => key.startsWith(`${wall.id} `));
  assert.equal(ends.length, 2);
  const along = (place) => ((place[0] * 1000 - wall.a[0]) * (wall.b[0] - wall.a[0]) + (place[2] * 1000 - wall.a[1]) * (wall.b[1] - wall.a[1])) / Math.hypot(wall.b[0] - wall.a[0], wall.b[1] - wall.a[1]);
  const corners = wall.ring.flatMap((x, place) => (place % 2 ? [] : [along([x / 1000, 0, wall.ring[place + 1] / 1000])]));
  for (const [key, piece] of ends) {
    const places = spotsOf([[key, piece]]).map(along);
    const outmost = [Math.min, Math.max].find((pick) => Math.abs(pick(...corners) - pick(...places)) < 1);
    assert.ok(outmost, key);
    assert.equal(places.filter((place) => Math.abs(place - outmost(...corners)) < 1).length, 16, key);
    assert.ok(isEndSeen(key, new Set([key.split(" ")[1]])) && !isEndSeen(key, new Set([wall.id])));
  }
});

test("what of a wall lies inside another is hidden by that", () => {
  const walls = { ...plan.walls, w5: { level: "l1", a: [1000, 0], b: [1000, 2000], thickness: 120 } };
  const joined = describe({ ...plan, walls }, null, () => null);
  const hiderOf = hiddenIn(joined.walls);
  const ofPartition = joined.surfaces.filter(({ of, wall }) => of === "outer" && wall === "w5");
  assert.ok(ofPartition.length > 1 && ofPartition.every((surface) => hiderOf(surface) === "w1"));
  const outside = joined.surfaces.find(({ of, wall, polygons }) => of === "outer" && wall === "w3" && polygons[0].filter((_, at) => at % 3 === 1).every((y) => y > 3000));
  assert.equal(hiderOf(outside), null);
});
