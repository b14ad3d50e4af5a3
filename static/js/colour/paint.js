/** One paint of a fan deck, and all that follows from its true colour. */

import { inSrgb, labToOklch, lrv } from "#colour/convert.js";
import { say, traits } from "#colour/words.js";

/** @typedef {[string, string, string, string, number, number, number, string, number, number, number, boolean?]} PaintRow */

export class Paint {
  /** @type {import("#colour/words.js").Traits | undefined} */
  #traits;
  /** @type {import("#colour/convert.js").Triple | undefined} */
  #oklch;

  /** @param {PaintRow} row as `Deck.as_data` writes it, Lab in hundredths */
  constructor([code, pl, en, hex, lightness, a, b, base, priceGroup, hiding, coats, exterior]) {
    this.code = code;
    this.name = { pl, en };
    this.hex = hex;
    /** @type {import("#colour/convert.js").Triple} D65, 2° */
    this.lab = [lightness / 100, a / 100, b / 100];
    this.base = base;
    this.priceGroup = priceGroup;
    this.hiding = hiding;
    this.coats = coats;
    this.exterior = exterior ?? null;
  }

  get traits() {
    this.#traits ??= traits(this.lab);
    return this.#traits;
  }

  get family() {
    return this.traits.family;
  }

  get undertone() {
    return this.traits.undertone;
  }

  /** The colour in words: "jasna ciepła zieleń". */
  get about() {
    return say(this.traits);
  }

  get oklch() {
    this.#oklch ??= labToOklch(this.lab);
    return this.#oklch;
  }

  /** Light reflectance value to tenths. */
  get lrv() {
    return Math.floor(lrv(this.lab) * 10 + 0.5) / 10;
  }

  get outOfSrgb() {
    return !inSrgb(this.lab);
  }
}
