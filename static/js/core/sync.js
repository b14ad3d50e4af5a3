/**
 * The line to the server: sends a store's queue in order, asks for others' edits, and never gives up.
 *
 * One tab of the browser owns the queue, by a lock; the one in sight takes it over.
 */

/**
 * @typedef {import("#core/log.js").Answer} Answer
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/store.js").Store} Store
 * @typedef {EventTarget & {hidden: boolean}} Page Fires `online` and `visibilitychange`.
 * @typedef {{setTimeout: (run: () => void, ms: number) => any, clearTimeout: (timer: any) => void}} Timers
 * @typedef {{request: (name: string, options: LockOptions, held: () => Promise<void> | undefined) => Promise<any>}} Locks
 */

const MOST_EDITS = 200;
const MOST_BYTES = 256 * 1024;
const TOGETHER_MS = 700;
const ALONE_MS = 10_000;
const HIDDEN_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
const TIMEOUT_MS = 30_000;

const CLOSED = [401, 403, 404, 410];
const BUSY = [408, 409, 425, 429];

export class Sync {
  #store;
  #url;
  #fetch;
  #headers;
  #timers;
  #locks;
  #page;
  #random;
  /** Ends what this tab does as the owner, or its waiting for that. */
  #claim = new AbortController();
  #owns = false;
  #stopped = true;
  #most = MOST_EDITS;
  #failures = 0;
  #together = false;
  #tag = "";
  /** Why the next exchange should not wait. @type {"edits" | "page" | null} */
  #woken = null;
  /** Looks at `#woken` during a pause. @type {(() => void) | null} */
  #wake = null;

  /**
   * @param {object} with_
   * @param {Store} with_.store
   * @param {string} with_.url The project's: `<url>/edits` is what is asked.
   * @param {Page} with_.page
   * @param {typeof globalThis.fetch} [with_.fetch]
   * @param {() => Record<string, string>} [with_.headers] For each request, as a token.
   * @param {Timers} [with_.timers]
   * @param {Locks | null} [with_.locks] null: this tab always owns the queue.
   * @param {() => number} [with_.random]
   */
  constructor({ store, url, page, fetch = globalThis.fetch.bind(globalThis), headers = () => ({}), timers = globalThis, locks = null, random = Math.random }) {
    this.#store = store;
    this.#url = `${url}/edits`;
    this.#page = page;
    this.#fetch = fetch;
    this.#headers = headers;
    this.#timers = timers;
    this.#locks = locks;
    this.#random = random;
  }

  start() {
    this.#stopped = false;
    this.#store.addEventListener("kept", this.#whenKept);
    this.#page.addEventListener("online", this.#whenOnline);
    this.#page.addEventListener("visibilitychange", this.#whenSeen);
    void this.#own({ steal: !this.#page.hidden });
  }

  stop() {
    this.#stopped = true;
    this.#store.removeEventListener("kept", this.#whenKept);
    this.#page.removeEventListener("online", this.#whenOnline);
    this.#page.removeEventListener("visibilitychange", this.#whenSeen);
    this.#claim.abort();
  }

  /** Try again now, as after signing in. */
  wake() {
    this.#woken = "page";
    this.#wake?.();
  }

