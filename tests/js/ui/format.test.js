/** Amounts as they are written on the page, as the server writes them too. */

import assert from "node:assert/strict";
import test from "node:test";

import { formatsOf } from "#ui/format.js";

test("half a hundredth of a square metre goes up", () => {
  assert.deepEqual([formatsOf("pl").area(32_445_000), formatsOf("en").area(1_005_000)], ["32,45\u00a0m²", "1.01\u00a0m²"]);
});
