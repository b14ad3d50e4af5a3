/** Walls drawn corner by corner: what was typed is what the room measures inside. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { findRooms } from "#geometry/outline.js";
import { seenLength } from "#geometry/walls.js";
import { Chain } from "#model/chain.js";
import { apply, effect, fold } from "#model/fold.js";
import { emptyDocument } from "#model/plan.js";
import { inverse } from "#model/undo.js";

const EMPTY = { ...emptyDocument(), levels: { l1: {} } };
const WAYS = { right: [1, 0], down: [0, 1], left: [-1, 0], up: [0, -1] };
const CASES = JSON.parse(readFileSync(new URL("../../cases/chain/typed.json", import.meta.url), "utf8"));

const counting = () => {
  let made = 0;
  return () => `w${(made += 1)}`;
};
const chainAt = (start, more = {}) => new Chain({ level: "l1", start, makeId: counting(), ...more });
const along = (name, mm) => (typeof name === "string" ? WAYS[name] : name).map((share) => share * mm);

/** The document after the steps, and the edits that made it. */
function drawn(chain, steps, { close = true, start = EMPTY } = {}) {
  const edits = [];
  let document = start;
  const perform = (make) => {
    const parts = make(document);
    if (!parts) return;
    edits.push(parts);
    document = apply(document, parts);
  };
  for (const [way, mm] of steps) perform(chain.step(along(way, mm), "typed"));
  if (close) perform(chain.close());
  return { document, edits };
}

/** Lengths of the room's sides, in order. */
function sides(document) {
  const [room] = findRooms(document).rooms;
  return room.polygon.map(([x, y], place) => {
    const [nextX, nextY] = room.polygon[(place + 1) % room.polygon.length];
    return Math.round(Math.hypot(nextX - x, nextY - y));
  });
}

for (const { name, start, steps, edits, inside } of CASES) {
  test(`typed: ${name}`, () => {
    const made = drawn(chainAt(start), steps);
    assert.deepEqual(made.edits, edits);
    assert.deepEqual(sides(made.document), inside);
  });
}

test("a wall alone is as long as was typed, from cap to cap", () => {
  const { document } = drawn(chainAt([0, 0]), [["right", 2400]], { close: false });
  const [solid] = findRooms(document).solids.get("l1").values();
  assert.deepEqual([seenLength(solid, "left"), seenLength(solid, "right")], [2400, 2400]);
});

test("each wall's inner face is what was typed while the chain is still open", () => {
  const { document } = drawn(chainAt([500, 500]), [["right", 3000], ["down", 2000], ["left", 1000]], { close: false });
  const found = [...findRooms(document).solids.get("l1").values()].map((solid) => seenLength(solid, "right"));
  assert.deepEqual(found, [3000, 2000, 1000]);
});

test("a chain that turns left has its inside on the left", () => {
  const { document } = drawn(chainAt([0, 0]), [["right", 2400], ["up", 1800], ["left", 2400]]);
  assert.deepEqual(findRooms(document).rooms.map(({ area_mm2 }) => area_mm2), [2400 * 1800]);
});

test("a last gap of a few centimetres is closed by the last wall", () => {
  const { document } = drawn(chainAt([0, 0]), [["right", 2400], ["down", 1800], ["left", 2395], ["up", 1795]]);
  assert.equal(Object.keys(document.walls).length, 4);
  assert.equal(findRooms(document).rooms.length, 1);
});

test("undo takes the last corner back, and drawing goes on from the one before", () => {
  const chain = chainAt([0, 0]);
  const one = drawn(chain, [["right", 2400]], { close: false }).document;
  const parts = chain.step([0, 5000], "typed")(one);
  const two = apply(one, parts);
  const back = apply(two, inverse(two, effect(one, parts).touched, "e"));
  assert.deepEqual(chain.corners(back), [[0, 0], [2400, 0]]);
  assert.deepEqual(back.walls, one.walls);
  const { document } = drawn(chain, [["down", 1800], ["left", 2400]], { start: back });
  assert.deepEqual(sides(document), [2400, 1800, 2400, 1800]);
});

test("a partition begun on a wall is measured from that wall's face", () => {
  const room = drawn(chainAt([0, 0]), [["right", 4000], ["down", 3000], ["left", 4000]]).document;
  const chain = chainAt([2000, -60], { held: true, makeId: () => "w9" });
  const { document } = drawn(chain, [["down", 1500]], { close: false, start: room });
  assert.equal(seenLength(findRooms(document).solids.get("l1").get("w9"), "right"), 1500);
  assert.deepEqual(document.walls.w9.a, [2000, -60]);
});

test("a wall may end on a wall there was", () => {
  const room = drawn(chainAt([0, 0]), [["right", 4000], ["down", 3000], ["left", 4000]]).document;
  const chain = chainAt([2000, -60], { held: true, makeId: () => "w9" });
  const document = apply(room, chain.step([0, 3000], "dragged", [2000, 3060])(room));
  assert.deepEqual([document.walls.w9.a, document.walls.w9.b], [[2000, -60], [2000, 3060]]);
  assert.equal(findRooms(document).rooms.length, 2);
});

test("two walls onto a corner make a room beside another", () => {
  const room = drawn(chainAt([0, 0]), [["right", 4000], ["down", 3000], ["left", 4000]]).document;
  const chain = chainAt([4060, -60], { held: true, makeId: counting9() });
  const { document } = drawn(chain, [["right", 2000], ["down", 3000]], { close: false, start: room });
  const end = apply(document, chain.step([-2000, 0], "typed", [4060, 3060])(document));
  assert.deepEqual(findRooms(end).rooms.map(({ area_mm2 }) => area_mm2).sort(), [12_000_000, 6_000_000]);
});

test("fewer than two walls close nothing", () => {
  const chain = chainAt([0, 0]);
  const { document } = drawn(chain, [["right", 2400]], { close: false });
  assert.equal(chain.close()(document), null);
});

test("the frozen edits fold to rooms", () => {
  for (const { edits } of CASES) assert.equal(findRooms(fold(edits, EMPTY)).rooms.length, 1);
});

function counting9() {
  let made = 90;
  return () => `w${(made += 1)}`;
}
