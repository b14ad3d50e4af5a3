/** What a browser remembers of colours at one retailer: the favourites, those looked at last, and those compared; nothing is sent. */

const MOST_SEEN = 60;
const MOST_HEARTS = 200;

/** @typedef {{hearts: string[], seen: string[], compared: string[]}} Kept codes of paints */

export class KeptColours extends EventTarget {
  #key;
  /** @type {Kept} */
  #kept = { hearts: [], seen: [], compared: [] };

  /** @param {string} tenant its short name */
  constructor(tenant) {
    super();
    this.#key = `colours ${tenant}`;
    this.#read();
    window.addEventListener("storage", ({ key }) => key === this.#key && this.#read());
  }

  get hearts() {
    return this.#kept.hearts;
  }

  get seen() {
    return this.#kept.seen;
  }

  get compared() {
    return this.#kept.compared;
  }

  /** @param {string} code */
  isHeart(code) {
    return this.#kept.hearts.includes(code);
  }

  /** @param {string} code */
  toggle(code) {
    const hearts = this.isHeart(code) ? this.hearts.filter((one) => one !== code) : [code, ...this.hearts].slice(0, MOST_HEARTS);
    this.#write({ ...this.#kept, hearts });
  }

  /** @param {string} code */
  look(code) {
    this.#write({ ...this.#kept, seen: [code, ...this.seen.filter((one) => one !== code)].slice(0, MOST_SEEN) });
  }

  /** @param {string[]} codes */
  compare(codes) {
    this.#write({ ...this.#kept, compared: codes });
  }

  #read() {
    try {
      const { hearts = [], seen = [], compared = [] } = JSON.parse(localStorage.getItem(this.#key) ?? "{}");
      if ([hearts, seen, compared].every(Array.isArray)) this.#kept = { hearts, seen, compared };
    } catch {
      // a browser that keeps nothing: what is chosen lasts as long as the page
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Kept} kept */
  #write(kept) {
    this.#kept = kept;
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // as above
    }
    this.dispatchEvent(new Event("change"));
  }
}
