/** A wall's view by keyboard: arrows go from wall to wall or move what is selected, Page Up and Page Down go through what is there. */

import { moveEdge, edgesOf, removeBand } from "#model/actions/bands.js";
import { hangItems, hangs } from "#model/actions/hang_items.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { refusalOf } from "#model/actions/place_opening.js";
import { leastOf, shapeOpening } from "#model/actions/shape_opening.js";
import { changeTile } from "#model/actions/tile.js";
import { entity } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { placeOf, sidePulled } from "#plan/elevation/pulls.js";

/** @typedef {[number, number]} Point */

const STEP_MM = 10;
const STRIDE_MM = 100;
const TILE_STEP_MM = 1;
const TURN_MDEG = 15_000;
const FULL_TURN_MDEG = 360_000;
/** To the right and upwards. @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class WallKeys {
  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {AbortSignal} signal */
  constructor(view, signal) {
    this.view = view;
    view.root.addEventListener("keydown", (event) => this.#press(event), { signal });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#did(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event @returns {boolean} */
  #did(event) {
    const { key, shiftKey, target } = event;
    const { view } = this;
    const handle = /** @type {SVGElement} */ (target).dataset?.handle;
    if (view.tools.mayEdit && view.tool.key?.(event)) return true;
    if (key === "Escape") return this.#back();
    if (key === "PageDown" || key === "PageUp") return this.#go(key === "PageDown" ? 1 : -1);
    if (key === "Home") return view.frame.fit(), true;
    if (key === "+" || key === "=") return view.zoomBy(1.25), true;
    if (key === "-") return view.zoomBy(0.8), true;
    if (key in ARROWS && handle) return this.#nudge(handle, ARROWS[key], shiftKey);
    if (key in ARROWS) return this.#arrow(ARROWS[key], shiftKey ? STRIDE_MM : STEP_MM);
    if (!view.tools.mayEdit) return false;
    if (key === "Delete" || key === "Backspace") return this.#remove();
    if (key === "Enter" || key === " ") return this.#open(/** @type {SVGElement} */ (target));
    return false;
  }

  /** The next thing, selected and spoken. @param {number} way */
  #go(way) {
    const order = this.view.order();
    if (!order.length) return false;
    const place = order.findIndex((element) => element === document.activeElement);
    const element = order[(place + way + order.length) % order.length];
    const key = element.dataset.key ?? "";
    if (this.view.tools.mayEdit) this.#select(element);
    /** @type {SVGElement | null} */ (this.view.root.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus({ preventScroll: true });
    return true;
  }

  /** @param {SVGElement} element */
  #select(element) {
    const { view } = this;
    const [kind, place] = (element.dataset.key ?? "").split(" ");
    const strip = kind === "strip" ? view.wall?.strips[Number(place)] : null;
    if (strip) return view.choose(strip.left + strip.face.length_mm / 2, (strip.z_from + strip.z_to) / 2);
    const [collection, id] = kind.split("/");
    view.tools.selection.set({ collection: /** @type {any} */ (collection), id });
  }

  /** @param {Point} way @param {number} step */
  #arrow(way, step) {
    const current = this.view.tools.selection.current;
    if (this.view.tools.mayEdit && current?.collection === "items" && this.view.chosen) return this.#moveItems(way, step);
    if (this.view.tools.mayEdit && current?.collection === "openings" && this.view.chosen) return this.#moveOpening(String(current.id), way, step);
    if (way[0]) this.view.go(way[0]);
    return way[0] !== 0;
  }

  /** @param {Point} way @param {number} step */
  #moveItems([right, up], step) {
    const { view } = this;
    const { selection, store, kinds } = view.tools;
    const ids = selection.all.filter(({ collection }) => collection === "items").map(({ id }) => String(id));
    const items = ids.map((id) => entity(store.document, "items", id)).filter((item) => item !== null);
    const places = items.filter((item) => right || hangs(item, kinds)).map((item) => [item.id, placeOf(/** @type {any} */ (view.wall), item, right * step, up * step)]);
    if (places.length) store.perform(hangItems(Object.fromEntries(places), "typed"));
    if (places.length) view.tell();
    else view.hint("walls.stands");
    return true;
  }

  /** @param {string} id @param {Point} way @param {number} step */
  #moveOpening(id, [right, up], step) {
    const { wall, chosen } = this.view;
    if (!wall || !chosen) return false;
    const sill = Math.max(chosen.low + up * step, 0);
    const wanted = right ? { middle_mm: wall.along((chosen.left + chosen.right) / 2 + right * step) } : chosen.low > 0 ? { sill } : null;
    if (!wanted || this.#shape(id, wanted)) this.view.tell();
    return true;
  }

  /** Whether the opening may be so; if not, the status line says why. @param {string} id @param {Parameters<typeof shapeOpening>[1]} wanted */
  #shape(id, wanted) {
    const { store } = this.view.tools;
    const make = shapeOpening(id, wanted, "typed");
    const isRefused = !store.perform(make) && !make(store.document);
    if (isRefused) this.view.hint(refusalOf(store.document, /** @type {any} */ (entity(store.document, "openings", id))));
    return !isRefused;
  }

  /** What is gripped goes a step by the arrow. @param {string} handle @param {Point} way @param {boolean} isStride */
  #nudge(handle, [right, up], isStride) {
    const { view } = this;
    const { store, selection } = view.tools;
    const by = (right + up) * (isStride ? STRIDE_MM : STEP_MM);
    const [what, name, place] = handle.split(" ");
    const id = selection.current?.id ?? "";
    if (what === "tiles") return this.#nudgeTiles(name, [right, up], isStride);
    if (what === "opening" && view.chosen && view.wall) {
      const side = /** @type {"left" | "right" | "low" | "high"} */ (name);
      this.#shape(id, sidePulled(view.chosen, side, view.chosen[side] + by, view.wall, leastOf(/** @type {any} */ (view.chosen).opening)));
      return true;
    }
    const face = view.wall?.faces[Number(name)];
    const z = face && edgesOf(store.document, face)[Number(place)];
    if (face && z !== undefined && store.perform(moveEdge(view.whereOf(face), z, z + by, "typed"))) view.hint("walls.told_edge", { height: view.tools.length(z + by) });
    return true;
  }

  /** One millimetre a press, with Shift ten; the direction by fifteen degrees, with Shift by one. @param {string} name @param {Point} way @param {boolean} isStride */
  #nudgeTiles(name, [right, up], isStride) {
    const { strip, tools: { store } } = this.view;
    const tile = strip?.finish ? entity(store.document, "finishes", strip.finish)?.tile : null;
    if (!strip?.finish || !tile) return false;
    const step = TILE_STEP_MM * (isStride ? 10 : 1);
    const [x, y] = tile.origin ?? [0, 0];
    const turn = (tile.turn_mdeg ?? 0) + (right + up) * (isStride ? 1000 : TURN_MDEG);
    const fields = name === "turn" ? { turn_mdeg: (turn + FULL_TURN_MDEG) % FULL_TURN_MDEG } : { origin: /** @type {Point} */ ([x + right * step, y + up * step]) };
    store.perform(changeTile(strip.finish, fields, "typed"));
    return true;
  }

  #remove() {
    const { strip, tools: { selection, store } } = this.view;
    const paths = selection.all.filter(({ id, collection }) => id && ["items", "openings"].includes(collection)).map(pathOf);
    if (paths.length) store.perform(removeEntities(paths));
    else if (strip) store.perform(removeBand(this.view.whereOf(strip.face), (strip.z_from + strip.z_to) / 2));
    else return false;
    this.view.root.focus();
    return true;
  }

  /** Go on to the panel of what is selected. @param {SVGElement} target */
  #open(target) {
    if (target.dataset?.handle) return false;
    if (target.dataset?.key) this.#select(target);
    const current = this.view.tools.selection.current;
    if (current) this.view.pick(current, true);
    return current !== null;
  }

  #back() {
    const { view } = this;
    if (view.tool.back?.()) return true;
    if (view.root.dataset.tool !== "select") return view.putDown(), true;
    if (!view.tools.selection.current) return false;
    view.tools.selection.clear();
    view.root.focus();
    return true;
  }
}
