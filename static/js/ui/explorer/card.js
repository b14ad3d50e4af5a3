/** A paint on the whole screen: its colour, what it is like, where it fits, what lies beside it, and what to do with it. */

import { fitsOf } from "#colour/fits.js";
import { neighbours } from "#colour/neighbours.js";
import { FAMILIES } from "#colour/words.js";
import { dialogStep } from "#ui/dialog_step.js";
import { el, icon } from "#ui/dom.js";
import { filled, paintButton } from "#ui/explorer/chip.js";
import { sampleForm } from "#ui/sample_form.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */
/** @typedef {import("#ui/explorer/explorer.js").Explorer} Explorer */

const FROM_A_SIDE = "ArrowLeft";

export class Card {
  #explorer;
  #field = el("div", { class: "card-colour" });
  #told = el("div", { class: "card-told" });
  #acts = el("div", { class: "card-acts" });
  /** @type {Paint | null} */
  #paint = null;
  /** @type {(url?: string) => void} */
  #step;

  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.#explorer = explorer;
    const { t } = explorer;
    const close = el("button", { type: "button", class: "button card-close", onclick: () => this.dialog.close() }, icon("x"), el("span", {}, t("shell.close")));
    this.dialog = el("dialog", { class: "full-screen colour-card", "aria-labelledby": "card-name" }, this.#field, el("div", { class: "card-side" }, this.#told, this.#acts), close);
    this.dialog.addEventListener("keydown", (event) => this.#turn(event));
    this.dialog.addEventListener("close", () => explorer.back());
    this.#step = dialogStep(this.dialog, "card");
    document.body.append(this.dialog);
  }

  /** @param {Paint} paint */
  show(paint) {
    this.#paint = paint;
    this.#explorer.kept.look(paint.code);
    filled(this.#field, paint);
    this.#told.replaceChildren(...this.#words(paint));
    this.#told.scrollTop = 0;
    this.renew();
    this.#step(`#${encodeURIComponent(paint.code)}`);
    /** @type {HTMLElement} */ (this.#told.querySelector("h2")).focus({ preventScroll: true });
    this.dialog.scrollTop = 0;
  }

  /** What can be done follows what was done: hearts, and the colours to compare. */
  renew() {
    const paint = this.#paint;
    if (!paint) return;
    const { t, kept, comparison, boot: { samples } } = this.#explorer;
    const isHeart = kept.isHeart(paint.code);
    const isCompared = comparison.has(paint);
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.act;
    this.#acts.replaceChildren(
      this.#act("heart", isHeart ? t("explorer.heart_off") : t("explorer.heart"), () => kept.toggle(paint.code), isHeart),
      this.#act("columns-2", isCompared ? t("explorer.compare_off") : t("explorer.compare_add"), () => comparison.toggle(paint), isCompared, comparison.isFull && !isCompared),
      ...(samples && this.#explorer.deck.has(paint.code) ? [sampleForm(samples, [paint.code], t("explorer.sample"), "button-solid")] : []),
      this.#explorer.useInRoom(paint),
    );
    if (focused) /** @type {HTMLElement | null} */ (this.#acts.querySelector(`[data-act="${focused}"]`))?.focus();
  }

  /** @param {string} symbol @param {string} words @param {() => void} press @param {boolean} isOn @param {boolean} [isOff] */
  #act(symbol, words, press, isOn, isOff = false) {
    return el("button", { type: "button", class: "button", "data-act": symbol, "aria-pressed": String(isOn), disabled: isOff, onclick: press }, icon(symbol), el("span", {}, words));
  }

  /** @param {Paint} paint @returns {Node[]} */
  #words(paint) {
    const { t, language, deck } = this.#explorer;
    const beside = neighbours(deck, paint);
    return [
      el("h2", { id: "card-name", tabindex: -1 }, paint.name[language]),
      el("p", { class: "quiet" }, paint.code),
      el("p", { class: "card-about" }, sentence(paint.about[language])),
      ...fitsOf(paint).map((key) => el("p", {}, t(`explorer.fit_${key}`))),
      el("dl", { class: "card-facts" }, ...this.#facts(paint).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      beside.length > 0 ? el("h3", {}, t("explorer.beside")) : "",
      el("div", { class: "card-beside" }, ...beside.map(([way, other]) => paintButton(other, language, () => this.show(other), t(`explorer.way_${way}`)))),
      paint.outOfSrgb ? el("p", { class: "quiet small" }, t("explorer.beyond_screens")) : "",
      el("p", { class: "quiet small" }, t(deck.demonstration ? "explorer.for_show" : "colours.screen")),
    ].map((part) => (typeof part === "string" ? document.createTextNode(part) : part));
  }

  /** @param {Paint} paint @returns {[string, string][]} */
  #facts(paint) {
    const { t, language, number } = this.#explorer;
    const undertone = paint.undertone === "none" ? t("explorer.no_undertone") : t(`explorer.undertone_${paint.undertone}`);
    return [
      [t("explorer.lrv"), t("explorer.lrv_says", { n: number(paint.lrv) })],
      [t("explorer.family"), FAMILIES[paint.family].many[language]],
      [t("explorer.undertone"), undertone],
      [t("explorer.hiding"), t(`explorer.hiding_${paint.hiding}`)],
      [t("explorer.coats"), String(paint.coats)],
      [t("explorer.base"), t("explorer.base_says", { base: paint.base, group: paint.priceGroup })],
      ...(paint.exterior === null ? [] : [/** @type {[string, string]} */ ([t("explorer.exterior"), t(paint.exterior ? "explorer.yes" : "explorer.no")])]),
    ];
  }

  /** The paint before or after it, as they are laid out. @param {KeyboardEvent} event */
  #turn(event) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key) || !this.#paint) return;
    const next = this.#explorer.grid.beside(this.#paint, event.key === FROM_A_SIDE ? -1 : 1);
    if (next) this.show(next);
  }
}

/** @param {string} words */
const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
