/**
 * The plan as this browser knows it: what the server has confirmed, and one's own edits on top.
 *
 * An edit shows at once, is kept in the browser a moment later, and leaves the queue when the server has answered.
 * Events: `change` {document, touched: Set of paths}; `saved` {state, pending, link, reason} and, for an edit taken out,
 * {state: "refused", edit, path, reason}; `others` {edits, lost, present}; `fee` {fee}; `storage` {state}; `kept`;
 * `reversed` when an undo or redo has changed something.
 */

import { reasonOf } from "#core/draft.js";
import { Folded } from "#core/folded.js";
import { losses } from "#core/losses.js";
import { Queue } from "#core/queue.js";
import { same } from "#core/same.js";
import { savedNow } from "#core/saved.js";
import { Strokes } from "#core/strokes.js";
import { Writes } from "#core/writes.js";

/**
 * @typedef {import("#core/log.js").Answer} Answer
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/log.js").Head} Head
 * @typedef {import("#core/log.js").Model} Model
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#core/draft.js").Draft} Draft
 * @typedef {import("#core/draft.js").Operation} Operation
 * @typedef {import("#core/draft.js").StorageState} StorageState
 * @typedef {(document: Document) => Parts | null} MakeEdit
 * @typedef {import("#core/saved.js").Link} Link
 * @typedef {import("#core/saved.js").Saved} Saved
 * @typedef {{postMessage: (message: any) => void, addEventListener: (type: "message", heard: (event: any) => void) => void}} Channel
 */

export class Store extends EventTarget {
  #draft;
  #model;
  #variant;
  #channel;
  #queue;
  #strokes = new Strokes();
  #folded;
  /** @type {StorageState} */
  #storage = "ready";
  /** @type {Link} */
  #link = "idle";
  #writes = new Writes();
  #operations = 0;
  #saved = savedNow({ pending: 0, writing: false, link: "idle", keeps: true });

