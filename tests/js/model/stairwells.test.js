/** Tiles lie beside the opening that stairs leave in a floor. */

import assert from "node:assert/strict";
import test from "node:test";

import { findRooms } from "#geometry/outline.js";
import { signedArea } from "#geometry/polygon.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { surfacesOf } from "#model/tile_surface.js";

import { casesOf } from "../geometry/cases.js";

const [, { plan }] = casesOf("surfaces").find(([name]) => name === "stairwells");

for (const [level, face] of [["l2", "floor"], ["l1", "ceiling"]]) {
  test(`tiles of a ${face} lie beside its stairwells, and begin in the room's corner`, () => {
    const tiled = { ...plan, rooms: { r1: { level, at: [1000, 2700] } }, finishes: { f1: { room: "r1", face, tile: { size: [600, 600] } } } };
    const found = findRooms(tiled);
    const [{ outline, holes, start }] = surfacesOf(tiled, found, findSurfaces(tiled, found), "f1");
    const areas = [outline, ...holes].map((ring) => Math.abs(signedArea(ring)));
    assert.equal(Math.round(2 * areas[0] - areas.reduce((sum, area) => sum + area)), 37_127_096);
    assert.deepEqual(start, [50, 50]);
  });
}
