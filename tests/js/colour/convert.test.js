import assert from "node:assert/strict";
import { test } from "node:test";
import { hexToLab, inSrgb, labToHex, labToLch, labToOklch, lchToLab, lrv, oklchToLab } from "#colour/convert.js";
import { cases, farthest } from "./cases.js";

test("hex colours are the Lab of an independent calculator", () => {
  for (const [hex, lab] of cases("screen").cases) assert.ok(farthest(hexToLab(hex), lab) < 0.02, hex);
});

test("every space, the light reflectance and the screen's colour are those of Python", () => {
  for (const { lab, lch, oklch, lrv: reflectance, hex, in_srgb } of cases("convert").cases) {
    if (lch) assert.ok(farthest(labToLch(lab), lch) < 2e-6, `${lab} lch`);
    if (oklch) assert.ok(farthest(labToOklch(lab), oklch) < 2e-6, `${lab} oklch`);
    assert.ok(Math.abs(lrv(lab) - reflectance) < 2e-6, `${lab} lrv`);
    assert.deepEqual([labToHex(lab), inSrgb(lab)], [hex, in_srgb], `${lab} hex`);
  }
});

test("every hex colour comes back from Lab", () => {
  for (let level = 0; level < 256; level += 5) {
    const hex = `#${[level, 255 - level, (level * 7) % 256].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    assert.equal(labToHex(hexToLab(hex)), hex);
  }
});

test("LCh and OKLCH come back to Lab", () => {
  const lab = hexToLab("#5b7f95");
  assert.ok(farthest(lchToLab(labToLch(lab)), lab) < 1e-9);
  assert.ok(farthest(oklchToLab(labToOklch(lab)), lab) < 1e-9);
});
