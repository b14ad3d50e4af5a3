/** Walls drawn point by point: a tap begins, each further tap ends one wall and begins the next, Escape or a double tap stops. */

import { drawWall } from "#model/actions/draw_wall.js";
import { cornersOf } from "#model/corners.js";
import { snapCorner } from "#plan/snapping.js";
import { line, svg } from "#plan/svg.js";

/** @typedef {[number, number]} Point */
/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class WallTool {
  hint = "plan.hint_wall";
  /** @type {Point | null} */ #from = null;

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  /** A finger draws a wall in one pull. @param {Touch} touch */
  press(touch) {
    this.#from ??= this.#snapped(touch.at);
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.#end(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const at = this.#snapped(touch.at);
    if (this.#from && Math.hypot(at[0] - this.#from[0], at[1] - this.#from[1]) > 1) this.#end(touch);
  }

  double() {
    this.back();
  }

  /** @param {Touch} touch */
  hover(touch) {
    if (!this.#from) return;
    const to = this.#snapped(touch.at);
    const length = Math.hypot(to[0] - this.#from[0], to[1] - this.#from[1]);
    this.view.hint("plan.hint_wall_length", { length: this.view.tools.length(length) });
    this.view.layers.guides.replaceChildren(svg("path", { d: line([this.#from, to]), class: "ghost-wall" }));
  }

  cancel() {
    this.back();
  }

  /** Stop the chain; false when there is none. */
  back() {
    const had = this.#from !== null;
    this.#from = null;
    this.view.layers.guides.replaceChildren();
    this.view.hint(this.hint);
    return had;
  }

  leave() {
    this.view.layers.guides.replaceChildren();
  }

  /** @param {Touch} touch */
  #end(touch) {
    const to = this.#snapped(touch.at);
    const isClosed = cornersOf(this.view.tools.store.document, this.view.level).some(([x, y]) => x === to[0] && y === to[1]);
    if (this.#from) this.view.tools.store.perform(drawWall({ level: this.view.level, a: this.#from, b: to }));
    this.#from = isClosed ? null : to;
    this.view.layers.guides.replaceChildren();
    if (isClosed) this.view.hint(this.hint);
  }

  /** @param {Point} at @returns {Point} */
  #snapped(at) {
    return snapCorner(this.view, at, this.#from).at;
  }
}
