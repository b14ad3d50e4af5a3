/** A mirror is where its glass is, and looks into its room. */

import assert from "node:assert/strict";
import test from "node:test";

import { mirrorsOf } from "#scene/mirror_faces.js";

import { kinds, scene } from "./room.js";

const hung = (kind, at, turn_mdeg, more = {}) => ({ id: "i90", level: scene.levels[0].id, kind, size: kinds.get(kind).size, tint: null, at, turn_mdeg, mirrored: false, hung: null, ...more });
const facing = (item) => mirrorsOf({ ...scene, items: [item] }, kinds);

test("a mirror on the upper wall looks down the page into the room, and so does a mirrored one", () => {
  for (const mirrored of [false, true]) {
    const [{ normal, room, corners }, ...others] = facing(hung("mirror", [2000, 80, 1000], 0, { mirrored }));
    assert.deepEqual([normal.toArray().map((value) => Math.round(value) + 0), room, others.length], [[0, 0, 1], 0, 0]);
    assert.ok(corners.every(({ x, y }) => x > 1.5 && x < 2.5 && y >= 1));
  }
});

test("the doors of a mirrored cabinet are one mirror, and a turned one looks where it is turned", () => {
  const [{ normal }, ...others] = facing(hung("mirror_cabinet", [80, 1500, 1200], 270_000));
  assert.deepEqual([normal.toArray().map((value) => Math.round(value) + 0), others.length], [[1, 0, 0], 0]);
});

test("what has no glass is no mirror", () => assert.deepEqual(facing(hung("sofa", [2000, 1000, 0], 0)), []));
