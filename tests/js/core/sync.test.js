import assert from "node:assert/strict";
import test from "node:test";

import { level, settle, world } from "./world.js";

const posts = (server) => server.requests.filter(({ method }) => method === "POST");
const polls = (server) => server.requests.filter(({ method }) => method === "GET");
const ids = (server) => server.log.map(({ id }) => id);

test("an edit goes to the server as soon as it is kept", async () => {
  const { server, device } = await world();
  const { store } = await device.open();
  const edit = store.perform(level("l1"));
  await settle();
  assert.deepEqual(ids(server), [edit.id]);
  assert.deepEqual(JSON.parse(posts(server)[0].body), { base: 0, edits: [edit] });
  assert.equal(store.saved.state, "saved");
  assert.equal(store.head.seq, 1);
});

test("a queue of hundreds goes in order, at most 200 at a time", async () => {
  const { server, device } = await world();
  const { store } = await device.open({ sync: false });
  const made = Array.from({ length: 450 }, (_, number) => store.perform(level(`l${number % 9}`, { name: String(number) })));
  await store.settled();
  await device.open();
  await settle(60);
  assert.deepEqual(posts(server).map(({ body }) => JSON.parse(body).edits.length), [200, 200, 50]);
  assert.deepEqual(ids(server), made.map(({ id }) => id));
});

test("no request is over 256 KiB unless one edit is", async () => {
  const { server, device } = await world();
  const { store } = await device.open({ sync: false });
  const big = (number, length) => store.perform(level(`l${number}`, { name: "ż".repeat(length) }));
  for (let number = 0; number < 8; number += 1) big(number, 40_000);
  big(8, 150_000);
  await store.settled();
  await device.open();
  await settle(60);
  const sizes = posts(server).map(({ body }) => Buffer.byteLength(body));
  assert.equal(server.log.length, 9);
  assert.ok(sizes.slice(0, -1).every((size) => size <= 256 * 1024), String(sizes));
});

test("others' edits are asked for every ten seconds when alone, and 304 is enough", async () => {
  const { server, clock, device } = await world();
  const { store } = await device.open();
  await clock.advance(9_000);
  assert.equal(polls(server).length, 1);
  server.add({ set: { "levels/l1": {} } });
  await clock.advance(1_000);
  assert.deepEqual(Object.keys(store.document.levels), ["l1"]);
  await clock.advance(20_000);
  assert.equal(polls(server).at(-1).headers["If-None-Match"], '"1"');
  assert.equal(polls(server).length, 4);
});

test("others' edits are asked for every 0.7 s while others are there, and each minute when out of sight", async () => {
  const { server, clock, device } = await world();
  server.present = [{ name: "Bea", role: "designer" }];
  const tab = await device.open();
  await clock.advance(7_000);
  assert.equal(polls(server).length, 11);
  tab.see(true);
  await clock.advance(700);
  server.requests.length = 0;
  await clock.advance(120_000);
  assert.equal(polls(server).length, 2);
});

test("who comes back into sight asks at once", async () => {
  const { server, clock, device } = await world();
  const tab = await device.open();
  tab.see(true);
  await clock.advance(30_000);
  server.requests.length = 0;
  tab.see(false);
  await settle();
  assert.equal(polls(server).length, 1);
});

test("offline, it tries again later and later, not for each edit", async () => {
  const { server, clock, device } = await world();
  let tries = 0;
  server.isDown = () => Boolean((tries += 1));
  const { store } = await device.open();
  for (let number = 0; number < 20; number += 1) {
    store.perform(level(`l${number}`));
    await settle();
  }
  assert.equal(tries, 1);
  assert.equal(store.saved.state, "offline");
  await clock.advance(60_000);
  assert.ok(tries > 5 && tries < 10, String(tries));
  await clock.advance(600_000);
  assert.ok(tries < 30, String(tries));
});

test("back online, it sends at once", async () => {
  const { server, device } = await world();
  server.isDown = () => true;
  const { store, page } = await device.open();
  store.perform(level("l1"));
  await settle();
  server.isDown = () => false;
  page.dispatchEvent(new Event("online"));
  await settle();
  assert.deepEqual([server.log.length, store.saved.state], [1, "saved"]);
});

test("a lost answer does not make the edit twice", async () => {
  const { server, clock, device } = await world();
  const { store } = await device.open();
  server.losesAnswer = () => true;
  store.perform(level("l1"));
  await settle();
  server.losesAnswer = () => false;
  server.add({ set: { "levels/l1": { name: "theirs" } } });
  await clock.advance(2_000);
  assert.equal(server.log.length, 2);
  assert.deepEqual([store.document, store.saved.state], [server.document, "saved"]);
});

test("a refused edit never blocks the queue", async () => {
  const { server, device } = await world();
  server.refuses = ({ set }) => "levels/l2" in set && "too_many";
  const { store } = await device.open({ sync: false });
  for (const id of ["l1", "l2", "l3"]) store.perform(level(id));
  await store.settled();
  const { store: sending } = await device.open();
  await settle();
  assert.deepEqual(Object.keys(sending.document.levels), ["l1", "l3"]);
  assert.equal(sending.saved.state, "saved");
});

