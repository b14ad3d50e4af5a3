/** The painted picture as it comes from the server: the last one wanted, and until it is there the last good one. */

const RETRY_MS = 4000;

/** Fires "loaded" with the picture's element, "working" when one is under way, "offline" when none came. */
export class Picture extends EventTarget {
  #wanted = "";
  #shown = "";
  #isLoading = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  constructor() {
    super();
    window.addEventListener("online", () => this.#load());
  }

  get isLate() {
    return this.#wanted !== this.#shown;
  }

  /** @param {string} url */
  want(url) {
    this.#wanted = url;
    this.#load();
  }

  async #load() {
    if (this.#isLoading || !this.isLate) return;
    clearTimeout(this.#timer);
    this.#isLoading = true;
    const [url, picture] = [this.#wanted, new Image()];
    this.dispatchEvent(new Event("working"));
    picture.src = url;
    const isThere = await picture.decode().then(() => true, () => false);
    this.#isLoading = false;
    if (!isThere) return this.#wait();
    if (url === this.#wanted) {
      this.#shown = url;
      this.dispatchEvent(new CustomEvent("loaded", { detail: picture }));
    } else void this.#load();
  }

  #wait() {
    this.#timer = setTimeout(() => this.#load(), RETRY_MS);
    this.dispatchEvent(new Event("offline"));
  }
}
