/** The walls of a room unfolded, one of them large with its neighbours beside it: an SVG drawing, the tools at work on it, its keys. */

import { entity } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { unfoldedRoom } from "#model/unfolded.js";
import { cutWidth, ground, section, shapeOf } from "#plan/elevation/ground.js";
import { handlesOf } from "#plan/elevation/handles.js";
import { itemFront, pointDashes } from "#plan/elevation/item_fronts.js";
import { measures, pointHeights } from "#plan/elevation/measures.js";
import { openingFront } from "#plan/elevation/opening_fronts.js";
import { whereToLook } from "#plan/elevation/where_to_look.js";
import { BandTool } from "#plan/elevation/tools/band_tool.js";
import { HandTool } from "#plan/elevation/tools/hand_tool.js";
import { OpeningTool } from "#plan/elevation/tools/opening_tool.js";
import { PaintTool } from "#plan/elevation/tools/paint_tool.js";
import { PlaceTool } from "#plan/elevation/tools/place_tool.js";
import { WallKeys } from "#plan/elevation/wall_keys.js";
import { Pointers } from "#plan/pointers.js";
import { line, svg } from "#plan/svg.js";
import { Viewport } from "#plan/viewport.js";

/**
 * @typedef {import("#model/unfolded.js").UnfoldedWall} UnfoldedWall
 * @typedef {import("#model/unfolded.js").Strip} Strip
 * @typedef {import("#model/unfolded.js").Placed} Placed
 * @typedef {import("#model/unfolded.js").Where} Where
 * @typedef {import("#model/selection.js").Target} Target
 * @typedef {[number, number]} Point
 */

const LAYERS = ["beside", "ground", "openings", "items", "points", "section", "chosen", "measures", "handles", "guides"];
const REACH_PX = 10;
const REACH_MM = 150;
/** Room for the measures. */
const BESIDE_PX = 46;
const ABOVE_PX = 18;
const BELOW_PX = 40;
/** Neighbours are drawn again once a pull has come to rest. */
const REST_MS = 140;

/** @type {Record<string, new (view: any, choice: any) => import("#plan/tools/tools.js").Tool>} */
const TOOLS = { item: PlaceTool, opening: OpeningTool, paint: PaintTool, band: BandTool };

/** Fires "wall" (another wall, or the walls have changed) and "tool" (detail: its name). */
export class WallsView extends EventTarget {
  /** @type {UnfoldedWall | null} */ wall = null;
  /** @type {UnfoldedWall[]} */ walls = [];
  /** What the selection is on this wall. @type {Placed | null} */ chosen = null;
  /** @type {Strip | null} */ strip = null;
  /** Whatever stands before the wall or is cut into it. @type {(Placed & {key: string})[]} */ placed = [];
  /** Nothing of the plan lies under the pointers here. */
  survey = { roomAt: () => null };
  /** @type {Map<string, {item: any, element: Element}>} */ #items = new Map();
  #isShown = false;
  #timer = 0;
  #covered_px = 0;

  /** @param {HTMLElement} host @param {{planView: import("#plan/plan_view.js").PlanView, coverName: (finish: any) => string}} with_ */
  constructor(host, { planView, coverName }) {
    super();
    this.planView = planView;
    this.tools = planView.tools;
    this.coverName = coverName;
    this.root = /** @type {SVGSVGElement} */ (svg("svg", { class: "plan walls-drawing", role: "group", tabindex: 0 }));
    /** @type {Record<string, Element>} */
    this.layers = Object.fromEntries(LAYERS.map((name) => [name, svg("g", { class: `layer-${name}` })]));
    this.root.append(...Object.values(this.layers));
    host.append(this.root);
    this.viewport = new Viewport(this.root);
    /** @type {import("#plan/tools/tools.js").Tool} */
    this.tool = new HandTool(this);
    this.watching = new AbortController();
    this.#watch(host);
  }

  get level() {
    return this.planView.level;
  }

