/** A small world for the store and the line: a server, devices with a disk, tabs that can be killed, a clock, chance. */

import { Draft } from "#core/draft.js";
import { Store } from "#core/store.js";
import { Sync } from "#core/sync.js";
import { stampFor } from "#model/edit.js";
import { apply, effect, fold } from "#model/fold.js";
import { emptyDocument } from "#model/plan.js";
import { inverse } from "#model/undo.js";

/** Let everything that can happen without the clock happen. */
export const settle = async (rounds = 12) => {
  for (let round = 0; round < rounds; round += 1) await new Promise(setImmediate);
};

/** Numbers from 0 to 1, the same for the same seed. */
export const chanceOf = (seed) => {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
};

export class Clock {
  now = 1_700_000_000_000;
  #timers = new Map();
  #next = 1;

  setTimeout = (run, ms) => {
    this.#timers.set(this.#next, { run, at: this.now + ms });
    return this.#next++;
  };

  clearTimeout = (timer) => this.#timers.delete(timer);

  async advance(ms) {
    const end = this.now + ms;
    for (let due = this.#due(end); due; due = this.#due(end)) {
      this.now = Math.max(this.now, due[1].at);
      this.#timers.delete(due[0]);
      due[1].run();
      await settle();
    }
    this.now = end;
    await settle();
  }

  #due(end) {
    return [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

export class Server {
  log = [];
  requests = [];
  present = [];
  isDown = () => false;
  losesAnswer = () => false;
  status = () => 200;
  refuses = () => null;

  get document() {
    return fold(this.log);
  }

  fetch = async (url, { method = "GET", headers = {}, body = null } = {}) => {
    await settle(1);
    if (this.isDown()) throw new TypeError("network");
    this.requests.push({ url, method, headers, body });
    const batch = body && JSON.parse(body);
    const status = this.status(batch);
    const answer = status === 200 ? this.#answer(url, headers, batch) : new Response("", { status });
    await settle(1);
    if (this.losesAnswer()) throw new TypeError("network");
    return answer;
  };

  /** An edit by somebody else. */
  add(edit) {
    this.#log({ id: `other-${this.log.length}`, variant: "v1", undoes: null, set: {}, remove: [], actor: "other", ...edit });
  }

  #answer(url, headers, batch) {
    const tag = `"${this.log.length}"`;
    if (!batch && headers["If-None-Match"] === tag) return new Response(null, { status: 304 });
    const since = batch ? batch.base : Number(new URL(url, "http://x").searchParams.get("since"));
    const results = batch?.edits.map((edit) => this.#result(edit));
    const own = new Set(batch?.edits.map(({ id }) => id));
    const others = this.log.filter((edit) => edit.seq > since && !own.has(edit.id));
    const answer = { seq: this.log.length, results, others, present: batch ? undefined : this.present, fee: { charged_gr: 0 } };
    return new Response(JSON.stringify(answer), { headers: { ETag: tag } });
  }

  #result(edit) {
    const known = this.log.find(({ id }) => id === edit.id);
    if (known) return { id: edit.id, result: "known", seq: known.seq };
    const reason = this.refuses(edit);
    if (reason) return { id: edit.id, result: "refused", seq: null, path: "walls", reason };
    return { id: edit.id, result: "logged", seq: this.#log(edit) };
  }

  #log(edit) {
    this.log.push({ ...edit, seq: this.log.length + 1 });
    return this.log.length;
  }
}

/** A browser: what its tabs share. */
export class Device {
  disk = new Map();
  fails = null;
  queued = [];
  held = null;
  ears = new Set();

  constructor({ server, clock, name = "a", random = () => 0.5, locks = true }) {
    Object.assign(this, { server, clock, name, random, locksThere: locks });
    this.count = 0;
  }

  /** @returns {Promise<Tab>} */
  async open({ sync = true, hidden = false, head = { seq: 0, document: emptyDocument() } } = {}) {
    const tab = new Tab(this, { hidden, head });
    await tab.store.open();
    if (sync) tab.sync.start();
    await settle();
    return tab;
  }

