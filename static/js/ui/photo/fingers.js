/** Fingers, pen and mouse on the photo: one marks or draws, or moves a photo that is zoomed; two zoom and move. */

import { thinned } from "#photo/stroke.js";

const TREMBLE_PX = 8;
const APART_PX = 5;
const WHEEL = 0.0016;

/** @typedef {[number, number]} Place */

export class Fingers {
  /** @type {Map<number, Place>} */ #down = new Map();
  /** @type {Place} */ #began = [0, 0];
  /** @type {Place[]} */ #way = [];
  #spent = false;
  #hasMoved = false;

  /** @param {import("#ui/photo/stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    const { frame } = stage;
    frame.addEventListener("pointerdown", (event) => this.#press(event));
    frame.addEventListener("pointermove", (event) => this.#move(event));
    frame.addEventListener("pointerup", (event) => this.#lift(event));
    frame.addEventListener("pointercancel", (event) => this.#drop(event));
    frame.addEventListener("wheel", (event) => (event.preventDefault(), stage.zoom(Math.exp(-event.deltaY * WHEEL), this.#place(event))), { passive: false });
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button > 0) return;
    this.stage.frame.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, this.#place(event));
    if (this.#down.size > 1) return this.#spend();
    this.#began = this.#place(event);
    this.#hasMoved = this.#spent = false;
    this.#way = [this.stage.pixel(this.#began)];
    if (this.stage.draws && this.stage.isOn(this.#began)) this.stage.draw(this.#way);
  }

  /** A second finger: what the first has begun to draw was no drawing. */
  #spend() {
    this.#spent = true;
    this.stage.undraw();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const was = this.#down.get(event.pointerId);
    if (!was) return;
    const now = this.#place(event);
    if (this.#down.size > 1) this.#pinch(event.pointerId, was, now);
    this.#down.set(event.pointerId, now);
    if (this.#spent) return;
    this.#hasMoved ||= far(this.#began, now) > TREMBLE_PX;
    if (this.stage.draws) this.#draw(event);
    else if (this.#hasMoved) this.stage.move([now[0] - was[0], now[1] - was[1]]);
  }

  /** @param {number} id @param {Place} was @param {Place} now */
  #pinch(id, was, now) {
    const other = [...this.#down].find(([one]) => one !== id)?.[1];
    if (!other || !far(was, other)) return;
    /** @type {Place} */
    const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
    this.stage.zoom(far(now, other) / far(was, other), middle);
    this.stage.move([(now[0] - was[0]) / 2, (now[1] - was[1]) / 2]);
  }

  /** @param {PointerEvent} event */
  #draw(event) {
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const one of passed.length ? passed : [event]) this.#way.push(this.stage.pixel(this.#place(one)));
    this.stage.draw(this.#way);
  }

  /** @param {PointerEvent} event */
  #lift(event) {
    const [isLast, isSpent] = [this.#down.size === 1, this.#spent];
    if (!this.#down.delete(event.pointerId) || !isLast || isSpent) return;
    const { stage } = this;
    if (stage.draws) return this.#finish();
    if (!this.#hasMoved && stage.isOn(this.#began)) stage.mark({ at: stage.pixel(this.#began) });
  }

  #finish() {
    const { stage } = this;
    const [from, to] = [this.#way[0], this.#way[this.#way.length - 1]];
    if (stage.tool !== "line") return stage.mark({ points: thinned(this.#way, APART_PX / stage.view.scale), width: stage.brushWidth });
    if (far(from, to) * stage.view.scale > TREMBLE_PX) stage.mark({ from, to });
    else stage.undraw();
  }

  /** @param {PointerEvent} event */
  #drop(event) {
    this.#down.delete(event.pointerId);
    this.#spend();
  }

  /** @param {MouseEvent} event @returns {Place} */
  #place({ clientX, clientY }) {
    const { left, top } = this.stage.frame.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}

/** @param {Place} one @param {Place} other */
const far = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);
