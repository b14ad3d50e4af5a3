/** The fee chip: what the designer's help costs now, and behind it why, what would change it, and until when it holds. */

import { dialog } from "#ui/dialogs.js";
import { byId, el } from "#ui/dom.js";

/** @typedef {import("#ui/words.js").Translate} Translate */

export class Chip {
  /**
   * @param {import("#core/store.js").Store} store @param {any} boot @param {{t: Translate, language: "pl" | "en"}} with_
   */
  constructor(store, boot, { t, language }) {
    this.t = t;
    this.language = language;
    this.chip = byId("chip");
    this.fee = boot.fee;
    this.pages = boot.fact_pages;
    this.terms = `/s/${boot.store.slug}/terms`;
    this.chip.addEventListener("click", () => this.#explain());
    store.addEventListener("fee", (event) => this.#show(/** @type {CustomEvent} */ (event).detail.fee));
    this.#show(boot.fee);
  }

  /** @param {any} fee null: the store says nothing */
  #show(fee) {
    this.fee = fee;
    this.chip.hidden = !fee;
    if (!fee) return;
    const words = this.#in(fee.text);
    const forNow = this.t("chip.for_now");
    const said = fee.final || words.includes(forNow.slice(1, -1)) ? words : `${words} ${forNow}`;
    if (this.chip.textContent !== said) this.chip.textContent = said;
  }

  #explain() {
    const { fee, t } = this;
    dialog({
      title: this.#in(fee.text),
      close: t("shell.close"),
      content: [
        this.#in(fee.detail) === this.#in(fee.text) ? null : el("p", {}, this.#in(fee.detail)),
        this.#reasons(),
        this.#ways(),
        ...this.#pages(),
        fee.needs.length ? el("p", {}, t("chip.needs", { what: fee.needs.map((/** @type {any} */ need) => this.#in(need)).join(", ") })) : null,
        fee.holds_until ? el("p", { class: "quiet" }, t("chip.holds_until", { day: this.#day(fee.holds_until) })) : null,
        el("p", {}, el("a", { class: "dialog-link", href: this.terms, target: "_blank", rel: "noopener" }, t("chip.terms"))),
      ],
    });
  }

  /** What can be done, each enough by itself. */
  #ways() {
    const { fee, t } = this;
    if (!fee.ways.length) return null;
    const toNothing = fee.ways.every((/** @type {any} */ way) => way.charged_gr === 0);
    return el(
      "div",
      { class: "ways" },
      el("h3", {}, t(toNothing ? "chip.ways" : "chip.ways_to_less")),
      fee.ways.length > 1 ? el("p", {}, t("chip.one_of_these")) : null,
      el("ul", {}, ...fee.ways.map((/** @type {any} */ way) => el("li", {}, this.#in(way.text)))),
    );
  }

  /** Links to where something can be done about what is lacking. */
  #pages() {
    const known = Object.entries(this.pages).filter(([fact]) => this.fee.lacks.includes(fact));
    return known.map(([fact, url]) => el("p", {}, el("a", { class: "button button-solid", href: url }, this.t(`chip.page_${fact}`))));
  }

  #reasons() {
    if (!this.fee.reasons.length) return null;
    return el("ul", { class: "ticks" }, ...this.fee.reasons.map((/** @type {any} */ reason) =>
      el("li", {}, el("span", { "aria-hidden": "true" }, reason.met ? "✓" : reason.met === null ? "?" : "–"), el("span", {}, this.#in(reason.text)))));
  }

  /** @param {any} words in both languages */
  #in(words) {
    return typeof words === "string" ? words : words[this.language].replace(/(\d) (?=\d|zł|PLN)/g, "$1\u00a0");
  }

  /** @param {string} instant */
  #day(instant) {
    return new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "Europe/Warsaw" }).format(new Date(instant));
  }
}
