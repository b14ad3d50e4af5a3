/** The keyboard's finger: arrows move a crosshair over the photo, Enter marks there, plus and minus zoom about it. */

import { el } from "#ui/dom.js";

const STEP_PX = 12;
const LONG = 5;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @typedef {[number, number]} Place */

export class Crosshair {
  /** In the photo's pixels; none until a key asks for it. @type {Place | null} */ #at = null;
  /** Where a line begins. @type {Place | null} */ #from = null;

  /** @param {import("#ui/photo/stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.root = el("div", { class: "crosshair", "aria-hidden": "true", hidden: true });
    stage.frame.append(this.root);
    stage.frame.addEventListener("keydown", (event) => this.#key(event));
    stage.frame.addEventListener("blur", () => (this.root.hidden = true));
    stage.frame.addEventListener("pointerdown", () => (this.root.hidden = true));
  }

  place() {
    if (!this.#at) return;
    const { scale, x, y } = this.stage.view;
    this.root.style.transform = `translate(${x + this.#at[0] * scale}px, ${y + this.#at[1] * scale}px)`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.target !== this.stage.frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (event.key)];
    if (arrow) this.#move(arrow, event.shiftKey ? LONG : 1);
    else if (event.key === "Enter" || event.key === " ") this.#press();
    else if (event.key === "+" || event.key === "=") this.#zoom(1.4);
    else if (event.key === "-") this.#zoom(1 / 1.4);
    else if (event.key === "0") this.stage.fit();
    else if (event.key === "Escape") this.#drop();
    else return;
    event.preventDefault();
  }

  /** @param {number[]} arrow @param {number} long */
  #move([right, down], long) {
    const { photo, view } = this.stage;
    const step = (STEP_PX * long) / view.scale;
    const [x, y] = this.#here();
    this.#at = [within(Math.round(x + right * step), photo.width), within(Math.round(y + down * step), photo.height)];
    this.#show();
    const [share, height] = [(100 * this.#at[0]) / photo.width, (100 * this.#at[1]) / photo.height].map(Math.round);
    this.#say(this.stage.t("photos.crosshair", { x: share, y: height }));
    if (this.#from) this.stage.draw([this.#from, this.#at]);
  }

  #press() {
    const { stage } = this;
    const at = (this.#at = this.#here());
    this.#show();
    if (stage.tool === "brush" || stage.tool === "eraser") stage.mark({ points: [at], width: stage.brushWidth });
    else if (stage.tool !== "line") stage.mark({ at });
    else if (this.#from) {
      stage.mark({ from: this.#from, to: at });
      this.#from = null;
    } else stage.draw([(this.#from = at), at]);
    this.#say(stage.t("photos.marked_at"));
  }

  #drop() {
    this.#from = null;
    this.stage.undraw();
  }

  /** @param {number} factor */
  #zoom(factor) {
    const { scale, x, y } = this.stage.view;
    const [px, py] = this.#here();
    this.stage.zoom(factor, [x + px * scale, y + py * scale]);
  }

  /** Where it is, at first the photo's middle. @returns {Place} */
  #here() {
    return this.#at ?? [Math.floor(this.stage.photo.width / 2), Math.floor(this.stage.photo.height / 2)];
  }

  #show() {
    this.root.hidden = false;
    this.place();
  }

  /** @param {string} words */
  #say(words) {
    this.stage.dispatchEvent(new CustomEvent("said", { detail: words }));
  }
}

/** @param {number} value @param {number} size */
const within = (value, size) => Math.min(Math.max(value, 0), size - 1);
