/** The store's products that answer the words of the furnishing panel, each put by a free wall at a touch. */

import { productsFor } from "#ui/studio/commands.js";
import { el } from "#ui/dom.js";
import { kindPicture } from "#ui/kind_picture.js";
import { isPhone } from "#ui/sheet.js";

const PAUSE_MS = 200;

export class FoundProducts {
  #timer = 0;
  #sought = "";

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {(found: boolean) => void} told once it is known whether there are any */
  constructor(studio, told) {
    this.studio = studio;
    this.told = told;
    this.host = el("section", { "aria-live": "polite" });
  }

  /** A later search overtakes an earlier one. @param {string} text */
  seek(text) {
    clearTimeout(this.#timer);
    this.#sought = text;
    this.host.replaceChildren();
    if (text) this.#timer = window.setTimeout(() => this.#ask(text), PAUSE_MS);
  }

  /** @param {string} text */
  async #ask(text) {
    const found = await productsFor(this.studio, text);
    if (text !== this.#sought) return;
    if (found.length) this.host.replaceChildren(el("h3", {}, this.studio.t("arranging.in_products")), el("ul", { class: "rows" }, ...found.map((one) => this.#row(one))));
    this.told(found.length > 0);
  }

  /** @param {import("#ui/studio/commands.js").Command} product */
  #row({ words, also, kind, press }) {
    const put = () => {
      if (isPhone()) this.studio.closePanel();
      press();
    };
    return el("li", {}, el("button", { type: "button", class: "row", onclick: put }, el("span", { class: "with-picture" }, kindPicture(kind, "row-picture"), words), el("span", { class: "quiet number" }, also ?? "")));
  }
}
