/** A thing or a set in hand: its ghost shows where it will stand, a tap or the end of a pull puts it there. */

import { addItem } from "#model/actions/add_item.js";
import { addSet, boxOf } from "#model/actions/add_set.js";
import { newId } from "#model/ids.js";
import { snapItem } from "#plan/snapping.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class ItemTool {
  hint = "plan.hint_item";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{kind?: any, set?: import("#model/actions/add_set.js").ItemSet}} choice */
  constructor(view, { kind, set }) {
    this.view = view;
    this.kind = kind ?? boxOf(set?.items ?? [], view.tools.kinds);
    this.set = set;
    this.ids = (set?.items ?? [kind]).map(() => newId("items"));
  }

  press() {
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  hover(touch) {
    this.view.tools.store.preview(this.#make(touch));
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { store } = this.view.tools;
    const make = this.#make(touch);
    store.cancel();
    store.perform(make);
    this.view.layers.guides.replaceChildren();
    this.view.setTool({ name: "select" });
    this.view.tools.selection.setAll(this.ids.map((id) => ({ collection: "items", id })));
  }

  cancel() {
    this.leave();
  }

  leave() {
    this.view.tools.store.cancel();
    this.view.layers.guides.replaceChildren();
  }

  /** @param {Touch} touch */
  #make(touch) {
    const { size, elevation, name, snap } = this.kind;
    const bare = { id: this.ids[0], kind: name, snap, at: touch.at, size, turn_mdeg: 0, elevation };
    const { at, turn_mdeg, host } = snapItem(this.view, bare, touch.at);
    const place = { level: this.view.level, at, turn_mdeg, host };
    return this.set ? addSet(this.set.items, place, this.ids) : addItem({ ...place, kind: name, size, elevation }, this.ids[0]);
  }
}
