/** What is locked goes with the question, and of two questions the later one's answer counts. */

import assert from "node:assert/strict";
import test from "node:test";

import { Proposals } from "#ui/schemes/proposals.js";

test("a locked slot is kept, until it is unlocked or a paint is begun from", () => {
  const proposals = new Proposals({ photo: true }, () => {});
  assert.equal("kept" in proposals.wanted, false);
  proposals.turnLock("ceiling", "A1");
  proposals.turnLock("wall", "B2");
  assert.deepEqual(proposals.wanted.kept, { ceiling: "A1", wall: "B2" });
  proposals.begin({ paint: "C3" });
  proposals.turnLock("ceiling", "A1");
  assert.deepEqual(proposals.wanted.kept, {});
});

test("an answer that is overtaken is dropped", async () => {
  const proposals = new Proposals({ photo: true }, () => {});
  /** @type {(answer: string) => void} */ let answer = () => {};
  const first = proposals.ask(() => new Promise((resolve) => { answer = resolve; }));
  const second = await proposals.ask(async () => "second");
  answer("first");
  assert.deepEqual([await first, second], [null, "second"]);
});

test("a question that fails is said, unless it was overtaken", async () => {
  const proposals = new Proposals({ photo: true }, () => {});
  assert.equal(await proposals.ask(() => Promise.reject(new Error("no line"))), null);
  assert.deepEqual([proposals.state, proposals.said], ["failed", "no line"]);
});
