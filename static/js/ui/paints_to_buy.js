/** What the design's paints take and cost, and the way onto the shopping list; the server counts, so it is asked when shown. */

import { el, icon } from "#ui/dom.js";
import { goWhenSent, whenSent } from "#ui/studio/list_link.js";

/** @typedef {{code: string, use: "wall" | "enamel", area_mm2: number | null, ml: number | null, to_pay_gr: number | null, sold: boolean, in_basket: boolean}} Paint */

const SETTLES_MS = 400;

export class PaintsToBuy {
  /** @type {Paint[]} */ #paints = [];
  #mayTake = false;
  #asked = 0;
  #root = el("details", { class: "paints-to-buy", hidden: true });

  /**
   * @param {{url: string, address: string}} project its part of the API, and its page
   * @param {{t: import("#ui/words.js").Translate, language: "pl" | "en", deck: import("#colour/deck.js").Deck, format: {money: (gr: number) => string, area: (mm2: number) => string, number: (value: number) => string}, store?: import("#core/store.js").Store}} with_
   */
  constructor({ url, address }, { t, language, deck, format, store }) {
    this.url = `${url}/paints`;
    this.list = `${address}/products#list`;
    this.all = `${address}/paint/`;
    this.with = { t, language, deck, format, store };
    store?.addEventListener("saved", () => store.saved.pending || this.askAgain());
  }

  /** For a panel; `open` where the paint is what one came for, untold where it stays as it was. @param {{open?: boolean}} [as] */
  section({ open } = {}) {
    if (open !== undefined) this.#root.open = open;
    this.askAgain();
    return this.#root;
  }

  /** The design has changed, and may change again at once. */
  askAgain() {
    clearTimeout(this.#asked);
    this.#asked = window.setTimeout(() => this.#root.isConnected && void this.#ask(), SETTLES_MS);
  }

  /** Without a network what was told last stays. */
  async #ask() {
    const response = await fetch(this.url).catch(() => null);
    if (!response?.ok) return;
    ({ paints: this.#paints, may_take: this.#mayTake } = await response.json());
    this.#draw();
  }

  #draw() {
    this.#root.hidden = this.#paints.length === 0;
    const waits = this.#mayTake && this.#paints.some(({ to_pay_gr, in_basket }) => to_pay_gr !== null && !in_basket);
    this.#root.replaceChildren(
      el("summary", {}, this.#title()),
      el("ul", { class: "rows" }, ...this.#paints.map((paint) => this.#row(paint))),
      waits ? this.#takeAll() : this.#toList(),
    );
  }

  /** All that is not on the list yet, by one tap. */
  #takeAll() {
    const { t, store } = this.with;
    const form = el("form", { method: "post", action: this.all }, el("button", { class: "button button-solid" }, icon("shopping-basket"), el("span", {}, t("paints.put"))));
    form.addEventListener("submit", (event) => store && whenSent(event, store, () => form.submit()));
    return form;
  }

  #toList() {
    const { t, store } = this.with;
    const go = (/** @type {Event} */ event) => store && goWhenSent(event, store, this.list);
    return el("a", { class: "button", href: this.list, onclick: go }, icon("shopping-basket"), el("span", {}, t("paints.see")));
  }

  #title() {
    const ml = this.#paints.reduce((sum, paint) => sum + (paint.ml ?? 0), 0);
    return ml ? this.with.t("paints.title", { n: new Set(this.#paints.map(({ code }) => code)).size, litres: this.#litres(ml) }) : this.with.t("paints.title_unknown");
  }

  /** @param {Paint} paint */
  #row({ code, use, area_mm2, ml, to_pay_gr, in_basket }) {
    const { t, deck, language, format } = this.with;
    const paint = deck.get(code);
    const colour = el("span", { class: "paints-colour", "aria-hidden": "true" });
    colour.style.backgroundColor = paint?.hex ?? "";
    const takes = ml === null || area_mm2 === null ? t("paints.untold") : t("paints.takes", { litres: this.#litres(ml), area: format.area(area_mm2) });
    const price = in_basket ? t("paints.in_basket") : to_pay_gr === null ? "" : t("paints.from", { price: format.money(to_pay_gr) });
    return el("li", { class: "paints-row" }, colour,
      el("span", {}, paint?.name[language] ?? code, el("br"), el("span", { class: "quiet small number" }, takes, use === "enamel" ? ` · ${t("paints.enamel")}` : "")),
      el("span", { class: "quiet number" }, price));
  }

  /** @param {number} ml */
  #litres(ml) {
    return `${this.with.format.number(Math.ceil(ml / 100) / 10)}\u00a0l`;
  }
}
