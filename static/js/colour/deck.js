/** A fan deck in the browser: paints in the order of a wall of colour, found by code and by family. */

import { Paint } from "#colour/paint.js";
import { FAMILIES } from "#colour/words.js";

/** @typedef {import("#colour/words.js").Said} Said */
/** @typedef {{key: string, name: Said, demonstration: boolean, paints: import("#colour/paint.js").PaintRow[]}} DeckData */

export class Deck {
  /** @type {Map<string, Paint>} */
  #byCode;
  /** @type {Map<string, Paint[]> | undefined} */
  #families;

  /** @param {DeckData} data */
  constructor(data) {
    this.key = data.key;
    this.name = data.name;
    this.demonstration = data.demonstration;
    this.paints = data.paints.map((row) => new Paint(row));
    this.#byCode = new Map(this.paints.map((paint) => [paint.code, paint]));
  }

  /** @param {string} code @returns {Paint | undefined} */
  get(code) {
    return this.#byCode.get(code);
  }

  /** The families that have a paint, in the order of FAMILIES. */
  get families() {
    this.#families ??= this.#grouped();
    return this.#families;
  }

  #grouped() {
    /** @type {Map<string, Paint[]>} */
    const groups = new Map(Object.keys(FAMILIES).map((family) => [family, []]));
    for (const paint of this.paints) groups.get(paint.family)?.push(paint);
    return new Map([...groups].filter(([, paints]) => paints.length > 0));
  }
}

/** The deck of what `Deck.as_data` wrote. @param {DeckData} data */
export const readDeck = (data) => new Deck(data);
