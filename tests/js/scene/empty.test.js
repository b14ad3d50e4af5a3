/** A plan without walls is shown as nothing, and what comes later is shown. */

import assert from "node:assert/strict";
import test from "node:test";

import { MeshBasicMaterial } from "three";

import { PieceMesh } from "#scene/piece_mesh.js";

test("pressing what holds nothing yet changes nothing", () => {
  const mesh = new PieceMesh(new MeshBasicMaterial());
  mesh.lower(() => 1);
  assert.equal(mesh.keyAt(0), null);
});
