import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Fault } from "#model/fault.js";
import { evaluate, MOST_LETTERS } from "#model/shape.js";

const cases = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../cases/shape/${name}.json`, import.meta.url), "utf8"));
const values = cases("values");
const faults = cases("faults");

for (const { expression, value } of values.cases) {
  test(`${expression} is ${value}`, () => {
    assert.equal(Object.is(evaluate(expression, values.scope), value), true);
  });
}

for (const { expression, reason, at } of faults.cases) {
  test(`${JSON.stringify(expression)} is refused: ${reason}`, () => {
    assert.throws(
      () => evaluate(expression, faults.scope, "kinds/sofa/parts/0"),
      (error) => error instanceof Fault && error.path === "kinds/sofa/parts/0" && error.reason === reason && error.detail.at === at,
    );
  });
}

test("an expression may not be longer than the limit", () => {
  assert.throws(() => evaluate(`1${"+1".repeat(MOST_LETTERS / 2)}`, {}), { reason: "too_long" });
});
