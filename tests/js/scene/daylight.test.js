/** The pictures of a sum are lit from ever other places, and each draws the shadows of one light only. */

import assert from "node:assert/strict";
import test from "node:test";

import { emitterAt } from "#scene/emitters.js";
import { Daylight } from "#scene/light.js";
import { newMirrored } from "#scene/surroundings.js";

/** Which of sun and sky or room draw their shadows anew in each of the first pictures of a sum, and how much the latter hold back. */
const drawn = (set) => {
  const cast = newMirrored();
  const daylight = new Daylight(cast);
  daylight.cover([0, 0, 0, 4000, 3000, 2600]);
  set(daylight);
  const lights = [daylight.sun, daylight.caster.light];
  return [0, 1, 2, 3, 4, 0].map((step) => {
    for (const { shadow } of lights) shadow.needsUpdate = false;
    daylight.shift(step);
    const anew = lights.map(({ visible, shadow }) => visible && shadow.needsUpdate);
    return [...anew, cast.casterFacing.value.w > 0];
  });
};

test("from outside sun and sky take turns, and a single picture has the sun's shadows alone", () => {
  const outside = drawn((daylight) => (daylight.shineOver(0), daylight.openSky()));
  assert.deepEqual(outside, [[false, false, false], [false, true, true], [true, false, true], [false, true, true], [true, false, true], [true, false, false]]);
});

test("inside each picture is lit from another place, and without emitters nothing is held back", () => {
  const wall = { at: [0, 1.5, 1.5], normal: [1, 0, 0], area: 1, bright: 1, weight: 1 };
  const inside = (emitters) => drawn((daylight) => (daylight.cloudOver(), daylight.caster.shineIn(emitters, [0, 0, 0, 4, 2.6, 3])));
  assert.deepEqual(inside([wall]).slice(0, 3), [[false, false, false], [false, true, true], [false, true, true]]);
  assert.ok(inside([]).flat().every((one) => !one));
});

test("the edges of one emitter's shadows are smoothed from ever other places", () => {
  const cast = newMirrored();
  const { caster } = new Daylight(cast);
  const walls = [0, 1, 2, 3].map((x) => ({ at: [x, 1.5, 1.5], normal: [0, 0, 1], area: 1, bright: 1, weight: 1 }));
  caster.shineIn(walls, [0, 0, 0, 4, 2.6, 3]);
  const turns = new Map(walls.map((wall) => [wall, []]));
  for (let step = 1; step <= 48; step += 1) {
    caster.shift(step);
    turns.get(emitterAt(walls, step).emitter).push(cast.casterTurn.value);
  }
  for (const own of turns.values()) {
    const sorted = own.toSorted((one, other) => one - other);
    const gaps = sorted.map((turn, place) => (sorted[place + 1] ?? sorted[0] + 1) - turn);
    assert.ok(Math.max(...gaps) < 0.25, `${gaps}`);
  }
});
