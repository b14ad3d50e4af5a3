/** The store's products of one kind, to pick one for a selected thing. */

import { pickProduct } from "#model/actions/pick_product.js";
import { button, el } from "#ui/dom.js";
import { kindPicture } from "#ui/kind_picture.js";

const PAUSE_MS = 200;

/** @typedef {{sku: string, ean: string | null, name: Record<string, string>, size: [number, number, number], price_gr: number}} Product as the API tells it */

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} item */
export function productsPanel(studio, item) {
  const { t } = studio;
  const kind = studio.kinds.get(item.kind);
  const list = new Found(studio, item);
  const input = el("input", { id: "find-product", type: "search", autocomplete: "off", maxlength: 200, placeholder: t("products.panel_example"), oninput: () => list.seek(input.value, PAUSE_MS) });
  list.seek("", 0);
  return [
    el("h2", {}, t("products.panel_title", { kind: studio.kindName(kind) })),
    el("div", { class: "field" }, el("label", { for: "find-product" }, t("products.panel_find")), el("div", { class: "box" }, input)),
    list.host,
  ];
}

/** What the words have found; a later search overtakes an earlier one. */
class Found {
  #asked = 0;
  #timer = 0;

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {any} item */
  constructor(studio, item) {
    this.studio = studio;
    this.item = item;
    this.host = el("div", { class: "results", role: "status" });
  }

  /** @param {string} text @param {number} pause_ms while somebody types */
  seek(text, pause_ms) {
    clearTimeout(this.#timer);
    const mine = (this.#asked += 1);
    this.#timer = window.setTimeout(() => this.#fetch(text, mine, 1), pause_ms);
    if (!this.host.childElementCount) this.host.replaceChildren(el("p", { class: "quiet" }, this.studio.t("products.panel_loading")));
  }

  /** @param {string} text @param {number} mine @param {number} page */
  async #fetch(text, mine, page) {
    const answer = await this.#answer(text, page);
    if (mine !== this.#asked) return;
    if (!answer) return this.#showOffline(text);
    this.host.querySelector(".more")?.remove();
    if (page === 1) this.host.replaceChildren(answer.products.length ? el("ul", { class: "rows" }) : el("p", { class: "quiet" }, this.studio.t("products.panel_none")));
    this.host.querySelector("ul")?.append(...answer.products.map((/** @type {Product} */ product) => this.#row(product, answer.date)));
    if (answer.more) this.host.append(button("", this.studio.t("products.panel_more"), () => this.#fetch(text, mine, page + 1), "more"));
  }

  /** @param {string} text @param {number} page @returns {Promise<any>} null when it cannot be had now */
  async #answer(text, page) {
    const sought = new URLSearchParams({ kind: this.item.kind, q: text.trim(), page: String(page) });
    try {
      const response = await fetch(`${this.studio.products?.find}?${sought}`);
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  /** @param {string} text */
  #showOffline(text) {
    const { t } = this.studio;
    this.host.replaceChildren(el("p", {}, t("products.panel_offline")), button("rotate-cw", t("products.panel_retry"), () => this.seek(text, 0)));
  }

  /** @param {Product} product @param {string} date */
  #row(product, date) {
    const { format, language, kinds } = this.studio;
    return el("li", {}, el("button", { type: "button", class: "row", "data-sku": product.sku, "aria-pressed": String(product.sku === this.item.product?.sku), onclick: () => this.#pick(product, date) },
      el("span", { class: "with-picture" }, kindPicture({ ...kinds.get(this.item.kind), size: product.size }, "row-picture"),
        el("span", {}, product.name[language], el("br"), el("span", { class: "quiet small" }, format.size(product.size)))),
      el("span", { class: "number" }, format.money(product.price_gr))));
  }

  /** @param {Product} product @param {string} date of its price */
  #pick({ sku, ean, name, size, price_gr }, date) {
    const { store, planView, kinds, language } = this.studio;
    const kept = { sku, ean, name: name[language], size, price_gr, date };
    const room = { found: planView.survey.found, snap: kinds.get(this.item.kind).snap };
    store.perform(pickProduct(this.item.id, kept, room));
    this.studio.closePanel();
    this.studio.inspect(`items/${this.item.id}`);
  }
}
