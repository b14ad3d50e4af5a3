/** The plan by keyboard: Tab enters it, Page Up and Page Down go through its elements, arrows move the selected ones. */

import { changeEntity } from "#model/actions/change_entity.js";
import { isHeld } from "#model/corners.js";
import { entity } from "#model/plan.js";
import { moveWall } from "#model/actions/move_wall.js";
import { moveBlock, turnBlock } from "#model/actions/place_block.js";
import { moveOpening, refusalOf } from "#model/actions/place_opening.js";
import { moveItems, turnItems } from "#model/actions/place_items.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { moveDormer } from "#model/actions/dormers.js";
import { setSkylight, shiftedBy } from "#model/actions/skylights.js";
import { pathOf } from "#model/selection.js";
import { centreLine } from "#geometry/centreline.js";
import { openingSpan } from "#geometry/walls.js";
import { wayIn } from "#plan/dormers.js";
import { Aim } from "#plan/aim.js";
import { freeAround } from "#plan/distances.js";
import { spokenName } from "#plan/spoken.js";

/** @typedef {[number, number]} Point */

const STEP_MM = 10;
const STRIDE_MM = 100;
const TURN_MDEG = 15_000;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** As `freeAround` has them. */
const SIDES = ["left", "right", "up", "down"];

export class PlanKeys {
  /** @param {import("#plan/plan_view.js").PlanView} view @param {AbortSignal} signal */
  constructor(view, signal) {
    this.view = view;
    this.aim = new Aim(view);
    view.root.addEventListener("keydown", (event) => this.#press(event), { signal });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#did(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {KeyboardEvent} event @returns {boolean} */
  #did(event) {
    const { key, shiftKey } = event;
    if (this.view.tools.mayEdit && (this.view.tool.key?.(event) || this.aim.key(event))) return true;
    if (key === "PageDown" || key === "PageUp") return this.#go(key === "PageDown" ? 1 : -1);
    if (key === "Escape") return this.#back();
    if (key === "Home") return this.view.fit(), true;
    if (key === "+" || key === "=") return this.#zoom(1.25);
    if (key === "-") return this.#zoom(0.8);
    if (!this.view.tools.mayEdit) return false;
    if (key in ARROWS) return this.#move(ARROWS[key], shiftKey ? STRIDE_MM : STEP_MM);
    if (key === "Delete" || key === "Backspace") return this.#remove();
    if (key === "r" || key === "R") return this.#turn(key === "R" ? -TURN_MDEG : TURN_MDEG);
    if (key === "Enter" || key === " ") return this.#open();
    return false;
  }

  /** The next element, selected and spoken. @param {number} way */
  #go(way) {
    const order = this.view.order();
    if (!order.length) return false;
    const current = this.view.tools.selection.current;
    const place = current ? order.indexOf(pathOf(current)) : -1;
    const path = order[(place + way + order.length) % order.length];
    this.view.select(path);
    const element = this.view.elementOf(path);
    const name = spokenName(this.view, path);
    if (name) element?.setAttribute("aria-label", name);
    element?.focus({ preventScroll: true });
    return true;
  }

  /** @param {Point} way @param {number} step */
  #move([x, y], step) {
    const { selection, store } = this.view.tools;
    const current = selection.current;
    if (!current?.id) return false;
    const by = /** @type {Point} */ ([x * step, y * step]);
    const items = selection.all.filter(({ collection }) => collection === "items").map(({ id }) => String(id));
    if (items.length) {
      store.perform(moveItems(items, by, "typed"));
      this.#sayWhere(items);
    }
    else if (current.collection === "notes") store.perform(moved(current.id, by));
    else if (this.#isLocked(current)) this.view.hint("walls.hint_locked");
    else if (current.collection === "solids") store.perform(moveBlock(current.id, by));
    else if (current.collection === "walls") store.perform(moveWall(current.id, by));
    else if (current.collection === "skylights") this.#shift(current.id, by);
    else if (current.collection === "dormers") this.#shiftDormer(current.id, by);
    else if (current.collection === "slopes") store.perform(movedSlope(current.id, by));
    else if (current.collection === "openings") this.#slide(current.id, by);
    return true;
  }

