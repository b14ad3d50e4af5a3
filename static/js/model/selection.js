/** What is selected: the one target that panels speak of, and all that a move takes along. */

/**
 * @typedef {object} Target
 * @property {"walls" | "openings" | "items" | "rooms" | "slopes" | "skylights" | "dormers" | "notes" | "dimensions" | "solids"} collection
 * @property {string | null} id an entity's; of rooms the label's, null for a room without one
 * @property {"left" | "right" | null} [side] of a wall: the face that was touched
 * @property {number | null} [at_mm] along the wall, where it was touched
 * @property {number | null} [z_mm] of a wall's face: the height at which it was touched, where a band of it is meant
 * @property {[number, number]} [at] in a room
 * @property {"floor" | "ceiling"} [face] of a room
 */

/** Fires "change". */
export class Selection extends EventTarget {
  /** @type {Target[]} */ #all = [];

  get all() {
    return this.#all;
  }

  /** @returns {Target | null} */
  get current() {
    return this.#all.at(-1) ?? null;
  }

  /** @param {string} path `items/<id>` */
  has(path) {
    return this.#all.some((target) => pathOf(target) === path);
  }

  /** @param {Target | null} target */
  set(target) {
    this.#put(target ? [target] : []);
  }

  /** In when it is out, out when it is in. @param {Target} target */
  toggle(target) {
    const without = this.#all.filter((other) => pathOf(other) !== pathOf(target));
    this.#put(without.length < this.#all.length ? without : [...this.#all, target]);
  }

  /** All of them, the last one the current. @param {Target[]} all */
  setAll(all) {
    this.#put(all);
  }

  clear() {
    if (this.#all.length) this.#put([]);
  }

  /** Let go of what is no longer in the document. @param {import("#core/log.js").Document} document */
  keepTo(document) {
    const kept = this.#all.filter(({ collection, id }) => id === null || document[collection]?.[id]);
    if (kept.length < this.#all.length) this.#put(kept);
  }

  /** @param {Target[]} all */
  #put(all) {
    this.#all = all;
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {Target} target */
export const pathOf = ({ collection, id }) => `${collection}/${id}`;

/** The target, and before it what is grouped with it. @param {import("#core/log.js").Document} document @param {Target} target @returns {Target[]} */
export function withGroup(document, target) {
  const group = target.collection === "items" && target.id ? document.items?.[target.id]?.group : null;
  if (!group) return [target];
  const others = Object.keys(document.items).filter((id) => document.items[id].group === group && id !== target.id);
  return [...others.map((id) => ({ collection: /** @type {"items"} */ ("items"), id })), target];
}
