/** A frame drawn around things: those that it holds whole are selected too. */

import { footprint } from "#geometry/footprint.js";
import { itemsOf } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { svg } from "#plan/svg.js";

/** @typedef {[number, number]} Point */

export class Frame {
  /** @param {import("#plan/plan_view.js").PlanView} view @param {Point} from */
  constructor(view, from) {
    this.view = view;
    this.from = from;
  }

  /** @param {Point} to */
  show(to) {
    const [low, high] = this.#corners(to);
    this.view.layers.guides.replaceChildren(svg("rect", { x: low[0], y: low[1], width: high[0] - low[0], height: high[1] - low[1], class: "frame-line" }));
  }

  /** @param {Point} to */
  take(to) {
    const [low, high] = this.#corners(to);
    const { store, selection } = this.view.tools;
    const held = itemsOf(store.document, this.view.level).filter((item) =>
      footprint(/** @type {any} */ (item)).every((corner) => corner.every((mm, axis) => low[axis] <= mm && mm <= high[axis])));
    const more = held.map(({ id }) => ({ collection: /** @type {"items"} */ ("items"), id })).filter((target) => !selection.has(pathOf(target)));
    const things = selection.all.filter(({ collection }) => collection === "items");
    if (more.length) selection.setAll([...things, ...more]);
  }

  /** @param {Point} to @returns {[Point, Point]} */
  #corners([x, y]) {
    const [from_x, from_y] = this.from;
    return [[Math.min(x, from_x), Math.min(y, from_y)], [Math.max(x, from_x), Math.max(y, from_y)]];
  }
}
