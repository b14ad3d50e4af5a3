/** Things taken together: what panels, keys and the command box do with all that is selected. */

import { alignItems, arrayItems, groupItems, lockItems, mirrorTogether, pasteItems, present, spreadItems, turnTogether, ungroupItems } from "#model/actions/arrange_items.js";
import { duplicateItems } from "#model/actions/place_items.js";
import { itemsOf } from "#model/plan.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#model/actions/arrange_items.js").Edge} Edge */

/** A copy on the same level lies beside its original. @type {[number, number]} */
const BESIDE = [200, 200];
const QUARTER_MDEG = 90_000;

export class Arranging {
  /** @type {readonly any[]} */ #copied = [];

  /** @param {import("#ui/studio.js").Studio} studio */
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
    return this.#copied.length > 0;
  }

  selectAll() {
    const { store, planView } = this.studio;
    this.#select(itemsOf(store.document, planView.level).map(({ id }) => id));
  }

  /** Taps put things in and out of the selection from now on. */
  chooseMore() {
    this.studio.planView.setTool({ name: "choose" });
    this.studio.lowerPanel();
  }

  copy() {
    if (!this.ids.length) return;
    this.#copied = this.items;
    toast(this.studio.t("arranging.copied", { n: this.#copied.length }));
  }

  paste() {
    const { level } = this.studio.planView;
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

  /** @param {string[]} ids */
  #select(ids) {
    this.studio.selection.setAll(ids.map((id) => ({ collection: "items", id })));
  }
}
