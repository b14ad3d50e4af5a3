/** A picture under the plan: scaled by one length, turned and scaled about its middle. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { aboutMiddle, aroundMiddle, micrometresPerPixel, sheetCorners } from "#geometry/background.js";
import { layBackground, moveBackground, setBackground } from "#model/actions/lay_background.js";
import { apply } from "#model/fold.js";
import { emptyDocument } from "#model/plan.js";
import { boxOfBackgrounds } from "#plan/backgrounds.js";

const CASES = JSON.parse(readFileSync(new URL("../../cases/pictures/scale.json", import.meta.url), "utf8"));
const SHEET = { at: [1000, 500], size_px: [3000, 2000], um_per_px: 2000, turn_mdeg: 0 };
const LAID = { level: "l1", picture: "7zq", size_px: [3000, 2000], um_per_px: 2000, middle: [0, 0] };

/** The middle of a sheet's corners. */
const middleOf = (sheet) => [0, 1].map((axis) => Math.round(sheetCorners(sheet).reduce((sum, corner) => sum + corner[axis], 0) / 4));

for (const { one, other, length_mm, um_per_px } of CASES) {
  test(`${length_mm} mm from ${one} to ${other} is ${um_per_px} µm a pixel`, () => assert.equal(micrometresPerPixel(one, other, length_mm), um_per_px));
}

test("a sheet's corners run from its upper left", () => {
  assert.deepEqual(sheetCorners(SHEET), [[1000, 500], [7000, 500], [7000, 4500], [1000, 4500]]);
});

for (const changed of [{ turn_mdeg: 90_000 }, { turn_mdeg: -12_345 }, { um_per_px: 3500 }, { um_per_px: 1234, turn_mdeg: 45_000 }]) {
  test(`its middle stays where it is: ${JSON.stringify(changed)}`, () => {
    const now = { ...SHEET, ...aboutMiddle(SHEET, changed) };
    middleOf(now).forEach((value, axis) => assert.ok(Math.abs(value - middleOf(SHEET)[axis]) <= 1));
    assert.ok(now.turn_mdeg >= 0 && now.turn_mdeg < 360_000);
  });
}

test("it is laid around a point, moved, turned: one edit each", () => {
  let document = { ...emptyDocument(), levels: { l1: {} } };
  for (const make of [layBackground(LAID, "b1"), moveBackground("b1", [0, 0]), setBackground("b1", { turn_mdeg: 90_000 })]) {
    document = apply(document, make(document));
  }
  assert.deepEqual(middleOf(document.backgrounds.b1), [3000, 2000]);
  assert.deepEqual(aroundMiddle({ ...SHEET, turn_mdeg: 0 }, [0, 0]), [-3000, -2000]);
});

test("a move to where it lies already is no edit", () => {
  const document = apply({ ...emptyDocument(), levels: { l1: {} } }, layBackground(LAID, "b1")());
  assert.equal(moveBackground("b1", [-3000, -2000])(document), null);
});

test("what is shown whole includes a turned sheet, and no hidden one", () => {
  const document = { levels: { l1: {} }, backgrounds: { b1: { ...SHEET, level: "l1", picture: "7", turn_mdeg: 90_000 }, b2: { ...SHEET, level: "l1", picture: "8", at: [90_000, 0], hidden: true } } };
  assert.deepEqual(boxOfBackgrounds(document, "l1").map(Math.round), [-3000, 500, 1000, 6500]);
});
