/** Choosing several things: a tap puts one in or out, a pull draws a frame around more. */

import { withGroup } from "#model/selection.js";
import { Frame } from "#plan/frame.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class ChooseTool {
  hint = "arranging.hint_choose";
  /** @type {Frame | null} */ #frame = null;

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Touch} touch */
  press(touch) {
    this.#frame = new Frame(this.view, touch.at);
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.#frame?.show(touch.at);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.#frame?.take(touch.at);
    this.cancel();
  }

  /** @param {Touch} touch */
  tap(touch) {
    const target = this.view.targetAt(touch);
    const { selection, store } = this.view.tools;
    if (target?.id) for (const one of withGroup(store.document, target)) selection.toggle(one);
    this.cancel();
  }

  cancel() {
    this.#frame = null;
    this.view.layers.guides.replaceChildren();
  }

  leave() {
    this.cancel();
  }
}
