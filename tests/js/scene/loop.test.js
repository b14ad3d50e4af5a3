/** Slow frames grow coarser and quick ones finer, within bounds; a picture at rest grows finer where frames are quick, and then rests. */

import assert from "node:assert/strict";
import test from "node:test";

import { Loop, REFINING, nextScale } from "#scene/loop.js";

test("a slow frame makes the next one coarser, down to a half", () => {
  assert.ok(nextScale(1, 80) < 1);
  assert.equal(nextScale(0.5, 500), 0.5);
});

test("a quick frame makes the next one finer, up to the whole", () => {
  assert.ok(nextScale(0.64, 10) > 0.64);
  assert.equal(nextScale(1, 10), 1);
});

test("a pause is no slow frame", () => assert.equal(nextScale(1, 5000), 1));

/** A loop whose frames come so many ms apart; `run` lets those come that it has asked for. */
const paced = (apart) => {
  let [now, waiting] = [0, []];
  globalThis.requestAnimationFrame = (then) => waiting.push(then);
  globalThis.cancelAnimationFrame = (id) => (waiting[id - 1] = () => {});
  const steps = [];
  const loop = new Loop(() => steps.push(0), (step) => steps.push(step), () => true);
  const run = (most) => {
    for (let count = 0; waiting.length > 0 && count < most; count += 1) {
      const asked = waiting;
      waiting = [];
      for (const then of asked) then((now += apart));
    }
    return waiting.length;
  };
  return { loop, steps, run };
};

test("a picture at rest is made finer on a quick machine, and then nothing is drawn", () => {
  const { loop, steps, run } = paced(16);
  loop.ask();
  assert.equal(run(99), 0);
  assert.deepEqual(steps, Array.from({ length: REFINING + 1 }, (_, step) => step));
  assert.equal(loop.isQuick, true);
});

test("on a slow machine it is left out", () => {
  const { loop, steps, run } = paced(300);
  loop.ask();
  run(99);
  assert.deepEqual([steps, loop.isQuick], [[0], false]);
});

test("what moves meanwhile begins anew", () => {
  const { loop, steps, run } = paced(16);
  loop.ask();
  run(4);
  loop.ask();
  run(99);
  assert.deepEqual(steps.slice(0, 5), [0, 1, 2, 3, 0]);
  assert.equal(steps.length, REFINING + 5);
});
