/** What part of the plan the drawing shows: a middle in plan millimetres and how many of them one pixel is. */

/** @typedef {[number, number]} Point */

const LEAST_MM_PER_PX = 0.5;
const MOST_MM_PER_PX = 200;
const MUCH = 1.15;

/** Fires "change" whenever the shown part is another one. */
export class Viewport extends EventTarget {
  /** @type {Point} */ #middle = [0, 0];
  #mmPerPx = 10;
  #size = { width: 1, height: 1 };
  /** What was shown whole, until somebody moves the picture. @type {[[number, number, number, number], number, number, number] | null} */ #fitted = null;

  /** @param {SVGSVGElement} root its viewBox is kept */
  constructor(root) {
    super();
    this.root = root;
  }

  get mmPerPx() {
    return this.#mmPerPx;
  }

  get size() {
    return this.#size;
  }

  /** Whether all that was to be shown is shown: nobody has moved the picture since. */
  get isWhole() {
    return this.#fitted !== null;
  }

  /**
   * The drawing's new size in pixels. Where it only made room for something beside it, the plan stays under the pixels
   * where it was, unless what is shown whole would be cut, or could be much larger.
   * @param {number} width @param {number} height @param {Point | null} [moved] how far its corner went across the page then
   */
  resize(width, height, moved = null) {
    const middle = moved && this.toPlan([width / 2 + moved[0], height / 2 + moved[1]]);
    this.#size = { width: Math.max(width, 1), height: Math.max(height, 1) };
    if (middle && (!this.#fitted || (this.#holds(middle, this.#fitted[0]) && this.#mmPerPx < this.#fitting(...this.#fitted) * MUCH))) this.#middle = middle;
    else if (this.#fitted) return this.fit(...this.#fitted);
    this.#put();
  }

  /** How many mm a pixel is where a box is shown whole. @param {readonly number[]} box @param {number} margin_px @param {number} below_px @param {number} above_px */
  #fitting([x0, y0, x1, y1], margin_px, below_px, above_px) {
    const { width, height } = this.#size;
    const room = [Math.max(width - 2 * margin_px, 80), Math.max(height - below_px - above_px - 2 * margin_px, 80)];
    return Math.min(Math.max((x1 - x0) / room[0], (y1 - y0) / room[1], LEAST_MM_PER_PX), MOST_MM_PER_PX);
  }

  /** Whether a box would be seen whole about that middle. @param {Point} middle @param {readonly number[]} box */
  #holds(middle, [x0, y0, x1, y1]) {
    const [wide, high] = [this.#size.width, this.#size.height].map((px) => (px / 2) * this.#mmPerPx);
    return middle[0] - wide <= x0 && x1 <= middle[0] + wide && middle[1] - high <= y0 && y1 <= middle[1] + high;
  }

  /** The plan point under a pixel of the drawing. @param {Point} px @returns {Point} */
  toPlan([x, y]) {
    const { width, height } = this.#size;
    return [this.#middle[0] + (x - width / 2) * this.#mmPerPx, this.#middle[1] + (y - height / 2) * this.#mmPerPx];
  }

  /** The pixel under which a plan point lies. @param {Point} point @returns {Point} */
  toPixel([x, y]) {
    const { width, height } = this.#size;
    return [(x - this.#middle[0]) / this.#mmPerPx + width / 2, (y - this.#middle[1]) / this.#mmPerPx + height / 2];
  }

  /** @param {Point} px how far the picture is pushed */
  pan([x, y]) {
    this.#fitted = null;
    this.#middle = [this.#middle[0] - x * this.#mmPerPx, this.#middle[1] - y * this.#mmPerPx];
    this.#put();
  }

  /** Zoom by a factor (above 1: nearer), so that what lies under a pixel stays there. @param {number} factor @param {Point} [px] */
  zoom(factor, px = [this.#size.width / 2, this.#size.height / 2]) {
    const held = this.toPlan(px);
    this.#fitted = null;
    this.#mmPerPx = Math.min(Math.max(this.#mmPerPx / factor, LEAST_MM_PER_PX), MOST_MM_PER_PX);
    const now = this.toPlan(px);
    this.#middle = [this.#middle[0] + held[0] - now[0], this.#middle[1] + held[1] - now[1]];
    this.#put();
  }

  /** Show a box [x0, y0, x1, y1] of the plan whole, with a margin in pixels, and keep to it when the drawing's size changes. @param {[number, number, number, number]} box @param {number} margin_px @param {number} [below_px] of the drawing something covers at its foot @param {number} [above_px] and at its head */
  fit([x0, y0, x1, y1], margin_px, below_px = 0, above_px = 0) {
    this.#fitted = [[x0, y0, x1, y1], margin_px, below_px, above_px];
    this.#mmPerPx = this.#fitting(...this.#fitted);
    this.#middle = [(x0 + x1) / 2, (y0 + y1 + (below_px - above_px) * this.#mmPerPx) / 2];
    this.#put();
  }

  #put() {
    const { width, height } = this.#size;
    const [x, y] = this.toPlan([0, 0]);
    this.root.setAttribute("viewBox", `${x} ${y} ${width * this.#mmPerPx} ${height * this.#mmPerPx}`);
    this.dispatchEvent(new Event("change"));
  }
}
