import assert from "node:assert/strict";
import { test } from "node:test";
import { hexToLab } from "#colour/convert.js";
import { describe, sayDifference, traits } from "#colour/words.js";
import { cases } from "./cases.js";

test("colours are called what Python calls them", () => {
  for (const { hex, traits: wanted, pl, en } of cases("words").cases) {
    const seen = traits(hexToLab(hex));
    assert.deepEqual([seen.family, seen.lightness, seen.chroma, seen.temperature, seen.undertone], wanted, hex);
    assert.deepEqual(describe(hexToLab(hex)), { pl, en });
  }
});

for (const [deltaE, words] of /** @type {[number, string][]} */ ([
  [0.19, "różnica niewidoczna"],
  [0.2, "różnica bardzo mała"],
  [2.5, "różnica mała"],
  [5.9, "różnica średnia"],
  [11, "różnica duża"],
  [12, "to już inny kolor"],
])) {
  test(`a difference of ${deltaE} is called "${words}"`, () => assert.equal(sayDifference(deltaE).pl, words));
}