  #whenKept = () => {
    this.#woken ??= "edits";
    this.#wake?.();
  };

  #whenOnline = () => this.wake();

  #whenSeen = () => {
    if (this.#page.hidden) return;
    if (this.#owns) this.wake();
    else void this.#own({ steal: true });
  };

  /** Wait for the queue, or take it, and work on it until it is taken away. @param {{steal: boolean}} how */
  async #own({ steal }) {
    this.#claim.abort();
    const claim = (this.#claim = new AbortController());
    try {
      await this.#locked(steal ? { steal } : { signal: claim.signal }, () => this.#work(claim.signal));
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
    if (claim.signal.aborted || this.#stopped) return;
    claim.abort();
    void this.#own({ steal: false });
  }

  /** @param {LockOptions} options @param {() => Promise<void>} work */
  #locked(options, work) {
    return this.#locks && this.#store.keeps ? this.#locks.request(`edits ${this.#url} ${this.#store.variant}`, options, work) : work();
  }

  /** @param {AbortSignal} ended */
  async #work(ended) {
    if (ended.aborted) return;
    this.#owns = true;
    ended.addEventListener("abort", () => (this.#owns = false));
    await this.#store.refresh();
    while (!ended.aborted) {
      this.#woken = null;
      const pause = await this.#exchange(ended);
      if (!ended.aborted) await this.#pause(pause, ended);
    }
  }

  /** One request and its answer. @param {AbortSignal} ended @returns {Promise<number>} ms until the next */
  async #exchange(ended) {
    const batch = this.#batch();
    if (batch.length) this.#store.setLink("sending");
    const { response, answer } = await this.#ask(batch, ended);
    if (ended.aborted) return 0;
    if (response?.status === 304) return this.#succeeded();
    if (response?.ok && Number.isInteger(answer?.seq)) return this.#accept(batch, answer, response);
    return response && !response.ok ? this.#refused(batch, response) : this.#failed();
  }

  /** The oldest edits that fit in one request. @returns {Edit[]} */
  #batch() {
    let bytes = 64;
    const edits = this.#store.sendable.slice(0, this.#most);
    const over = edits.findIndex((edit) => (bytes += sizeOf(edit)) > MOST_BYTES);
    return over < 0 ? edits : edits.slice(0, Math.max(over, 1));
  }

  /** @param {Edit[]} edits @param {AbortSignal} ended @returns {Promise<{response?: Response, answer?: any}>} nothing when the line is down */
  async #ask(edits, ended) {
    const asked = new AbortController();
    const abort = () => asked.abort();
    const timer = this.#timers.setTimeout(abort, TIMEOUT_MS);
    ended.addEventListener("abort", abort);
    try {
      const response = await (edits.length ? this.#post(edits, asked.signal) : this.#poll(asked.signal));
      return { response, answer: response.status === 200 ? await response.json() : undefined };
    } catch {
      return {};
    } finally {
      this.#timers.clearTimeout(timer);
      ended.removeEventListener("abort", abort);
    }
  }

  /** @param {Edit[]} edits @param {AbortSignal} signal */
  #post(edits, signal) {
    return this.#fetch(this.#url, {
      method: "POST",
      headers: { ...this.#headers(), "Content-Type": "application/json" },
      body: JSON.stringify({ base: this.#store.head.seq, edits }),
      signal,
    });
  }

  /** @param {AbortSignal} signal */
  #poll(signal) {
    const known = this.#tag ? { "If-None-Match": this.#tag } : undefined;
    return this.#fetch(`${this.#url}?since=${this.#store.head.seq}`, { headers: { ...this.#headers(), ...known }, cache: "no-store", signal });
  }

  /** @param {Edit[]} batch @param {Answer} answer @param {Response} response */
  #accept(batch, answer, response) {
    if (batch.length === 0) this.#tag = response.headers.get("ETag") ?? "";
    if (answer.present) this.#together = answer.present.length > 0;
    this.#store.receive(answer);
    this.#most = Math.min(MOST_EDITS, this.#most * 2);
    return this.#succeeded();
  }

  #succeeded() {
    this.#failures = 0;
    this.#store.setLink("idle");
    if (this.#store.sendable.length) return 0;
    return this.#page.hidden ? HIDDEN_MS : this.#together ? TOGETHER_MS : ALONE_MS;
  }

  /** @param {Edit[]} batch @param {Response} response */
  #refused(batch, response) {
    if (CLOSED.includes(response.status)) return this.#signedOut();
    if (response.status >= 500 || BUSY.includes(response.status) || batch.length === 0) return this.#failed(response);
    if (batch.length > 1) this.#most = Math.ceil(batch.length / 2);
    else this.#giveUp(batch[0], response.status);
    return 0;
  }

  /** Take out an edit that the server will not even read. @param {Edit} edit @param {number} status */
  #giveUp({ id }, status) {
    const refusal = { id, result: /** @type {const} */ ("refused"), path: "", reason: `http_${status}` };
    this.#store.receive({ seq: this.#store.head.seq, results: [refusal] });
    this.#most = MOST_EDITS;
  }

  #signedOut() {
    this.#store.setLink("signed_out");
    this.#failures = 1;
    return LAST_RETRY_MS;
  }

  /** @param {Response} [response] */
  #failed(response) {
    this.#store.setLink("offline");
    this.#failures += 1;
    const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)) * (0.5 + this.#random() / 2);
    return Math.max(backoff, 1000 * (Number(response?.headers.get("Retry-After")) || 0));
  }

  /** @param {number} ms @param {AbortSignal} ended @returns {Promise<void>} */
  #pause(ms, ended) {
    if (ms === 0 || this.#isWoken()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        this.#timers.clearTimeout(timer);
        ended.removeEventListener("abort", end);
        this.#wake = null;
        resolve();
      };
      const timer = this.#timers.setTimeout(end, ms);
      ended.addEventListener("abort", end);
      this.#wake = () => this.#isWoken() && end();
    });
  }

  /** While the line is down only the page wakes it: new edits must not turn the backoff into a storm. */
  #isWoken() {
    return this.#woken === "page" || (this.#woken === "edits" && this.#failures === 0);
  }
}

/** @param {Edit} edit */
const sizeOf = (edit) => new TextEncoder().encode(JSON.stringify(edit)).length + 1;

/** @param {unknown} error */
const isAbort = (error) => error instanceof Error && error.name === "AbortError";
