/** A band in hand: pulled between two heights it covers what lies between; Enter lays one at its usual height. */

import { snapValue } from "#geometry/snap_on_wall.js";
import { layBand } from "#model/actions/bands.js";
import { newId } from "#model/ids.js";
import { stopsOfBand } from "#plan/elevation/stops.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class BandTool {
  hint = "walls.hint_band";

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {{cover: import("#model/actions/paint.js").Cover, usual_mm: number}} choice */
  constructor(view, { cover, usual_mm }) {
    this.view = view;
    this.cover = cover;
    this.usual_mm = usual_mm;
    this.id = newId("finishes");
  }

  press() {
    return this.view.wall !== null;
  }

  /** @param {Touch} touch */
  hover(touch) {
    const z = this.#height(touch);
    this.view.picture.guide({ z }, [z]);
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    const [low, high] = this.#span(touch, from);
    this.view.tools.store.preview(this.made(touch, from));
    this.view.picture.guide({ z: high }, [low, high]);
  }

  /** @param {Touch} touch @param {Touch} from */
  drop(touch, from) {
    const [low, high] = this.#span(touch, from);
    this.view.tools.store.cancel();
    if (this.#done(from.at[0], low, high)) return;
    this.view.picture.guide({});
    this.view.hint("walls.hint_band");
  }

  /** What a pull makes. @param {Touch} touch @param {Touch} from */
  made(touch, from) {
    const [low, high] = this.#span(touch, from);
    return this.#lay(from.at[0], low, high);
  }

  tap() {
    this.view.hint("walls.hint_band");
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    return key === "Enter" && this.#done((this.view.wall?.width_mm ?? 0) / 2, 0, Math.min(this.usual_mm, this.view.wall?.highest_mm ?? 0));
  }

  cancel() {
    this.view.tools.store.cancel();
    this.view.picture.guide({});
  }

  back() {
    this.view.putDown();
    return true;
  }

  leave() {
    this.cancel();
  }

  /** @param {number} x @param {number} low @param {number} high */
  #done(x, low, high) {
    if (!this.view.tools.store.perform(this.#lay(x, low, high))) return false;
    this.view.putDown();
    this.view.choose(x, (low + high) / 2);
    return true;
  }

  /** @param {number} x @param {number} low @param {number} high */
  #lay(x, low, high) {
    const { wall } = this.view;
    return wall ? layBand(this.view.whereOf(wall.faceAt(x)), { z_from: low, z_to: high }, this.cover, "dragged", this.id) : () => null;
  }

  /** @param {Touch} touch @param {Touch} from @returns {[number, number]} */
  #span(touch, from) {
    const [one, other] = [this.#height(from), this.#height(touch)];
    return one < other ? [one, other] : [other, one];
  }

  /** @param {Touch} touch */
  #height({ at, isFinger }) {
    const top = this.view.wall?.highest_mm ?? 0;
    return Math.min(Math.max(snapValue(-at[1], stopsOfBand(this.view), this.view.reachOf(isFinger)).value, 0), top);
  }
}
