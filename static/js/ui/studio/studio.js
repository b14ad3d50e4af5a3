/** The studio: what its panels know of one another, of the project, and of the words. */

import { coverBand } from "#model/actions/bands.js";
import { paintPlane, paintWall } from "#model/actions/paint.js";
import { paintBlock } from "#model/actions/place_block.js";
import { takesPaint } from "#geometry/woodwork.js";
import { coverOpening } from "#model/actions/cover_opening.js";
import { addOpening } from "#model/actions/place_opening.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";
import { pathOf } from "#model/selection.js";
import { Arranging } from "#ui/studio/arranging.js";
import { byId } from "#ui/dom.js";
import { blockInspector } from "#ui/inspectors/block_inspector.js";
import { itemInspector } from "#ui/inspectors/item_inspector.js";
import { dimensionInspector, noteInspector } from "#ui/inspectors/remark_inspectors.js";
import { mixedInspector } from "#ui/inspectors/mixed_inspector.js";
import { openingInspector } from "#ui/inspectors/opening_inspector.js";
import { roomInspector } from "#ui/inspectors/room_inspector.js";
import { dormerInspector } from "#ui/inspectors/dormer_inspector.js";
import { skylightInspector } from "#ui/inspectors/skylight_inspector.js";
import { slopeInspector } from "#ui/inspectors/slope_inspector.js";
import { wallInspector } from "#ui/inspectors/wall_inspector.js";
import { checksPanel } from "#ui/panels/checks_panel.js";
import { coloursPanel } from "#ui/panels/colours_panel.js";
import { furnishingPanel } from "#ui/panels/furnishing_panel.js";
import { listPanel } from "#ui/panels/list_panel.js";
import { openingsPanel } from "#ui/panels/openings_panel.js";
import { roomPanel } from "#ui/panels/room_panel.js";
import { isPhone, Sheet } from "#ui/sheet.js";

/** @type {Record<string, (studio: Studio) => (Node | string | null)[]>} */
const PANELS = { room: roomPanel, openings: openingsPanel, furnishing: furnishingPanel, colours: coloursPanel, list: listPanel, checks: checksPanel };
/** Findings come and go below them. */
const FOCUSABLES = ":is(button, input, select, textarea):not(.finding-lines *)";

/** They are renewed when what they show has changed, which is not the plan itself. */
/** So far from the picture's edge a thing that was touched stays. */
const BESIDE_PX = 24;
const OF_THEIR_OWN = ["colours", "furnishing", "checks"];

/** @type {Record<string, (studio: Studio, target: any, entity: any) => (Node | string | null)[]>} */
const INSPECTORS = { walls: wallInspector, openings: openingInspector, items: itemInspector, rooms: roomInspector, slopes: slopeInspector, skylights: skylightInspector, dormers: dormerInspector, notes: noteInspector, dimensions: dimensionInspector, solids: blockInspector };

export class Studio {
  /** Whether a finger or a mouse is down, and whether the panels are behind meanwhile. */
  #held = { isDown: false, isBehind: false };
  /** Whether a finger did what was done last. */ #isFinger = false;
  /** Whether the panels wait for the frame. */
  #isAwaited = false;
  /** The panel that is open, "inspector" on a phone, or "". */
  open = "";
  /** The tool whose further panel is open. */
  #of = "";
  /** @type {import("#ui/studio/backgrounds.js").Backgrounds | null} */ backgrounds = null;
  /** @type {import("#ui/studio/sets.js").Sets | null} */ sets = null;
  /** @type {import("#ui/studio/product_models.js").ProductModels | null} */ models = null;
  /** @type {import("#ui/studio/levels.js").Levels | null} */ levels = null;
  /** @type {import("#ui/studio/views.js").Views | null} */ views = null;
  /** Where the server draws pictures in true light. @type {string | null} */ renderingsUrl = null;
  /** Where the server tells what this variant takes. @type {string | null} */ quantitiesUrl = null;
  /** @type {import("#ui/paints_to_buy.js").PaintsToBuy | null} */ paintsToBuy = null;
  /** @type {import("#ui/studio/checks.js").Checks | null} */ checks = null;
  /** @type {import("#ui/studio/room_colours.js").RoomColours | null} */ roomColours = null;
  /** @type {import("#ui/schemes/schemes.js").Schemes | null} */ schemes = null;