test("an edit that makes the server refuse the whole request is found and taken out", async () => {
  const { server, device } = await world();
  server.status = (batch) => (batch?.edits.some(({ set }) => "levels/l5" in set) ? 400 : 200);
  const { store } = await device.open({ sync: false });
  for (let number = 0; number < 12; number += 1) store.perform(level(`l${number}`));
  await store.settled();
  const { store: sending } = await device.open();
  const refused = [];
  sending.addEventListener("saved", ({ detail }) => detail.state === "refused" && refused.push(detail.reason));
  await settle(80);
  assert.equal(server.log.length, 11);
  assert.deepEqual([sending.saved.state, sending.document], ["saved", server.document]);
});

test("a lost session keeps the queue and says so, and goes on after signing in", async () => {
  const { server, clock, device } = await world();
  server.status = () => 401;
  const { store, sync } = await device.open();
  store.perform(level("l1"));
  await clock.advance(5_000);
  assert.deepEqual([store.saved.state, store.saved.reason, store.sendable.length], ["kept", "signed_out", 1]);
  server.status = () => 200;
  sync.wake();
  await settle();
  assert.deepEqual([store.saved.state, store.saved.reason, server.log.length], ["saved", null, 1]);
});

test("a busy server is asked again when it said", async () => {
  const { server, clock, device } = await world();
  server.fetch = async () => new Response("", { status: 503, headers: { "Retry-After": "20" } });
  const { store } = await device.open();
  store.perform(level("l1"));
  let tries = 0;
  server.fetch = async () => new Response("", { status: 503 + 0 * (tries += 1) });
  await clock.advance(19_000);
  assert.equal(tries, 0);
  await clock.advance(2_000);
  assert.ok(tries > 0);
});

test("a page that is no answer counts as being offline", async () => {
  const { server, device } = await world();
  server.fetch = async () => new Response("<html>", { status: 200 });
  const { store } = await device.open();
  store.perform(level("l1"));
  await settle();
  assert.equal(store.saved.state, "offline");
});

test("a request that hangs is given up after half a minute", async () => {
  const { server, clock, device } = await world();
  const fetch = server.fetch;
  server.fetch = (_url, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const { store } = await device.open();
  store.perform(level("l1"));
  await settle();
  server.fetch = fetch;
  await clock.advance(35_000);
  assert.deepEqual([server.log.length, store.saved.state], [1, "saved"]);
});

test("one tab sends what all tabs draw, and all see it", async () => {
  const { server, device } = await world();
  const [one, two] = [await device.open(), await device.open({ hidden: true })];
  two.store.perform(level("l2"));
  one.store.perform(level("l1"));
  await settle(40);
  assert.equal(new Set(ids(server)).size, 2);
  assert.equal(posts(server).flatMap(({ body }) => JSON.parse(body).edits).length, 2);
  for (const { store } of [one, two]) {
    assert.deepEqual(store.document, server.document);
    assert.equal(store.saved.state, "saved");
  }
});

test("another tab of the same person may undo what one drew", async () => {
  const { server, device } = await world();
  const [one, two] = [await device.open(), await device.open()];
  one.store.perform(level("l1"));
  await settle();
  two.store.undo();
  await settle(30);
  assert.deepEqual([Object.keys(server.document.levels), one.store.document], [[], server.document]);
  assert.deepEqual([one.store.canUndo, one.store.canRedo], [false, true]);
});

test("the tab in sight takes the queue over, and a tab that dies leaves it", async () => {
  const { server, device } = await world();
  const [one, two] = [await device.open(), await device.open()];
  one.see(true);
  one.see(false);
  await settle();
  assert.equal(device.held.tab, one);
  one.kill();
  await settle();
  assert.equal(device.held.tab, two);
  two.store.perform(level("l1"));
  await settle();
  assert.equal(server.log.length, 1);
});

test("a stopped line asks for nothing more", async () => {
  const { server, clock, device } = await world();
  const { sync } = await device.open();
  sync.stop();
  server.requests.length = 0;
  await clock.advance(100_000);
  assert.deepEqual([server.requests, device.held], [[], null]);
});

test("without locks each tab sends for itself", async () => {
  const { server, device } = await world({ locks: false });
  const { store } = await device.open();
  store.perform(level("l1"));
  await settle();
  assert.equal(server.log.length, 1);
});

test("where nothing can be kept, edits still reach the server", async () => {
  const { server, device } = await world();
  device.fails = new DOMException("", "SecurityError");
  const { store } = await device.open();
  store.perform(level("l1"));
  await settle();
  assert.deepEqual([server.log.length, store.saved.state], [1, "saved"]);
});

test("a tab that takes the queue over sends what it never heard of", async () => {
  const { server, device } = await world();
  const [one, two] = [await device.open(), await device.open()];
  device.ears.clear();
  server.isDown = () => true;
  two.store.perform(level("l1"));
  await settle();
  server.isDown = () => false;
  two.kill();
  await settle();
  assert.equal(server.log.length, 1);
  assert.deepEqual(one.store.document, server.document);
});
