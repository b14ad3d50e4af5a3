/** Nobody has touched the screen for a while: that is said, counted down, and then it is over; a touch begins anew. */

/** Some ten times as long as one usually takes to touch again. */
const QUIET_MS = 60_000;
const LAST_S = 20;

/** @typedef {{setTimeout: (run: () => void, ms: number) => any, clearTimeout: (timer: any) => void}} Timers */

export class Idle {
  /** @type {any} */ #timer = null;
  /** Seconds left; null while nothing is said. @type {number | null} */ left = null;

  /** @param {{warn: (seconds: number) => void, back: () => void, over: () => void, timers?: Timers}} ways */
  constructor({ warn, back, over, timers = globalThis }) {
    this.ways = { warn, back, over };
    this.timers = timers;
    this.touch();
  }

  /** Somebody is there. */
  touch() {
    if (this.left !== null) this.ways.back();
    this.left = null;
    this.#wait(() => this.#count(LAST_S), QUIET_MS);
  }

  /** @param {number} seconds */
  #count(seconds) {
    this.left = seconds;
    if (seconds === 0) return this.ways.over();
    this.ways.warn(seconds);
    this.#wait(() => this.#count(seconds - 1), 1000);
  }

  /** @param {() => void} run @param {number} ms */
  #wait(run, ms) {
    this.timers.clearTimeout(this.#timer);
    this.#timer = this.timers.setTimeout(run, ms);
  }
}
