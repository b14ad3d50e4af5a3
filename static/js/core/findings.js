/** What the server finds fault with in the plan: asked for apart from edits, once these are saved and some quiet has passed. */

/**
 * @typedef {Record<string, string>} Said in both languages
 *
 * @typedef {object} Finding One remark, as `GET …/findings` tells it.
 * @property {string} key the same as long as the same check finds fault with the same entities
 * @property {"law" | "standard" | "guideline"} severity
 * @property {string[]} entities paths, as in `items/<id>`, the one it is about first
 * @property {number | null} room the found room's index
 * @property {string} level
 * @property {[number, number][][]} where rings on the level, mm
 * @property {number} value what there is
 * @property {number} wanted what there should be
 * @property {string} unit mm, degrees, percent, points or count
 * @property {{pack: string, number: string, title: Said, where: string, verified: string | null, note: Said | null}} source
 * @property {Said} text
 * @property {Said} why why that matters
 * @property {{set: Record<string, import("#core/log.js").Fields>, remove: string[], text: Said} | null} fix
 * @property {string | null} waived the reason for which a designer lets it be
 *
 * @typedef {{seq: number, packs: {name: string, title: Said, about: Said, rooms: string[]}[], findings: Finding[]}} Report
 * @typedef {EventTarget & {saved: import("#core/saved.js").Saved}} Saver
 * @typedef {{setTimeout: (run: () => void, ms: number) => any, clearTimeout: (timer: any) => void}} Timers
 */

export const QUIET_MS = 600;
const FIRST_RETRY_MS = 4_000;
const LAST_RETRY_MS = 60_000;
/** The line's states in which there is nothing to be had. */
const DOWN = ["offline", "signed_out"];

/** Fires "change" when there is another report, or when the one there is becomes old or fresh. */
export class Findings extends EventTarget {
  /** What was said last. @type {Report | null} */ report = null;
  #store;
  #url;
  #fetch;
  #timers;
  #isOld = true;
  #isAccessible;
  #failures = 0;
  #link;
  /** The state that was told last. */ #told = "old";
  /** @type {any} */ #timer = null;
  #asked = new AbortController();

  /**
   * @param {Saver} store
   * @param {{url: string, variant: string, isAccessible?: boolean, fetch?: typeof globalThis.fetch, timers?: Timers}} with_ `url`: the project's
   */
  constructor(store, { url, variant, isAccessible = false, fetch = globalThis.fetch.bind(globalThis), timers = globalThis }) {
    super();
    this.#store = store;
    this.#url = `${url}/findings?variant=${variant}`;
    this.#fetch = fetch;
    this.#timers = timers;
    this.#isAccessible = isAccessible;
    this.#link = store.saved.link;
    store.addEventListener("change", () => this.#grewOld());
    store.addEventListener("saved", () => this.#hear());
    this.#wait();
  }

  /** Of the plan as it is; of an earlier one, asked for again soon; or not to be had without a network. @returns {"fresh" | "old" | "offline"} */
  get state() {
    if (!this.#isOld) return "fresh";
    return this.#failures > 0 || DOWN.includes(this.#store.saved.link) ? "offline" : "old";
  }

  get isAccessible() {
    return this.#isAccessible;
  }

  /** Whether the packs for a wheelchair hold as well. */
  set isAccessible(isAccessible) {
    this.#isAccessible = isAccessible;
    this.#grewOld();
  }

  #grewOld() {
    this.#isOld = true;
    this.#asked.abort();
    this.#wait();
    this.#tellState();
  }

  /** Edits have been saved, or the line went down or came back. */
  #hear() {
    const { link } = this.#store.saved;
    if (DOWN.includes(this.#link) && !DOWN.includes(link)) this.#failures = 0;
    this.#link = link;
    if (this.#isOld) this.#wait();
    this.#tellState();
  }

  /** Ask after a quiet while; where that has failed before, later each time. */
  #wait() {
    this.#timers.clearTimeout(this.#timer);
    const { pending, link } = this.#store.saved;
    if (pending > 0 || DOWN.includes(link)) return;
    const pause = this.#failures ? Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LAST_RETRY_MS) : QUIET_MS;
    this.#timer = this.#timers.setTimeout(() => void this.#ask(), pause);
  }

  async #ask() {
    this.#asked.abort();
    const { signal } = (this.#asked = new AbortController());
    const report = await this.#answer(signal);
    if (signal.aborted) return;
    this.#failures = report ? 0 : this.#failures + 1;
    this.#isOld = !report;
    this.report = report ?? this.report;
    if (!report) this.#wait();
    this.#tell();
  }

  /** @param {AbortSignal} signal @returns {Promise<Report | null>} null when it cannot be had now */
  async #answer(signal) {
    try {
      const response = await this.#fetch(this.#url + (this.#isAccessible ? "&profile=accessible" : ""), { signal, headers: { Accept: "application/json" } });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  #tellState() {
    if (this.state !== this.#told) this.#tell();
  }

  #tell() {
    this.#told = this.state;
    this.dispatchEvent(new Event("change"));
  }
}
