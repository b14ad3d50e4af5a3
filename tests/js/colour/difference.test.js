import assert from "node:assert/strict";
import { test } from "node:test";
import { deltaE } from "#colour/difference.js";
import { cases } from "./cases.js";

test("the published pairs differ as published, both ways", () => {
  for (const [lab1, lab2, wanted] of cases("difference").cases) {
    assert.ok(Math.abs(deltaE(lab1, lab2) - wanted) < 1e-4, `${lab1} ${lab2}`);
    assert.ok(Math.abs(deltaE(lab2, lab1) - wanted) < 1e-4, `${lab2} ${lab1}`);
  }
});
