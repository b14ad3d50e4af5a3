/** A photo's edits on their way to the server: shown at once, kept in this browser until confirmed, sent again when the line was down. */

import { done } from "#photo/marks.js";

/**
 * @typedef {import("#photo/marks.js").Edit} Edit
 * @typedef {import("#photo/marks.js").State} State
 * @typedef {{id: string, url: string, version: number, state: State, width: number, height: number, name: string, known_old: Record<string, import("#photo/marks.js").Old>}} Photo
 * @typedef {{getItem: (key: string) => string | null, setItem: (key: string, value: string) => void, removeItem: (key: string) => void}} Shelf
 */

const MOST_SENT = 40;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const GONE = [401, 403, 404];

/** Fires "change" when the state is another, "saved" when the server has it all, "link" when the line changes, "refused" and "doubted" with the words. */
export class Outbox extends EventTarget {
  /** @type {Edit[]} */ #pending;
  #sending = false;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {Photo} photo as the server last told it @param {{fetch?: typeof globalThis.fetch, shelf?: Shelf | null}} [with_] */
  constructor(photo, { fetch = globalThis.fetch.bind(globalThis), shelf = null } = {}) {
    super();
    this.photo = photo;
    this.fetch = fetch;
    this.shelf = shelf;
    this.#pending = this.#kept();
  }

  /** The server's, and what waits here upon it. @returns {State} */
  get state() {
    return this.#pending.reduce(done, this.photo.state);
  }

  get waits() {
    return this.#pending.length > 0;
  }

  get isOffline() {
    return this.#failures > 0;
  }

  /** @param {...Omit<Edit, "id">} steps */
  add(...steps) {
    this.#pending = [...this.#pending, ...steps.map((step) => /** @type {Edit} */ ({ id: crypto.randomUUID(), ...step }))];
    this.#keep();
    this.dispatchEvent(new Event("change"));
    this.send();
  }

  /** The photo as another device has left it; what waits here stays upon it. @param {Photo} photo */
  receive(photo) {
    if (this.#sending || photo.version <= this.photo.version) return;
    this.photo = photo;
    this.dispatchEvent(new Event("change"));
    if (!this.waits) this.dispatchEvent(new Event("saved"));
  }

  /** Send what waits; once it is under way, the next follow by themselves. */
  async send() {
    if (this.#sending || !this.waits) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    const batch = this.#pending.slice(0, MOST_SENT);
    const response = await this.#post(batch);
    const answer = response?.ok ? await response.json().catch(() => null) : null;
    this.#sending = false;
    if (answer) this.#accept(answer);
    else if (response && response.status < 500 && response.status !== 429 && !GONE.includes(response.status)) await this.#giveUp(batch, response);
    else this.#wait();
  }

  /** @param {Edit[]} edits */
  async #post(edits) {
    const asked = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ edits }) };
    return this.fetch(`${this.photo.url}/edits`, asked).catch(() => null);
  }

  /** @param {{photo: Photo, results: {id: string, result: string, text: string}[], doubt?: string | null}} answer */
  #accept({ photo, results, doubt }) {
    this.photo = photo;
    this.#settle(results.map(({ id }) => id));
    this.#online();
    for (const { result, text } of results) if (result === "refused") this.dispatchEvent(new CustomEvent("refused", { detail: text }));
    if (doubt) this.dispatchEvent(new CustomEvent("doubted", { detail: doubt }));
    this.dispatchEvent(new Event("change"));
    if (this.waits) return void this.send();
    this.dispatchEvent(new Event("saved"));
  }

  /** What the server does not even read would stand in the way for ever. @param {Edit[]} batch @param {Response} response */
  async #giveUp(batch, response) {
    const told = await response.json().catch(() => null);
    this.#settle(batch.map(({ id }) => id));
    this.dispatchEvent(new CustomEvent("refused", { detail: told?.error?.text ?? "" }));
    this.dispatchEvent(new Event("change"));
    void this.send();
  }

  #wait() {
    const pause = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.send(), pause);
    this.dispatchEvent(new Event("link"));
  }

  #online() {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.dispatchEvent(new Event("link"));
  }

  /** @param {string[]} ids */
  #settle(ids) {
    this.#pending = this.#pending.filter(({ id }) => !ids.includes(id));
    this.#keep();
  }

  /** @returns {Edit[]} */
  #kept() {
    try {
      return JSON.parse(this.shelf?.getItem(`photo ${this.photo.id}`) ?? "[]");
    } catch {
      return [];
    }
  }

  #keep() {
    try {
      if (this.waits) this.shelf?.setItem(`photo ${this.photo.id}`, JSON.stringify(this.#pending));
      else this.shelf?.removeItem(`photo ${this.photo.id}`);
    } catch {
      // the browser forbids storage or has no room: what waits lives as long as the page
    }
  }
}
