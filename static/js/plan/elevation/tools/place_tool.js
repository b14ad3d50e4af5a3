/** A thing or a set in hand: its ghost shows where on the wall it will hang or stand; a tap, the end of a pull, or Enter puts it there. */

import { snapOnWall } from "#geometry/snap_on_wall.js";
import { turnFacing } from "#geometry/footprint.js";
import { addItem } from "#model/actions/add_item.js";
import { addSet, boxOf } from "#model/actions/add_set.js";
import { newId } from "#model/ids.js";
import { stopsAlong, stopsUpwards } from "#plan/elevation/stops.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {[number, number]} Point */

/** The height its kind usually has draws from this far, so that a thing pointed anywhere near it hangs as it should. */
const USUAL_REACH_MM = 300;

export class PlaceTool {
  hint = "walls.hint_place";

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {{kind?: any, set?: import("#model/actions/add_set.js").ItemSet}} choice */
  constructor(view, { kind, set }) {
    this.view = view;
    this.kind = kind ?? boxOf(set?.items ?? [], view.tools.kinds);
    this.set = set;
    this.ids = (set?.items ?? [kind]).map(() => newId("items"));
  }

  press() {
    return this.view.wall !== null;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  hover(touch) {
    const { make, guides } = this.#made(touch.at);
    if (make) this.view.tools.store.preview(make);
    this.view.picture.guide(guides);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    this.#put(touch.at);
  }

  /** In the middle of the wall. @param {KeyboardEvent} event */
  key({ key }) {
    const { wall } = this.view;
    return key === "Enter" && wall !== null && this.#put([wall.width_mm / 2, -this.#usualLow - this.kind.size[2] / 2]);
  }

  cancel() {
    this.leave();
  }

  leave() {
    this.view.tools.store.cancel();
    this.view.picture.guide({});
  }

  get #usualLow() {
    return this.kind.elevation ?? 0;
  }

  /** @param {Point} at */
  #put(at) {
    const { store, selection } = this.view.tools;
    const { make } = this.#made(at);
    store.cancel();
    if (!make || !store.perform(make)) return false;
    this.view.putDown();
    const targets = this.ids.map((id) => ({ collection: /** @type {"items"} */ ("items"), id }));
    selection.setAll(targets);
    this.view.tell();
    this.view.pick(targets[0], false);
    return true;
  }

  /** @param {Point} at */
  #made([x, y]) {
    const { wall, level } = this.view;
    if (!wall) return { make: null, guides: {} };
    const [wide, deep, high] = this.kind.size;
    const low = this.#heightAt(-y - high / 2);
    const { by, guides } = snapOnWall([x - wide / 2, x + wide / 2, low, low + high], { xs: stopsAlong(this.view, `items/${this.ids[0]}`), zs: [], reach_mm: this.view.reach_mm });
    const middle = Math.min(Math.max(x + by[0], wide / 2), Math.max(wall.width_mm - wide / 2, wide / 2));
    const place = { level, at: whole(wall.spot(middle, deep / 2)), turn_mdeg: turnFacing(wall.outwards(middle)), host: wall.wall.id };
    const make = this.set ? addSet(this.set.items, place, this.ids) : addItem({ ...place, kind: this.kind.name, size: this.kind.size, elevation: low }, this.ids[0]);
    return { make, guides: { x: guides.x, z: this.kind.mount === "wall" ? low : null } };
  }

  /** Where it is pointed, or its usual height near there; what stands or hangs from the ceiling has but one. @param {number} wanted */
  #heightAt(wanted) {
    const usual = this.#usualLow;
    const { wall } = this.view;
    if (this.set || this.kind.mount !== "wall" || !wall || Math.abs(wanted - usual) < USUAL_REACH_MM) return usual;
    const high = this.kind.size[2];
    const { by } = snapOnWall([0, 0, wanted, wanted + high], { xs: [], zs: stopsUpwards(this.view, `items/${this.ids[0]}`, usual), reach_mm: this.view.reach_mm });
    return Math.round(Math.min(Math.max(wanted + by[1], 0), Math.max(wall.highest_mm - high, 0)));
  }
}

/** @param {readonly [number, number]} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];
