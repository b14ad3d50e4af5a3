/** The hand: a tap selects, a pull moves what it took hold of. */

import { tidyBulge } from "#geometry/arc.js";
import { bendWall, measuresOf } from "#model/actions/bend_wall.js";
import { roofsOver } from "#geometry/ceilings.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { moveCorner } from "#model/actions/move_corner.js";
import { moveWall } from "#model/actions/move_wall.js";
import { placeAt, setSkylight } from "#model/actions/skylights.js";
import { setSlope, shifted } from "#model/actions/slopes.js";
import { moveItems, placeItem } from "#model/actions/place_items.js";
import { moveOpening, refusalOf } from "#model/actions/place_opening.js";
import { madeWidth, nearest } from "#model/kinds.js";
import { isHeld } from "#model/corners.js";
import { entity } from "#model/plan.js";
import { pathOf, withGroup } from "#model/selection.js";
import { pullOfDormer } from "#plan/dormers.js";
import { Frame } from "#plan/frame.js";
import { distances } from "#plan/distances.js";
import { pullOfBlock, sizeOfBlock, turnOfBlock } from "#plan/tools/block_pull.js";
import { snapCorner, snapItem, snapMeasure } from "#plan/snapping.js";

/** @typedef {[number, number]} Point */
/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {(touch: Touch, from: Touch) => void} Pull */

const WALL_STEP_MM = 10;
const TURN_STEP_MDEG = 15_000;
/** How far a bend is pulled to a tidy arc. */
const BEND_PX = 8;
const BEND_MM = 60;

