/** The plan in the browser: an SVG drawing of one level, redrawn where something changed, and the tools at work on it. */

import { halfAt } from "#geometry/thickness.js";
import { entities, entity, itemsOf, levelsOf } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { handlesOf } from "#plan/handles.js";
import { KeptLayer } from "#plan/kept_layer.js";
import { itemMarks, moveMarks } from "#plan/item_marks.js";
import { PlanKeys } from "#plan/keys.js";
import { dashed } from "#plan/compare.js";
import { FindingLayers } from "#plan/finding_layers.js";
import { Backgrounds, boxOfBackgrounds, shownOn } from "#plan/backgrounds.js";
import { below } from "#plan/below.js";
import { blocks } from "#plan/block_marks.js";
import { areLengthsInside, coats, floors, lengths, names, nameSpots, openings, walls } from "#plan/layers.js";
import { Pointers } from "#plan/pointers.js";
import { dimensions, notes } from "#plan/remarks.js";
import { dormers } from "#plan/dormers.js";
import { skylights } from "#plan/skylights.js";
import { slopeAreas, slopeLines } from "#plan/slopes.js";
import { openStairs } from "#plan/stairwells.js";
import { svg } from "#plan/svg.js";
import { Survey } from "#plan/survey.js";
import { toolNamed } from "#plan/tools/tools.js";
import { Viewport } from "#plan/viewport.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {{name: string, [detail: string]: any}} ToolChoice */
/**
 * @typedef {object} Tools What the drawing and its tools need of the page.
 * @property {import("#core/store.js").Store} store
 * @property {import("#model/kinds.js").Kinds} kinds
 * @property {(code: string) => string | null} paintOf
 * @property {import("#model/selection.js").Selection} selection
 * @property {(key: string, values?: Record<string, unknown>) => string} t
 * @property {(room: any) => string} roomName
 * @property {(item: any) => string} itemName
 * @property {(mm: number) => string} length
 * @property {(mm: number) => string} metres as heights of ceilings are spoken of
 * @property {(mm2: number) => string} area
 * @property {(picture: string) => string} pictureAddress where the picture of this id is found
 * @property {(item: any) => import("#plan/body_symbol.js").Body | null} [bodyOf] the outlines of the item's product, where it has a model of its own
 * @property {boolean} mayEdit false: things are shown and named, nothing moves
 */

/** @typedef {[number, number]} Point */

/** A touch this near to a wall's face means the wall: a finger is broader than a wall. */
const WALL_REACH_PX = 14;
const LAYERS = ["backgrounds", "floors", "stairwells", "below", "slopes", "coats", "items", "walls", "openings", "blocks", "hung", "contours", "findings", "compare", "names", "lengths", "remarks", "marks", "handles", "guides"];
const KEPT = ["floors", "walls", "coats", "openings", "lengths"];
const MARGIN_PX = 56;
/** On a drawing so narrow and so high what switches the views lies over its head, and words over its foot; on a wider one the zoom's buttons and those of the levels. */
const [NARROW_PX, LEAST_HIGH_PX, OVER_PX, BUTTONS_PX] = [480, 320, 80, 72];
/** So low a drawing stands beside a sheet, and nothing lies over it. */
const BESIDE_SHEET_PX = 240;
const HANGS_FROM_MM = 1200;
/** So long after the last of its moves a thing stands still. */
const SETTLED_MS = 150;

/** Fires "tool" (another tool is in hand), "corner" and "typing" (see WallTool), "paint" (detail: what a tap with a colour did), "hint" (detail: words for the status line), "pick" (a target was touched), "finding" (detail: the key of the one whose mark was touched). */
export class PlanView extends EventTarget {
  /** @type {Map<string, {item: any, element: Element}>} */ #items = new Map();
  /** Another version of the plan, drawn dashed over this one, and the paths of it alone. @type {[Document, readonly string[] | null] | null} */ #compared = null;

