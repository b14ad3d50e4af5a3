import assert from "node:assert/strict";
import { test } from "node:test";
import { centreLine } from "#geometry/centreline.js";
import { openingMarks, slabAlong } from "#plan/opening_marks.js";

const WALL = { id: "w", level: "l", a: [0, 0], b: [4000, 0], thickness: 300, height: null, height_b: null, bulge: 0 };
const NICHE = { id: "n", wall: "w", kind: "niche", from: "a", offset: 1000, width: 2000, height: 2400, sill: 0, depth: 200, hinge: "left", opens: "right" };
const WINDOW = { id: "o", wall: "w", kind: "window", from: "a", offset: 1500, width: 1000, height: 1200, sill: 900, depth: 0, hinge: "left", opens: "right" };

/** How far across the wall the marks reach, mm to the right of its centre line. */
function across(marks) {
  const ys = marks.flatMap(({ d }) => [...d.matchAll(/[ML]\S+ (-?[\d.]+)/g)].map(([, y]) => Number(y)));
  return [Math.min(...ys), Math.max(...ys)];
}

function drawn(opening, others) {
  const before = globalThis.document;
  const element = () => ({ setAttribute(name, value) { this[name] = value; }, append() {} });
  globalThis.document = { createElementNS: element };
  try {
    return openingMarks(opening, { line: centreLine(WALL) }, slabAlong(WALL, opening, others), [1500, 2500]);
  } finally {
    globalThis.document = before;
  }
}

test("a window stands in what its niche has left of the wall", () => {
  assert.deepEqual(across(drawn(WINDOW, [])), [-151, 151]);
  const [left, right] = across(drawn(WINDOW, [NICHE]));
  assert.deepEqual([right - left, Math.max(Math.abs(left), Math.abs(right))], [102, 151]);
});
