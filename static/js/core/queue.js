/** The edits that the server has not confirmed, in the order in which all tabs of this browser made them. */

/**
 * @typedef {import("#core/log.js").Answer} Answer
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/log.js").Result} Result
 * @typedef {import("#core/draft.js").Queued} Queued
 * @typedef {Queued & {kept: boolean}} Entry
 */

export class Queue {
  /** @type {Entry[]} */
  entries = [];
  #now;
  #last = 0;

  /** @param {() => number} now */
  constructor(now) {
    this.#now = now;
  }

  /** A stamp after every one so far: milliseconds, never twice the same, and whose it is. @param {string} [id] */
  nextStamp(id = "") {
    this.#last = Math.max(Math.floor(this.#now()), this.#last + 1);
    return `${String(this.#last).padStart(15, "0")}-${id}`;
  }

  /** @param {{stamp: string, edit: Edit | null}} operation @param {boolean} kept */
  add({ stamp, edit }, kept) {
    this.#last = Math.max(this.#last, millisecondsOf(stamp));
    if (edit && !this.has(edit.id)) this.entries = [...this.entries, { stamp, edit, kept }].sort(byStamp);
  }

  /** @param {string} stamp */
  markKept(stamp) {
    this.entries = this.entries.map((entry) => (entry.stamp === stamp ? { ...entry, kept: true } : entry));
  }

  /** @param {string} id */
  has(id) {
    return this.entries.some(({ edit }) => edit.id === id);
  }

  /** Whether every edit that an answer confirms is in the head or waits here. @param {Answer} answer @param {number} base The last edit in the head. */
  knowsAll({ results = [] }, base) {
    return results.every(({ id, result, seq }) => result === "refused" || (seq ?? 0) <= base || this.has(id));
  }

  /** What storage holds, and nothing else. @param {Queued[]} queued */
  restore(queued) {
    this.entries = queued.map((entry) => ({ ...entry, kept: true })).sort(byStamp);
    this.#last = Math.max(this.#last, ...queued.map(({ stamp }) => millisecondsOf(stamp)));
  }

  /**
   * Take out what the answer settles.
   * @param {Answer} answer @param {number} base The last edit in the head.
   * @returns {{placed: {edit: Edit, own: boolean}[], settled: Entry[], refused: Result[]}} `placed`: new in the head, in order.
   */
  settle({ seq, results = [], others = [] }, base) {
    const own = new Map(this.entries.map(({ edit }) => [edit.id, edit]));
    const refused = results.filter(({ result }) => result === "refused");
    const confirmed = results.filter(({ result, id }) => result !== "refused" && own.has(id));
    const edits = new Map(others.map((edit) => [edit.id, edit]));
    for (const { id, seq: at } of confirmed) edits.set(id, { .../** @type {Edit} */ (own.get(id)), seq: at ?? seq });
    const reached = [...edits.values()].filter((edit) => (edit.seq ?? 0) <= seq);
    const gone = new Set([...reached, ...refused].map(({ id }) => id));
    const settled = this.entries.filter(({ edit }) => gone.has(edit.id));
    this.entries = this.entries.filter(({ edit }) => !gone.has(edit.id));
    const placed = reached.filter((edit) => (edit.seq ?? 0) > base).sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
    return { placed: placed.map((edit) => ({ edit, own: own.has(edit.id) })), settled, refused };
  }
}

/** @param {Queued} one @param {Queued} other */
const byStamp = (one, other) => (one.stamp < other.stamp ? -1 : 1);

/** @param {string} stamp */
const millisecondsOf = (stamp) => Number.parseInt(stamp, 10);
