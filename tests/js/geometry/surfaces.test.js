/** The browser finds the faces, and what covers them, that the server finds. */

import assert from "node:assert/strict";
import test from "node:test";

import { areaBelow, roofsOver } from "#geometry/ceilings.js";
import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";

import { assertClose, casesOf } from "./cases.js";

const surfaces = (plan) => findSurfaces(plan, findRooms(plan));

const told = ({ faces }) =>
  faces.map(({ points, cuts, bands, ...face }) => {
    const { room, wall, side, from_mm, to_mm, length_mm, top, gross_mm2, net_mm2 } = face;
    return { room, wall, side, from_mm, to_mm, length_mm, top, cuts: cuts.map(Object.values), gross_mm2, net_mm2, bands: bands.map(Object.values) };
  });

for (const [name, { plan, surfaces: wanted }] of casesOf("surfaces")) {
  test(`the faces of ${name} are the server's`, () => assertClose(told(surfaces(plan)), wanted.faces));

  test(`the floors and ceilings of ${name} are the server's`, () => assert.deepEqual(surfaces(plan).planes, wanted.planes));

  test(`the recesses of ${name} are the server's`, () => {
    assertClose(surfaces(plan).recesses.map((one) => ({ ...one, holes: one.holes.map(Object.values) })), wanted.recesses ?? []);
  });

  test(`the lowered ceilings of ${name} are the server's`, () => assert.deepEqual(surfaces(plan).drops, wanted.drops ?? []));

  test(`the painted woodwork of ${name} is the server's`, () => {
    const { openings, skirting } = surfaces(plan).woodwork;
    assert.deepEqual({ openings: Object.fromEntries(openings), skirting: Object.fromEntries(skirting) }, wanted.woodwork ?? { openings: {}, skirting: {} });
  });

  test(`the loose finishes of ${name} are the server's`, () => {
    assert.deepEqual(surfaces(plan).loose.map(Object.values), wanted.loose);
  });
}

test("the floor under a low ceiling is measured as the server does", () => {
  const [, { plan, below }] = casesOf("surfaces").find(([name]) => name === "under_slopes") ?? [];
  const [room] = findRooms(plan).rooms;
  const measured = Object.keys(below).map((height) => [height, areaBelow(plan, room, roofsOver(plan, "l1"), Number(height))]);
  assert.deepEqual(Object.fromEntries(measured), below);
});
