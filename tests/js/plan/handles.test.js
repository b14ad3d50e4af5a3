import assert from "node:assert/strict";
import { test } from "node:test";
import { cornerGrips, endGrips, turnGrip, turnSide } from "#plan/handles.js";

const TARGET_PX = 44;
const SIZES_MM = [[250, 250], [40, 2000], [300, 1200], [900, 600], [3000, 2000]];
const SCALES = [2, 5, 11, 40];

test("no target of a thing lies over another or over the middle that moves it, however small it is on the screen", () => {
  for (const size of SIZES_MM) for (const mm of SCALES) {
    const [x, y] = cornerGrips(size, mm);
    const spots = [[0, 0], [-x, -y], [x, -y], [x, y], [-x, y], [0, -turnGrip(size, mm)]];
    const gaps = spots.flatMap(([ax, ay], one) => spots.slice(one + 1).map(([bx, by]) => Math.hypot(ax - bx, ay - by) / mm));
    assert.ok(Math.min(...gaps) > TARGET_PX - 0.001, `${size} at ${mm}: ${Math.min(...gaps)}`);
  }
});

test("a thing that is large on the screen is gripped at its corners", () => {
  assert.deepEqual(cornerGrips([900, 600], 2), [450, 300]);
});

test("the ends of a short line move apart and those of a long one stay", () => {
  assert.deepEqual(endGrips([0, 0], [4000, 0], 10), [[0, 0], [4000, 0]]);
  const [[left], [right]] = endGrips([0, 0], [100, 0], 10, 1);
  assert.equal(right - left, 880);
});

test("the turning knob lies before a thing where the picture ends behind it", () => {
  const viewport = { mmPerPx: 10, size: { width: 300, height: 300 }, toPixel: ([x, y]) => [x / 10, y / 10] };
  const sides = [[1500, 1500, 0], [1500, 300, 0], [1500, 300, 180_000], [300, 1500, 270_000]].map(([x, y, turn_mdeg]) => turnSide({ at: [x, y], size: [900, 600], turn_mdeg }, viewport));
  assert.deepEqual(sides, [1, -1, 1, -1]);
});
