/** What a browser remembers of colours at one retailer: the favourites, and those looked at last; nothing is sent. */

const MOST_SEEN = 60;
const MOST_HEARTS = 200;

export class KeptColours extends EventTarget {
  #key;
  /** @type {{hearts: string[], seen: string[]}} */
  #kept = { hearts: [], seen: [] };

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

  #read() {
    try {
      const { hearts = [], seen = [] } = JSON.parse(localStorage.getItem(this.#key) ?? "{}");
      if (Array.isArray(hearts) && Array.isArray(seen)) this.#kept = { hearts, seen };
    } catch {
      // a browser that keeps nothing: what is chosen lasts as long as the page
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {{hearts: string[], seen: string[]}} kept */
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
