/** Counts of what happens on a screen, of nobody in particular; sent in one small batch when the page is left. */

/** @typedef {{name: string, screen: string, detail: string, times: number}} Counted */

const URL = "/api/v1/events";
const MOST_EVENTS = 50;
const MOST_TIMES = 1000;

export class Tally {
  /** @type {Map<string, Counted>} */ #counts = new Map();
  /** @type {(url: string, body: Blob) => boolean} */ #send;

  /**
   * @param {{store: string, screen: string, isUnwanted: boolean, send: (url: string, body: Blob) => boolean}} of
   *   isUnwanted: the browser asks not to be tracked; nothing is then counted at all
   */
  constructor({ store, screen, isUnwanted, send }) {
    this.store = store;
    this.screen = screen;
    this.isUnwanted = isUnwanted;
    this.#send = send;
  }

  /** @param {string} name @param {string} detail both of the server's closed list */
  count(name, detail) {
    if (this.isUnwanted) return;
    const key = `${name} ${detail}`;
    const { times } = this.#counts.get(key) ?? { times: 0 };
    this.#counts.set(key, { name, screen: this.screen, detail, times: Math.min(times + 1, MOST_TIMES) });
  }

  /** Hand over what was counted since the last time; kept when the browser does not take it. */
  flush() {
    const events = [...this.#counts.values()].slice(0, MOST_EVENTS);
    if (!events.length) return;
    const body = new Blob([JSON.stringify({ store: this.store, events })], { type: "application/json" });
    if (this.#send(URL, body)) this.#counts.clear();
  }
}

/** The tally of this page, sent whenever the page goes out of sight. @param {string} store @param {string} screen */
export function pageTally(store, screen) {
  const { doNotTrack, globalPrivacyControl } = /** @type {any} */ (navigator);
  const tally = new Tally({
    store, screen, isUnwanted: globalPrivacyControl === true || doNotTrack === "1",
    send: (url, body) => navigator.sendBeacon?.(url, body) ?? false,
  });
  tally.count("opened", matchMedia("(max-width: 47.99em)").matches ? "phone" : "desktop");
  document.addEventListener("visibilitychange", () => document.hidden && tally.flush());
  window.addEventListener("pagehide", () => tally.flush());
  return tally;
}
