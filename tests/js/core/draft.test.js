import assert from "node:assert/strict";
import test from "node:test";

import { Draft } from "#core/draft.js";

const memory = () => {
  const records = new Map();
  return {
    records,
    entries: async (prefix) => [...records].filter(([key]) => key.startsWith(prefix)).sort(),
    write: async ({ put = {}, remove = [] }) => {
      for (const [key, value] of Object.entries(put)) records.set(key, value);
      for (const key of remove) records.delete(key);
    },
  };
};
const stroke = (stamp, id, more = {}) => ({ stamp, edit: { id }, touched: {}, onto: "done", spent: [], ...more });
const roomy = async () => ({ quota: 1e9, usage: 0 });

test("a draft gives back what it was given, each kind apart", async () => {
  const draft = new Draft(memory(), "p v1", roomy);
  await draft.keep(stroke("1", "e1"));
  await draft.keep(stroke("2", "e2", { onto: "undone", spent: ["1"] }));
  await draft.keepAnswer({ head: { seq: 1, document: {} }, settled: ["1"], voided: [], seen: [] });
  assert.deepEqual(await draft.load(), {
    head: { seq: 1, document: {} },
    queue: [{ stamp: "2", edit: { id: "e2" } }],
    done: [],
    undone: [{ stamp: "2", id: "e2", touched: {} }],
  });
});

test("two projects, one's name the beginning of the other's, do not meet", async () => {
  const storage = memory();
  const [one, other] = [new Draft(storage, "p v1", roomy), new Draft(storage, "p v11", roomy)];
  await other.keep(stroke("1", "e1"));
  assert.deepEqual((await one.load()).queue, []);
});

test("a forgotten draft leaves nothing, and its neighbour everything", async () => {
  const storage = memory();
  const [one, other] = [new Draft(storage, "p v1", roomy), new Draft(storage, "q v1", roomy)];
  await one.keep(stroke("1", "e1"));
  await other.keep(stroke("1", "e2"));
  await one.forget();
  assert.deepEqual([...storage.records.keys()], ["q v1 queue 1", "q v1 done 1"]);
});

for (const [name, fails, estimate, state] of [
  ["room enough", null, roomy, "ready"],
  ["an unknown quota", null, () => undefined, "ready"],
  ["hardly any room", null, async () => ({ quota: 1e7, usage: 9.9e6 }), "low"],
  ["a full disk", new DOMException("", "QuotaExceededError"), roomy, "full"],
  ["a forbidding browser", new DOMException("", "SecurityError"), roomy, "forbidden"],
]) {
  test(`${name} is told as ${state}`, async () => {
    const storage = memory();
    if (fails) storage.write = async () => Promise.reject(fails);
    assert.equal(await new Draft(storage, "p", estimate).probe(), state);
    assert.equal(storage.records.size, 0);
  });
}
