/** Things taken together: what panels, keys and the command box do with all that is selected. */

import { alignItems, arrayItems, groupItems, lockItems, mirrorTogether, pasteItems, present, spreadItems, turnTogether, ungroupItems } from "#model/actions/arrange_items.js";
import { MOST_COPIED, STANDING, besideThem, copyOf, pasteCopy } from "#model/actions/copy_across.js";
import { duplicateItems } from "#model/actions/place_items.js";
import { entities, itemsOf } from "#model/plan.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#model/actions/arrange_items.js").Edge} Edge */

/** A copy on the same level lies beside its original. @type {[number, number]} */
const BESIDE = [200, 200];
const QUARTER_MDEG = 90_000;

export class Arranging {
  /** @type {readonly any[]} */ #copied = [];
  /** What was copied when it was not things alone. @type {readonly import("#model/actions/copy_across.js").Held[]} */ #held = [];

  /** @param {import("#ui/studio/studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
  }

  /** The selected things. */
  get ids() {
    return this.studio.selection.all.filter(({ collection }) => collection === "items").map(({ id }) => String(id));
  }

  get items() {
    return present(this.studio.store.document, this.ids);
  }

  get canPaste() {
    return this.#copied.length + this.#held.length > 0;
  }

  selectAll() {
    const { store, planView } = this.studio;
    this.#select(itemsOf(store.document, planView.level).map(({ id }) => id));
    planView.root.focus({ preventScroll: true });
  }

  /** All that stands on the level, with the keys on it: walls, rooms' names, columns, slopes, things, notes and dimensions. */
  selectLevel() {
    const { store, planView, selection } = this.studio;
    const all = STANDING.flatMap((collection) => entities(store.document, collection).filter(({ level }) => level === planView.level)
      .map(({ id, at }) => ({ collection: /** @type {import("#model/selection.js").Target["collection"]} */ (collection), id, ...(collection === "rooms" ? { at } : {}) })));
    selection.setAll(all);
    planView.root.focus({ preventScroll: true });
  }

  /** Whether there is more than things among what is selected. */
  get isMixed() {
    const { all } = this.studio.selection;
    return all.length > 1 && all.some(({ collection }) => collection !== "items");
  }

  /** What can be copied of what is selected. */
  get #standing() {
    const { store, selection } = this.studio;
    return copyOf(store.document, selection.all);
  }

  /** Straight onto another level, which is then shown. @param {string} level */
  copyTo(level) {
    if (this.#paste(this.#standing, level)) this.studio.levels?.goTo(level);
  }

  /** Taps put things in and out of the selection from now on. */
  chooseMore() {
    this.studio.planView.setTool({ name: "choose" });
    this.studio.lowerPanel();
  }

  copy() {
    const { all } = this.studio.selection;
    const isOfThings = all.every(({ collection }) => collection === "items");
    const held = isOfThings ? [] : this.#standing;
    if (!held.length && !this.ids.length) return;
    this.#held = held;
    this.#copied = isOfThings ? this.items : [];
    toast(this.studio.t("arranging.copied", { n: isOfThings ? this.#copied.length : all.length }));
  }

  paste() {
    const { level } = this.studio.planView;
    if (this.#held.length) return void this.#paste(this.#held, level);
    const { make, ids } = pasteItems(this.#copied, { level, by: this.#copied.some((item) => item.level === level) ? BESIDE : [0, 0] });
    if (!this.studio.store.perform(make)) return;
    this.#select(ids);
    this.#copied = this.items; // the next copy lies beside this one
  }

  duplicate() {
    const edit = this.studio.store.perform(duplicateItems(this.ids));
    if (edit) this.#select(Object.keys(edit.set).map((path) => path.split("/")[1]));
  }

  /** @param {Edge} edge */
  align(edge) {
    this.studio.store.perform(alignItems(this.ids, edge));
  }

  /** @param {"x" | "y"} axis */
  spread(axis) {
    this.studio.store.perform(spreadItems(this.ids, axis));
  }

  turn() {
    this.studio.store.perform(turnTogether(this.ids, QUARTER_MDEG));
  }

  mirror() {
    this.studio.store.perform(mirrorTogether(this.ids));
  }

  /** @param {number} count @param {[number, number]} by */
  array(count, by) {
    this.studio.store.perform(arrayItems(this.ids, count, by));
  }

  group() {
    this.studio.store.perform(groupItems(this.ids));
  }

  ungroup() {
    this.studio.store.perform(ungroupItems(this.ids));
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.studio.store.perform(lockItems(this.ids, locked));
  }

  /** One stroke. @param {readonly import("#model/actions/copy_across.js").Held[]} held @param {string} level */
  #paste(held, level) {
    const { store, selection, t } = this.studio;
    const by = held.some(({ fields }) => fields.level === level) ? besideThem(held) : /** @type {[number, number]} */ ([0, 0]);
    const { make, targets } = pasteCopy(held, { level, by });
    if (!store.perform(make)) {
      toast(t(held.length > MOST_COPIED ? "arranging.copy_too_many" : "arranging.copy_nothing", { most: MOST_COPIED }));
      return false;
    }
    selection.setAll(targets);
    return true;
  }

  /** @param {string[]} ids */
  #select(ids) {
    this.studio.selection.setAll(ids.map((id) => ({ collection: "items", id })));
  }
}
