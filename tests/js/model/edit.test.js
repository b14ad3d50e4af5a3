import assert from "node:assert/strict";
import test from "node:test";

import { stampFor } from "#model/edit.js";
import { newId } from "#model/ids.js";

test("a stamped edit has all that the server wants", () => {
  const stamp = stampFor("v1", { now: () => 0, newId: () => "id" });
  assert.deepEqual(stamp({ action: "draw_wall", input: "typed", set: { "levels/l1": {} } }), {
    id: "id",
    v: 1,
    variant: "v1",
    action: "draw_wall",
    input: "typed",
    undoes: null,
    at: "1970-01-01T00:00:00.000Z",
    set: { "levels/l1": {} },
    remove: [],
  });
});

test("each edit has an id of its own", () => {
  const stamp = stampFor("v1");
  const id = () => stamp({ action: "x", input: "typed" }).id;
  assert.match(id(), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.notEqual(id(), id());
});

test("an entity's id is its collection's letter and ten of 32 letters", () => {
  assert.match(newId("walls"), /^w[0-9a-hjkmnp-tv-z]{10}$/);
  assert.equal(newId("finishes", (bytes) => bytes.map((_, place) => place * 31)), "f0zyxwvtsrq");
});
