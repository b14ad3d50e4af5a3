import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { apply, effect, fold } from "#model/fold.js";
import { emptyDocument } from "#model/plan.js";

const CASES = new URL("../../cases/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, CASES), "utf8"));
const documentOf = (partial) => ({ ...emptyDocument(), ...partial });

for (const file of readdirSync(new URL("fold/", CASES)).sort()) {
  for (const { name, bare, start = {}, edits, document } of read(`fold/${file}`)) {
    test(`fold: ${name}`, () => {
      const folded = fold(edits, bare ? start : documentOf(start));
      const expected = bare ? document : documentOf(document);
      assert.deepEqual(folded, expected);
      for (const collection of Object.keys(expected)) {
        assert.deepEqual(Object.keys(folded[collection]), Object.keys(expected[collection]), collection);
      }
    });
  }
}

for (const { name, start, edit, touched, idle } of read("effect/effect.json")) {
  test(`effect: ${name}`, () => {
    const done = effect(documentOf(start), edit);
    assert.deepEqual(done.touched, touched);
    assert.deepEqual(done.idle.sort(), idle.sort());
  });
}

for (const file of readdirSync(new URL("logs/", CASES))) {
  test(`the released log ${file} folds to what it was`, () => {
    const { edits, document } = read(`logs/${file}`);
    assert.deepEqual(fold(edits), documentOf(document)); // collections that came later are empty
  });
}

test("the fold changes nothing it was given and shares what it does not touch", () => {
  const start = Object.freeze(documentOf({ levels: Object.freeze({ l1: Object.freeze({ name: "a" }) }) }));
  const after = apply(start, { set: { "levels/l2": {} } });
  assert.equal(after.levels.l1, start.levels.l1);
  assert.equal(after.walls, start.walls);
});

test("an edit without effect gives the document itself", () => {
  const start = emptyDocument();
  assert.equal(apply(start, { set: { "walls/w1": { b: [1, 1] } }, remove: ["walls/w2"] }), start);
});

test("nothing an edit names reaches the language's own objects", () => {
  fold([JSON.parse('{"set": {"levels/l1": {"__proto__": {"polluted": 1}}, "__proto__/polluted": {}}}')]);
  assert.equal({}.polluted, undefined);
});
