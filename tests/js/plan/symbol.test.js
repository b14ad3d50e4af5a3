import assert from "node:assert/strict";
import { test } from "node:test";

import { Kinds } from "#model/kinds.js";
import { elevationSymbolOf, symbolOf } from "#plan/symbol.js";

import { documents } from "../model/folder.js";

const kinds = new Kinds(documents());
const PATH = /^M -?\d+ -?\d+( ([LQCA]( -?\d+)+|Z))*$/;

test("strokes are paths of whole millimetres with a known weight and fill", () => {
  for (const kind of kinds.all) {
    for (const { d, weight, fill } of [...symbolOf(kind, kind.size), ...elevationSymbolOf(kind, kind.size)]) {
      assert.match(d, PATH, kind.name);
      assert.ok(["outline", "detail", "hidden"].includes(weight) && [null, "paper", "shade", "ink"].includes(fill), kind.name);
    }
  }
});

test("a rug's outline is its rectangle", () => {
  const [outline] = symbolOf(kinds.get("rug"), [2000, 1000, 10]);
  assert.deepEqual(outline, { d: "M -960 -500 L 960 -500 L 960 500 L -960 500 Z", weight: "outline", fill: "paper" });
});

test("a front view runs upwards from the underside", () => {
  const [board] = elevationSymbolOf(kinds.get("box"), [400, 300, 200]);
  assert.equal(board.d, "M -200 0 L 200 0 L 200 -200 L -200 -200 Z");
});

test("a symbol beyond the most size is stretched", () => {
  const [outline] = symbolOf(kinds.get("bath"), [4000, 2000, 600]);
  assert.equal(outline.d, "M -2000 -1000 L 2000 -1000 L 2000 1000 L -2000 1000 Z");
});

test("near parts are painted after far ones", () => {
  const fills = elevationSymbolOf(kinds.get("oven_cabinet"), kinds.get("oven_cabinet").size).map(({ fill }) => fill);
  assert.ok(fills.lastIndexOf("shade") > fills.indexOf("paper"));
});
