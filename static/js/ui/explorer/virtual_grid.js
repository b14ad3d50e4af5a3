/** Many paints in rows and columns, scrolled in two directions: only those in sight stand in the document. */

import { el } from "#ui/dom.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */
/** @typedef {{paint: Paint, column: number, row: number}} Cell */
/** @typedef {{width: number, height: number, gap: number, look: (button: HTMLButtonElement, paint: Paint) => void}} Look how large a cell is, what lies between columns, and how it is filled */

const BEYOND_PX = 320;
/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class VirtualGrid {
  #box;
  #space = el("div", { class: "colour-space" });
  /** @type {import("#colour/arrange.js").Arrangement} */
  #laid = { columns: 0, rows: 0, at: () => null };
  /** @type {Look} */
  #look = { width: 1, height: 1, gap: 0, look: () => {} };
  /** @type {Map<number, HTMLButtonElement>} */
  #shown = new Map();
  #current = 0;
  #frame = 0;

  /** @param {HTMLElement} box what scrolls @param {{press: (paint: Paint) => void, named: (paint: Paint) => string}} of */
  constructor(box, { press, named }) {
    this.#box = box;
    this.press = press;
    this.named = named;
    box.replaceChildren(this.#space);
    box.addEventListener("scroll", () => this.#soon(), { passive: true });
    box.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#soon()).observe(box);
  }

  get #acrossPx() {
    return this.#look.width + this.#look.gap;
  }

  /** Lay other paints out, from their beginning. @param {import("#colour/arrange.js").Arrangement} laid @param {Look} look */
  show(laid, look) {
    this.#laid = laid;
    this.#look = look;
    this.#current = 0;
    this.#space.replaceChildren();
    this.#shown.clear();
    this.#space.style.width = `${Math.max(laid.columns * this.#acrossPx - look.gap, 0)}px`;
    this.#space.style.height = `${laid.rows * look.height}px`;
    this.#box.scrollTo(0, 0);
    this.#draw();
  }

  /** The keyboard goes to the paint that it was at last. */
  focus() {
    this.#goTo(this.#current);
  }

  /** Which paints come before and after one, as they are laid out. @param {Paint} paint @param {number} step */
  beside(paint, step) {
    const { columns, rows } = this.#laid;
    const all = Array.from({ length: columns * rows }, (_, place) => this.#paint(place)).filter((one) => one !== null);
    return all[all.findIndex(({ code }) => code === paint.code) + step] ?? null;
  }

  /** Column by column, from the top. @param {number} place */
  #paint(place) {
    return this.#laid.at(Math.floor(place / this.#laid.rows), place % this.#laid.rows);
  }

  #soon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const wanted = new Set(this.#inSight());
    for (const [place, cell] of this.#shown) if (!wanted.has(place) && cell !== document.activeElement) cell.remove(), this.#shown.delete(place);
    const fresh = [...wanted].filter((place) => !this.#shown.has(place)).flatMap((place) => this.#made(place));
    this.#space.append(...fresh);
  }

  /** @returns {number[]} */
  #inSight() {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#box;
    const columns = range(scrollLeft, clientWidth, this.#acrossPx, this.#laid.columns);
    const rows = range(scrollTop, clientHeight, this.#look.height, this.#laid.rows);
    return columns.flatMap((column) => rows.map((row) => column * this.#laid.rows + row));
  }

  /** @param {number} place @returns {HTMLButtonElement[]} */
  #made(place) {
    const paint = this.#paint(place);
    if (!paint) return [];
    const [column, row] = [Math.floor(place / this.#laid.rows), place % this.#laid.rows];
    const cell = el("button", { type: "button", class: "colour-cell", "aria-label": this.named(paint), "data-code": paint.code, tabindex: place === this.#current ? 0 : -1, onclick: () => (this.#hold(place), this.press(paint)) });
    cell.style.transform = `translate(${column * this.#acrossPx}px, ${row * this.#look.height}px)`;
    cell.style.width = `${this.#look.width}px`;
    cell.style.height = `${this.#look.height}px`;
    this.#look.look(cell, paint);
    this.#shown.set(place, cell);
    return [cell];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = STEPS[event.key];
    const last = this.#laid.columns * this.#laid.rows - 1;
    const to = step ? this.#stepped(step) : event.key === "Home" ? 0 : event.key === "End" ? last : null;
    if (to === null) return;
    event.preventDefault();
    this.#goTo(to);
  }

  /** @param {[number, number]} step */
  #stepped([across, down]) {
    const { columns, rows } = this.#laid;
    const column = Math.min(Math.max(Math.floor(this.#current / rows) + across, 0), columns - 1);
    const row = Math.min(Math.max((this.#current % rows) + down, 0), rows - 1);
    return column * rows + row;
  }

  /** A place without a paint leads to the last before it. @param {number} place */
  #goTo(place) {
    while (place > 0 && !this.#paint(place)) place--;
    this.#hold(place);
    this.#reveal(place);
    this.#draw();
    this.#shown.get(place)?.focus({ preventScroll: true });
  }

  /** @param {number} place */
  #hold(place) {
    this.#shown.get(this.#current)?.setAttribute("tabindex", "-1");
    this.#current = place;
    this.#shown.get(place)?.setAttribute("tabindex", "0");
  }

  /** @param {number} place */
  #reveal(place) {
    const box = this.#box;
    const [left, top] = [Math.floor(place / this.#laid.rows) * this.#acrossPx, (place % this.#laid.rows) * this.#look.height];
    if (left < box.scrollLeft) box.scrollLeft = left;
    if (left + this.#look.width > box.scrollLeft + box.clientWidth) box.scrollLeft = left + this.#look.width - box.clientWidth;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top + this.#look.height > box.scrollTop + box.clientHeight) box.scrollTop = top + this.#look.height - box.clientHeight;
  }
}

/** @param {number} from @param {number} long @param {number} each @param {number} most @returns {number[]} */
function range(from, long, each, most) {
  const first = Math.max(Math.floor((from - BEYOND_PX) / each), 0);
  const last = Math.min(Math.ceil((from + long + BEYOND_PX) / each), most);
  return Array.from({ length: Math.max(last - first, 0) }, (_, step) => first + step);
}
