/** A kiosk waits, asks, counts down and ends; a touch begins anew. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Idle } from "#ui/kiosk/idle.js";

test("after a minute it asks, after twenty seconds more it is over", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {(number | string)[]} */
  const told = [];
  const idle = new Idle({ warn: (seconds) => told.push(seconds), back: () => told.push("back"), over: () => told.push("over") });
  mock.timers.tick(59_999);
  assert.deepEqual(told, []);
  for (const ms of [1, 1_000]) mock.timers.tick(ms);
  idle.touch();
  mock.timers.tick(59_000);
  assert.deepEqual(told, [20, 19, "back"]);
  for (let second = 0; second <= 21; second += 1) mock.timers.tick(1_000);
  assert.deepEqual([told.at(3), told.at(-2), told.at(-1)], [20, 1, "over"]);
  mock.timers.reset();
});
