/** The sun stands where almanacs say: Warsaw's solstices and equinox, its clocks, and the page's north. */

import assert from "node:assert/strict";
import test from "node:test";

import { WARSAW, daylightHours, instantOf, sunAt, towardsSun } from "#scene/sun.js";

const near = (found, wanted, within) => assert.ok(Math.abs(found - wanted) <= within, `${found} is not ${wanted}`);
const highest = (season) => Array.from({ length: 1440 }, (_, minute) => sunAt(instantOf(season, minute))).reduce((best, one) => (one.altitude > best.altitude ? one : best));

for (const [season, altitude] of [["winter", 90 - WARSAW.latitude - 23.44], ["between", 90 - WARSAW.latitude], ["summer", 90 - WARSAW.latitude + 23.44]]) {
  test(`at noon of the ${season} day the sun stands in the south as high as the tilt of the Earth says`, () => {
    const noon = highest(season);
    near(noon.altitude, altitude, 0.3);
    near(noon.azimuth, 180, 0.5);
  });
}

test("a worked example: Boulder's afternoon of 17 October 2003 (NREL/TP-560-34302, appendix A.5)", () => {
  const { altitude, azimuth } = sunAt(Date.UTC(2003, 9, 17, 19, 30, 30), { latitude: 39.742476, longitude: -105.1786 });
  near(altitude, 90 - 50.11162, 0.05);
  near(azimuth, 194.34024, 0.05);
});

test("in summer the clocks are two hours ahead, in winter one", () => {
  assert.equal(instantOf("summer", 720), Date.UTC(2026, 5, 21, 10));
  assert.equal(instantOf("winter", 720), Date.UTC(2026, 11, 21, 11));
  assert.equal(instantOf("summer", 60), Date.UTC(2026, 5, 20, 23));
});

test("Warsaw's sunrise and sunset are the almanac's within ten minutes", () => {
  for (const [season, rise, set] of [["winter", 7 * 60 + 43, 15 * 60 + 25], ["summer", 4 * 60 + 14, 21 * 60 + 1]]) {
    const [first, last] = daylightHours(season);
    near(first, rise, 10);
    near(last, set, 10);
  }
});

test("a southern sun comes from the foot of the page, and from its left when north is turned to the right", () => {
  const south = { altitude: 30, azimuth: 180 };
  towardsSun(south, 0).forEach((part, axis) => near(part, [0, 0.5, Math.sqrt(0.75)][axis], 1e-9));
  towardsSun(south, 90_000).forEach((part, axis) => near(part, [-Math.sqrt(0.75), 0.5, 0][axis], 1e-9));
});
