/** A tiled surface drawn flat, its first tile marked; dragging, or the arrow keys, move where the tiles begin. */

import { firstTile, seamsOver } from "#geometry/tile_pattern.js";
import { placeOfTile, within } from "#model/tile_surface.js";
import { brightness } from "#plan/brightness.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#geometry/tile_pattern.js").Tile} Tile */
/** @typedef {import("#model/tile_surface.js").TileSurface} TileSurface */
/** @typedef {[number, number]} Point */

const STRIDE_MM = 10;
const MARGIN = 0.04;
const DARK = 110;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
let made = 0;

/** Fires "trial" {origin} while tiles are dragged and "move" {origin, input} when they stay. */
export class TileView extends EventTarget {
  /** @type {{at: Point, origin: Point} | null} */ #drag = null;
  /** @type {TileSurface | null} */ #on = null;
  /** @type {Tile | null} */ #tile = null;
  /** @type {Point} */ #origin = [0, 0];

  /** @param {{label: string, mayMove: boolean}} of */
  constructor({ label, mayMove }) {
    super();
    const id = `tiles-${(made += 1)}`;
    this.cut = svg("path", { "clip-rule": "evenodd" });
    this.ground = svg("path", { class: "tiles-ground", "fill-rule": "evenodd" });
    this.seams = svg("path", { class: "tiles-seams", "clip-path": `url(#${id})` });
    this.first = svg("path", { class: "tiles-first" });
    this.corner = svg("circle", { class: "tiles-corner" });
    this.edge = svg("path", { class: "tiles-edge" });
    this.frame = svg("g", {}, svg("clipPath", { id }, this.cut), this.ground, this.seams, this.edge, this.first, this.corner);
    this.root = /** @type {SVGSVGElement} */ (svg("svg", { class: "tiles-view", role: mayMove ? "application" : "img", "aria-label": label, tabindex: mayMove ? 0 : null }, this.frame));
    if (mayMove) this.#listen();
  }

  /** @param {TileSurface} on @param {Tile} tile */
  show(on, tile) {
    const [left, low, right, high] = on.box;
    const margin = Math.max(right - left, high - low) * MARGIN;
    this.#on = on;
    this.#tile = tile;
    this.#origin = tile.origin ?? [0, 0];
    const top = on.isWall ? -high : low;
    this.root.setAttribute("viewBox", [left - margin, top - margin, right - left + 2 * margin, high - low + 2 * margin].join(" "));
    this.frame.setAttribute("transform", on.isWall ? "scale(1 -1)" : "");
    const shape = [on.outline, ...on.holes].map(ring).join("");
    for (const path of [this.cut, this.ground, this.edge]) path.setAttribute("d", shape);
    this.ground.setAttribute("fill", tile.tint);
    this.seams.classList.toggle("is-on-dark", brightness(tile.tint) < DARK);
    this.corner.setAttribute("r", String(Math.max(right - left, high - low) / 80));
    this.#draw();
  }

  #draw() {
    if (!this.#on || !this.#tile) return;
    const { origin, turn } = placeOfTile({ ...this.#tile, origin: this.#origin }, this.#on);
    this.seams.setAttribute("d", seamsOver(this.#on.box, this.#tile, origin, turn).map(line).join(""));
    this.first.setAttribute("d", ring(firstTile(this.#tile, origin, turn)));
    this.corner.setAttribute("cx", String(origin[0]));
    this.corner.setAttribute("cy", String(origin[1]));
  }

  #listen() {
    const { root } = this;
    root.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      root.focus({ preventScroll: true });
      root.setPointerCapture(event.pointerId);
      this.#drag = { at: this.#millimetres(event), origin: this.#origin };
    });
    root.addEventListener("pointermove", (event) => this.#drag && this.#try(this.#draggedTo(event)));
    root.addEventListener("pointerup", (event) => this.#drag && this.#stay(this.#draggedTo(event), "dragged"));
    root.addEventListener("pointercancel", () => this.#drag && this.#back());
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** One millimetre a press, with Shift ten. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" && this.#drag) return event.preventDefault(), this.#back();
    const way = ARROWS[event.key];
    if (!way || !this.#on) return;
    event.preventDefault();
    const step = event.shiftKey ? STRIDE_MM : 1;
    const up = this.#on.isWall ? 1 : -1;
    this.#stay([this.#origin[0] + way[0] * step, this.#origin[1] + way[1] * step * up], "typed");
  }

  /** @param {PointerEvent} event @returns {Point} */
  #draggedTo(event) {
    const { at, origin } = /** @type {{at: Point, origin: Point}} */ (this.#drag);
    const now = this.#millimetres(event);
    return [origin[0] + now[0] - at[0], origin[1] + now[1] - at[1]];
  }

  /** @param {Point} origin */
  #try(origin) {
    if (!this.#tile || !this.#on) return;
    this.#origin = within(origin, this.#tile, this.#on);
    this.#draw();
    this.dispatchEvent(new CustomEvent("trial", { detail: { origin: this.#origin } }));
  }

  /** @param {Point} origin @param {"dragged" | "typed"} input */
  #stay(origin, input) {
    this.#drag = null;
    this.#try(origin);
    this.dispatchEvent(new CustomEvent("move", { detail: { origin: this.#origin, input } }));
  }

  #back() {
    const drag = this.#drag;
    this.#drag = null;
    if (drag) this.#try(drag.origin);
  }

  /** In the surface's own frame. @param {PointerEvent} event @returns {Point} */
  #millimetres({ clientX, clientY }) {
    const seen = /** @type {SVGGElement} */ (this.frame).getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(seen);
    return [x, y];
  }
}
