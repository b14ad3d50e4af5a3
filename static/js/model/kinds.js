/** The kinds of furniture and fixtures, from the objects that rooms/kinds/*.json hold; the server has checked them. */

import { bound } from "#model/entries.js";
import { Fault } from "#model/fault.js";
import { findKinds } from "#model/kind_search.js";
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
   * The kinds that a person means, best first, in the size that was asked for.
   * @param {string} text what was typed, in any language and ending; empty means all
   * @param {{use?: string}} [wanted] only those for rooms of the use
   */
  find(text, { use } = {}) {
    return findKinds(use ? this.all.filter((kind) => kind.uses.includes(use)) : this.all, text);
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