  /** As `navigator.locks`: one holds, others wait in turn, and a thief takes it. */
  request(tab, { steal = false, signal }, work) {
    return new Promise((resolve, reject) => {
      const asked = { tab, work, resolve, reject };
      signal?.addEventListener("abort", () => this.#withdraw(asked));
      if (steal && this.held) this.#lose(this.held);
      if (steal) this.queued.unshift(asked);
      else this.queued.push(asked);
      this.#next();
    });
  }

  release(tab) {
    this.queued = this.queued.filter((asked) => asked.tab !== tab);
    if (this.held?.tab === tab) this.held = null;
    this.#next();
  }

  #withdraw(asked) {
    if (!this.queued.includes(asked)) return;
    this.queued = this.queued.filter((other) => other !== asked);
    asked.reject(new DOMException("", "AbortError"));
  }

  #lose(asked) {
    this.held = null;
    asked.reject(new DOMException("", "AbortError"));
  }

  #next() {
    if (this.held || !this.queued.length) return;
    const asked = (this.held = this.queued.shift());
    Promise.resolve(asked.work()).then(() => {
      if (this.held !== asked) return;
      this.held = null;
      asked.resolve();
      this.#next();
    });
  }
}

class Tab {
  alive = true;
  /** The edits made here, and how many of them the store has called safe. */
  made = [];
  safe = 0;

  constructor(device, { hidden, head }) {
    this.device = device;
    this.page = Object.assign(new EventTarget(), { hidden });
    const { server, clock, random } = device;
    const stamp = stampFor("v1", { now: () => clock.now, newId: () => `${device.name}-${(device.count += 1)}` });
    const channel = this.#channel();
    this.store = new Store({
      draft: new Draft(this.#storage(), "project v1", async () => ({})),
      model: { apply, effect, inverse, stamp },
      variant: "v1",
      head,
      channel,
      now: () => clock.now,
    });
    this.store.addEventListener("saved", () => this.noteSafe());
    this.sync = new Sync({
      store: this.store,
      url: "/p",
      page: this.page,
      fetch: (...asked) => (this.alive ? server.fetch(...asked) : new Promise(() => {})).then((answer) => (this.alive ? answer : new Promise(() => {}))),
      timers: { setTimeout: (run, ms) => clock.setTimeout(() => this.alive && run(), ms), clearTimeout: clock.clearTimeout },
      locks: device.locksThere ? { request: (_name, options, work) => device.request(this, options, () => (this.alive ? work() : undefined)) } : null,
      random,
    });
  }

  do(makeEdit) {
    const edit = makeEdit(this.store);
    if (edit) this.made.push(edit);
    return edit;
  }

  /** What the screen promises now holds for all that was made before. */
  noteSafe() {
    if (this.alive && this.store.saved.state !== "saving") this.safe = this.made.length;
  }

  get promised() {
    return this.made.slice(0, this.safe);
  }

  /** Gone without a word: nothing of it runs any more, and its lock is free. */
  kill() {
    this.alive = false;
    this.device.ears.delete(this.ear);
    this.device.release(this);
  }

  see(hidden) {
    this.page.hidden = hidden;
    this.page.dispatchEvent(new Event("visibilitychange"));
  }

  #channel() {
    const heard = new EventTarget();
    this.ear = (data) => this.alive && heard.dispatchEvent(new MessageEvent("message", { data }));
    this.device.ears.add(this.ear);
    return {
      postMessage: (message) => {
        if (!this.alive) return;
        const data = structuredClone(message);
        for (const ear of this.device.ears) if (ear !== this.ear) setImmediate(() => ear(data));
      },
      addEventListener: (...listening) => heard.addEventListener(...listening),
    };
  }

  #storage() {
    const { device } = this;
    const reached = async () => {
      await settle(1);
      if (!this.alive) await new Promise(() => {});
      if (device.fails) throw device.fails;
    };
    return {
      entries: async (prefix) => {
        await reached();
        const found = [...device.disk].filter(([key]) => key.startsWith(prefix)).sort(([one], [other]) => (one < other ? -1 : 1));
        const read = structuredClone(found);
        await settle(2);
        return read;
      },
      write: async ({ put = {}, remove = [] }) => {
        const copy = structuredClone(put);
        await reached();
        for (const [key, value] of Object.entries(copy)) device.disk.set(key, value);
        for (const key of remove) device.disk.delete(key);
        await settle(1);
        if (!this.alive) await new Promise(() => {});
      },
    };
  }
}

export const level = (id, fields = {}) => () => ({ action: "set_level", input: "typed", set: { [`levels/${id}`]: fields } });

export const world = async (options = {}) => {
  const server = new Server();
  const clock = new Clock();
  const device = new Device({ server, clock, ...options });
  return { server, clock, device };
};
