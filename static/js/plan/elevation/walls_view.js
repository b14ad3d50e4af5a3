/** The walls of a room unfolded, one of them large with its neighbours beside it: an SVG drawing, the tools at work on it, its keys. */

import { pathOf } from "#model/selection.js";
import { unfoldedRoom } from "#model/unfolded.js";
import { cutWidth } from "#plan/elevation/ground.js";
import { WallPicture } from "#plan/elevation/wall_picture.js";
import { whereToLook } from "#plan/elevation/where_to_look.js";
import { BandTool } from "#plan/elevation/tools/band_tool.js";
import { HandTool } from "#plan/elevation/tools/hand_tool.js";
import { OpeningTool } from "#plan/elevation/tools/opening_tool.js";
import { PaintTool } from "#plan/elevation/tools/paint_tool.js";
import { PlaceTool } from "#plan/elevation/tools/place_tool.js";
import { WallFrame } from "#plan/elevation/wall_frame.js";
import { WallKeys } from "#plan/elevation/wall_keys.js";
import { Pointers } from "#plan/pointers.js";
import { svg } from "#plan/svg.js";
import { Viewport } from "#plan/viewport.js";

/**
 * @typedef {import("#model/unfolded.js").UnfoldedWall} UnfoldedWall
 * @typedef {import("#model/unfolded.js").Strip} Strip
 * @typedef {import("#model/unfolded.js").Placed} Placed
 * @typedef {import("#model/unfolded.js").Where} Where
 * @typedef {import("#model/selection.js").Target} Target
 * @typedef {[number, number]} Point
 */

