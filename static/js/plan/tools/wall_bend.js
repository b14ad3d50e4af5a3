/** The bend of a wall that is being drawn: of an arc first its end is chosen, then how far it swells. */

import { radiusOf, sagittaOf, tidyBulge } from "#geometry/arc.js";
import { THICKNESS_MM } from "#model/chain.js";

/** @typedef {readonly [number, number]} Vector */
/** @typedef {[number, number]} Point */

const REACH_PX = 10;
const REACH_MM = 60;
/** A quarter of a circle over its chord: what an arc is before anybody has said. */
const QUARTER = (Math.SQRT2 - 1) / 2;

export class WallBend {
  /** Whether the next walls are arcs. */
  isOn = false;
  /** The inner face whose end is chosen, while its bend is not. @type {{way: Vector, held: Point | null} | null} */
  chosen = null;
  /** The height that was typed, mm. @type {number | null} */
  typed_mm = null;
  #bulge = 0;

  /** The signed sagitta of the centre line along this way: what was typed is measured inside, between walls square to it. @param {Vector} way @param {1 | -1} side where the inside is */
  of(way, side) {
    if (!this.isOn) return 0;
    if (this.chosen && this.typed_mm === null) return this.#bulge;
    const chord = Math.hypot(...way);
    const high = Math.min(this.typed_mm ?? chord * QUARTER, chord / 2);
    return -side * Math.floor(sagittaOf(chord + THICKNESS_MM, radiusOf(chord, high) + THICKNESS_MM / 2) + 0.5);
  }

  /** The pointer is here: so far the arc swells. @param {Vector} from the wall's beginning @param {Point} at @param {number} mmPerPx */
  follow(from, at, mmPerPx) {
    if (!this.chosen) return;
    const [x, y] = this.chosen.way;
    const chord = Math.hypot(x, y);
    const high = ((at[0] - from[0]) * -y + (at[1] - from[1]) * x) / chord;
    const most = Math.floor(chord / 2);
    const { bulge } = tidyBulge(chord, Math.min(Math.max(high, -most), most), Math.min(REACH_PX * mmPerPx, REACH_MM));
    this.#bulge = bulge;
  }

  /** @param {Vector} way @param {Point | null} held @param {1 | -1} side */
  choose(way, held, side) {
    this.#bulge = this.of(way, side);
    this.chosen = { way, held };
  }

  /** Radius and height in words, for the status line. @param {Vector} way @param {1 | -1} side @param {(mm: number) => string} length */
  words(way, side, length) {
    const bulge = this.of(way, side);
    const chord = Math.hypot(...way);
    return { chord: length(chord), radius: bulge ? length(radiusOf(chord, bulge)) : "∞", sagitta: length(Math.abs(bulge)) };
  }
}
