/** Things placed without pointing stand by walls, clear of the door and of one another. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { footprint } from "#geometry/footprint.js";
import { findRooms, isIn } from "#geometry/outline.js";
import { freePlace } from "#model/free_place.js";
import { Kinds } from "#model/kinds.js";

const FOLDER = new URL("../../../rooms/kinds/", import.meta.url);
const kinds = new Kinds(readdirSync(FOLDER).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))));

/** A bathroom of 2.4 × 1.8 m inside, with a door. */
const corners = [[-50, -50], [2450, -50], [2450, 1850], [-50, 1850]];
const bare = {
  levels: { l1: { height: 2600 } },
  walls: Object.fromEntries(corners.map((a, n) => [`w${n}`, { level: "l1", a, b: corners[(n + 1) % 4], thickness: 100 }])),
  openings: { d1: { wall: "w0", kind: "door", from: "a", offset: 850, width: 800, height: 2050, sill: 0 } },
  items: {},
};
const FIXTURES = ["wc", "washbasin_cabinet", "shower", "washing_machine", "mirror", "towel_radiator"];

/** @param {any} document @param {string} name */
function withItem(document, name) {
  const kind = kinds.get(name);
  const place = freePlace(kind, { document, room: findRooms(document).rooms[0], kinds });
  return { ...document, items: { ...document.items, [name]: { level: "l1", kind: name, size: kind.size, elevation: kind.elevation, ...place } } };
}

const full = FIXTURES.reduce(withItem, /** @type {any} */ (bare));

test("six fixtures find a place in a small bathroom, each with its back to a wall", () => {
  assert.ok(FIXTURES.every((name) => full.items[name].host), JSON.stringify(full.items));
});

test("they stand inside the room", () => {
  const [room] = findRooms(full).rooms;
  const near = (/** @type {number} */ value, /** @type {number} */ middle) => value + Math.sign(middle - value) * 3;
  for (const item of Object.values(full.items)) {
    for (const [x, y] of footprint(item)) assert.ok(isIn(room, [near(x, item.at[0]), near(y, item.at[1])]), item.kind);
  }
});

test("none stands where the door swings", () => {
  for (const { at, kind } of Object.values(full.items)) assert.ok(!(at[1] < 800 && at[0] > 800 && at[0] < 1600), kind);
});

test("a thing that fits nowhere has no place", () => {
  assert.equal(freePlace(kinds.get("bed_double"), { document: full, room: findRooms(full).rooms[0], kinds }), null);
});

test("under a slope and a lowered ceiling it stands where there is height for it and for a person", () => {
  const bulkhead = { level: "l1", kind: "bulkhead", at: [400, 900], size: [800, 1800], turn_mdeg: 0, z_from: 1800, z_to: null };
  const attic = { ...bare, openings: {}, slopes: { s1: { level: "l1", a: [2400, 1800], b: [2400, 0], knee: 800, angle_mdeg: 45000 } } };
  for (const [name, document] of Object.entries({ attic, lowered: { ...bare, openings: {}, solids: { b1: bulkhead } } })) {
    const { at } = withItem(document, "wc").items.wc;
    assert.ok(name === "attic" ? at[0] < 1300 : at[0] > 800, `${name}: ${at}`);
  }
  const flat = { ...bare, openings: {}, slopes: { s1: { level: "l1", a: [2400, 1800], b: [2400, 0], knee: 800, angle_mdeg: 10000 } } };
  assert.equal(freePlace(kinds.get("wc"), { document: flat, room: findRooms(flat).rooms[0], kinds }), null);
});

test("signs keep apart on the plan, whatever their heights", () => {
  const { items } = ["socket", "switch", "water_point"].reduce(withItem, /** @type {any} */ (bare));
  const [socket, lever, water] = ["socket", "switch", "water_point"].map((name) => items[name].at);
  const apart = (/** @type {number[]} */ [ax, ay], /** @type {number[]} */ [bx, by]) => Math.hypot(ax - bx, ay - by) >= 200;
  assert.ok(apart(socket, lever) && apart(lever, water) && apart(socket, water), JSON.stringify(items));
});