  /**
   * @param {object} with_
   * @param {Draft} with_.draft
   * @param {Model} with_.model The fold, the inverse and the stamp of edits.
   * @param {string} with_.variant
   * @param {Head} with_.head What the page brought; the one kept here is taken when it is newer.
   * @param {Channel | null} [with_.channel] To the other tabs of this project.
   * @param {() => number} [with_.now]
   */
  constructor({ draft, model, variant, head, channel = null, now = Date.now }) {
    super();
    this.#draft = draft;
    this.#model = model;
    this.#variant = variant;
    this.#folded = new Folded(model, head, this.#strokes);
    this.#channel = channel;
    this.#queue = new Queue(now);
    channel?.addEventListener("message", ({ data }) => this.#hear(data));
  }

  /** Take up what this browser has kept of the project. Tells by `storage`, before any edit, when it cannot keep more. */
  async open() {
    this.#storage = await this.#draft.probe();
    this.dispatchEvent(new CustomEvent("storage", { detail: { state: this.#storage } }));
    await this.refresh();
    return this;
  }

  /** The plan to show, with what is only being tried. */
  get document() {
    return this.#folded.shown;
  }

  /** @returns {Head} */
  get head() {
    return this.#folded.head;
  }

  get variant() {
    return this.#variant;
  }

  /** @returns {Saved} */
  get saved() {
    return this.#saved;
  }

  /** Whether this browser can keep edits. */
  get keeps() {
    return this.#storage === "ready" || this.#storage === "low";
  }

  /** The edits to send, oldest first: those kept, or all where nothing can be kept. @returns {Edit[]} */
  get sendable() {
    return this.#queue.entries.filter(({ kept }) => kept || !this.keeps).map(({ edit }) => edit);
  }

  get canUndo() {
    return this.#strokes.done.length > 0;
  }

  get canRedo() {
    return this.#strokes.undone.length > 0;
  }

  /** Resolves when all that was done so far is kept, or known to be unkeepable. */
  settled() {
    return this.#writes.settled();
  }

  /** Do what the action makes of the document: one stroke. @param {MakeEdit} makeEdit @returns {Edit | null} null when it changes nothing */
  perform(makeEdit) {
    const parts = makeEdit(this.#folded.document);
    const spent = this.#strokes.undone.map(({ stamp }) => stamp);
    return parts && this.#stroke(parts, "done", spent);
  }

  /** Take back one's own last stroke, or the last of which anything still stands. @returns {Edit | null} */
  undo() {
    return this.#reverse("done", "undone", "undo");
  }

  /** Do again what was undone last. @returns {Edit | null} */
  redo() {
    return this.#reverse("undone", "done", "redo");
  }

  /** Show what the action would make, for as long as a drag lasts; tells whether it can be made. @param {MakeEdit} makeEdit */
  preview(makeEdit) {
    this.#folded.preview = makeEdit(this.#folded.document);
    this.#show();
    return this.#folded.preview !== null;
  }

  /** Make what is being tried into one edit. @returns {Edit | null} null when it changed nothing */
  commit() {
    const parts = this.#folded.preview;
    this.#folded.preview = null;
    const edit = parts && this.perform(() => parts);
    if (!edit) this.#show();
    return edit;
  }

  /** Drop what is being tried. */
  cancel() {
    this.#folded.preview = null;
    this.#show();
  }

  /** Take in what the server said, and tell the other tabs. @param {Answer} answer */
  receive(answer) {
    const base = this.head.seq;
    this.#channel?.postMessage({ answer, base });
    this.#take(answer, { keep: true });
  }

  /** How the line to the server is. @param {Link} link */
  setLink(link) {
    if (link !== this.#link) this.#channel?.postMessage({ link });
    this.#link = link;
    this.#report();
  }

  /** Read again what is kept, as another tab may have written it. */
  async refresh() {
    if (!this.keeps) return this.#report();
    try {
      await this.#reload();
    } catch (error) {
      this.#storageFailed(error);
    }
    this.#rebuild();
    this.#report();
  }

  async #reload() {
    let operations, kept;
    do {
      await this.settled();
      operations = this.#operations;
      kept = await this.#draft.load();
    } while (operations !== this.#operations || this.#writes.underWay);
    if (kept.head && kept.head.seq > this.head.seq) this.#folded.head = kept.head;
    this.#queue.restore(kept.queue);
    this.#strokes.restore(kept);
  }

  /** @param {"done" | "undone"} from @param {"done" | "undone"} onto @param {"undo" | "redo"} action */
  #reverse(from, onto, action) {
    const spent = [];
    for (const { stamp, id, touched } of this.#strokes[from].toReversed()) {
      spent.push(stamp);
      const inverse = this.#model.inverse(this.#folded.document, touched, id);
      const edit = inverse && this.#stroke({ ...inverse, action, input: "picked" }, onto, spent);
      if (edit) {
        this.dispatchEvent(new Event("reversed"));
        return edit;
      }
    }
    if (spent.length) this.#carryOut({ stamp: this.#queue.nextStamp(), edit: null, touched: {}, onto, spent });
    return null;
  }

  /** @param {Parts} parts @param {"done" | "undone"} onto @param {string[]} spent @returns {Edit | null} */
  #stroke(parts, onto, spent) {
    const edit = this.#model.stamp(parts);
    const { touched } = this.#model.effect(this.#folded.document, edit);
    if (Object.keys(touched).length === 0) return null;
    this.#carryOut({ stamp: this.#queue.nextStamp(edit.id), edit, touched, onto, spent });
    return edit;
  }

  /** @param {Operation} operation */
  #carryOut(operation) {
    this.#queue.add(operation, false);
    if (operation.edit) this.#folded.add(operation.edit);
    const written = this.#write(this.#draft.keep(operation), () => this.#queue.markKept(operation.stamp));
    this.#followed(operation);
    void written.then(() => {
      this.#channel?.postMessage({ operation });
      this.dispatchEvent(keptBy(operation));
    });
  }

  /** @param {Operation} operation */
  #followed(operation) {
    this.#operations += 1;
    this.#strokes.take(operation);
    this.#show();
    this.#report();
  }

  /** @param {Promise<void>} write @param {() => void} [done] */
  #write(write, done) {
    return this.#writes.watch(write, { done, failed: (error) => this.#storageFailed(error), ended: () => this.#report() });
  }

  /** @param {unknown} error */
  #storageFailed(error) {
    this.#storage = reasonOf(error);
    this.dispatchEvent(new CustomEvent("storage", { detail: { state: this.#storage } }));
  }

  /** @param {any} message From another tab. */
  #hear({ operation, answer, base, link }) {
    if (operation) {
      this.#queue.add(operation, true);
      this.#folded.rebase(this.#queue.entries);
      this.#followed(operation);
      this.dispatchEvent(keptBy(operation));
    }
    if (link) {
      this.#link = link;
      this.#report();
    }
    if (answer && base === this.head.seq && this.#queue.knowsAll(answer, this.head.seq)) this.#take(answer, { keep: false });
    else if (answer) void this.refresh();
  }

  /** @param {Answer} answer @param {{keep: boolean}} how */
  #take(answer, { keep }) {
    const before = this.#folded.document;
    const { placed, settled, refused } = this.#queue.settle(answer, this.head.seq);
    const voided = this.#strokes.void(refused.map(({ id }) => id));
    const shown = placed.filter(({ edit }) => edit.variant === this.#variant);
    const seen = this.#folded.advance(shown, Math.max(answer.seq, this.head.seq));
    if (keep && (placed.length || settled.length || seen.length))
      this.#write(this.#draft.keepAnswer({ head: this.head, settled: settled.map(({ stamp }) => stamp), voided, seen }));
    const isOwnAlone = placed.every(({ own }) => own) && placed.length === settled.length && !refused.length;
    if (!isOwnAlone) this.#rebuild();
    this.#tell(answer, placed.filter(({ own }) => !own).map(({ edit }) => edit), before);
    for (const { id, path = "", reason = "" } of refused) {
      const edit = settled.find((entry) => entry.edit.id === id)?.edit;
      if (edit) this.dispatchEvent(new CustomEvent("saved", { detail: { state: "refused", edit, path, reason } }));
    }
    this.#report(refused.length > 0);
  }

  /** @param {Answer} answer @param {Edit[]} edits @param {Document} before */
  #tell({ present, fee }, edits, before) {
    if (edits.length || present) {
      const lost = edits.length ? losses(before, this.#folded.document, this.#strokes.touches(), edits) : [];
      this.dispatchEvent(new CustomEvent("others", { detail: { edits, lost, present } }));
    }
    if (fee) this.dispatchEvent(new CustomEvent("fee", { detail: { fee } }));
  }

  #rebuild() {
    this.#folded.rebase(this.#queue.entries);
    this.#show();
  }

  #show() {
    const touched = this.#folded.show();
    if (touched.size) this.dispatchEvent(new CustomEvent("change", { detail: { document: this.document, touched } }));
  }

  /** @param {boolean} [again] Say it even when it has not changed. */
  #report(again = false) {
    const writing = this.#writes.underWay;
    const saved = savedNow({ pending: this.#queue.entries.length, writing, link: this.#link, keeps: this.keeps });
    if (!again && same(saved, this.#saved)) return;
    this.#saved = saved;
    this.dispatchEvent(new CustomEvent("saved", { detail: saved }));
  }
}

/** @param {Operation} operation */
const keptBy = ({ edit }) => new CustomEvent("kept", { detail: { action: edit?.action ?? "undo" } });
