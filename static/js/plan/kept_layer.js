/** A layer of the drawing whose elements stay in the page as long as they would be drawn the same. */

/**
 * @typedef {object} Mark What is to be drawn.
 * @property {string} key its own among the layer's
 * @property {readonly unknown[]} signs what its drawing follows from: the same values, the same element
 * @property {() => Element | null} make null: nothing is drawn of it
 */

export class KeptLayer {
  /** @type {Map<string, {signs: readonly unknown[], element: Element | null}>} */ #held = new Map();

  /** @param {Element} host */
  constructor(host) {
    this.host = host;
  }

  /** Draw these, one upon another, and nothing else. @param {readonly Mark[]} marks */
  show(marks) {
    const before = this.#held;
    this.#held = new Map(marks.map(({ key, signs, make }) => {
      const held = before.get(key);
      const stays = held && held.signs.length === signs.length && held.signs.every((sign, place) => sign === signs[place]);
      return [key, stays ? held : { signs, element: make() }];
    }));
    for (const [key, { element }] of before) if (this.#held.get(key)?.element !== element) element?.remove();
    let next = this.host.firstChild;
    for (const { element } of this.#held.values()) {
      if (!element) continue;
      if (element === next) next = next.nextSibling;
      else this.host.insertBefore(element, next);
    }
  }
}
