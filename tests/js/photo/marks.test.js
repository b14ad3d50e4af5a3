// What is marked on a photo follows from its steps, as on the server (tests/configurator/photos/test_marks.py).
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { done, EMPTY, walls, withOld } from "#photo/marks.js"

const cases = JSON.parse(readFileSync(new URL("../../cases/photo/marks.json", import.meta.url), "utf8"))

for (const { name, edits, known_old: old = {}, ...told } of cases) {
  test(name, () => {
    const state = edits.reduce(done, EMPTY)
    assert.deepEqual({ walls: withOld(walls(state), old), steps: state.steps.length, undone: state.undone.length }, told)
  })
}
