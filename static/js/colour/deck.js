/** A fan deck in the browser: paints in the order of a wall of colour, found by code and by family. */

import { Paint } from "#colour/paint.js";
import { FAMILIES } from "#colour/words.js";

/** @typedef {import("#colour/words.js").Said} Said */
/** @typedef {import("#colour/paint.js").PaintRow} PaintRow */
/** @typedef {{key: string, name: Said, demonstration: boolean, paints: PaintRow[], gone?: PaintRow[]}} DeckData */

export class Deck {
  /** @type {Map<string, Paint>} */
  #byCode;
  /** @type {Set<string>} */
  #gone;
  /** @type {Map<string, Paint[]> | undefined} */
  #families;

  /** @param {DeckData} data */
  constructor(data) {
    this.key = data.key;
    this.name = data.name;
    this.demonstration = data.demonstration;
    this.paints = data.paints.map((row) => new Paint(row));
    const gone = (data.gone ?? []).map((row) => new Paint(row));
    this.#gone = new Set(gone.map(({ code }) => code));
    this.#byCode = new Map([...gone, ...this.paints].map((paint) => [paint.code, paint]));
  }

  /** The paint of this code, be it gone from the deck: old plans still show it. @param {string} code @returns {Paint | undefined} */
  get(code) {
    return this.#byCode.get(code);
  }

  /** Whether a paint of this code can be chosen. @param {string} code */
  has(code) {
    return this.#byCode.has(code) && !this.#gone.has(code);
  }

  /** The families that have a paint, in the order of FAMILIES. */
  get families() {
    this.#families ??= familiesOf(this.paints);
    return this.#families;
  }
}

/** The families that have a paint, in the order of FAMILIES. @param {readonly Paint[]} paints @returns {Map<string, Paint[]>} */
export function familiesOf(paints) {
  /** @type {Map<string, Paint[]>} */
  const groups = new Map(Object.keys(FAMILIES).map((family) => [family, []]));
  for (const paint of paints) groups.get(paint.family)?.push(paint);
  return new Map([...groups].filter(([, held]) => held.length > 0));
}

/** The deck of what `Deck.as_data` wrote. @param {DeckData} data */
export const readDeck = (data) => new Deck(data);
