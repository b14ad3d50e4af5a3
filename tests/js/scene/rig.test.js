/** The orbit's eye goes where hands send it and keeps what it looks at in view. */

import assert from "node:assert/strict";
import test from "node:test";

import { ORBIT_FOV_DEG, eyeOf, framed, slid, turned, zoomed } from "#scene/rig.js";

const ORBIT = { target: [2, 1, 3], azimuth: 0, elevation: 0.5, distance: 10 };

const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

test("azimuth 0 stands at the foot of the page, and a quarter turn on at its right", () => {
  const [x, y, z] = eyeOf({ ...ORBIT, elevation: 0 });
  [x - 2, y - 1, z - 13].forEach((off) => near(off, 0));
  near(eyeOf({ ...ORBIT, azimuth: Math.PI / 2, elevation: 0 })[0], 12);
});

test("the eye never goes under the ground nor over the top", () => {
  assert.ok(turned(ORBIT, 0, -9).elevation > 0);
  assert.ok(turned(ORBIT, 0, 9).elevation < Math.PI / 2);
});

test("sliding to the right follows the view, not the page", () => {
  const [x, , z] = slid({ ...ORBIT, azimuth: Math.PI / 2 }, 1, 0).target;
  near(x, 2);
  near(z, 2);
});

test("zooming keeps the point under the pointer on its ray", () => {
  const about = [5, 1, 3];
  const before = eyeOf(ORBIT);
  const after = eyeOf(zoomed(ORBIT, 2, about));
  const ray = (eye) => about.map((value, axis) => (value - eye[axis]) / Math.hypot(...about.map((one, other) => one - eye[other])));
  ray(after).forEach((value, axis) => near(value, ray(before)[axis]));
});

test("zooming ends before the eye is in the wall or out of sight", () => {
  assert.ok(zoomed(ORBIT, 1e6).distance > 0.1);
  assert.ok(zoomed(ORBIT, 1e-6).distance < 1000);
});

for (const aspect of [0.5, 1, 2.2]) {
  test(`framing at ${aspect} to 1 holds every spot and touches an edge`, () => {
    const spots = [0, 8].flatMap((x) => [0, 2.6].flatMap((y) => [0, 5].map((z) => [x, y, z])));
    const orbit = framed({ ...ORBIT, azimuth: 0.6, elevation: 0.8 }, spots, aspect, 0);
    const reach = Math.max(...spots.map((spot) => share(orbit, spot, aspect)));
    assert.ok(reach <= 1 + 1e-6 && reach > 0.97, `${reach}`);
  });
}

/** How far from the view's middle to its edge a spot is seen. */
const share = ({ azimuth, elevation, ...orbit }, spot, aspect) => {
  const eye = eyeOf({ azimuth, elevation, ...orbit });
  const from = spot.map((value, axis) => value - eye[axis]);
  const dot = (axis) => axis.reduce((sum, value, place) => sum + value * from[place], 0);
  const [s, c, up, flat] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)];
  const depth = -dot([s * flat, up, c * flat]);
  const high = Math.tan((ORBIT_FOV_DEG * Math.PI) / 360) * depth;
  return Math.max(Math.abs(dot([c, 0, -s])) / (high * aspect), Math.abs(dot([-s * up, flat, -c * up])) / high);
};
