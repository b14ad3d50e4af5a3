/** A picture under the plan in hand: it goes where it is pulled; arrows move it by 1 cm, with Shift by 10 cm. */

import { moveBackground } from "#model/actions/lay_background.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {[number, number]} Point */

const STEP_MM = 10;
const STRIDE_MM = 100;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class BackgroundTool {
  hint = "pictures.hint_move";
  /** Where it lay when the pull began. @type {Point | null} */ #from = null;

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{id: string}} choice */
  constructor(view, { id }) {
    this.view = view;
    this.id = id;
  }

  press() {
    this.#from = this.#at;
    return this.#from !== null;
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    if (this.#from) this.view.tools.store.preview(moveBackground(this.id, moved(this.#from, [touch.at[0] - from.at[0], touch.at[1] - from.at[1]])));
  }

  drop() {
    this.view.tools.store.commit();
  }

  cancel() {
    this.view.tools.store.cancel();
  }

  leave() {
    this.view.tools.store.cancel();
  }

  /** @param {KeyboardEvent} event */
  key({ key, shiftKey }) {
    const at = this.#at;
    if (!(key in ARROWS) || !at) return false;
    const step = shiftKey ? STRIDE_MM : STEP_MM;
    this.view.tools.store.perform(moveBackground(this.id, moved(at, [ARROWS[key][0] * step, ARROWS[key][1] * step]), "typed"));
    return true;
  }

  /** @returns {Point | null} */
  get #at() {
    return entity(this.view.tools.store.document, "backgrounds", this.id)?.at ?? null;
  }
}

/** @param {Point} point @param {Point} by @returns {Point} */
const moved = ([x, y], [dx, dy]) => [Math.floor(x + dx + 0.5), Math.floor(y + dy + 0.5)];
