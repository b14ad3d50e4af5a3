/** The photo on the screen: before and after, the wall's edge, the marks upon it; zoomed and moved by two fingers, wheel or keys. */

import { svg } from "#plan/svg.js";
import { isOn, moved, pixelAt, whole, zoomed } from "#photo/view.js";
import { el } from "#ui/dom.js";
import { ComparisonLine } from "#ui/photo/comparison_line.js";
import { Crosshair } from "#ui/photo/crosshair.js";
import { Fingers } from "#ui/photo/fingers.js";

const MARK_PX = 9;
const BRUSH_PX = { thin: 14, middle: 32, thick: 64 };

/** @typedef {[number, number]} Place */
/** @typedef {keyof typeof BRUSH_PX} BrushWidth */

/** Fires "mark" with what was done: `{at}`, `{from, to}` or `{points, width}`, in the photo's pixels; "said" with words for who hears. */
export class Stage extends EventTarget {
  /** @type {import("#photo/marks.js").Wall | null} */ #wall = null;
  tool = "tap";
  /** @type {BrushWidth} */ brush = "middle";

  /** @param {HTMLElement} root @param {{t: import("#ui/words.js").Translate, mayEdit: boolean}} with_ */
  constructor(root, { t, mayEdit }) {
    super();
    this.root = root;
    this.t = t;
    this.mayEdit = mayEdit;
    this.photo = { width: 3, height: 2 };
    this.view = { scale: 1, x: 0, y: 0 };
    this.before = el("img", { class: "photo-before", alt: "" });
    this.after = el("img", { class: "photo-after", alt: "" });
    this.edge = el("img", { class: "photo-edge", alt: "", hidden: true });
    this.marks = svg("svg", { class: "photo-marks", "aria-hidden": "true" });
    this.drawing = svg("svg", { class: "photo-marks", "aria-hidden": "true" });
    this.sheet = el("div", { class: "photo-sheet" }, this.before, this.after, this.edge, this.marks, this.drawing);
    this.frame = el("div", { class: "photo-frame", tabindex: "0", role: "application", "aria-label": t("photos.picture") }, this.sheet);
    root.append(this.frame);
    this.line = new ComparisonLine(this);
    this.fingers = new Fingers(this);
    this.crosshair = new Crosshair(this);
    new ResizeObserver(() => this.fit()).observe(this.frame);
  }

  get size() {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight };
  }

  /** The brush's width in the photo's pixels. */
  get brushWidth() {
    return Math.min(400, Math.max(2, Math.round(BRUSH_PX[this.brush] / this.view.scale)));
  }

  get draws() {
    return this.mayEdit && ["brush", "eraser", "line"].includes(this.tool);
  }

  /** Another photo. @param {{width: number, height: number}} photo @param {string} before its address as it came */
  show(photo, before) {
    this.photo = photo;
    this.before.src = before;
    this.after.src = before;
    for (const drawn of [this.marks, this.drawing]) drawn.setAttribute("viewBox", `0 0 ${photo.width} ${photo.height}`);
    this.drawing.replaceChildren();
    this.fit();
  }

  /** @param {HTMLImageElement} loaded */
  paint(loaded) {
    this.after.src = loaded.src;
    this.drawing.replaceChildren();
  }

  /** @param {string | null} url */
  showEdge(url) {
    this.edge.hidden = !url;
    if (url && !this.edge.src.endsWith(url)) this.edge.src = url;
  }

  /** The taps and lines of a wall. @param {import("#photo/marks.js").Wall | null} wall */
  showMarks(wall) {
    this.#wall = wall;
    const around = (/** @type {Place} */ [x, y], /** @type {string} */ look) =>
      svg("g", { class: look, transform: `translate(${x + 0.5} ${y + 0.5}) scale(${1 / this.view.scale})` }, svg("circle", { r: MARK_PX }), svg("path", { d: look === "mark-wall" ? "M-4 0H4M0-4V4" : "M-4 0H4" }));
    this.marks.replaceChildren(...(wall ? [
      ...wall.lines.map(([from, to]) => twice("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, "mark-line")),
      ...wall.taps.map((at) => around(at, "mark-wall")),
      ...wall.keep.map((at) => around(at, "mark-keep")),
    ] : []));
  }

  /** What the finger draws, until the painted picture shows it. @param {Place[]} way */
  draw(way) {
    if (this.tool === "line") {
      const [from, to] = [way[0], way[way.length - 1]];
      return this.drawing.replaceChildren(twice("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, "mark-line"));
    }
    const points = (way.length > 1 ? way : [way[0], way[0]]).map((point) => point.join(" ")).join(" ");
    this.drawing.replaceChildren(svg("polyline", { class: `mark-${this.tool}`, points, "stroke-width": this.brushWidth }));
  }

  undraw() {
    this.drawing.replaceChildren();
  }

  /** @param {Record<string, unknown>} detail */
  mark(detail) {
    if (this.mayEdit) this.dispatchEvent(new CustomEvent("mark", { detail }));
  }

  /** The photo's pixel at a place of the frame. @param {Place} at */
  pixel(at) {
    return pixelAt(this.view, at, this.photo);
  }

  /** @param {Place} at */
  isOn(at) {
    return isOn(this.view, at, this.photo);
  }

  fit() {
    this.#look(whole(this.photo, this.size));
  }

  /** @param {number} factor @param {Place} about */
  zoom(factor, about) {
    this.#look(zoomed(this.view, factor, about, this.photo, this.size));
  }

  /** @param {Place} by */
  move(by) {
    this.#look(moved(this.view, by, this.photo, this.size));
  }

  /** @param {import("#photo/view.js").View} view */
  #look(view) {
    this.view = view;
    this.sheet.style.width = `${this.photo.width * view.scale}px`;
    this.sheet.style.height = `${this.photo.height * view.scale}px`;
    this.sheet.style.transform = `translate(${view.x}px, ${view.y}px)`;
    this.showMarks(this.#wall);
    this.line.place();
    this.crosshair.place();
  }
}

/** A shape in white upon the same in dark, to be seen on any ground. @param {string} tag @param {Record<string, unknown>} shape @param {string} look */
const twice = (tag, shape, look) => svg("g", { class: look }, svg(tag, shape), svg(tag, shape));
