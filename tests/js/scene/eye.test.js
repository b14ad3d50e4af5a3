/** Coming nearer keeps in view what one comes nearer to. */

import assert from "node:assert/strict";
import test from "node:test";

import { PerspectiveCamera, Vector2 } from "three";

import { Eye } from "#scene/eye.js";

import { scene } from "./room.js";

const begun = () => {
  const eye = new Eye(new PerspectiveCamera());
  eye.home(scene, 0.6);
  eye.place(5);
  return eye;
};

test("from the middle of the view one comes nearer to what one turns about", () => {
  const eye = begun();
  const { target, distance } = eye.orbit;
  eye.zoom(2, new Vector2());
  assert.deepEqual([eye.orbit.target, eye.orbit.distance], [target, distance / 2]);
});

test("from elsewhere one comes nearer to the ground under the pointer", () => {
  const eye = begun();
  const [x, y, z] = eye.orbit.target;
  eye.zoom(2, new Vector2(0, -0.4));
  assert.deepEqual([eye.orbit.target[1], eye.orbit.target[0] === x && eye.orbit.target[2] === z], [y, false]);
});
