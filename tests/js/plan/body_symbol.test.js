/** The outlines of products' own models, equal to the server's. */

import assert from "node:assert/strict";
import test from "node:test";

import { bodyFront, bodySide, bodySymbol } from "#plan/body_symbol.js";

import cases from "../../cases/product_models/outlines.json" with { type: "json" };

for (const { name, size, own, symbol, elevation, aside = [], ...outlines } of cases) {
  test(`an outline is stretched: ${name}`, () => {
    const body = { size: own, outlines };
    assert.deepEqual(bodySymbol(body, size).map(({ d }) => d), symbol);
    assert.deepEqual(bodySide(body, size).map(({ d }) => d), aside);
    assert.deepEqual(bodyFront(body, size).map(({ d }) => d), elevation);
  });
}
