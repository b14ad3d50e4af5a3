/** The kinds of furniture and fixtures, from the objects that rooms/kinds/*.json hold; the server has checked them. */

import { bound } from "#model/entries.js";
import { Fault } from "#model/fault.js";
import { evaluate } from "#model/shape.js";

/**
 * @typedef {[number, number, number]} Size width, depth, height in mm
 * @typedef {{one: string, many: string, also: string[]}} Names
 * @typedef {{purpose: string, at: [number, number], size: [number, number], source: string, severity: string}} Zone
 * @typedef {object} Kind
 * @property {string} name
 * @property {Record<string, Names>} names by language
 * @property {string} category
 * @property {string[]} uses
 * @property {Size} size
 * @property {Size} least
 * @property {Size} most
 * @property {number[]} widths those it is made in, least first; empty where every width is
 * @property {number} elevation
 * @property {string} mount floor, wall or ceiling
 * @property {string} snap wall, corner or free
 * @property {boolean} overhang
 * @property {boolean} sign its symbol is an agreed sign, larger than the thing
 * @property {string[]} tint materials that an item's own colour goes to
 * @property {Record<string, string>} colours
 * @property {any[]} zones
 * @property {Record<string, any>} let
 * @property {any[]} parts
 * @property {any[]} symbol
 * @property {any[]} front
 */

export class Kinds {
  /** @type {ReadonlyMap<string, Kind>} */
  #kinds;

  /** @param {readonly any[]} documents */
  constructor(documents) {
    const kinds = new Map();
    for (const document of documents) {
      const kind = read(document);
      if (kinds.has(kind.name)) throw new Fault(`kinds/${kind.name}`, "duplicate");
      kinds.set(kind.name, kind);
    }
    this.#kinds = kinds;
  }

  /** @returns {Kind[]} */
  get all() {
    return [...this.#kinds.values()];
  }

  /** @param {string} name */
  has(name) {
    return this.#kinds.has(name);
  }

  /** @param {string} name @returns {Kind} */
  get(name) {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Fault(`kinds/${name}`, "unknown_kind");
    return kind;
  }

  /**
   * The kinds that a person means, best first: names that begin with the words before names that hold them, of equals
   * the one with the shorter name.
   * @param {string} text what was typed, in any language, with or without accents; empty means all
   * @param {{use?: string}} [wanted] only those for rooms of the use
   */
  find(text, { use } = {}) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    return this.all
      .filter((kind) => !use || kind.uses.includes(use))
      .map((kind) => ({ kind, rank: rankOf(kind, words) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank || shortest(one.kind, words) - shortest(other.kind, words))
      .map(({ kind }) => kind);
  }
}

/** The zones that a thing of the kind needs at the size. @param {Kind} kind @param {Size} size @returns {Zone[]} */
export function zonesOf(kind, size) {
  const scope = scopeOf(kind, nearest(kind, size));
  return kind.zones.map((zone, place) => {
    const path = `kinds/${kind.name}/zones/${place}`;
    const [at, extent] = [zone.at, zone.size].map((pair) => pair.map((/** @type {any} */ one) => evaluate(one, scope, path)));
    return { purpose: zone.purpose, at, size: extent, source: zone.source, severity: zone.severity };
  });
}

/** The size within least and most that is nearest to the wanted one. @param {{least: readonly number[], most: readonly number[]}} kind @param {readonly number[]} size @returns {Size} */
export const nearest = ({ least, most }, size) =>
  /** @type {Size} */ (least.map((low, axis) => Math.min(Math.max(size[axis], low), most[axis])));

/** The width that the kind is made in and that is nearest to the wanted one. @param {{widths: readonly number[]}} kind @param {number} wanted */
export const madeWidth = ({ widths }, wanted) =>
  widths.reduce((best, width) => (Math.abs(width - wanted) < Math.abs(best - wanted) ? width : best), widths[0] ?? wanted);

/** The names that the kind's expressions may use at the size. @param {Kind} kind @param {Size} size */
export const scopeOf = (kind, [width, depth, height]) =>
  bound({ "size.w": width, "size.d": depth, "size.h": height }, kind.let, `kinds/${kind.name}/let`);

const BY_PARTS = [{ is: "parts" }];

/** @param {any} document @returns {Kind} */
const read = ({ kind: name, size, ...rest }) => ({
  widths: [], elevation: 0, overhang: false, sign: false, colours: {}, zones: [], let: {}, symbol: BY_PARTS, front: BY_PARTS,
  ...rest, name, size: size.default, least: size.least, most: size.most,
});

/** @param {Kind} kind @param {readonly string[]} words */
function rankOf(kind, words) {
  if (words.length === 0) return 1;
  const named = Object.values(kind.names).flatMap(({ one, many }) => [plain(one), plain(many)]);
  const also = Object.values(kind.names).flatMap((names) => names.also.map(plain));
  const whole = words.join(" ");
  if (named.includes(whole)) return 5;
  if (also.includes(whole)) return 4;
  if (named.some((name) => name.startsWith(whole))) return 3;
  const holds = (/** @type {string[]} */ names) => words.every((word) => names.some((name) => name.includes(word)));
  return holds(named) ? 2 : holds([...named, ...also]) ? 1 : 0;
}

/** The letters of the shortest name that holds the words. @param {Kind} kind @param {readonly string[]} words */
const shortest = (kind, words) =>
  Math.min(...Object.values(kind.names).map(({ one }) => (words.length && words.every((word) => plain(one).includes(word)) ? one.length : 99)));

/** Small letters without accents. @param {string} text */
const plain = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "").trim();
