/** Proposals as they are asked for: what they begin from, what is locked, and how far the answer is. Only the latest question counts. */

/** @typedef {import("#ui/schemes/beginnings.js").Idea} Idea */

const MOST_SEED = 2 ** 31;
const FOCUSED = "button, select";

export class Proposals {
  seed = 1;
  /** @type {"asking" | "waits" | "told" | "failed"} */ state = "asking";
  said = "";
  /** The place of the proposal that was taken. @type {number | null} */ taken = null;
  /** By slot what stays when others are proposed; null: what the server keeps by itself. @type {Map<string, string> | null} */ locked = null;
  #asked = 0;
  #draw;

  /** @param {Idea} idea @param {() => void} draw whenever something else is to be shown */
  constructor(idea, draw) {
    this.idea = idea;
    this.#draw = draw;
  }

  /** What is asked of the server: the idea, the seed, and what stays. */
  get wanted() {
    return { from: this.idea, seed: this.seed, ...(this.locked ? { kept: Object.fromEntries(this.locked) } : {}) };
  }

  /** The answer, unless another question came after it or it failed, which is said. @template T @param {() => Promise<T>} question @returns {Promise<T | null>} */
  async ask(question) {
    const mine = (this.#asked += 1);
    this.tell("asking");
    try {
      const answer = await question();
      if (mine !== this.#asked) return null;
      this.taken = null;
      return answer;
    } catch (error) {
      if (mine === this.#asked) this.tell("failed", /** @type {Error} */ (error).message);
      return null;
    }
  }

  /** Whatever is still asked for is not waited for. */
  drop() {
    this.#asked += 1;
    this.state = "told";
  }

  /** @param {"asking" | "waits" | "told" | "failed"} state */
  tell(state, said = "") {
    this.state = state;
    this.said = said;
    this.#draw();
  }

  /** Other ones. */
  reseed() {
    this.seed = 1 + Math.floor(Math.random() * (MOST_SEED - 1));
  }

  /** Begins from something else; a paint to begin from is the walls', whatever was locked there. @param {Idea} idea */
  begin(idea) {
    this.idea = idea;
    if ("paint" in idea) this.locked?.delete("wall");
  }

  /** A slot's colour stays, or need not any more. @param {string} slot @param {string | undefined} value */
  turnLock(slot, value) {
    if (this.locked?.has(slot)) this.locked.delete(slot);
    else if (value) (this.locked ??= new Map()).set(slot, value);
    this.#draw();
  }

  /** As a kept scheme has them. @param {{slots: {slot: string, value: string}[], locked: string[]}} scheme */
  lockAs({ slots, locked }) {
    this.locked = new Map(slots.filter(({ slot }) => locked.includes(slot)).map(({ slot, value }) => [slot, value]));
  }
}

/** Shows these parts in the place of those before; the control that has the focus keeps it. @param {HTMLElement} root @param {(Node | string)[]} parts */
export function redraw(root, parts) {
  const held = root.contains(document.activeElement) ? [...root.querySelectorAll(FOCUSED)].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
  root.replaceChildren(...parts);
  /** @type {HTMLElement | undefined} */ ([...root.querySelectorAll(FOCUSED)][held])?.focus({ preventScroll: true });
}
