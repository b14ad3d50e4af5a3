/** A sloping ceiling: a tap at a wall lets it rise from there into the room, a pull draws the line that it rises from. */

import { addSlope, before, lineAtWall } from "#model/actions/slopes.js";
import { newId } from "#model/ids.js";
import { snapMeasure } from "#plan/snapping.js";
import { line, svg } from "#plan/svg.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {[number, number]} Point */

const LEAST_MM = 300;

export class SlopeTool {
  hint = "slopes.hint_slope";
  /** @type {Point | null} */ #from = null;

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  press() {
    return true;
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    this.#from ??= snapMeasure(this.view, from.at, null).at;
    const { at, guides } = snapMeasure(this.view, touch.at, this.#from);
    this.#show([this.#from, at], guides);
  }

  /** @param {Touch} touch */
  drop(touch) {
    const from = this.#from;
    if (!from) return;
    const { at } = snapMeasure(this.view, touch.at, from);
    this.#from = null;
    if (Math.hypot(at[0] - from[0], at[1] - from[1]) < LEAST_MM) return this.cancel();
    this.#add(this.#intoRoom({ a: from, b: at }));
  }

  /** @param {Touch} touch */
  hover(touch) {
    const wall = this.#lineAt(touch.at);
    this.#show(wall ? [wall.a, wall.b] : []);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const wall = this.#lineAt(touch.at);
    if (wall) this.#add(wall);
  }

  /** A wall was touched in 3D. @param {import("#model/selection.js").Target} target */
  take({ collection, id, side }) {
    const wall = collection === "walls" && id ? lineAtWall(this.view.tools.store.document, id, side ?? this.view.survey.insideOf(id)) : null;
    if (wall) this.#add(wall);
  }

  cancel() {
    this.#from = null;
    this.#show([]);
  }

  leave() {
    this.cancel();
  }

  /** @param {Point} at */
  #lineAt(at) {
    const near = this.view.wallNear(at);
    if (!near) return null;
    const { survey, tools } = this.view;
    const side = survey.faceAt(near.wall, near.side, near.along_mm) ? near.side : survey.insideOf(near.wall);
    return lineAtWall(tools.store.document, near.wall, side);
  }

  /** So that there is a room to its left. @param {{a: Point, b: Point}} drawn */
  #intoRoom(drawn) {
    const turned = { a: drawn.b, b: drawn.a };
    const { survey } = this.view;
    return survey.roomAt(before(drawn)) === null && survey.roomAt(before(turned)) !== null ? turned : drawn;
  }

  /** @param {{a: Point, b: Point}} along */
  #add(along) {
    const { view } = this;
    const id = newId("slopes");
    this.cancel();
    if (!view.tools.store.perform(addSlope({ level: view.level, ...along }, id))) return;
    view.setTool({ name: "select" });
    view.select(`slopes/${id}`);
    view.dispatchEvent(new CustomEvent("pick", { detail: { target: { collection: "slopes", id }, byKey: false } }));
    view.hint("slopes.hint_added");
  }

  /** @param {readonly Point[]} along @param {SVGElement[]} guides */
  #show(along, guides = []) {
    this.view.layers.guides.replaceChildren(...guides, ...(along.length ? [svg("path", { d: line(along), class: "slope-ghost" })] : []));
  }
}
