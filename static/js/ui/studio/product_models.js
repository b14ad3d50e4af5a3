/** Which products of the plan have a 3D model of their own: asked of the server once for each, when it comes into the plan. */

/** @typedef {{glb: string, size: [number, number, number], author: string, licence: string, outlines: import("#plan/body_symbol.js").Body["outlines"]}} ProductModel */

const MOST_ASKED = 100;

export class ProductModels extends EventTarget {
  /** @type {Map<string, ProductModel | null>} null: it has none, or it is being asked */
  #known = new Map();

  /** @param {import("#core/store.js").Store} store @param {string | null} url null: the store has no models */
  constructor(store, url) {
    super();
    this.store = store;
    this.url = url;
    if (!url) return;
    store.addEventListener("change", () => this.#ask());
    this.#ask();
  }

  /** @param {string | undefined} sku @returns {ProductModel | null} */
  of(sku) {
    return (sku && this.#known.get(sku)) || null;
  }

  #ask() {
    const items = Object.values(/** @type {Record<string, any>} */ (this.store.document.items ?? {}));
    const wanted = [...new Set(items.flatMap(({ product }) => (product && !this.#known.has(product.sku) ? [product.sku] : [])))].slice(0, MOST_ASKED);
    if (!wanted.length) return;
    for (const sku of wanted) this.#known.set(sku, null);
    this.#fetch(wanted).catch(() => wanted.forEach((sku) => this.#known.delete(sku))); // asked again with the next change
  }

  /** @param {string[]} skus */
  async #fetch(skus) {
    const answer = await fetch(`${this.url}?${new URLSearchParams(skus.map((sku) => ["sku", sku]))}`);
    if (!answer.ok) throw new Error(String(answer.status));
    const { models } = await answer.json();
    for (const [sku, model] of Object.entries(models)) this.#known.set(sku, model);
    if (Object.keys(models).length) this.dispatchEvent(new Event("change"));
    this.#ask();
  }
}