export class SelectTool {
  hint = "";
  /** @type {Pull | null} */ #pull = null;
  /** Drawn around things while shift is held. @type {Frame | null} */ #frame = null;

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Touch} touch */
  press(touch) {
    if (!this.view.tools.mayEdit) return false;
    const handle = /** @type {SVGElement | null} */ (touch.element.closest("[data-handle]"))?.dataset.handle;
    this.#frame = touch.isExtending && !handle ? new Frame(this.view, touch.at) : null;
    this.#pull = this.#frame ? (now) => this.#frame?.show(now.at) : handle ? this.#pullOfHandle(handle, touch) : this.#pullOfThing(touch);
    return this.#pull !== null;
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    this.#pull?.(touch, from);
  }

  /** @param {Touch} touch */
  drop(touch) {
    if (this.#frame) this.#frame.take(touch.at);
    else this.view.tools.store.commit();
    this.#clean();
  }

  cancel() {
    this.view.tools.store.cancel();
    this.#clean();
  }

  /** @param {Touch} touch */
  tap(touch) {
    this.#clean();
    if (!this.view.tools.mayEdit) return;
    const target = this.view.targetAt(touch);
    const { selection } = this.view.tools;
    if (touch.isExtending && target?.id && target.collection !== "rooms") selection.toggle(target);
    else selection.setAll(target ? withGroup(this.view.tools.store.document, target) : []);
    if (target) this.view.dispatchEvent(new CustomEvent("pick", { detail: { target, byKey: false } }));
  }

  /** One thing of a group. @param {Touch} touch */
  double(touch) {
    const target = this.view.targetAt(touch);
    if (target?.collection === "items" && this.view.tools.selection.all.length > 1) this.view.tools.selection.set(target);
  }

  #clean() {
    this.#pull = null;
    this.#frame = null;
    this.view.layers.guides.replaceChildren();
    this.view.hint("");
  }

  /** @param {Touch} touch @returns {Pull | null} */
  #pullOfThing(touch) {
    const [collection, id] = touch.path.split("/");
    const { selection, store } = this.view.tools;
    if (collection === "items") return this.#pullOfItem(id, touch);
    if (collection === "notes") return (now) => store.preview(changeEntity(touch.path, { at: whole(now.at) }, { action: "move_note", input: "dragged" }));
    if (collection === "openings") return (now) => this.#slide(id, now);
    if (collection === "solids") return this.#pullOfBlock(id, touch);
    if (collection === "dormers") return pullOfDormer(this.view, id);
    if (collection === "skylights") return (now) => this.#slideWindow(id, now);
    const isTaken = selection.has(touch.path) || !touch.isFinger;
    if (collection === "walls" && isTaken) return (now, from) => this.#push(id, now, from);
    return null;
  }

  /** @param {string} id @param {Touch} touch @returns {Pull | null} */
  #pullOfBlock(id, touch) {
    const { selection, store } = this.view.tools;
    const block = entity(store.document, "solids", id);
    if (!block || block.locked || (touch.isFinger && !selection.has(touch.path))) return null;
    selection.set({ collection: "solids", id });
    return pullOfBlock(this.view, block, touch);
  }

  /** @param {string} id @param {Touch} touch @returns {Pull | null} */
  #pullOfItem(id, touch) {
    const { selection, store } = this.view.tools;
    if (entity(store.document, "items", id)?.locked) return null;
    if (!selection.has(touch.path)) selection.setAll(withGroup(store.document, { collection: "items", id }));
    const ids = selection.all.filter(({ collection }) => collection === "items").map((target) => String(target.id));
    const item = entity(store.document, "items", id);
    if (ids.length > 1 || !item) return (now, from) => store.preview(moveItems(ids, whole(minus(now.at, from.at))));
    const hold = minus(touch.at, item.at);
    return (now) => {
      const { guides, ...place } = snapItem(this.view, item, minus(now.at, hold));
      store.preview(placeItem(id, place));
      this.view.layers.guides.replaceChildren(...guides, ...distances(this.view, id));
    };
  }

  /** An opening slides along its wall, or over to another that the pointer is nearer to. @param {string} id @param {Touch} touch */
  #slide(id, touch) {
    const near = this.view.wallNear(touch.at);
    if (!near) return;
    this.view.tools.selection.set({ collection: "openings", id });
    const { store } = this.view.tools;
    if (!store.preview(moveOpening(id, near.wall, near.along_mm))) this.view.hint(refusalOf(store.document, { .../** @type {any} */ (entity(store.document, "openings", id)), wall: near.wall }));
    this.view.layers.guides.replaceChildren(...distances(this.view, id));
  }

  /** A roof window goes along its slope and up it. @param {string} id @param {Touch} touch */
  #slideWindow(id, touch) {
    const { store, selection, length } = this.view.tools;
    const window = entity(store.document, "skylights", id);
    const roof = roofsOver(store.document, this.view.level).find(({ slope }) => slope === window?.slope);
    if (!window || !roof) return;
    const { offset, sill } = placeAt(roof, touch.at, /** @type {any} */ (window));
    if (!selection.has(`skylights/${id}`)) selection.set({ collection: "skylights", id });
    store.preview(setSkylight(id, { offset, sill }, "dragged"));
    this.view.hint("slopes.hint_sill", { sill: length(sill) });
  }

  /** A wall goes sideways, in whole centimetres. @param {string} id @param {Touch} touch @param {Touch} from */
  #push(id, touch, from) {
    const wall = entity(this.view.tools.store.document, "walls", id);
    if (!wall) return;
    if (isHeld(this.view.tools.store.document, wall.level, [wall.a, wall.b])) return this.view.hint("walls.hint_locked");
    if (!this.view.tools.selection.has(`walls/${id}`)) this.view.select(`walls/${id}`);
    const [x, y] = [wall.b[0] - wall.a[0], wall.b[1] - wall.a[1]];
    const length = Math.hypot(x, y) || 1;
    const [dx, dy] = minus(touch.at, from.at);
    const out = Math.round((dx * -y + dy * x) / length / WALL_STEP_MM) * WALL_STEP_MM;
    this.view.tools.store.preview(moveWall(id, whole([(out * -y) / length, (out * x) / length])));
    this.view.hint("plan.hint_moved_by", { length: this.view.tools.length(Math.abs(out)) });
  }

  /** @param {string} handle @param {Touch} touch where it was taken hold of @returns {Pull | null} */
  #pullOfHandle(handle, touch) {
    const { selection, store } = this.view.tools;
    const target = selection.current;
    const found = target?.id ? entity(store.document, target.collection, target.id) : null;
    if (!target?.id || !found) return null;
    const [what, ...which] = handle.split(" ");
    if (what === "corner" && isHeld(store.document, found.level, [found[which[0]]])) return () => this.view.hint("walls.hint_locked");
    if (what === "corner") return held(found[which[0]], touch, (now) => this.#dragCorner(found[which[0]], now));
    if (what === "end") return held(found[which[0]], touch, (now) => this.#dragEnd(found, which[0], now));
    if (what === "line") return (now, from) => this.#dragLine(found, now, from);
    if (what === "dormer") return pullOfDormer(this.view, target.id);
    if (what === "bend") return (now, from) => this.#bend(found, now, from);
    const isBlock = target.collection === "solids";
    const pulled = (/** @type {Touch} */ now) => (which[0] === "-1" ? across(found.at, now) : now);
    if (what === "turn") return (now) => (isBlock ? turnOfBlock(this.view, found, pulled(now)) : this.#turn(target, found, pulled(now)));
    const corner = which.map(Number);
    return held(cornerOf(found, corner), touch, (now) => (isBlock ? sizeOfBlock(this.view, found, corner, now) : this.#resize(target, found, corner, now)));
  }

  /** @param {Point} from @param {Touch} touch */
  #dragCorner(from, touch) {
    const { at, guides } = snapCorner(this.view, touch.at, null, from);
    this.view.tools.store.preview(moveCorner(this.view.level, from, at));
    this.view.layers.guides.replaceChildren(...guides);
  }

  /** One end of a slope's line. @param {any} slope @param {string} end @param {Touch} touch */
  #dragEnd(slope, end, touch) {
    const { at, guides } = snapMeasure(this.view, touch.at, end === "a" ? slope.b : slope.a);
    this.view.tools.store.preview(setSlope(slope.id, { [end]: at }, "dragged"));
    this.view.layers.guides.replaceChildren(...guides);
  }

  /** A slope's line goes sideways, in whole centimetres. @param {any} slope @param {Touch} touch @param {Touch} from */
  #dragLine(slope, touch, from) {
    const [x, y] = minus(slope.b, slope.a);
    const [dx, dy] = minus(touch.at, from.at);
    const by = Math.round((dx * y - dy * x) / (Math.hypot(x, y) || 1) / WALL_STEP_MM) * WALL_STEP_MM;
    this.view.tools.store.preview(setSlope(slope.id, shifted(slope, by), "dragged"));
    this.view.hint("plan.hint_moved_by", { length: this.view.tools.length(Math.abs(by)) });
  }

  /** A wall bends as far as its knob is pulled square to it. @param {any} wall @param {Touch} touch @param {Touch} from */
  #bend(wall, touch, from) {
    const { tools, viewport, survey } = this.view;
    const [x, y] = minus(wall.b, wall.a);
    const chord = Math.hypot(x, y) || 1;
    const [dx, dy] = minus(touch.at, from.at);
    const wanted = wall.bulge + (dx * -y + dy * x) / chord;
    const { bulge } = tidyBulge(chord, wanted, Math.min(BEND_PX * viewport.mmPerPx, BEND_MM));
    tools.store.preview(bendWall(wall.id, bulge));
    const solid = this.view.survey.solids.get(wall.id);
    if (!solid || !bulge) return this.view.hint(bulge ? "" : "walls.hint_straight");
    const { length, radius, sagitta } = measuresOf(solid, survey.insideOf(wall.id), wall.thickness);
    this.view.hint("walls.hint_bent", { length: tools.length(length), radius: tools.length(radius), sagitta: tools.length(sagitta) });
  }

  /** Fifteen degrees at a time; with a finger or mouse far from the thing, to one degree. @param {any} target @param {any} item @param {Touch} touch */
  #turn(target, item, touch) {
    const [x, y] = minus(touch.at, item.at);
    const far = Math.hypot(x, y) > 3 * Math.max(item.size[0], item.size[1]);
    const step = far ? 1_000 : TURN_STEP_MDEG;
    const turn = Math.round(((Math.atan2(x, -y) * 180_000) / Math.PI) / step) * step;
    const turn_mdeg = ((turn % 360_000) + 360_000) % 360_000;
    this.view.tools.store.preview(changeEntity(pathOf(target), { turn_mdeg, host: null }, { action: "turn_item", input: "dragged" }));
    this.view.hint("plan.hint_turned", { degrees: turn_mdeg / 1000 });
  }

  /** The corner opposite to the one pulled stays; sizes are whole centimetres, as the kind is made. @param {any} target @param {any} item @param {number[]} corner @param {Touch} touch */
  #resize(target, item, [sx, sy], touch) {
    const turn = (item.turn_mdeg / 180_000) * Math.PI;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const [w, d, h] = item.size;
    const [dx, dy] = minus(touch.at, item.at);
    const pulled = [dx * cos + dy * sin, -dx * sin + dy * cos];
    const size = this.#allowed(item, [pulled[0] * sx + w / 2, pulled[1] * sy + d / 2, h]);
    const [mx, my] = [((size[0] - w) / 2) * sx, ((size[1] - d) / 2) * sy];
    const at = whole([item.at[0] + mx * cos - my * sin, item.at[1] + mx * sin + my * cos]);
    this.view.tools.store.preview(changeEntity(pathOf(target), { size, at }, { action: "resize_item", input: "dragged" }));
    this.view.hint("plan.hint_size", { width: this.view.tools.length(size[0]), depth: this.view.tools.length(size[1]) });
  }

  /** @param {any} item @param {number[]} wanted */
  #allowed(item, wanted) {
    const { kinds } = this.view.tools;
    const kind = kinds.has(item.kind) ? kinds.get(item.kind) : { least: [20, 20, 20], most: [20_000, 20_000, 20_000], widths: [] };
    const rounded = wanted.map((mm) => Math.round(mm / 10) * 10);
    return nearest(kind, [madeWidth(kind, rounded[0]), rounded[1], rounded[2]]);
  }
}

/** A pull of what lies beside its handle: it goes as far as the handle does. @param {Point} place @param {Touch} from @param {(now: Touch) => void} pull @returns {Pull} */
function held(place, { at }, pull) {
  const beside = minus(at, place);
  return (now) => pull(Object.create(now, { at: { value: minus(now.at, beside) } }));
}

/** A knob before a thing turns it as one behind it would. @param {Point} middle @param {Touch} touch @returns {Touch} */
const across = ([x, y], touch) => Object.create(touch, { at: { value: [2 * x - touch.at[0], 2 * y - touch.at[1]] } });

/** @param {any} thing @param {number[]} corner @returns {Point} */
function cornerOf({ at, size: [w, d], turn_mdeg }, [sx, sy]) {
  const turn = (turn_mdeg / 180_000) * Math.PI;
  const [x, y] = [(sx * w) / 2, (sy * d) / 2];
  return [at[0] + x * Math.cos(turn) - y * Math.sin(turn), at[1] + x * Math.sin(turn) + y * Math.cos(turn)];
}

/** @param {Point} one @param {Point} other @returns {Point} */
const minus = (one, other) => [one[0] - other[0], one[1] - other[1]];

/** @param {Point} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];
