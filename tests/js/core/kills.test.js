/** Whatever happens to a browser, what it called kept reaches the server once, and all see the same plan in the end. */

import assert from "node:assert/strict";
import test from "node:test";

import { Device, chanceOf, level, settle, world } from "./world.js";

const RUNS = Number(process.env.KILL_RUNS ?? 200);
const STEPS = 40;

const anyEdit = (random) => {
  const id = `l${Math.floor(random() * 5)}`;
  if (random() < 0.25) return () => ({ action: "remove_level", input: "picked", remove: [`levels/${id}`] });
  return level(id, { name: String(Math.floor(random() * 1000)), ...(random() < 0.3 && { height: 2500 + Math.floor(random() * 100) }) });
};

class Run {
  constructor(seed) {
    this.random = chanceOf(seed);
    this.promised = [];
    this.graves = [];
  }

  async begin() {
    const { server, clock } = await world();
    Object.assign(this, { server, clock });
    const { random } = this;
    server.isDown = () => this.offline;
    server.losesAnswer = () => random() < 0.2;
    server.status = () => (random() < 0.05 ? 503 : 200);
    server.refuses = ({ set }) => Object.values(set).some(({ name }) => name?.endsWith("7")) && "limit";
    this.devices = ["a", "b"].map((name) => new Device({ server, clock, name, random }));
    this.tabs = [];
    for (const device of [this.devices[0], ...this.devices]) this.tabs.push(await device.open());
  }

  get tab() {
    return this.tabs[Math.floor(this.random() * this.tabs.length)];
  }

  async step() {
    const { random, tab } = this;
    const chance = random();
    if (chance < 0.45) tab.do((store) => store.perform(anyEdit(random)));
    else if (chance < 0.55) tab.do((store) => store.undo());
    else if (chance < 0.6) tab.do((store) => store.redo());
    else if (chance < 0.72) this.offline = random() < 0.5;
    else if (chance < 0.8) await this.replace(tab);
    else if (chance < 0.85) tab.see(random() < 0.5);
    else if (chance < 0.95) await this.clock.advance(random() * 15_000);
    if (random() < 0.6) await settle(Math.floor(random() * 8));
  }

  /** The tab is killed where it stands, and opened again. */
  async replace(tab) {
    tab.kill();
    this.graves.push(tab);
    this.tabs[this.tabs.indexOf(tab)] = await tab.device.open();
  }

  async end() {
    for (const tab of [...this.tabs]) await this.replace(tab);
    this.offline = false;
    Object.assign(this.server, { losesAnswer: () => false, status: () => 200 });
    for (const tab of this.tabs) tab.sync.wake();
    for (let waits = 0; waits < 8; waits += 1) await this.clock.advance(20_000);
  }

  check() {
    const logged = this.server.log.map(({ id }) => id);
    const refused = (edit) => this.server.refuses(edit);
    assert.equal(new Set(logged).size, logged.length, "an edit was logged twice");
    for (const { promised } of [...this.graves, ...this.tabs]) {
      const wanted = promised.filter((edit) => !refused(edit)).map(({ id }) => id);
      assert.deepEqual(logged.filter((id) => wanted.includes(id)), wanted, "kept edits were lost or changed places");
    }
    for (const { store, device } of this.tabs) {
      assert.deepEqual(store.document, this.server.document);
      assert.deepEqual([store.saved.state, store.head.seq], ["saved", logged.length]);
      assert.deepEqual([...device.disk.keys()].filter((key) => key.includes(" queue ")), []);
    }
  }
}

test(`nothing kept is lost, nothing is made twice: ${RUNS} runs with kills, half of the time offline`, async () => {
  let kept = 0;
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const run = new Run(seed);
    await run.begin();
    for (let step = 0; step < STEPS; step += 1) await run.step();
    await run.end();
    assert.doesNotThrow(() => run.check(), `seed ${seed}`);
    kept += run.graves.reduce((sum, { promised }) => sum + promised.length, 0);
  }
  assert.ok(kept > RUNS * 5, `only ${kept} edits were kept`);
});