  /** A pixel of the drawing's letters in mm: they grow with the letters of the page. */
  get letterMm() {
    return (this.viewport.mmPerPx * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16;
  }

  /** How far a thing jumps to where it stops. */
  get reach_mm() {
    return Math.min(REACH_PX * this.viewport.mmPerPx, REACH_MM);
  }

  /** What the walls cut beside this one take. */
  get besideMm() {
    return this.wall ? cutWidth(this.wall) : 0;
  }

  /** From now on it is on the screen, or is not. @param {boolean} isShown */
  setShown(isShown) {
    this.#isShown = isShown;
    if (!isShown) return this.putDown();
    this.#take(this.planView.choice);
    this.refresh();
  }

  /** How much of the drawing's foot something covers. @param {number} px */
  cover(px) {
    if (px === this.#covered_px) return;
    this.#covered_px = px;
    if (this.viewport.isWhole) this.fit();
  }

  /** The walls as the plan has them now, and on the wall that is looked at. */
  refresh() {
    this.#look(whereToLook(this.planView.survey, this.tools, this.#where()));
  }

  /** The next wall about the room, or the one before it. @param {number} step */
  go(step) {
    const place = this.wall ? this.walls.indexOf(this.wall) : -1;
    if (place >= 0) this.lookAt(this.walls[(place + step + this.walls.length) % this.walls.length]);
  }

  /** @param {UnfoldedWall} wall */
  lookAt(wall) {
    if (this.tools.mayEdit) this.tools.selection.set(this.#wallTarget(wall, wall.faceAt(wall.width_mm / 2), null));
    this.#look({ room: wall.room, wall: wall.wall.id, side: wall.side });
  }

  /** A room's first wall. @param {number} room */
  lookInto(room) {
    this.#look({ room, wall: "", side: "right" });
    if (this.wall) this.lookAt(this.wall);
  }

  /** The same wall from behind, where a room sees it. @returns {Where | null} */
  get behind() {
    const { wall } = this;
    const face = wall && this.planView.survey.faces.find((other) => other.wall === wall.wall.id && other.side !== wall.side && other.side.length > 1);
    return face ? { room: face.room, wall: face.wall, side: /** @type {"left" | "right"} */ (face.side) } : null;
  }

  lookBehind() {
    const { behind } = this;
    if (!behind) return;
    this.#look(behind);
    if (this.wall) this.lookAt(this.wall);
  }

  /** A band to pull between two heights. @param {import("#model/actions/paint.js").Cover} cover @param {number} usual_mm how high it is when a key lays it */
  takeBand(cover, usual_mm) {
    this.planView.setTool({ name: "select" });
    this.#take({ name: "band", cover, usual_mm });
    this.hint("walls.hint_band");
  }

  /** The hand again. */
  putDown() {
    if (this.root.dataset.tool === "band") this.#take({ name: "select" }), this.hint("");
    else if (this.planView.choice.name !== "select") this.planView.setTool({ name: "select" });
  }

  /** The stretch at a place and height is selected. @param {number} x @param {number} z_mm */
  choose(x, z_mm) {
    if (this.wall) this.tools.selection.set(this.#wallTarget(this.wall, this.wall.faceAt(x), z_mm));
  }

  /** A stretch of the face, as actions name it. @param {import("#geometry/surfaces.js").Face} face @returns {import("#model/actions/bands.js").Where} */
  whereOf(face) {
    return { wall: face.wall, side: /** @type {"left" | "right"} */ (face.side), at_mm: (face.from_mm + face.to_mm) / 2 };
  }

  /** What a touch means: a thing, an opening, or a stretch of the face. @param {Element} element @param {Point} at @returns {Target | null} */
  targetOf(element, [x, y]) {
    const path = /** @type {SVGElement | null} */ (element.closest("[data-path]"))?.dataset.path ?? "";
    const [collection, id] = path.split("/");
    if (!this.wall || !id || !this.tools.mayEdit) return null;
    return collection === "walls" ? this.#wallTarget(this.wall, this.wall.faceAt(x), -y) : { collection: /** @type {any} */ (collection), id };
  }

  /** @param {Target} target @param {boolean} byKey */
  pick(target, byKey) {
    this.planView.dispatchEvent(new CustomEvent("pick", { detail: { target, byKey } }));
  }

  /** Words for the status line. @param {string} key @param {Record<string, unknown>} [values] */
  hint(key, values) {
    this.planView.hint(key, values);
  }

  /** Where the selected thing is now, in words. */
  tell() {
    const { chosen, wall, tools: { length } } = this;
    if (!chosen || !wall) return;
    this.hint("walls.told", { left: length(chosen.left), right: length(wall.width_mm - chosen.right), floor: length(chosen.low) });
  }

  /** A stroke of the colour in hand, which its bar counts. */
  painted() {
    const tool = /** @type {any} */ (this.planView.tool);
    if ("strokes" in tool) tool.strokes += 1;
    this.planView.dispatchEvent(new CustomEvent("paint", { detail: "plan.painted_wall" }));
  }

  /** Lines where a moved thing stopped, and heights told beside the wall. @param {{x?: number | null, z?: number | null}} stopped @param {number[]} [heights] */
  guide({ x = null, z = null }, heights = []) {
    const { wall, letterMm: px } = this;
    if (!wall) return;
    const [width, top] = [wall.width_mm, wall.highest_mm];
    this.layers.guides.replaceChildren(
      ...(x === null ? [] : [svg("path", { d: line([[x, 20 * px], [x, -top - 20 * px]]), class: "guide" })]),
      ...(z === null ? [] : [svg("path", { d: line([[-20 * px, -z], [width + 20 * px, -z]]), class: "guide" })]),
      ...heights.map((height) => svg("text", { x: 8 * px, y: -height - 5 * px, "font-size": 14 * px, class: "measure-text is-beside" }, this.tools.length(height))));
  }

  /** The picture follows a finger that wipes. @param {number} px */
  slide(px) {
    const by = px * this.viewport.mmPerPx;
    for (const layer of Object.values(this.layers)) by ? layer.setAttribute("transform", `translate(${by} 0)`) : layer.removeAttribute("transform");
  }

  /** Show the wall whole, with room for the measures around it. */
  fit() {
    const { wall, viewport: { size } } = this;
    if (!wall) return;
    const [wide, high] = [wall.width_mm + 2 * this.besideMm, wall.highest_mm];
    const below_px = this.#covered_px || BELOW_PX; // the sheet may cover the measures: it tells them itself
    const mm = Math.max(wide / Math.max(size.width - 2 * BESIDE_PX, 80), high / Math.max(size.height - below_px - 2 * ABOVE_PX, 80));
    const [x, y] = [BESIDE_PX * mm, ABOVE_PX * mm];
    this.viewport.fit([-this.besideMm - x, -high - y, wall.width_mm + this.besideMm + x, y], 0, below_px);
  }

  /** @param {number} factor */
  zoomBy(factor) {
    this.viewport.zoom(factor);
  }

  /** The elements in the order in which the keyboard goes through them. @returns {SVGElement[]} */
  order() {
    return [...this.root.querySelectorAll("[data-key]")].map((element) => /** @type {SVGElement} */ (element));
  }

  /** Draw everything anew. */
  redraw() {
    const { wall, tools: { t, length } } = this;
    this.#measureUp();
    this.root.setAttribute("aria-label", wall ? t("walls.drawing", { letter: wall.letter, width: length(wall.width_mm), height: length(wall.highest_mm) }) : t("walls.none"));
    if (!wall) return this.#clear();
    this.#redrawGround();
    this.#keepingFocus(() => this.layers.openings.replaceChildren(...wall.apertures.map((one) => openingFront(one, this.#openingName(one)))));
    this.#items.clear();
    this.#redrawItems();
    this.layers.section.replaceChildren(...section(wall, this.#besides));
    this.#redrawBeside();
    this.#redrawSelection();
  }

  /** @param {Where | null} where */
  #look(where) {
    const before = this.wall && `${this.wall.wall.id} ${this.wall.side} ${this.wall.room}`;
    const { store } = this.tools;
    const { found, surfaces } = this.planView.survey;
    this.walls = where ? unfoldedRoom(store.document, found, surfaces, where.room) : [];
    this.wall = this.walls.find(({ wall, side }) => where !== null && wall.id === where.wall && side === where.side) ?? this.walls[0] ?? null;
    const isOther = before !== (this.wall && `${this.wall.wall.id} ${this.wall.side} ${this.wall.room}`);
    if (isOther || this.viewport.isWhole) this.fit();
    this.redraw();
    this.dispatchEvent(new Event("wall"));
  }

  /** @returns {Where | null} */
  #where() {
    return this.wall && { room: this.wall.room, wall: this.wall.wall.id, side: this.wall.side };
  }

  get #besides() {
    const { wall, walls } = this;
    const place = wall ? walls.indexOf(wall) : 0;
    return { before: walls[(place + walls.length - 1) % walls.length], after: walls[(place + 1) % walls.length] };
  }

  #clear() {
    for (const layer of Object.values(this.layers)) layer.replaceChildren();
  }

  /** What stands where, and what of it is selected. */
  #measureUp() {
    const { wall, tools: { selection } } = this;
    this.placed = wall ? [...wall.apertures.map((one) => ({ ...one, key: `openings/${one.opening.id}` })), ...wall.standing.map((one) => ({ ...one, key: `items/${one.item.id}` }))] : [];
    const target = selection.current;
    this.chosen = target?.id ? (this.placed.find(({ key }) => key === pathOf(target)) ?? null) : null;
    const face = wall && target?.collection === "walls" && target.id === wall.wall.id ? wall.faceAt(wall.x(target.at_mm ?? wall.along(wall.width_mm / 2))) : null;
    const z = target?.z_mm ?? null;
    const strips = wall?.strips.filter((strip) => strip.face === face) ?? [];
    this.strip = z === null ? null : (strips.find(({ z_from, z_to }) => z_from <= z && z < z_to) ?? strips.at(-1) ?? null);
  }

  #redrawGround() {
    const { wall, tools: { paintOf, t, length } } = this;
    if (!wall) return;
    const nameOf = (/** @type {Strip} */ { z_from, z_to, finish }) =>
      t("walls.strip_is", { from: length(z_from), to: length(z_to), what: this.coverName(finish ? entity(wall.document, "finishes", finish) : null) });
    this.#keepingFocus(() => this.layers.ground.replaceChildren(...ground(wall, paintOf, nameOf)));
  }

