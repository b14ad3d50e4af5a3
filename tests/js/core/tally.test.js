import assert from "node:assert/strict";
import test from "node:test";

import { Tally } from "#core/tally.js";

/** A tally, and the batches that it has sent. */
const counting = ({ isUnwanted = false, takes = true } = {}) => {
  /** @type {Blob[]} */ const sent = [];
  const tally = new Tally({ store: "sklep", screen: "studio", isUnwanted, send: (_url, body) => (takes && sent.push(body), takes) });
  return { tally, sent };
};

test("what was counted goes out once, added up", async () => {
  const { tally, sent } = counting();
  tally.count("tool", "wall");
  tally.count("tool", "wall");
  tally.flush();
  tally.flush();
  assert.equal(sent.length, 1);
  assert.deepEqual(JSON.parse(await sent[0].text()), { store: "sklep", events: [{ name: "tool", screen: "studio", detail: "wall", times: 2 }] });
});

test("a browser that asks not to be tracked sends nothing", () => {
  const { tally, sent } = counting({ isUnwanted: true });
  tally.count("tool", "wall");
  tally.flush();
  assert.equal(sent.length, 0);
});

test("what the browser does not take is kept for the next time", () => {
  const refusing = counting({ takes: false });
  refusing.tally.count("tool", "wall");
  refusing.tally.flush();
  refusing.tally.flush();
  assert.equal(refusing.sent.length, 0);
});