  /**
   * @param {{store: import("#core/store.js").Store, kinds: import("#model/kinds.js").Kinds, deck: any, suggested: any[],
   *   selection: import("#model/selection.js").Selection, planView: import("#plan/plan_view.js").PlanView,
   *   samples: {tray: string, count: number} | null, coloursUrl: string, photoUrl: string | null, products: {find: string, list: string, kinds: string[]} | null, measureUrl: string | null, names: ReturnType<typeof import("#ui/names.js").namesOf>, t: import("#ui/words.js").Translate, language: "pl" | "en", format: ReturnType<typeof import("#ui/format.js").formatsOf>}} parts
   */
  constructor(parts) {
    this.store = parts.store;
    this.kinds = parts.kinds;
    this.deck = parts.deck;
    this.suggested = parts.suggested;
    this.samples = parts.samples;
    this.coloursUrl = parts.coloursUrl;
    this.photoUrl = parts.photoUrl;
    this.products = parts.products;
    this.measureUrl = parts.measureUrl;
    this.selection = parts.selection;
    this.planView = parts.planView;
    this.t = parts.t;
    this.roomName = parts.names.roomName;
    this.itemName = parts.names.itemName;
    this.kindName = parts.names.kindName;
    this.language = parts.language;
    this.format = parts.format;
    this.arranging = new Arranging(this);
    this.sheet = new Sheet(byId("panel"));
    this.inspector = byId("inspector");
    this.#watch();
  }

  /** @param {string} name @param {import("#ui/sheet.js").Use} [use] */
  openPanel(name, use = this.#useOf(name)) {
    this.open = name;
    this.sheet.show(PANELS[name](this), use);
    this.#mark();
    if (!isPhone()) this.sheet.body.focus({ preventScroll: true });
  }

