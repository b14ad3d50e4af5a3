// Where a photo lies on the screen, and which of its pixels a finger means.
import assert from "node:assert/strict"
import { test } from "node:test"
import { isOn, moved, pixelAt, whole, zoomed } from "#photo/view.js"
import { thinned } from "#photo/stroke.js"

const photo = { width: 1500, height: 1000 }
const frame = { width: 360, height: 300 }

test("a photo lies whole in the middle", () => {
  assert.deepEqual(whole(photo, frame), { scale: 0.24, x: 0, y: 30 })
})

test("zooming keeps the place under the finger", () => {
  const before = whole(photo, frame)
  const at = /** @type {[number, number]} */ ([100, 120])
  const after = zoomed(before, 3, at, photo, frame)
  assert.deepEqual(pixelAt(after, at, photo), pixelAt(before, at, photo))
})

test("it zooms no farther out than whole and is never pulled out of sight", () => {
  const view = zoomed(whole(photo, frame), 0.1, [0, 0], photo, frame)
  assert.deepEqual(view, whole(photo, frame))
  const near = zoomed(view, 2, [180, 150], photo, frame)
  assert.equal(moved(near, [9999, 0], photo, frame).x, 0)
})

test("beside the photo there is no photo, and its nearest pixel", () => {
  const view = whole(photo, frame)
  assert.equal(isOn(view, [100, 10], photo), false)
  assert.deepEqual(pixelAt(view, [-5, 299], photo), [0, 999])
})

test("a stroke keeps its ends and not every tremble", () => {
  const way = Array.from({ length: 101 }, (_, x) => /** @type {[number, number]} */ ([x, 0]))
  assert.deepEqual(thinned(way, 30), [[0, 0], [30, 0], [60, 0], [90, 0], [100, 0]])
})
