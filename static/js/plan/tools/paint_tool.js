/** A colour in hand: the walls that are touched take it, or the floors and ceilings where it was chosen for these. */

import { paintPlane, paintWall } from "#model/actions/paint.js";
import { paintBlock } from "#model/actions/place_block.js";

/** A touch this near to a wall means it, also where something stands before it. */
const REACH_PX = 32;

export class PaintTool {
  /** How many strokes it made that still stand. */
  strokes = 0;

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{code: string, onto?: "walls" | "rooms"}} choice */
  constructor(view, { code, onto = "walls" }) {
    this.view = view;
    this.code = code;
    this.onto = onto;
  }

  /** @param {import("#plan/pointers.js").Touch} touch */
  tap(touch) {
    const near = this.onto === "walls" && !/^(walls|solids)\//.test(touch.path) ? this.view.wallNear(touch.at, REACH_PX) : null;
    const path = near ? `walls/${near.wall}` : this.onto === "rooms" ? "" : touch.path;
    const target = this.onto === "rooms" && touch.room !== null ? this.#floor(touch) : this.view.targetAt({ ...touch, path });
    if (target) this.take(target);
  }

  /** What the colour was not chosen for stays as it is: a touch that went astray paints nothing. @param {import("#model/selection.js").Target} target */
  take(target) {
    if (target.collection === "solids" && target.id && this.onto === "walls") return this.#takeBlock(target.id);
    if (target.collection !== this.onto) return this.#say(`plan.paint_only_${this.onto}`);
    const { store } = this.view.tools;
    const finish = { paint: this.code };
    const did = target.collection === "walls"
      ? target.id && target.side && store.perform(paintWall(target.id, target.side, target.at_mm ?? null, finish))
      : target.at && store.perform(paintPlane({ level: this.view.level, label: target.id, at: target.at }, target.face ?? "floor", finish));
    if (!did) return;
    this.strokes += 1;
    this.#say(target.collection === "walls" ? "plan.painted_wall" : target.face === "ceiling" ? "plan.painted_ceiling" : "plan.painted_floor");
  }

  /** @param {string} id */
  #takeBlock(id) {
    if (!this.view.tools.store.perform(paintBlock(id, { paint: this.code }))) return;
    this.strokes += 1;
    this.#say("plan.painted_wall");
  }

  takeBack() {
    if (!this.strokes) return;
    this.strokes -= 1;
    this.view.tools.store.undo();
    this.#say("plan.paint_taken_back");
  }

  back() {
    this.view.setTool({ name: "select" });
    return true;
  }

  /** @param {import("#plan/pointers.js").Touch} touch @returns {import("#model/selection.js").Target} */
  #floor({ at: [x, y], room }) {
    const { label } = this.view.survey.found.rooms[/** @type {number} */ (room)];
    return { collection: "rooms", id: label, at: [Math.floor(x + 0.5), Math.floor(y + 0.5)], face: "floor" };
  }

  /** @param {string} key */
  #say(key) {
    this.view.dispatchEvent(new CustomEvent("paint", { detail: key }));
  }
}
