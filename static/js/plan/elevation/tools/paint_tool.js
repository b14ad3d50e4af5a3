/** A colour in hand: a stretch of the wall that is touched takes it, and a pull between two heights makes a band of it. */

import { coverBand } from "#model/actions/bands.js";
import { BandTool } from "#plan/elevation/tools/band_tool.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class PaintTool {
  hint = "";

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view @param {{code: string}} choice */
  constructor(view, { code }) {
    this.view = view;
    this.cover = { paint: code };
    this.band = this.#newBand();
  }

  press() {
    return this.view.wall !== null;
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    this.band.drag(touch, from);
  }

  /** @param {Touch} touch @param {Touch} from */
  drop(touch, from) {
    this.view.tools.store.cancel();
    this.view.picture.guide({});
    if (this.view.tools.store.perform(this.band.made(touch, from))) this.#painted();
    this.band = this.#newBand();
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { wall } = this.view;
    if (wall && this.view.tools.store.perform(coverBand(this.view.whereOf(wall.faceAt(touch.at[0])), -touch.at[1], this.cover))) this.#painted();
  }

  cancel() {
    this.band.cancel();
  }

  leave() {
    this.band.cancel();
  }

  #painted() {
    this.view.painted();
  }

  #newBand() {
    return new BandTool(this.view, { cover: this.cover, usual_mm: 0 });
  }
}
