import assert from "node:assert/strict";
import test from "node:test";

import { ReturnKeys } from "#core/return_keys.js";

const memory = (records = new Map()) => ({
  records,
  entries: async (prefix) => [...records].filter(([key]) => key.startsWith(prefix)),
  write: async ({ put }) => Object.entries(put).forEach(([key, value]) => records.set(key, value)),
});
const doorFor = (right, asked = []) => async (url, { body }) => {
  asked.push([url, body.get("key")]);
  return new Response(null, { status: body.get("key") === right ? 204 : 404 });
};

test("the key that opens the project is found among all", async () => {
  const asked = [];
  const keys = new ReturnKeys(memory(), "mebel", doorFor("b.2", asked));
  for (const key of ["a.1", "b.2", "c.3"]) await keys.keep(key);
  assert.equal(await keys.comeBack("/s/krakow/p/ABC"), true);
  assert.deepEqual(asked, [["/s/krakow/p/ABC/return", "a.1"], ["/s/krakow/p/ABC/return", "b.2"]]);
});

test("one tenant's key is not shown to another", async () => {
  const storage = memory();
  await new ReturnKeys(storage, "mebel").keep("a.1");
  assert.equal(await new ReturnKeys(storage, "farby", assert.fail).comeBack("/s/farby/p/ABC"), false);
});

test("without a network, or without storage, one stays where one is", async () => {
  const storage = memory(new Map([["visit mebel a", "a.1"]]));
  assert.equal(await new ReturnKeys(storage, "mebel", () => Promise.reject(new TypeError())).comeBack("/p"), false);
  storage.entries = () => Promise.reject(new DOMException("", "SecurityError"));
  assert.equal(await new ReturnKeys(storage, "mebel", assert.fail).comeBack("/p"), false);
});