  /** A thing alone is told by its distances from the walls: who does not see the plan moves it, too. @param {string[]} items */
  #sayWhere(items) {
    const { t, length, store } = this.view.tools;
    const item = items.length === 1 ? entity(store.document, "items", items[0]) : null;
    if (!item) return;
    const free = freeAround(this.view, item).flatMap((mm, place) => (mm === null ? [] : [t(`plan.free_${SIDES[place]}`, { length: length(mm) })]));
    if (free.length) this.view.hint("plan.hint_free", { free: free.join(", ") });
  }

  /** A wall that is locked, or that would carry a locked one along; a locked column. @param {import("#model/selection.js").Target} target */
  #isLocked({ collection, id }) {
    const { document } = this.view.tools.store;
    const found = id ? entity(document, collection, id) : null;
    if (collection === "walls" && found) return isHeld(document, found.level, [found.a, found.b]);
    return collection === "solids" && Boolean(found?.locked);
  }

  /** An opening goes along its wall, in the arrow's direction as far as the wall has it. @param {string} id @param {Point} by */
  #slide(id, by) {
    const { store } = this.view.tools;
    const opening = entity(store.document, "openings", id);
    const wall = opening && entity(store.document, "walls", opening.wall);
    const line = wall && centreLine(/** @type {any} */ (wall));
    const span = line && openingSpan(/** @type {any} */ (wall), /** @type {any} */ (opening));
    if (!opening || !line || !span) return;
    const middle = (span[0] + span[1]) / 2;
    const from = line.at(middle);
    const along = line.along([from[0] + by[0], from[1] + by[1]]) - middle;
    const step = Math.sign(along) * Math.hypot(...by);
    const make = moveOpening(id, opening.wall, middle + step);
    if (along && !store.perform(make) && !make(store.document)) this.view.hint(refusalOf(store.document, /** @type {any} */ (opening)));
  }

  /** A roof window goes along its slope or up it, as the arrow leads on the plan. @param {string} id @param {Point} by */
  #shift(id, by) {
    const { store } = this.view.tools;
    const window = entity(store.document, "skylights", id);
    const place = window && shiftedBy(store.document, window, by);
    if (place) store.perform(setSkylight(id, place));
  }

  /** A dormer goes along its slope's line or away from it. @param {string} id @param {Point} by */
  #shiftDormer(id, by) {
    const { store } = this.view.tools;
    const dormer = entity(store.document, "dormers", id);
    const way = dormer && wayIn(store.document, dormer.slope, by);
    if (way) store.perform(moveDormer(id, way));
  }

  #remove() {
    const { selection, store } = this.view.tools;
    const paths = selection.all.filter(({ id, collection }) => id && collection !== "rooms").map(pathOf);
    if (!paths.length) return false;
    store.perform(removeEntities(paths));
    this.view.root.focus();
    return true;
  }

  /** @param {number} by_mdeg */
  #turn(by_mdeg) {
    const { current } = this.view.tools.selection;
    if (current?.collection === "solids" && current.id) return this.view.tools.store.perform(turnBlock(current.id, by_mdeg)) !== null;
    const items = this.view.tools.selection.all.filter(({ collection }) => collection === "items").map(({ id }) => String(id));
    if (items.length) this.view.tools.store.perform(turnItems(items, by_mdeg));
    const item = items.length === 1 ? entity(this.view.tools.store.document, "items", items[0]) : null;
    if (item) this.view.hint("plan.hint_turned", { degrees: item.turn_mdeg / 1000 });
    return items.length > 0;
  }

  /** @param {number} factor */
  #zoom(factor) {
    this.view.zoomBy(factor);
    return true;
  }

  /** Go on to the panel of what is selected. */
  #open() {
    const current = this.view.tools.selection.current;
    if (current) this.view.dispatchEvent(new CustomEvent("pick", { detail: { target: current, byKey: true } }));
    return current !== null;
  }

  #back() {
    if (this.view.tool.back?.()) return true;
    if (this.view.root.dataset.tool && this.view.root.dataset.tool !== "select") return this.view.setTool({ name: "select" }), true;
    if (!this.view.tools.selection.current) return false;
    this.view.tools.selection.clear();
    this.view.root.focus();
    return true;
  }
}

/** A slope's line, so much further. @param {string} id @param {Point} by @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null} */
const movedSlope = (id, [x, y]) => (document) => {
  const slope = entity(document, "slopes", id);
  const [a, b] = [slope?.a, slope?.b].map((point) => point && [point[0] + x, point[1] + y]);
  return slope && changeEntity(`slopes/${id}`, { a, b }, { action: "set_slope", input: "typed" })(document);
};

/** A note, so much further. @param {string} id @param {Point} by @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null} */
const moved = (id, [x, y]) => (document) => {
  const note = entity(document, "notes", id);
  return note && changeEntity(`notes/${id}`, { at: [note.at[0] + x, note.at[1] + y] }, { action: "move_note", input: "typed" })(document);
};
