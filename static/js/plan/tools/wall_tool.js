/** Walls drawn corner by corner: by taps, by pulls, or by typed inner lengths; the first corner closes the room. */

import { insideOf } from "#geometry/inner_path.js";
import { Chain } from "#model/chain.js";
import { wallGhost } from "#plan/tools/wall_ghost.js";
import { snapStep } from "#plan/snapping.js";
import { WallBend } from "#plan/tools/wall_bend.js";

/** @typedef {[number, number]} Point */
/** @typedef {readonly [number, number]} Vector */
/** @typedef {import("#plan/pointers.js").Touch} Touch */

const CLOSING_PX = 20;
const LEAST_MM = 1;
/** A tap so near to the last corner is that corner's own, or its second one. */
const NEAR_PX = 6;
const TIDY_MDEG = 15_000;
const STUB_MM = 600;
/** @type {Record<string, number>} */
const ARROWS = { ArrowRight: 0, ArrowDown: 90_000, ArrowLeft: 180_000, ArrowUp: 270_000 };

/** Tells of itself by the view's events "corner" (something of it changed) and "typing" (detail: the text a length begins with). */
export class WallTool {
  hint = "corners.hint_first";
  /** @type {Chain | null} */ #chain = null;
  /** Where the next wall leads. @type {Vector} */ #way = [1, 0];
  /** What is typed so far, mm. @type {number | null} */ #typed_mm = null;
  #beganNow = false;
  /** Where a cross moved by keys stands. @type {Point | null} */ #aimed = null;
  arc = new WallBend();

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{arc?: boolean, height?: number | null}} [choice] `arc`: its walls are arcs from the first; `height`: of low walls */
  constructor(view, { arc = false, height = null } = {}) {
    this.view = view;
    this.height = height;
    this.arc.isOn = arc;
  }

  /** Whether a first corner stands. */
  get isBegun() {
    return this.#chain !== null;
  }

  get canClose() {
    return this.#chain?.canClose(this.#document) ?? false;
  }

  /** Where the next wall leads, thousandths of a degree clockwise from the right. */
  get way_mdeg() {
    const [x, y] = this.#way;
    return (Math.round((Math.atan2(y, x) * 180_000) / Math.PI) + 360_000) % 360_000;
  }

  /** The angle inside, between the last wall and the next, in thousandths of a degree; null before there is a wall. */
  get corner_mdeg() {
    const last = this.#chain?.heading(this.#document);
    if (!last) return null;
    const turned = this.way_mdeg - (Math.atan2(last[1], last[0]) * 180_000) / Math.PI;
    return (Math.round(180_000 - turned * this.#side) + 720_000) % 360_000;
  }

  /** The last corner on the screen, px. @returns {Point | null} */
  get at_px() {
    const last = this.#last;
    return last ? this.view.viewport.toPixel([last[0], last[1]]) : null;
  }

  /** The first corner without a pointer is here. @param {Point} at */
  aim(at) {
    this.#aimed = at;
  }

  /** The first corner without a pointer: where keys brought it, else in the middle of what is shown, on a plan that is empty at its beginning. */
  begin() {
    const { view } = this;
    const { width, height } = view.viewport.size;
    const [x, y] = this.#aimed ?? (view.survey.box() ? view.viewport.toPlan([width / 2, height / 2]) : [0, 0]);
    this.#begin(this.#aimed ?? [Math.round(x / 100) * 100, Math.round(y / 100) * 100], false);
  }

  /** The next wall leads this way. @param {number} way_mdeg */
  point(way_mdeg) {
    this.#way = wayOf(way_mdeg);
    this.#show();
  }

  /** The next wall stands at this inner angle to the last one. @param {number} corner_mdeg */
  bend(corner_mdeg) {
    const last = this.#chain?.heading(this.#document);
    const from = last ? (Math.atan2(last[1], last[0]) * 180_000) / Math.PI : 0;
    this.point(last ? from + this.#side * (180_000 - corner_mdeg) : corner_mdeg);
  }

  /** The next walls are arcs, or straight again. @param {boolean} isOn */
  curve(isOn) {
    this.arc.isOn = isOn;
    this.arc.chosen = null;
    this.view.hint(isOn ? "walls.hint_arc_end" : "corners.hint_next");
    this.#show();
  }

  /** How high the arc is to be; null: as the pointer says. @param {number | null} mm */
  swell(mm) {
    this.arc.typed_mm = mm;
    this.#show();
  }

  /** Show a length that is being typed. @param {number | null} mm */
  measure(mm) {
    this.#typed_mm = mm;
    this.#show();
  }

  /** The next corner, at a typed inner length. @param {number} mm */
  step(mm) {
    if (!this.#chain) this.begin();
    const [x, y] = this.#way;
    return this.#step([x * mm, y * mm], "typed", null, this.view.tools.length(mm));
  }

  /** Back to the first corner; the room is closed. */
  close() {
    const { store } = this.view.tools;
    if (!this.#chain || !this.canClose || !store.perform(this.#chain.close())) return false;
    this.view.setTool({ name: "select" });
    this.view.hint("corners.closed");
    return true;
  }

  /** The last corner goes; with it the wall that led there. */
  takeBack() {
    if (!this.#chain) return false;
    if (this.#chain.standing(this.#document)) this.view.tools.store.undo();
    else this.back();
    return true;
  }

  /** A first touch is the first corner. @param {Touch} touch */
  press(touch) {
    this.#beganNow = !this.#chain;
    if (!this.#chain) {
      const { at, held } = this.#snapped(touch.at);
      this.#begin(held ?? at, held !== null);
    }
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const last = this.#last;
    if (last && this.arc.chosen) return this.#swollen(last, touch.at);
    if (this.#isFirst(touch.at)) return void this.close();
    if (!last) return;
    const { at, held } = this.#snapped(touch.at);
    const way = minus(held ?? at, last);
    const long = Math.hypot(...way);
    if (long <= NEAR_PX * this.view.viewport.mmPerPx) return;
    if (this.arc.isOn && this.arc.typed_mm === null) return this.#choose(way, held);
    this.#step(way, "dragged", held, this.view.tools.length(long));
  }

  double() {
    this.back();
  }

  /** @param {Touch} touch */
  hover(touch) {
    const last = this.#last;
    if (!last) return;
    if (this.arc.chosen) return this.#followed(last, touch.at);
    const { at, held, guides } = this.#snapped(touch.at);
    const way = minus(this.#isFirst(touch.at) ? /** @type {Vector} */ (this.#first) : at, last);
    if (Math.hypot(...way) <= LEAST_MM) return;
    this.#way = this.#typed_mm === null ? unit(way) : wayOf(tidy(way));
    if (this.#typed_mm === null) this.view.hint("corners.hint_length", { length: this.view.tools.length(Math.hypot(...way)) });
    this.#show(way, held, guides);
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    if (/^[0-9]$/.test(key)) return this.#type(key);
    if (key in ARROWS && this.#chain) return this.point(ARROWS[key]), true;
    if (key === "Enter") return this.#enter();
    if (key === "Backspace") return this.takeBack();
    if (key === "l" || key === "L") return this.curve(!this.arc.isOn), true;
    return (key === "z" || key === "Z") && this.close();
  }

  cancel() {
    if (this.#beganNow) this.back();
    else this.#show();
  }

  /** Back to choosing the arc's end, or stop the chain; false when there is none. */
  back() {
    if (this.arc.chosen) return this.curve(true), true;
    const had = this.#chain !== null;
    this.#end();
    this.view.hint(this.hint);
    return had;
  }

  /** The plan has changed, perhaps by an undo. */
  changed() {
    if (this.#chain) this.#show();
  }

  leave() {
    this.#end();
  }

  get #document() {
    return this.view.tools.store.document;
  }

  get #corners() {
    return this.#chain?.corners(this.#document) ?? [];
  }

  get #first() {
    return this.#corners[0] ?? null;
  }

  /** @returns {Vector | null} */
  get #last() {
    return this.#corners.at(-1) ?? null;
  }

  get #side() {
    return this.#chain?.side(this.#document) ?? 1;
  }

  /** @param {string} text */
  #type(text) {
    if (!this.#chain) this.begin();
    return this.view.dispatchEvent(new CustomEvent("typing", { detail: { text } })), true;
  }

  #enter() {
    if (!this.#chain) return this.begin(), true;
    return this.close() || this.#type("");
  }

  /** @param {Point} start @param {boolean} held */
  #begin(start, held) {
    this.#chain = new Chain({ level: this.view.level, start, held, height: this.height });
    this.#way = [1, 0];
    this.view.hint("corners.hint_next");
    this.#show();
  }

  /** The arc's end is chosen: now its bend. @param {Vector} way @param {Point | null} held */
  #choose(way, held) {
    this.arc.choose(way, held, this.#side);
    this.view.hint("walls.hint_arc_bend", this.arc.words(way, this.#side, this.view.tools.length));
    this.#show(way, held);
  }

  /** @param {Vector} last @param {Point} at */
  #followed(last, at) {
    const { chosen } = this.arc;
    if (!chosen) return;
    this.arc.follow(last, at, this.view.viewport.mmPerPx);
    this.view.hint("walls.hint_arc_bend", this.arc.words(chosen.way, this.#side, this.view.tools.length));
    this.#show(chosen.way, chosen.held);
  }

  /** @param {Vector} last @param {Point} at */
  #swollen(last, at) {
    const { chosen } = this.arc;
    if (!chosen) return;
    this.arc.follow(last, at, this.view.viewport.mmPerPx);
    this.#step(chosen.way, "dragged", chosen.held, this.view.tools.length(Math.hypot(...chosen.way)));
  }

  #end() {
    this.#chain = null;
    this.arc.chosen = null;
    this.#typed_mm = null;
    this.#show();
  }

  /** @param {Vector} way @param {"typed" | "dragged"} input @param {Point | null} held @param {string} length in words */
  #step(way, input, held, length) {
    const chain = this.#chain;
    const before = chain?.heading(this.#document);
    const isBack = before && before[0] * unit(way)[0] + before[1] * unit(way)[1] < -0.999;
    if (!chain || isBack || !this.view.tools.store.perform(chain.step(way, input, held, this.arc.of(way, this.#side)))) return this.view.hint("corners.hint_back"), false;
    this.#typed_mm = null;
    this.arc.chosen = null;
    if (held) return this.back();
    this.#way = turned(unit(way), insideOf(chain.corners(this.#document), false));
    this.view.hint("corners.hint_drawn", { length });
    this.#keepInSight();
    this.#show();
    return true;
  }

  #keepInSight() {
    const { width, height } = this.view.viewport.size;
    const isOut = this.#corners.some(([x, y]) => {
      const [px, py] = this.view.viewport.toPixel([x, y]);
      return px < 24 || py < 24 || px > width - 24 || py > height - 24;
    });
    if (isOut) this.view.fit();
  }

  /** @param {Vector | null} [way] where the pointer is @param {Point | null} [held] @param {SVGElement[]} [guides] */
  #show(way = null, held = null, guides = []) {
    const [x, y] = this.#way;
    const mm = this.#typed_mm ?? (way ? Math.hypot(...way) : null);
    const next = mm === null ? null : this.#typed_mm === null ? way : /** @type {Vector} */ ([x * mm, y * mm]);
    const ghost = this.#chain ? wallGhost(this.view, this.#chain, { next, held: this.#typed_mm === null ? held : null, stub: [x * STUB_MM, y * STUB_MM], bulge: next ? this.arc.of(next, this.#side) : 0 }) : [];
    this.view.layers.guides.replaceChildren(...guides, ...ghost);
    this.view.dispatchEvent(new Event("corner"));
  }

  /** @param {Point} at */
  #isFirst(at) {
    const first = this.canClose ? this.#first : null;
    return first !== null && Math.hypot(at[0] - first[0], at[1] - first[1]) < CLOSING_PX * this.view.viewport.mmPerPx;
  }

  /** @param {Point} at */
  #snapped(at) {
    return snapStep(this.view, at, { from: this.#last, first: this.#first, own: this.#chain?.walls ?? [] });
  }
}

/** @param {number} mdeg @returns {Vector} */
function wayOf(mdeg) {
  const turn = (mdeg / 180_000) * Math.PI;
  return [Math.round(Math.cos(turn) * 1e12) / 1e12, Math.round(Math.sin(turn) * 1e12) / 1e12];
}

/** The nearest tidy angle, thousandths of a degree. @param {Vector} way */
const tidy = ([x, y]) => Math.round((Math.atan2(y, x) * 180_000) / Math.PI / TIDY_MDEG) * TIDY_MDEG;

/** A right angle further. @param {Vector} way @param {1 | -1} side @returns {Vector} */
const turned = ([x, y], side) => [-y * side, x * side];

/** @param {Vector} way @returns {Vector} */
function unit([x, y]) {
  const long = Math.hypot(x, y);
  return [x / long, y / long];
}

/** @param {Vector} one @param {Vector} other @returns {[number, number]} */
const minus = (one, other) => [one[0] - other[0], one[1] - other[1]];
