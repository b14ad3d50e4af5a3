/** A column, shaft or bulkhead in hand: its ghost shows where it will stand, a tap or the end of a pull puts it there. */

import { addBlock, blockFields } from "#model/actions/place_block.js";
import { newId } from "#model/ids.js";
import { snapBlock } from "#plan/snapping.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class BlockTool {
  hint = "walls.hint_block";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{block: any}} choice one of BLOCKS */
  constructor(view, { block }) {
    this.view = view;
    this.fields = blockFields(view.tools.store.document, view.level, block);
    this.id = newId("solids");
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
    this.view.select(`solids/${this.id}`);
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
    const { guides, ...place } = snapBlock(this.view, { ...this.fields, id: this.id, turn_mdeg: 0 }, touch.at);
    this.view.layers.guides.replaceChildren(...guides);
    return addBlock({ ...this.fields, ...place }, this.id);
  }
}
