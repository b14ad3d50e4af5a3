/** Points set exactly on a picture: handles to drag under a magnifier, to tap into place, or to move by arrow keys. */

import { svg } from "#plan/svg.js";
import { el } from "#ui/dom.js";

/** @typedef {[number, number]} Point pixels of the picture */

const STRIDE_PX = 10;
const GLASS_PX = 120;
const ZOOM = 3;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Fires "change" when a point was moved. */
export class PointsPicker extends EventTarget {
  #taps = 0;
  #held = -1;

  /**
   * @param {{url: string, size: Point, points: Point[], names: string[], label: string, isRing: boolean, inTurn: boolean}} of
   *   `names` are spoken, one a handle; `inTurn`: the first taps set the handles one after another, else the nearest one
   */
  constructor({ url, size, points, names, label, isRing, inTurn }) {
    super();
    this.size = size;
    this.points = points;
    this.inTurn = inTurn;
    this.handles = names.map((name, place) => el("button", { type: "button", class: "point", "aria-label": name, onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event, place), onblur: () => (this.glass.hidden = true) }));
    this.shapes = ["halo", "outline"].map((look) => svg(isRing ? "polygon" : "polyline", { class: look }));
    this.glass = el("div", { class: "glass", hidden: true, "aria-hidden": "true" });
    this.image = el("img", { src: url, alt: label, width: size[0], height: size[1], draggable: "false" });
    const overlay = svg("svg", { class: "overlay", viewBox: `0 0 ${size[0]} ${size[1]}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...this.shapes);
    this.stage = el("div", { class: "stage" }, this.image, overlay, ...this.handles);
    this.stage.style.setProperty("--proportion", String(size[0] / size[1]));
    this.glass.style.backgroundImage = `url("${url}")`;
    this.element = el("div", { class: "picker" }, this.stage, this.glass);
    this.stage.addEventListener("pointerdown", (event) => this.#press(event));
    this.stage.addEventListener("pointermove", (event) => this.#held >= 0 && this.#moveTo(this.#held, this.#pixel(event)));
    for (const end of ["pointerup", "pointercancel"]) this.stage.addEventListener(end, () => this.#release());
    this.#draw();
  }

  /** @param {PointerEvent} event */
  #press(event) {
    event.preventDefault();
    const grabbed = this.handles.indexOf(/** @type {any} */ (event.target));
    const at = this.#pixel(event);
    this.#held = grabbed >= 0 ? grabbed : this.#nextFor(at);
    if (grabbed < 0) this.#taps += 1;
    this.handles[this.#held].focus({ preventScroll: true });
    this.stage.setPointerCapture(event.pointerId);
    if (grabbed < 0) this.#moveTo(this.#held, at);
    else this.#magnify(this.#held);
  }

  #release() {
    this.#held = -1;
    this.glass.hidden = true;
  }

  /** @param {Point} at */
  #nextFor(at) {
    if (this.inTurn && this.#taps < this.points.length) return this.#taps;
    const far = this.points.map(([x, y]) => Math.hypot(x - at[0], y - at[1]));
    return far.indexOf(Math.min(...far));
  }

  /** One pixel of the picture a press, with Shift ten. @param {KeyboardEvent} event @param {number} place */
  #key(event, place) {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? STRIDE_PX : 1;
    const [x, y] = this.points[place];
    this.#moveTo(place, [x + way[0] * step, y + way[1] * step]);
  }

  /** @param {number} place @param {Point} at */
  #moveTo(place, [x, y]) {
    const kept = /** @type {Point} */ ([x, y].map((value, axis) => Math.min(Math.max(Math.round(value * 10) / 10, 0), this.size[axis])));
    this.points = this.points.map((point, other) => (other === place ? kept : point));
    this.#draw();
    this.#magnify(place);
    this.dispatchEvent(new Event("change"));
  }

  #draw() {
    for (const shape of this.shapes) shape.setAttribute("points", this.points.map((point) => point.join(",")).join(" "));
    this.handles.forEach(({ style }, place) => {
      style.left = `${(this.points[place][0] / this.size[0]) * 100}%`;
      style.top = `${(this.points[place][1] / this.size[1]) * 100}%`;
    });
  }

  /** What lies under the handle, enlarged, in the corner that is farther from the finger. @param {number} place */
  #magnify(place) {
    const [x, y] = this.points[place];
    const scale = (this.stage.clientWidth / this.size[0]) * ZOOM;
    const { style } = this.glass;
    this.glass.hidden = false;
    this.glass.classList.toggle("is-right", x < this.size[0] / 2);
    style.backgroundSize = `${this.size[0] * scale}px ${this.size[1] * scale}px`;
    style.backgroundPosition = `${GLASS_PX / 2 - x * scale}px ${GLASS_PX / 2 - y * scale}px`;
  }

  /** @param {PointerEvent} event @returns {Point} */
  #pixel(event) {
    const box = this.stage.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * this.size[0], ((event.clientY - box.top) / box.height) * this.size[1]];
  }
}
