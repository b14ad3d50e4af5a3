/** What a browser keeps of one project's variant: the server's head, the edits not sent yet, the strokes to undo and redo. */

/**
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/log.js").Head} Head
 * @typedef {import("#core/log.js").Touched} Touched
 * @typedef {import("#core/storage.js").Storage} Storage
 *
 * @typedef {{stamp: string, edit: Edit}} Queued
 * @typedef {{stamp: string, id: string, touched: Touched}} Stroke An own edit, by its id, with what it did.
 *
 * @typedef {object} Operation One stroke of the store: an edit that enters the queue, and how the stacks change.
 * @property {string} stamp Orders the edits of all tabs.
 * @property {Edit | null} edit
 * @property {Touched} touched
 * @property {"done" | "undone"} onto The stack that the stroke goes onto.
 * @property {string[]} spent Stamps of the strokes that leave both stacks.
 *
 * @typedef {object} Kept
 * @property {Head | null} head
 * @property {Queued[]} queue
 * @property {Stroke[]} done
 * @property {Stroke[]} undone
 *
 * @typedef {"ready" | "low" | "full" | "forbidden"} StorageState With `low` it still keeps.
 */

const LOW_BYTES = 5 * 1024 * 1024;

export class Draft {
  #storage;
  #key;
  #estimate;

  /**
   * @param {Storage} storage
   * @param {string} key Names the project and the variant.
   * @param {() => Promise<StorageEstimate> | undefined} [estimate]
   */
  constructor(storage, key, estimate = () => globalThis.navigator?.storage?.estimate?.()) {
    this.#storage = storage;
    this.#key = key;
    this.#estimate = estimate;
  }

  /** Whether edits can be kept here, found by keeping something. @returns {Promise<StorageState>} */
  async probe() {
    const probe = this.#at("probe");
    try {
      await this.#storage.write({ put: { [probe]: "x".repeat(64 * 1024) } });
      await this.#storage.write({ remove: [probe] });
      const { quota = Infinity, usage = 0 } = (await this.#estimate()) ?? {};
      return quota - usage < LOW_BYTES ? "low" : "ready";
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** @returns {Promise<Kept>} */
  async load() {
    /** @type {Kept} */
    const kept = { head: null, queue: [], done: [], undone: [] };
    for (const [key, value] of await this.#storage.entries(this.#at(""))) {
      const kind = key.slice(this.#at("").length).split(" ")[0];
      if (kind === "head") kept.head = value;
      else if (kind === "queue" || kind === "done" || kind === "undone") kept[kind].push(value);
    }
    return kept;
  }

  /** Keep a stroke; once this resolves, its edit is kept. @param {Operation} operation */
  keep({ stamp, edit, touched, onto, spent }) {
    const put = edit && { [this.#at("queue", stamp)]: { stamp, edit }, [this.#at(onto, stamp)]: { stamp, id: edit.id, touched } };
    return this.#storage.write({ put: put ?? {}, remove: this.#stacked(spent) });
  }

  /**
   * Keep what an answer changed: a new head, edits that need no more sending, strokes that are void, strokes seen anew.
   * @param {{head: Head, settled: string[], voided: string[], seen: {onto: "done" | "undone", stroke: Stroke}[]}} changes
   */
  keepAnswer({ head, settled, voided, seen }) {
    const strokes = seen.map(({ onto, stroke }) => [this.#at(onto, stroke.stamp), stroke]);
    return this.#storage.write({
      put: { [this.#at("head")]: head, ...Object.fromEntries(strokes) },
      remove: [...settled.map((stamp) => this.#at("queue", stamp)), ...this.#stacked(voided)],
    });
  }

  /** Drop all of it, unsent edits too. */
  async forget() {
    await this.#storage.write({ remove: (await this.#storage.entries(this.#at(""))).map(([key]) => key) });
  }

  /** @param {string[]} stamps */
  #stacked(stamps) {
    return stamps.flatMap((stamp) => [this.#at("done", stamp), this.#at("undone", stamp)]);
  }

  /** @param {string} kind @param {string} [stamp] */
  #at(kind, stamp) {
    return `${this.#key} ${kind}${stamp === undefined ? "" : ` ${stamp}`}`;
  }
}

/** @param {unknown} error @returns {"full" | "forbidden"} */
export const reasonOf = (error) =>
  error instanceof Error && error.name === "QuotaExceededError" ? "full" : "forbidden";
