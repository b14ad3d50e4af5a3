/** One's own edits to undo and to redo, without end, each with what it did when it last met the document. */

import { same } from "#core/same.js";

/**
 * @typedef {import("#core/log.js").Touched} Touched
 * @typedef {import("#core/draft.js").Operation} Operation
 * @typedef {import("#core/draft.js").Stroke} Stroke
 */

export class Strokes {
  /** @type {Stroke[]} */
  done = [];
  /** @type {Stroke[]} */
  undone = [];

  /** @param {{done: Stroke[], undone: Stroke[]}} kept */
  restore({ done, undone }) {
    this.done = done.sort(byStamp);
    this.undone = undone.sort(byStamp);
  }

  /** @param {Operation} operation */
  take({ stamp, edit, touched, onto, spent }) {
    this.#drop((stroke) => spent.includes(stroke.stamp) || stroke.stamp === stamp);
    if (edit) this[onto] = [...this[onto], { stamp, id: edit.id, touched }].sort(byStamp);
  }

  /** What an own edit does now, unless it is nothing: then it had met a document that held it already. @param {string} id @param {Touched} touched */
  see(id, touched) {
    const onto = this.undone.some((stroke) => stroke.id === id) ? "undone" : "done";
    const seen = this[onto].find((stroke) => stroke.id === id);
    if (!seen || same(seen.touched, touched) || Object.keys(touched).length === 0) return null;
    const stroke = { ...seen, touched };
    this[onto] = this[onto].map((other) => (other === seen ? stroke : other));
    return { onto: /** @type {"done" | "undone"} */ (onto), stroke };
  }

  /** Forget edits that never were. @param {string[]} ids @returns {string[]} the stamps of their strokes */
  void(ids) {
    const voided = [...this.done, ...this.undone].filter(({ id }) => ids.includes(id)).map(({ stamp }) => stamp);
    if (voided.length) this.#drop(({ stamp }) => voided.includes(stamp));
    return voided;
  }

  /** @returns {Touched[]} oldest first */
  touches() {
    return [...this.done, ...this.undone].sort(byStamp).map(({ touched }) => touched);
  }

  /** @param {(stroke: Stroke) => boolean} isSpent */
  #drop(isSpent) {
    this.done = this.done.filter((stroke) => !isSpent(stroke));
    this.undone = this.undone.filter((stroke) => !isSpent(stroke));
  }
}

/** @param {Stroke} one @param {Stroke} other */
const byStamp = (one, other) => (one.stamp < other.stamp ? -1 : 1);
