/** The pictures of a sum are lit from ever other places, and each draws the shadows of one light only. */

import assert from "node:assert/strict";
import test from "node:test";

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