  /** Layers of which only what has changed is drawn. @type {Record<string, KeptLayer>} */ #kept;
  /** The page's letters over the usual ones; asked anew when the drawing's size changes, for the answer is dear. */ #letters = 1;
  /** What is drawn as selected. @type {Set<SVGElement>} */ #chosen = new Set();
  /** Where on a page of which size the drawing's corner was. */ #place = { left: 0, top: 0, page: "" };
  /** Where rooms' names stand. @type {import("#plan/layers.js").NameSpot[]} */ spots = [];

  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  /** Whose turning knob is shown, and on which side of it. */ knob = { id: "", side: 1 };
  /** Whether the level below is shown faintly. */ showsBelow = true;
  /** The tool in hand. @type {ToolChoice} */ choice = { name: "select" };

  /** @param {HTMLElement} host @param {Tools & {level: string}} with_ */
  constructor(host, { level, ...tools }) {
    super();
    this.tools = tools;
    this.level = level;
    this.root = /** @type {SVGSVGElement} */ (svg("svg", { class: "plan", role: "group", "aria-label": tools.t("plan.drawing"), tabindex: 0 }));
    /** @type {Record<string, Element>} */
    this.layers = Object.fromEntries(LAYERS.map((name) => [name, svg("g", { class: `layer-${name}` })]));
    this.#kept = Object.fromEntries(KEPT.map((name) => [name, new KeptLayer(this.layers[name])]));
    this.root.append(...Object.values(this.layers));
    this.backgrounds = new Backgrounds(this.layers.backgrounds, tools.pictureAddress);
    host.append(this.root);
    this.viewport = new Viewport(this.root);
    this.findings = new FindingLayers(this);
    this.survey = new Survey(tools.store.document, level);
    this.tool = toolNamed({ name: "select" }, this);
    this.watching = new AbortController();
    this.sizes = new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect));
    this.#watch(host);
    this.redraw();
  }

  /** @param {string} level */
  setLevel(level) {
    this.level = level;
    this.tools.selection.clear();
    this.redraw();
    this.fit();
  }

  /** Products have outlines of their own now. */
  redrawBodies() {
    for (const held of this.#items.values()) if (this.tools.bodyOf?.(held.item)) held.item = null;
    this.#redrawItems();
    this.#redrawSelection();
  }

  /** @param {boolean} shown the level below, faintly */
  showBelow(shown) {
    this.showsBelow = shown;
    this.redraw();
  }

  /** Lay another version of the plan over this one, dashed where it differs; null: none. @param {Document | null} document @param {readonly string[] | null} [paths] those entities alone; null: all */
  compareWith(document, paths = null) {
    this.#compared = document && [document, paths];
    this.#redrawCompared();
  }

  /** @param {ToolChoice} choice */
  setTool(choice) {
    this.tool.leave?.();
    this.tool = toolNamed(choice, this);
    this.choice = choice;
    this.root.dataset.tool = choice.name;
    this.hint(this.tool.hint ?? "");
    this.dispatchEvent(new CustomEvent("tool", { detail: choice }));
  }

  /** Words for the status line; empty: nothing to say. @param {string} key @param {Record<string, unknown>} [values] */
  hint(key, values) {
    this.dispatchEvent(new CustomEvent("hint", { detail: key ? this.tools.t(key, values) : "" }));
  }

  /** Show all of the level. */
  fit() {
    const box = this.survey.box() ?? boxOfBackgrounds(this.tools.store.document, this.level) ?? [0, 0, 4000, 3000];
    const { width, height } = this.viewport.size;
    const margin_px = Math.min(MARGIN_PX, width / 8, height / 8);
    const [foot_px, head_px] = height <= LEAST_HIGH_PX ? [0, 0] : width < NARROW_PX ? [OVER_PX, OVER_PX] : [BUTTONS_PX, levelsOf(this.tools.store.document).length > 1 ? BUTTONS_PX : 0];
    this.viewport.fit(box, margin_px, Math.max(foot_px - margin_px, 0), Math.max(head_px - margin_px, 0));
  }

  /** The next size is of another picture, not of one beside which something opened: what is shown whole fills it. */
  begin() {
    this.#place = { left: 0, top: 0, page: "" };
  }

  /** @param {number} factor */
  zoomBy(factor) {
    this.viewport.zoom(factor);
  }

  /** Draw everything anew. */
  redraw() {
    const { document } = this.tools.store;
    const focused = this.root.ownerDocument.activeElement;
    const held = this.root.contains(focused) ? focused?.closest("[data-path]")?.getAttribute("data-path") : null;
    this.survey = this.survey.renewed(document, this.level);
    this.backgrounds.show(document, this.level);
    this.root.toggleAttribute("data-over-picture", shownOn(document, this.level).length > 0);
    this.#kept.floors.show(floors(this.survey, this.tools));
    this.layers.below.replaceChildren(...(this.showsBelow ? below(this.survey) : []));
    this.layers.stairwells.replaceChildren(...openStairs(this.survey, this.tools.kinds));
    this.layers.slopes.replaceChildren(...slopeAreas(this.survey));
    this.#kept.walls.show(walls(this.survey, this.tools));
    this.#kept.coats.show(coats(this.survey, this.tools));
    this.#kept.openings.show(openings(this.survey, this.tools));
    this.layers.blocks.replaceChildren(...blocks(this.survey, this.tools));
    this.#redrawItems();
    this.#redrawCompared();
    this.findings.redraw();
    this.#redrawText();
    this.#redrawSelection();
    if (held && !focused?.isConnected) this.elementOf(held)?.focus({ preventScroll: true });
  }

  dispose() {
    this.watching.abort();
    clearTimeout(this.#settling);
    this.sizes.disconnect();
    this.root.remove();
  }

  /** Only items whose fields changed are drawn; the rest stays in the page as it is. */
  #redrawItems() {
    const shown = new Map(itemsOf(this.tools.store.document, this.level).map((item) => [item.id, item]));
    for (const [id, { element }] of this.#items) {
      if (!shown.has(id)) {
        element.remove();
        this.#items.delete(id);
      }
    }
    for (const [id, item] of shown) {
      const held = this.#items.get(id);
      if (held?.item === item) continue;
      if (held?.item && isMovedAlone(held.item, item)) {
        moveMarks(held.element, item);
        held.item = item;
        continue;
      }
      const element = itemMarks(item, this.tools.kinds, this.tools.itemName(item), this.tools.bodyOf?.(item) ?? null);
      const layer = item.elevation >= HANGS_FROM_MM ? this.layers.hung : this.layers.items;
      if (held && held.element.parentNode === layer) held.element.replaceWith(element);
      else {
        held?.element.remove();
        layer.append(element);
      }
      this.#items.set(id, { item, element });
    }
  }

  #redrawCompared() {
    const { store, kinds } = this.tools;
    this.layers.compare.replaceChildren(...(this.#compared ? dashed(this.#compared[0], store.document, this.level, kinds, this.#compared[1]) : []));
  }

  #redrawText() {
    this.#redrawNames();
    this.#redrawLengths();
    this.layers.contours.replaceChildren(...slopeLines(this.survey, this.tools, this.#letterMm, this.spots), ...dormers(this.survey, this.tools), ...skylights(this.survey, this.tools));
    const { document } = this.tools.store;
    this.layers.remarks.replaceChildren(...[dimensions, notes].flatMap((marks) => marks(document, this.level, this.tools, this.#letterMm)));
  }

  #redrawLengths() {
    this.#kept.lengths.show(lengths(this.survey, this.tools, this.#letterMm, this.spots));
  }

  /** Once what is moved stands still: with many things it is dear. */
  #redrawLengthsSoon() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#redrawLengths(), SETTLED_MS);
  }

  /** A pixel of the drawing's letters in mm: they grow with the letters of the page. */
  get #letterMm() {
    return this.viewport.mmPerPx * this.#letters;
  }

  #redrawNames() {
    const spots = nameSpots(this.survey, this.tools, this.#letterMm);
    if (sameSpots(spots, this.spots)) return;
    this.spots = spots;
    this.layers.names.replaceChildren(...names(spots));
    this.findings?.fit();
  }

  #redrawSelection() {
    const chosen = new Set(this.tools.selection.all.map((target) => this.elementOf(pathOf(target))).filter((element) => element !== null));
    for (const element of this.#chosen) if (!chosen.has(element)) element.classList.remove("is-selected");
    for (const element of chosen) element.classList.add("is-selected");
    this.#chosen = chosen;
    this.layers.handles.replaceChildren(...handlesOf(this));
  }

  /** Select an entity as a tap on it would. @param {string} path */
  select(path) {
    const [collection, id] = path.split("/");
    const side = collection === "walls" ? this.survey.insideOf(id) : null;
    this.tools.selection.set({ collection: /** @type {any} */ (collection), id, side, at_mm: null });
  }

  /** A target was touched, here or in 3D: the tool in hand takes it, or it is selected. @param {import("#model/selection.js").Target} target @param {Point | null} [at] where it was touched */
  take(target, at = null) {
    if (this.tool.take) return this.tool.take(target, at);
    this.tools.selection.set(target);
    this.dispatchEvent(new CustomEvent("pick", { detail: { target, byKey: false } }));
  }

  /** What a touch means: a thing, a wall's face, or the floor of a room. @param {import("#plan/pointers.js").Touch} touch @returns {import("#model/selection.js").Target | null} */
  targetAt({ path, at, room }) {
    const [collection, id] = path.split("/");
    if (collection === "walls") return this.#wallTarget(id, at);
    if (id) return { collection: /** @type {any} */ (collection), id };
    const near = this.wallNear(at, WALL_REACH_PX);
    if (near) return this.#wallTarget(near.wall, at);
    if (room === null) return null;
    return { collection: "rooms", id: this.survey.found.rooms[room].label, at: whole(at), face: "floor" };
  }

  /** The wall nearest to a point, within a reach in pixels of its face. @param {Point} at @param {number} [reach_px] @returns {{wall: string, along_mm: number, side: "left" | "right"} | null} */
  wallNear(at, reach_px = 60) {
    let best = null;
    let least = reach_px * this.viewport.mmPerPx;
    for (const [wall, { line }] of this.survey.walls) {
      const along_mm = line.along(at);
      const right = line.right(at);
      const beyond = Math.max(-along_mm, along_mm - line.length_mm, 0);
      const away = Math.hypot(Math.max(Math.abs(right) - this.halfAt(wall, along_mm), 0), beyond);
      if (away < least) {
        least = away;
        best = { wall, along_mm, side: /** @type {"left" | "right"} */ (right > 0 ? "right" : "left") };
      }
    }
    return best;
  }

  /** Half the wall's thickness so far along it. @param {string} wall @param {number} along_mm @returns {number} mm */
  halfAt(wall, along_mm) {
    const found = /** @type {any} */ (entity(this.survey.document, "walls", wall));
    return found ? halfAt(found, along_mm) : 0;
  }

  /** The face nearest to the touch; the outer side of a wall gives way to the inner one. @param {string} id @param {Point} at */
  #wallTarget(id, at) {
    const line = this.survey.solids.get(id)?.line;
    if (!line) return null;
    const at_mm = Math.min(Math.max(line.along(at), 0), line.length_mm);
    const near = line.right(at) > 0 ? "right" : "left";
    const side = this.survey.faceAt(id, near, at_mm) ? near : this.survey.insideOf(id);
    return { collection: /** @type {"walls"} */ ("walls"), id, side: /** @type {"left" | "right"} */ (side), at_mm };
  }

  /** The element that draws an entity. @param {string} path @returns {SVGElement | null} */
  elementOf(path) {
    const item = path.startsWith("items/") ? this.#items.get(path.slice("items/".length)) : null;
    return item ? /** @type {SVGElement} */ (item.element) : this.root.querySelector(`[data-path="${CSS.escape(path)}"]`);
  }

  /** @param {HTMLElement} host */
  #watch(host) {
    const { signal } = this.watching;
    this.sizes.observe(host);
    this.viewport.addEventListener("change", () => this.#afterZoom(), { signal });
    this.tools.store.addEventListener("reversed", () => this.choice.name === "select" && this.hint(""), { signal });
    this.tools.store.addEventListener("change", (event) => this.#afterChange(/** @type {CustomEvent} */ (event)), { signal });
    this.tools.selection.addEventListener("change", () => this.#redrawSelection(), { signal });
    this.tools.selection.addEventListener("change", () => this.tools.mayEdit && this.choice.name === "select" && this.hint(""), { signal });
    new Pointers(this, signal);
    new PlanKeys(this, signal);
  }

  /** @param {{width: number, height: number}} box */
  #resize({ width, height }) {
    const { size } = this.viewport;
    const isFirst = size.width <= 1;
    if (width < 1) return;
    this.#letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const { left, top } = this.root.getBoundingClientRect();
    const [place, before] = [{ left, top, page: `${innerWidth} ${innerHeight}` }, this.#place];
    this.viewport.resize(width, height, before.page === place.page ? [left - before.left, top - before.top] : null);
    this.#place = place;
    const isOther = size.height <= BESIDE_SHEET_PX !== height <= BESIDE_SHEET_PX;
    if (isFirst || (isOther && this.viewport.isWhole)) this.fit();
  }

  #afterZoom() {
    this.#redrawText();
    this.findings.fit();
    this.#redrawSelection();
  }

  /** @param {CustomEvent} event */
  #afterChange({ detail }) {
    this.#afterPlan(detail);
    this.tool.changed?.();
  }

  /** @param {{touched?: Set<string>} | null} detail */
  #afterPlan(detail) {
    this.tools.selection.keepTo(this.tools.store.document);
    const touched = [...(detail?.touched ?? [])];
    const onlyItems = touched.length > 0 && touched.every((path) => String(path).startsWith("items/"));
    if (!onlyItems) return this.redraw();
    this.survey.document = this.tools.store.document;
    this.#redrawItems();
    this.#redrawCompared();
    this.#redrawNames();
    if (areLengthsInside(this.#letterMm)) this.#redrawLengthsSoon();
    this.#redrawSelection();
  }

  /** Every entity's path in the order in which the keyboard goes through them. @returns {string[]} */
  order() {
    const { document } = this.tools.store;
    return [
      ...Array.from(this.survey.walls.keys(), (id) => `walls/${id}`),
      ...entities(document, "openings").filter(({ wall }) => this.survey.walls.has(wall)).map(({ id }) => `openings/${id}`),
      ...itemsOf(document, this.level).map(({ id }) => `items/${id}`),
      ...["skylights", "dormers"].flatMap((name) => entities(document, name).filter(({ slope }) => entity(document, "slopes", slope)?.level === this.level).map(({ id }) => `${name}/${id}`)),
      ...["solids", "slopes", "notes", "dimensions"].flatMap((name) => entities(document, name).filter(({ level }) => level === this.level).map(({ id }) => `${name}/${id}`)),
    ];
  }
}

/** @param {readonly any[]} one @param {readonly any[]} other */
const sameSpots = (one, other) =>
  one.length === other.length && one.every((spot, place) => Object.keys(spot).every((name) => spot[name] === other[place][name]));

/** Whether nothing but its place is another: what is drawn of it stays as it is. @param {any} before @param {any} after */
const isMovedAlone = (before, after) => Object.keys(after).every((name) => PLACE.has(name) || before[name] === after[name]);

const PLACE = new Set(["at", "turn_mdeg", "mirrored", "host"]);

/** @param {Point} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];
