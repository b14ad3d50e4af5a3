/** The tape: from one point to another, which fall on corners, walls and things; the length stays on the plan. */

import { addDimension } from "#model/actions/remark.js";
import { newId } from "#model/ids.js";
import { measured } from "#plan/remarks.js";
import { snapMeasure } from "#plan/snapping.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {[number, number]} Point */

export class MeasureTool {
  hint = "remarks.hint_measure";
  /** @type {Point | null} */ #from = null;

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  press() {
    return true;
  }

  /** A pull measures from where it began. @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    this.#from ??= snapMeasure(this.view, from.at, null).at;
    this.hover(touch);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  hover(touch) {
    const { at, guides } = snapMeasure(this.view, touch.at, this.#from);
    const drawn = this.#from ? measured(this.#from, at, this.view.tools.length, this.view.viewport.mmPerPx) : [];
    this.view.layers.guides.replaceChildren(...guides, ...drawn);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { at } = snapMeasure(this.view, touch.at, this.#from);
    if (!this.#from) {
      this.#from = at;
      return this.view.hint("remarks.hint_measure_to");
    }
    const id = newId("dimensions");
    const isMade = this.view.tools.store.perform(addDimension({ level: this.view.level, a: this.#from, b: at }, id));
    this.cancel();
    if (isMade) this.view.select(`dimensions/${id}`);
    this.view.hint(this.hint);
  }

  back() {
    if (!this.#from) return false;
    this.cancel();
    this.view.hint(this.hint);
    return true;
  }

  cancel() {
    this.#from = null;
    this.view.layers.guides.replaceChildren();
  }

  leave() {
    this.cancel();
  }
}
