/** A door or window in hand: it shows in the wall under the pointer, and a tap, or Enter, puts it there. */

import { snapOnWall } from "#geometry/snap_on_wall.js";
import { addOpening, refusalOf } from "#model/actions/place_opening.js";
import { newId } from "#model/ids.js";
import { stopsAlong } from "#plan/elevation/stops.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class OpeningTool {
  hint = "walls.hint_opening";

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {{kind: string, width: number, height: number, sill: number, depth?: number}} choice */
  constructor(view, { kind, width, height, sill, depth }) {
    this.view = view;
    this.fields = { kind, width, height, sill, ...(depth ? { depth } : {}) };
    this.id = newId("openings");
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
    const { store } = this.view.tools;
    const { make, x } = this.#made(touch.at[0]);
    if (make) store.preview(make);
    else store.cancel();
    this.view.picture.guide({ x });
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    this.#put(touch.at[0]);
  }

  /** In the middle of the wall. @param {KeyboardEvent} event */
  key({ key }) {
    return key === "Enter" && this.#put((this.view.wall?.width_mm ?? 0) / 2);
  }

  cancel() {
    this.leave();
  }

  leave() {
    this.view.tools.store.cancel();
    this.view.picture.guide({});
  }

  /** @param {number} x */
  #put(x) {
    const { store, selection } = this.view.tools;
    const { make } = this.#made(x);
    store.cancel();
    if (!make || !store.perform(make)) return this.view.hint(this.#refusal()), true;
    this.view.putDown();
    const target = { collection: /** @type {"openings"} */ ("openings"), id: this.id };
    selection.set(target);
    this.view.tell();
    this.view.pick(target, false);
    return true;
  }

  #refusal() {
    const { tools: { store }, wall } = this.view;
    return refusalOf(store.document, { ...this.fields, wall: wall?.wall.id ?? "" });
  }

  /** @param {number} x */
  #made(x) {
    const { wall } = this.view;
    if (!wall) return { make: null, x: null };
    const half = this.fields.width / 2;
    const { by, guides } = snapOnWall([x - half, x + half, 0, 0], { xs: stopsAlong(this.view, `openings/${this.id}`), zs: [], reach_mm: this.view.reach_mm });
    return { make: addOpening({ ...this.fields, wall: wall.wall.id, middle_mm: wall.along(x + by[0]), opens: wall.side }, this.id), x: guides.x };
  }
}