  /** Only items whose fields changed are drawn; the rest stays in the page as it is. */
  #redrawItems() {
    const { wall, tools: { kinds } } = this;
    if (!wall) return;
    const standing = wall.standing;
    const shown = new Map(standing.map((one) => {
      const held = this.#items.get(one.item.id);
      const element = held && held.item === one.item ? held.element : itemFront(one, wall, kinds, this.#itemName(one));
      return [one.item.id, { item: one.item, element }];
    }));
    this.#items = shown;
    this.#keepingFocus(() => this.layers.items.replaceChildren(...[...shown.values()].map(({ element }) => element)));
    this.layers.points.replaceChildren(...standing.flatMap((one) => pointDashes(one, wall, kinds)), ...pointHeights(this));
  }

  #redrawBeside() {
    const { wall, tools: { paintOf, kinds, t } } = this;
    const { before, after } = this.#besides;
    if (!wall || before === wall) return this.layers.beside.replaceChildren();
    const drawn = (/** @type {UnfoldedWall} */ one, /** @type {number} */ x, /** @type {number} */ step) =>
      svg("g", { class: "beside", transform: `translate(${x} 0)`, "data-go": step, "aria-hidden": "true" },
        svg("title", {}, t("walls.wall", { letter: one.letter })),
        ...ground(one, paintOf), ...one.apertures.map((aperture) => openingFront(aperture, null)), ...one.standing.map((standing) => itemFront(standing, one, kinds, null)));
    this.layers.beside.replaceChildren(
      drawn(before, -before.width_mm - cutWidth(before), -1),
      ...(after === before ? [] : [drawn(after, wall.width_mm + cutWidth(after), 1)]));
  }

  #redrawSelection() {
    const { selection } = this.tools;
    for (const element of this.root.querySelectorAll(".is-selected")) element.classList.remove("is-selected");
    for (const target of selection.all) if (target.collection !== "walls") this.root.querySelector(`[data-key="${CSS.escape(pathOf(target))}"]`)?.classList.add("is-selected");
    this.layers.chosen.replaceChildren(...this.#frames());
    this.#redrawMarks();
  }

  #redrawMarks() {
    this.layers.measures.replaceChildren(...measures(this));
    this.#keepingFocus(() => this.layers.handles.replaceChildren(...handlesOf(this)));
  }

  #frames() {
    const { selection } = this.tools;
    if (this.strip) return [svg("path", { d: shapeOf(this.strip), class: "strip-frame" })];
    const items = this.placed.filter(({ key }) => key.startsWith("items/") && selection.has(key));
    return items.map(({ left, right, low, high }) => svg("rect", { x: left, y: -high, width: right - left, height: high - low, class: "frame-line" }));
  }

  /** @param {import("#model/unfolded.js").Standing} one */
  #itemName({ item, left, low }) {
    const { t, itemName, length } = this.tools;
    return t("walls.item_is", { name: itemName(item), left: length(left), floor: length(low) });
  }

  /** @param {import("#model/unfolded.js").Aperture} one */
  #openingName({ opening, left }) {
    const { t, length } = this.tools;
    return t("walls.opening_is", { name: t(`plan.kind_${opening.kind}`), width: length(opening.width), left: length(left) });
  }

  /** @param {UnfoldedWall} wall @param {import("#geometry/surfaces.js").Face} face @param {number | null} z_mm @returns {Target} */
  #wallTarget(wall, face, z_mm) {
    return { collection: "walls", id: wall.wall.id, side: wall.side, at_mm: (face.from_mm + face.to_mm) / 2, z_mm };
  }

  /** What had the focus has it again, though it was drawn anew. @param {() => void} draw */
  #keepingFocus(draw) {
    const held = /** @type {SVGElement | null} */ (document.activeElement);
    const { key, handle } = this.root.contains(held) && held !== this.root ? (held?.dataset ?? {}) : {};
    draw();
    const name = handle ? `[data-handle="${CSS.escape(handle)}"]` : key ? `[data-key="${CSS.escape(key)}"]` : null;
    if (name && !this.root.contains(held)) (/** @type {SVGElement | null} */ (this.root.querySelector(name)) ?? this.root).focus({ preventScroll: true });
  }

  /** @param {{name: string, [detail: string]: any}} choice */
  #take(choice) {
    this.tool.leave?.();
    const Made = this.tools.mayEdit ? TOOLS[choice.name] : undefined;
    this.tool = Made ? new Made(this, choice) : new HandTool(this);
    this.root.dataset.tool = Made ? choice.name : "select";
    this.dispatchEvent(new CustomEvent("tool", { detail: this.root.dataset.tool }));
  }

  /** @param {HTMLElement} host */
  #watch(host) {
    const { signal } = this.watching;
    const { store, selection } = this.tools;
    new ResizeObserver(([{ contentRect: { width, height } }]) => this.#resize(width, height)).observe(host);
    this.viewport.addEventListener("change", () => this.#isShown && this.#afterZoom(), { signal });
    store.addEventListener("change", (event) => this.#isShown && this.#afterChange(/** @type {CustomEvent} */ (event).detail?.touched ?? new Set()), { signal });
    selection.addEventListener("change", () => this.#isShown && this.#afterSelection(), { signal });
    this.planView.addEventListener("tool", (event) => this.#isShown && this.#toolTaken(/** @type {CustomEvent} */ (event).detail), { signal });
    new Pointers(this, signal);
    new WallKeys(this, signal);
  }

  /** @param {{name: string}} choice */
  #toolTaken(choice) {
    this.#take(choice);
    if (this.tool.hint) this.hint(this.tool.hint);
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    if (width < 1) return;
    const isWhole = this.viewport.isWhole || this.viewport.size.width <= 1;
    this.viewport.resize(width, height);
    if (isWhole) this.fit();
  }

  #afterZoom() {
    if (!this.wall) return;
    this.layers.points.replaceChildren(...this.wall.standing.flatMap((one) => pointDashes(one, /** @type {UnfoldedWall} */ (this.wall), this.tools.kinds)), ...pointHeights(this));
    this.#redrawMarks();
  }

  #afterSelection() {
    const where = whereToLook(this.planView.survey, this.tools, this.#where());
    const isHere = where && this.wall && where.wall === this.wall.wall.id && where.side === this.wall.side && where.room === this.wall.room;
    if (!isHere) return this.#look(where);
    this.#measureUp();
    this.#redrawSelection();
    this.dispatchEvent(new Event("wall"));
  }

  /** @param {Set<string>} touched */
  #afterChange(touched) {
    const paths = [...touched];
    const only = (/** @type {string} */ start) => paths.length > 0 && paths.every((path) => path.startsWith(start));
    const { document } = this.tools.store;
    if (this.wall && only("items/")) {
      for (const wall of this.walls) wall.document = document;
      this.#measureUp();
      this.#redrawItems();
      this.#redrawSelection();
    } else if (this.wall && only("finishes/")) {
      const { found, surfaces } = this.planView.survey;
      const place = this.walls.indexOf(this.wall);
      this.walls = unfoldedRoom(document, found, surfaces, this.wall.room);
      this.wall = this.walls[place];
      this.#measureUp();
      this.#redrawGround();
      this.#redrawSelection();
    } else return this.refresh();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#settle(), REST_MS);
  }

  #settle() {
    if (!this.#isShown || !this.wall) return;
    this.#redrawBeside();
    this.dispatchEvent(new Event("wall"));
  }
}
