/** A door or window in hand: it shows in the wall under the pointer, and a tap puts it there. */

import { addOpening, refusalOf } from "#model/actions/place_opening.js";
import { newId } from "#model/ids.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class OpeningTool {
  hint = "plan.hint_opening";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{kind: string, width: number, height: number, sill: number, depth?: number}} choice */
  constructor(view, { kind, width, height, sill, depth }) {
    this.view = view;
    this.fields = { kind, width, height, sill, ...(depth ? { depth } : {}) };
    this.id = newId("openings");
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
    const make = this.#make(touch);
    if (make) this.view.tools.store.preview(make);
    else this.view.tools.store.cancel();
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { store } = this.view.tools;
    store.cancel();
    const make = this.#make(touch);
    if (!make) return this.view.hint("plan.hint_no_wall");
    if (!store.perform(make)) return this.view.hint(this.#refusal(touch));
    this.view.setTool({ name: "select" });
    this.view.select(`openings/${this.id}`);
  }

  /** A wall was touched in 3D. @param {import("#model/selection.js").Target} _target @param {[number, number] | null} at */
  take(_target, at) {
    if (at) this.tap(/** @type {any} */ ({ at }));
  }

  cancel() {
    this.view.tools.store.cancel();
  }

  leave() {
    this.view.tools.store.cancel();
  }

  /** @param {Touch} touch */
  #refusal({ at }) {
    return refusalOf(this.view.tools.store.document, { ...this.fields, wall: this.view.wallNear(at)?.wall ?? "" });
  }

  /** @param {Touch} touch */
  #make(touch) {
    const near = this.view.wallNear(touch.at);
    if (!near) return null;
    return addOpening({ ...this.fields, wall: near.wall, middle_mm: near.along_mm, opens: near.side }, this.id);
  }
}
