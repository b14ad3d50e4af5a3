/** Mouse, touch and keyboard on the canvas, told as turns, slides, steps, zooms and taps. */

/**
 * @typedef {object} Hands what a gesture does; lengths in CSS pixels
 * @property {(dx: number, dy: number) => void} turn
 * @property {(dx: number, dy: number) => void} slide
 * @property {(factor: number, x: number, y: number) => void} zoom
 * @property {(x: number, y: number) => void} tap
 * @property {(x: number, y: number) => void} dive a double tap
 * @property {(right: number, ahead: number) => void} step an arrow key, in steps
 * @property {() => void} home
 * @property {() => boolean} leave Escape; whether there was anything to leave
 */

const TAP_PX = 6;
const TAP_MS = 600;
const DOUBLE_MS = 350;
const KEY_ZOOM = 1.15;
const ARROWS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
});

export class Gestures {
  /** @type {Map<number, {x: number, y: number, startX: number, startY: number, since: number, secondary: boolean}>} */
  #pointers = new Map();
  #many = false;
  #lastTap = { time: -Infinity, x: 0, y: 0 };
  #ending = new AbortController();

  /** @param {HTMLElement} element @param {Hands} hands */
  constructor(element, hands) {
    this.element = element;
    this.hands = hands;
    element.style.touchAction = "none";
    this.#on("pointerdown", (event) => this.#down(event));
    this.#on("pointermove", (event) => this.#move(event));
    this.#on("pointerup", (event) => this.#up(event));
    this.#on("pointercancel", (event) => this.#pointers.delete(event.pointerId));
    this.#on("touchend", (event) => this.#lift(event));
    this.#on("wheel", (event) => this.#wheel(event));
    this.#on("keydown", (event) => this.#key(event));
    this.#on("contextmenu", (event) => event.preventDefault());
  }

  dispose() {
    this.#ending.abort();
  }

  /** @template {keyof HTMLElementEventMap} N @param {N} name @param {(event: HTMLElementEventMap[N]) => void} heard */
  #on(name, heard) {
    this.element.addEventListener(name, heard, { signal: this.#ending.signal, passive: false });
  }

  /** What came up under the finger, a sheet, is not touched by it. @param {TouchEvent} event */
  #lift(event) {
    const [{ clientX, clientY }] = event.changedTouches;
    if (!this.element.contains(document.elementFromPoint(clientX, clientY))) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #down(event) {
    this.element.setPointerCapture(event.pointerId);
    const [x, y] = this.#place(event);
    const secondary = event.button > 0 || event.shiftKey || event.ctrlKey || event.metaKey;
    this.#pointers.set(event.pointerId, { x, y, startX: x, startY: y, since: event.timeStamp, secondary });
    this.#many = this.#pointers.size > 1;
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const held = this.#pointers.get(event.pointerId);
    if (!held) return;
    const [x, y] = this.#place(event);
    const [dx, dy] = [x - held.x, y - held.y];
    const before = this.#spread();
    held.x = x;
    held.y = y;
    if (this.#pointers.size > 1) this.#pinch(before, dx, dy);
    else if (this.#many || this.#isStill(held)) return;
    else if (held.secondary) this.hands.slide(dx, dy);
    else this.hands.turn(dx, dy);
  }

  /** @param {number} before @param {number} dx @param {number} dy */
  #pinch(before, dx, dy) {
    const held = [...this.#pointers.values()].slice(0, 2);
    this.hands.slide(dx / 2, dy / 2);
    const after = this.#spread();
    if (before > 0 && after > 0) this.hands.zoom(after / before, (held[0].x + held[1].x) / 2, (held[0].y + held[1].y) / 2);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const held = this.#pointers.get(event.pointerId);
    this.#pointers.delete(event.pointerId);
    const alone = !this.#many;
    this.#many &&= this.#pointers.size > 0;
    if (held && alone && !held.secondary && this.#isStill(held) && event.timeStamp - held.since < TAP_MS) this.#tap(held, event.timeStamp);
  }

  /** @param {{x: number, y: number}} at @param {number} time */
  #tap({ x, y }, time) {
    const near = Math.abs(x - this.#lastTap.x) + Math.abs(y - this.#lastTap.y) < 4 * TAP_PX;
    const twice = near && time - this.#lastTap.time < DOUBLE_MS;
    this.#lastTap = { time: twice ? -Infinity : time, x, y };
    if (twice) this.hands.dive(x, y);
    else this.hands.tap(x, y);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const amount = Math.min(Math.max(event.deltaY * lines, -120), 120);
    this.hands.zoom(Math.exp(-amount * (event.ctrlKey ? 0.01 : 0.0015)), ...this.#place(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.#press(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key @param {boolean} shifted */
  #press(key, shifted) {
    const [middleX, middleY] = [this.element.clientWidth / 2, this.element.clientHeight / 2];
    const arrow = ARROWS[key];
    if (arrow && shifted) this.hands.slide(-arrow[0] * 40, arrow[1] * 40);
    else if (arrow) this.hands.step(arrow[0], arrow[1]);
    else if (key === "+" || key === "=") this.hands.zoom(KEY_ZOOM, middleX, middleY);
    else if (key === "-" || key === "_") this.hands.zoom(1 / KEY_ZOOM, middleX, middleY);
    else if (key === "Escape") return this.hands.leave();
    else if (key === "Home") this.hands.home();
    else if (key === "Enter" || key === " ") this.hands.tap(middleX, middleY);
    else return false;
    return true;
  }

  /** How far apart the first two fingers are. */
  #spread() {
    const [one, other] = [...this.#pointers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  /** @param {{x: number, y: number, startX: number, startY: number}} held */
  #isStill({ x, y, startX, startY }) {
    return Math.abs(x - startX) < TAP_PX && Math.abs(y - startY) < TAP_PX;
  }

  /** @param {MouseEvent} event @returns {[number, number]} */
  #place(event) {
    const { left, top } = this.element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }
}
