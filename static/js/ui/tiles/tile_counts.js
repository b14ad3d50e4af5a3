/** How many tiles a surface and the whole plan take, asked of the server once it has the last change. */

const PAUSE_MS = 350;

/** @typedef {{state: "counting" | "offline" | "told", tiles: any[]}} Counts */

/** Fires "change" when there is something new to tell. */
export class TileCounts extends EventTarget {
  #timer = 0;
  #asked = 0;
  /** @type {Counts} */ counts = { state: "counting", tiles: [] };

  /** @param {import("#core/store.js").Store} store @param {string} url of the variant's quantities */
  constructor(store, url) {
    super();
    this.store = store;
    this.url = url;
    this.heard = () => this.ask();
    for (const name of ["saved", "change"]) store.addEventListener(name, this.heard);
    this.ask();
  }

  /** Nothing more is asked for. */
  stop() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    for (const name of ["saved", "change"]) this.store.removeEventListener(name, this.heard);
  }

  ask() {
    clearTimeout(this.#timer);
    const mine = (this.#asked += 1);
    if (this.store.saved.link === "offline") return this.#tell({ state: "offline", tiles: [] });
    this.#tell({ ...this.counts, state: "counting" });
    if (!this.store.saved.pending) this.#timer = window.setTimeout(() => this.#fetch(mine), PAUSE_MS);
  }

  /** @param {number} mine */
  async #fetch(mine) {
    const answer = await fetch(this.url).then((response) => (response.ok ? response.json() : null)).catch(() => null);
    if (mine !== this.#asked) return;
    this.#tell(answer ? { state: "told", tiles: answer.tiling.tiles } : { state: "offline", tiles: [] });
  }

  /** @param {Counts} counts */
  #tell(counts) {
    this.counts = counts;
    this.dispatchEvent(new Event("change"));
  }
}
