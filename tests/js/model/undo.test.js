import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { apply, effect, fold } from "#model/fold.js";
import { emptyDocument } from "#model/plan.js";
import { inverse } from "#model/undo.js";

const CASES = JSON.parse(readFileSync(new URL("../../cases/undo/undo.json", import.meta.url), "utf8"));

for (const { name, start = {}, edits, undo, inverse: expected, document } of CASES) {
  test(`undo: ${name}`, () => {
    const begun = { ...emptyDocument(), ...start };
    const place = edits.findIndex(({ id }) => id === undo);
    const { touched } = effect(fold(edits.slice(0, place), begun), edits[place]);
    const found = inverse(fold(edits, begun), touched, undo);
    assert.deepEqual(found, expected && { undoes: undo, ...expected });
    if (found) assert.deepEqual(apply(fold(edits, begun), found), { ...emptyDocument(), ...document });
  });
}
