/** Before and after: a line over the photo, pulled by a finger or moved by keys; before at its left, after at its right. */

import { el } from "#ui/dom.js";

const STEP = 0.02;
const LONG = 0.1;

export class ComparisonLine {
  #share = 0.5;

  /** @param {import("#ui/photo/stage.js").Stage} stage */
  constructor(stage) {
    const { t } = stage;
    this.stage = stage;
    this.handle = el("div", { class: "comparison-line", role: "slider", tabindex: "0", "aria-label": t("photos.slider"), "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": "50" }, el("span", {}));
    this.root = el("div", { class: "comparison-lines", hidden: true },
      el("span", { class: "comparison-word", "aria-hidden": "true" }, t("photos.before")), el("span", { class: "comparison-word", "aria-hidden": "true" }, t("photos.after")), this.handle);
    stage.root.append(this.root);
    this.handle.addEventListener("pointerdown", (event) => this.handle.setPointerCapture(event.pointerId));
    this.handle.addEventListener("pointermove", (event) => this.handle.hasPointerCapture(event.pointerId) && this.#pull(event));
    this.handle.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {boolean} is */
  show(is) {
    this.root.hidden = !is;
    this.place();
    if (is) this.handle.focus({ preventScroll: true });
  }

  place() {
    const { view, size, after, photo } = this.stage;
    const at = this.#share * size.width;
    const cut = Math.min(Math.max(at - view.x, 0), photo.width * view.scale);
    this.handle.style.transform = `translateX(${at}px)`;
    after.style.clipPath = this.root.hidden ? "" : `inset(0 0 0 ${cut}px)`;
  }

  /** @param {PointerEvent} event */
  #pull({ clientX }) {
    const { left, width } = this.stage.frame.getBoundingClientRect();
    this.#to((clientX - left) / width);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -LONG, PageUp: LONG, Home: -1, End: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#to(this.#share + step);
  }

  /** @param {number} share */
  #to(share) {
    this.#share = Math.min(Math.max(share, 0), 1);
    this.handle.setAttribute("aria-valuenow", String(Math.round(this.#share * 100)));
    this.place();
  }
}