  /** Colours are chosen by what the picture takes: it stays in sight. @param {string} name @returns {import("#ui/sheet.js").Use} */
  #useOf(name) {
    return name === "colours" ? "beside" : "choose";
  }

  /** Open a panel and go to what one chooses by in it: its search, else its first choice. @param {string} name */
  enterPanel(name) {
    this.openPanel(name);
    const { body } = this.sheet;
    const first = /** @type {HTMLElement | null} */ (body.querySelector("[type=search]") ?? body.querySelector(".row, .card, button, input"));
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  /** Content that is no tool's first panel: another thing to choose in place of one. @param {(Node | string | null)[]} content @param {import("#ui/sheet.js").Use} [use] @param {string} [of] the tool that it belongs to */
  showPanel(content, use, of = "") {
    this.open = "other";
    this.sheet.show(content, use);
    this.#of = of;
    this.#mark();
  }

  get mayEdit() {
    return this.planView.tools.mayEdit;
  }

  /** What the panels of the tools and of the selection offer, though they be closed. */
  offered() {
    return this.mayEdit ? [...this.#inspected(), ...roomPanel(this, true), ...openingsPanel(this)] : [];
  }

  /** The elements of the plan as its list has them. */
  listed() {
    return listPanel(this);
  }

  closePanel() {
    this.sheet.close();
  }

  /** Out of the picture's way on a phone; on a desktop it stays. */
  lowerPanel() {
    this.sheet.lower();
  }

  /** @param {{name: string, [detail: string]: any}} choice */
  setTool(choice) {
    this.selection.clear();
    this.planView.setTool(choice);
  }

  /** A tool in hand, and the drawing hears the keyboard from now on. @param {{name: string, [detail: string]: any}} choice */
  takeTool(choice) {
    this.setTool(choice);
    this.lowerPanel();
    const drawings = /** @type {SVGSVGElement[]} */ ([...document.querySelectorAll(".views-area svg.plan[tabindex]")]);
    drawings.find((drawing) => drawing.checkVisibility())?.focus({ preventScroll: true });
  }

  /** Walls corner by corner, straight or arcs: the plan hears the keyboard from now on. */
  drawWalls(arc = false) {
    this.takeTool({ name: "wall", arc });
  }

  /** A door or window straight into the wall that is selected: where it was touched, else in its middle. @param {{kind: string, width: number, height: number, sill: number, depth?: number}} opening */
  placeOpening(opening) {
    const target = this.selection.current;
    const line = target?.collection === "walls" && target.id ? this.planView.survey.solids.get(target.id)?.line : null;
    if (!line || !target?.id) return false;
    const id = newId("openings");
    const middle_mm = target.at_mm ?? line.length_mm / 2;
    if (!this.store.perform(addOpening({ ...opening, wall: target.id, middle_mm, opens: this.planView.survey.insideOf(target.id) }, id))) return false;
    this.inspect(`openings/${id}`);
    return true;
  }

  /** The panel of a tool shows what has changed beside the plan. */
  renewPanel() {
    if (this.open && PANELS[this.open] && !OF_THEIR_OWN.includes(this.open)) this.#put(this.sheet.body, PANELS[this.open](this));
  }

  /** What is selected shows its fields as they are: one that was refused goes back. */
  renewInspector() {
    this.#selected();
  }

  /** Select an element and go to its panel. @param {string} path */
  inspect(path) {
    this.planView.select(path);
    this.#enterInspector();
  }

  /** @param {number} index among the found rooms */
  selectRoom(index) {
    const room = this.planView.survey.found.rooms[index];
    const [x, y] = room.label ? this.store.document.rooms[room.label].at : this.planView.survey.middleOf(index);
    this.selection.set({ collection: "rooms", id: room.label, at: [Math.floor(x + 0.5), Math.floor(y + 0.5)], face: "floor" });
    this.#enterInspector();
  }

  /** Whether something that takes a colour is selected. */
  get canPaint() {
    return ["walls", "rooms", "solids"].includes(this.selection.current?.collection ?? "") || this.#paintedOpening !== null;
  }

  /** The id of the niche, door or window that is selected. @returns {string | null} */
  get #paintedOpening() {
    const target = this.selection.current;
    const opening = target?.collection === "openings" && target.id ? this.store.document.openings?.[target.id] : null;
    return target?.id && (takesPaint(opening) || opening?.kind === "niche") ? target.id : null;
  }

  /** Paint what is selected; with nothing to paint, take the colour in hand. @param {string} code */
  paintWith(code) {
    const target = this.selection.current;
    if (target?.collection === "walls" && target.id) {
      const side = target.side ?? this.planView.survey.insideOf(target.id);
      const at_mm = target.at_mm ?? null;
      const isBand = (target.z_mm ?? null) !== null;
      this.store.perform(isBand ? coverBand({ wall: target.id, side, at_mm }, Number(target.z_mm), { paint: code }) : paintWall(target.id, side, at_mm, { paint: code }));
    } else if (this.#paintedOpening) {
      this.store.perform(coverOpening(this.#paintedOpening, { paint: code }));
    } else if (target?.collection === "solids" && target.id) {
      this.store.perform(paintBlock(target.id, { paint: code }));
    } else if (target?.collection === "rooms" && target.at) {
      this.store.perform(paintPlane({ level: this.planView.level, label: target.id, at: target.at }, "floor", { paint: code }));
    } else {
      this.planView.setTool({ name: "paint", code });
      this.lowerPanel();
    }
  }

  /** The paint on all of a face, or null. @param {any} face @returns {string | null} */
  paintOfFace(face) {
    const only = face?.bands.length === 1 ? face.bands[0].finish : null;
    return (only && this.store.document.finishes[only]?.paint) || null;
  }

  /** @param {number} room @param {"floor" | "ceiling"} face @returns {string | null} */
  paintOfPlane(room, face) {
    const plane = this.planView.survey.surfaces.planes.find((one) => one.room === room && one.face === face);
    return (plane?.finish && this.store.document.finishes[plane.finish]?.paint) || null;
  }

  #watch() {
    this.#watchPresses();
    this.selection.addEventListener("change", () => this.#selected());
    this.store.addEventListener("change", () => (this.#isInPanels() ? this.#changed() : this.#renewSoon()));
    this.planView.addEventListener("pick", (event) => this.#picked(/** @type {CustomEvent} */ (event)));
    this.sheet.addEventListener("close", () => {
      this.open = "";
      this.#mark();
    });
    for (const tab of document.querySelectorAll("[data-panel]")) tab.addEventListener("click", () => this.#press(/** @type {HTMLElement} */ (tab)));
  }

  /** A tool's button opens its panel, and closes it when it is open. @param {HTMLElement} tab */
  #press({ dataset: { panel = "" } }) {
    if (this.open === panel) this.closePanel();
    else this.openPanel(panel);
  }

  #mark() {
    const tool = this.open === "other" ? this.#of : this.open;
    for (const tab of document.querySelectorAll("[data-panel]")) {
      tab.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (tab).dataset.panel === tool));
    }
  }

  /** @param {CustomEvent} event */
  #picked({ detail: { byKey } }) {
    if (isPhone() || byKey) this.#enterInspector();
    if (!isPhone()) requestAnimationFrame(() => requestAnimationFrame(() => this.#bringBeside()));
  }

  /** What was touched comes out from where its panel has opened. */
  #bringBeside() {
    const { viewport, root } = this.planView;
    const element = this.selection.current && this.planView.elementOf(pathOf(this.selection.current));
    if (!element?.checkVisibility()) return;
    const [{ right: edge, width }, { right, width: wide }] = [root.getBoundingClientRect(), element.getBoundingClientRect()];
    const hidden = right + BESIDE_PX - edge;
    if (hidden > 0 && wide + 2 * BESIDE_PX < width) viewport.pan([-hidden, 0]);
  }

  /** To what is selected: its first control has the focus, unless a finger chose it, for a field would raise the keyboard over the picture. */
  #enterInspector() {
    if (isPhone()) this.#showInspectorInSheet();
    else if (!this.#isFinger) /** @type {HTMLElement | null} */ (this.inspector.querySelector("button, input, select"))?.focus();
  }

  #selected() {
    const content = this.#inspected();
    if (isPhone()) {
      this.inspector.hidden = true;
      if (this.open === "inspector") content.length ? this.sheet.show(content, this.#useOfInspector) : this.closePanel();
      return;
    }
    this.#put(this.inspector, content);
  }

  /** What reaches over a whole room is looked at whole beside its fields. @returns {import("#ui/sheet.js").Use} */
  get #useOfInspector() {
    return this.selection.current?.collection === "slopes" ? "beside" : "change";
  }

  #showInspectorInSheet() {
    const content = this.#inspected();
    if (!content.length) return;
    this.open = "inspector";
    this.sheet.show(content, this.#useOfInspector);
    this.#mark();
    if (this.#useOfInspector === "change") this.#bringIntoSight();
  }

  /** What is selected on the plan comes up from under the sheet, and goes back with it. */
  #bringIntoSight() {
    const { viewport } = this.planView;
    const element = this.selection.current && this.planView.elementOf(pathOf(this.selection.current));
    if (!element?.checkVisibility()) return;
    const top = this.planView.root.getBoundingClientRect().top;
    const free = this.sheet.panel.getBoundingClientRect().top - top;
    const { top: from, bottom: to } = element.getBoundingClientRect();
    if (to - top <= free) return;
    const wasWhole = viewport.isWhole;
    viewport.pan([0, Math.max((free - (to - from)) / 2, 0) - (from - top)]);
    if (wasWhole) this.sheet.addEventListener("close", () => this.planView.fit(), { once: true });
  }

  /** While something beside the plan is pressed all stays in its place: a field that was left by pressing a button must not take it away. */
  #watchPresses() {
    const isBeside = (/** @type {PointerEvent} */ { target }) => !(target instanceof Element && target.closest(".views-area"));
    document.addEventListener("pointerdown", (event) => {
      this.#held.isDown = isBeside(event);
      this.#isFinger = event.pointerType === "touch";
    }, true);
    document.addEventListener("keydown", () => (this.#isFinger = false), true);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(() => this.#release()), true);
    window.addEventListener("click", () => this.#release());
  }

  #release() {
    const { isBehind } = this.#held;
    this.#held = { isDown: false, isBehind: false };
    if (isBehind) this.#changed();
  }

  /** Whether the change was made in a panel: the next field there must not change the plan as it was before. */
  #isInPanels() {
    return document.activeElement?.closest(".inspector, .panel") != null;
  }

  /** Once the picture of the change is on the screen, and once however many changes came before it. */
  #renewSoon() {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    requestAnimationFrame(() => setTimeout(() => {
      this.#isAwaited = false;
      this.#changed();
    }));
  }

  /** The panels show the plan as it is now; a field that is being typed into is left alone. */
  #changed() {
    if (this.#held.isDown) return void (this.#held.isBehind = true);
    if (this.#isTyping()) return;
    this.renewPanel();
    this.#renewInspector();
  }

  /** There is news of the findings: their panel, if it is open, and their lines at what is selected, where nothing else moves. */
  renewFindings() {
    if (this.open === "checks" && !this.#isTyping()) this.#put(this.sheet.body, PANELS.checks(this));
    const host = isPhone() ? (this.open === "inspector" ? this.sheet.body : null) : this.inspector;
    const lines = this.selection.current && host?.childElementCount ? this.checks?.linesOf(pathOf(this.selection.current)) : null;
    host?.querySelector(".finding-lines")?.remove();
    if (lines) host?.append(lines);
  }

  #renewInspector() {
    if (isPhone() && this.open === "inspector") this.#put(this.sheet.body, this.#inspected());
    else if (!isPhone()) this.#put(this.inspector, this.#inspected());
  }

  #isTyping() {
    const { activeElement } = document;
    const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
    return isField && activeElement.matches(":is(.inspector, .panel) :is(input, textarea)") && activeElement.value !== activeElement.defaultValue;
  }

  /** New content in place of the old; the focus returns to where it was. @param {HTMLElement} host @param {(Node | string | null | false)[]} content */
  #put(host, content) {
    const focusables = [...host.querySelectorAll(FOCUSABLES)];
    const place = focusables.indexOf(/** @type {Element} */ (document.activeElement));
    const { scrollTop } = host;
    host.replaceChildren(...content.filter(Boolean).map((part) => /** @type {Node} */ (part)));
    host.scrollTop = scrollTop;
    if (host === this.inspector) host.hidden = content.length === 0;
    if (place >= 0) /** @type {HTMLElement | undefined} */ ([...host.querySelectorAll(FOCUSABLES)][place])?.focus({ preventScroll: true });
  }

  /** @returns {(Node | string | null)[]} */
  #inspected() {
    const target = this.selection.current;
    if (!target) return [];
    if (this.mayEdit && this.arranging.isMixed) return mixedInspector(this);
    const found = target.id ? entity(this.store.document, target.collection, target.id) : null;
    if (!found && target.collection !== "rooms") return [];
    const content = INSPECTORS[target.collection](this, target, found);
    const lines = content.length ? this.checks?.linesOf(pathOf(target)) : null;
    return lines ? [...content, lines] : content;
  }
}
