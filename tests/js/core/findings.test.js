import assert from "node:assert/strict";
import test from "node:test";

import { Findings, QUIET_MS } from "#core/findings.js";

const SAVED = { state: "saved", pending: 0, link: "idle", reason: null };
const REPORT = { seq: 1, packs: [], findings: [] };

test("findings are asked for once the plan has been quiet for a while", async () => {
  const { findings, asked, pass } = world();
  await pass(QUIET_MS - 1);
  assert.equal(asked.length, 0);
  await pass(1);
  assert.equal(asked.length, 1);
  assert.equal(findings.state, "fresh");
});

test("they wait until the edits are saved", async () => {
  const { store, findings, asked, pass } = world();
  store.become({ pending: 1 });
  store.change();
  await pass(5 * QUIET_MS);
  assert.equal(asked.length, 0);
  store.become({ pending: 0 });
  await pass(QUIET_MS);
  assert.deepEqual([asked.length, findings.state], [1, "fresh"]);
});

test("an answer to an earlier plan is dropped, and the last one kept in sight as old", async () => {
  const { store, findings, asked, pass } = world();
  await pass(QUIET_MS);
  store.change();
  await pass(QUIET_MS, { answer: false });
  store.change();
  assert.ok(asked[1].signal.aborted);
  assert.deepEqual([findings.state, findings.report], ["old", REPORT]);
});

test("without a network the last state is said to be of before, and the answer comes when the line is back", async () => {
  const { store, findings, asked, pass } = world();
  await pass(QUIET_MS);
  store.become({ pending: 1, link: "offline" });
  store.change();
  await pass(10 * QUIET_MS);
  assert.deepEqual([asked.length, findings.state], [1, "offline"]);
  store.become({ pending: 0, link: "idle" });
  await pass(QUIET_MS);
  assert.deepEqual([asked.length, findings.state], [2, "fresh"]);
});

test("a server that fails is asked again later each time", async () => {
  const { findings, asked, pass, answers } = world();
  answers.ok = false;
  await pass(QUIET_MS);
  assert.equal(findings.state, "offline");
  await pass(4_000);
  await pass(7_999);
  assert.equal(asked.length, 2);
  answers.ok = true;
  await pass(1);
  assert.deepEqual([asked.length, findings.state], [3, "fresh"]);
});

test("the accessible profile is asked for in the address", async () => {
  const { findings, asked, pass } = world();
  findings.isAccessible = true;
  await pass(QUIET_MS);
  assert.equal(asked[0].url, "/p/findings?variant=v1&profile=accessible");
});

test("a drag tells once that what is shown is old", async () => {
  const { store, findings, pass } = world();
  await pass(QUIET_MS);
  let told = 0;
  findings.addEventListener("change", () => (told += 1));
  for (let step = 0; step < 20; step += 1) store.change();
  assert.equal(told, 1);
});

/** A store that only tells, a clock that is moved by hand, and a server that answers when asked to. */
function world() {
  const store = new (class extends EventTarget {
    saved = SAVED;
    become(saved) {
      this.saved = { ...this.saved, ...saved };
      this.dispatchEvent(new Event("saved"));
    }
    change() {
      this.dispatchEvent(new Event("change"));
    }
  })();
  let [now, timer] = [0, null];
  const timers = { setTimeout: (run, ms) => (timer = { run, at: now + ms }), clearTimeout: (held) => held === timer && (timer = null) };
  const [asked, answers] = [[], { ok: true, now: true }];
  const fetch = (url, { signal }) => {
    asked.push({ url, signal });
    return answers.now ? Promise.resolve({ ok: answers.ok, json: async () => REPORT }) : new Promise((_, drop) => signal.addEventListener("abort", drop));
  };
  const findings = new Findings(store, { url: "/p", variant: "v1", fetch, timers });
  const pass = async (ms, { answer = true } = {}) => {
    answers.now = answer;
    now += ms;
    if (timer && timer.at <= now) timer.run(), (timer = timer.at <= now ? null : timer);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, findings, asked, pass, answers };
}
