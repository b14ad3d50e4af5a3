/** The plan folded: what the server has confirmed, one's own pending edits on top of it, and what is only being tried. */

import { difference } from "#core/difference.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/log.js").Head} Head
 * @typedef {import("#core/log.js").Model} Model
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#core/strokes.js").Strokes} Strokes
 */

export class Folded {
  #model;
  #strokes;
  /** @type {Head} */
  head;
  /** The head and the pending edits, without what is only being tried. @type {Document} */
  document;
  /** What is on the screen. @type {Document} */
  shown;
  /** What is only being tried. @type {Parts | null} */
  preview = null;

  /** @param {Model} model @param {Head} head @param {Strokes} strokes told what each own edit does when it meets another document */
  constructor(model, head, strokes) {
    this.#model = model;
    this.#strokes = strokes;
    this.head = head;
    this.document = this.shown = head.document;
  }

  /** Put an edit on top. @param {Edit} edit */
  add(edit) {
    this.document = this.#model.apply(this.document, edit);
  }

  /** Put the pending edits on the head again; what each of them does may be another now. @param {{edit: Edit}[]} pending */
  rebase(pending) {
    this.document = this.head.document;
    for (const { edit } of pending) {
      this.#strokes.see(edit.id, this.#model.effect(this.document, edit).touched);
      this.add(edit);
    }
  }

  /**
   * Fold confirmed edits into the head; the own strokes among them whose effect is another now.
   * @param {{edit: Edit, own: boolean}[]} placed @param {number} seq
   */
  advance(placed, seq) {
    let { document } = this.head;
    const seen = [];
    for (const { edit, own } of placed) {
      const anew = own && this.#strokes.see(edit.id, this.#model.effect(document, edit).touched);
      if (anew) seen.push(anew);
      document = this.#model.apply(document, edit);
    }
    this.head = { seq, document };
    return seen;
  }

  /** Bring the screen up to date. @returns {Set<string>} the paths that changed on it */
  show() {
    const before = this.shown;
    const { set = {}, remove = [] } = this.preview ?? {};
    this.shown = this.preview ? this.#model.apply(this.document, { set, remove }) : this.document;
    return difference(before, this.shown);
  }
}