const REACH_PX = 10;
const REACH_MM = 150;
const FINGER_PX = 20;
const FINGER_MM = 200;
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
  #isShown = false;
  #timer = 0;

  /** @param {HTMLElement} host @param {{planView: import("#plan/plan_view.js").PlanView, coverName: (finish: any) => string}} with_ */
  constructor(host, { planView, coverName }) {
    super();
    this.planView = planView;
    this.tools = planView.tools;
    this.coverName = coverName;
    this.root = /** @type {SVGSVGElement} */ (svg("svg", { class: "plan walls-drawing", role: "group", tabindex: 0 }));
    this.picture = new WallPicture(this, this.root);
    host.append(this.root);
    this.viewport = new Viewport(this.root);
    /** @type {import("#plan/tools/tools.js").Tool} */
    this.tool = new HandTool(this);
    this.watching = new AbortController();
    this.frame = new WallFrame(this, host);
    this.#watch();
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
    return this.reachOf(false);
  }

  /** A finger hides where it is, so an edge jumps farther to where it stops. @param {boolean} isFinger */
  reachOf(isFinger) {
    return Math.min((isFinger ? FINGER_PX : REACH_PX) * this.viewport.mmPerPx, isFinger ? FINGER_MM : REACH_MM);
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
    this.#look({ room: wall.room, wall: wall.wall.id, side: wall.side });
    const { wall: seen } = this;
    if (seen && this.tools.mayEdit) this.tools.selection.set(this.#wallTarget(seen, seen.faceAt(seen.width_mm / 2), null));
  }

  /** A room's first wall. @param {number} room */
  lookInto(room) {
    this.#look({ room, wall: "", side: "right" });
    if (this.wall) this.lookAt(this.wall);
  }

  /** The same wall from behind, where a room sees it: the stretch that lies most behind this one. @returns {Where | null} */
  get behind() {
    const { wall } = this;
    if (!wall) return null;
    const shared = (/** @type {any} */ { from_mm, to_mm }) => Math.min(to_mm, wall.high) - Math.max(from_mm, wall.low);
    const faces = this.planView.survey.faces.filter(({ wall: id, side }) => id === wall.wall.id && side !== wall.side && (side === "left" || side === "right"));
    const [face] = faces.sort((one, other) => shared(other) - shared(one));
    return face && shared(face) > 0 ? { room: face.room, wall: face.wall, side: /** @type {"left" | "right"} */ (face.side) } : null;
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

  /** What a touch means: a thing, an opening, or a stretch of the face; a handle that is tapped and not pulled means what it lies on. @param {Element} element @param {Point} at @returns {Target | null} */
  targetOf(element, [x, y]) {
    if (!this.wall || !this.tools.mayEdit) return null;
    const handle = /** @type {SVGElement | null} */ (element.closest("[data-handle]"))?.dataset.handle;
    if (handle) return this.chosen ? this.tools.selection.current : this.#wallTarget(this.wall, this.wall.faceAt(x), -y);
    const path = /** @type {SVGElement | null} */ (element.closest("[data-path]"))?.dataset.path ?? "";
    const [collection, id] = path.split("/");
    if (!id) return null;
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
    this.picture.redraw();
  }

  /** @param {Where | null} where */
  #look(where) {
    const before = this.wall && `${this.wall.wall.id} ${this.wall.side} ${this.wall.room}`;
    const { store } = this.tools;
    const { found, surfaces } = this.planView.survey;
    this.walls = where ? unfoldedRoom(store.document, found, surfaces, where.room) : [];
    this.wall = this.walls.find(({ wall, side }) => where !== null && wall.id === where.wall && side === where.side) ?? this.walls[0] ?? null;
    const isOther = before !== (this.wall && `${this.wall.wall.id} ${this.wall.side} ${this.wall.room}`);
    if (isOther || this.viewport.isWhole) this.frame.fit();
    this.redraw();
    this.dispatchEvent(new Event("wall"));
  }

  /** @returns {Where | null} */
  #where() {
    return this.wall && { room: this.wall.room, wall: this.wall.wall.id, side: this.wall.side };
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

  /** @param {UnfoldedWall} wall @param {import("#geometry/surfaces.js").Face} face @param {number | null} z_mm @returns {Target} */
  #wallTarget(wall, face, z_mm) {
    return { collection: "walls", id: wall.wall.id, side: wall.side, at_mm: (face.from_mm + face.to_mm) / 2, z_mm };
  }

  /** @param {{name: string, [detail: string]: any}} choice */
  #take(choice) {
    this.tool.leave?.();
    const Made = this.tools.mayEdit ? TOOLS[choice.name] : undefined;
    this.tool = Made ? new Made(this, choice) : new HandTool(this);
    this.root.dataset.tool = Made ? choice.name : "select";
    this.dispatchEvent(new CustomEvent("tool", { detail: this.root.dataset.tool }));
  }

  #watch() {
    const { signal } = this.watching;
    const { store, selection } = this.tools;
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

  #afterZoom() {
    if (!this.wall) return;
    this.picture.redrawPoints();
    this.picture.redrawMarks();
  }

  #afterSelection() {
    const where = whereToLook(this.planView.survey, this.tools, this.#where());
    const isHere = where && this.wall && where.wall === this.wall.wall.id && where.side === this.wall.side && where.room === this.wall.room;
    if (!isHere) return this.#look(where);
    this.#measureUp();
    this.picture.redrawSelection();
  }

  /** @param {Set<string>} touched */
  #afterChange(touched) {
    const paths = [...touched];
    const only = (/** @type {string} */ start) => paths.length > 0 && paths.every((path) => path.startsWith(start));
    const { document } = this.tools.store;
    if (this.wall && only("items/")) {
      for (const wall of this.walls) wall.document = document;
      this.#measureUp();
      this.picture.redrawItems();
      this.picture.redrawSelection();
    } else if (this.wall && only("finishes/")) {
      const { found, surfaces } = this.planView.survey;
      const place = this.walls.indexOf(this.wall);
      this.walls = unfoldedRoom(document, found, surfaces, this.wall.room);
      this.wall = this.walls[place];
      this.#measureUp();
      this.picture.redrawGround();
      this.picture.redrawSelection();
    } else return this.refresh();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#settle(), REST_MS);
  }

  #settle() {
    if (!this.#isShown || !this.wall) return;
    this.picture.redrawBeside();
    this.dispatchEvent(new Event("wall"));
  }
}
