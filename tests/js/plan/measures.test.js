import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting } from "#plan/elevation/measures.js";

const tools = { length: (mm) => `${mm / 10} cm` };

test("lengths in a chain never lie on one another, and the longest are told first", () => {
  assert.deepEqual(fitting([0, 700, 1300, 5200], 240, tools).map(({ text }) => text), ["390 cm", "70 cm"]);
  assert.deepEqual(fitting([0, 700, 1300, 5200], 60, tools).map(({ text }) => text), ["390 cm", "70 cm", "60 cm"]);
});
