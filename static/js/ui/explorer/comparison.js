/** Up to four paints on the whole screen, edge to edge: nothing stands between two colours. */

import { deltaE } from "#colour/difference.js";
import { sayDifference } from "#colour/words.js";
import { dialogStep } from "#ui/dialog_step.js";
import { el, icon } from "#ui/dom.js";
import { filled } from "#ui/explorer/chip.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */

const [LEAST, MOST] = [2, 4];

export class Comparison extends EventTarget {
  /** @type {Paint[]} */
  paints = [];
  #words;
  #tiles = el("div", { class: "compare-tiles" });
  #foot = el("div", { class: "compare-foot" });

  /** @type {() => void} */
  #step;

  /** @param {readonly Paint[]} paints those that were compared before @param {{t: import("#ui/words.js").Translate, language: "pl" | "en", open: (paint: Paint) => void, order: (paints: readonly Paint[]) => Node[]}} words `order` gives what orders samples, where they are sold */
  constructor(paints, words) {
    super();
    this.paints = paints.slice(0, MOST);
    this.#words = words;
    const close = el("button", { type: "button", class: "button card-close", onclick: () => this.dialog.close() }, icon("x"), el("span", {}, words.t("shell.close")));
    this.dialog = el("dialog", { class: "full-screen colour-compare", "aria-label": words.t("explorer.compare") }, this.#tiles, this.#foot, close);
    document.body.append(this.dialog);
    this.#step = dialogStep(this.dialog, "compare");
  }

  get isFull() {
    return this.paints.length >= MOST;
  }

  /** @param {Paint} paint */
  has(paint) {
    return this.paints.some(({ code }) => code === paint.code);
  }

  /** @param {Paint} paint */
  toggle(paint) {
    if (this.has(paint)) this.paints = this.paints.filter(({ code }) => code !== paint.code);
    else if (!this.isFull) this.paints = [...this.paints, paint];
    if (this.dialog.open) this.#draw();
    this.dispatchEvent(new Event("change"));
  }

  /** Nothing to compare until there are two. */
  show() {
    if (this.paints.length < LEAST) return void toast(this.#words.t("explorer.compare_how"));
    this.#draw();
    this.#step();
  }

  #draw() {
    this.#tiles.dataset.count = String(this.paints.length);
    this.#tiles.replaceChildren(...this.paints.map((paint, place) => this.#tile(paint, place)));
    this.#foot.replaceChildren(...this.#words.order(this.paints));
  }

  /** @param {Paint} paint @param {number} place */
  #tile(paint, place) {
    const { t, language, open } = this.#words;
    const far = place === 0 ? "" : sayDifference(deltaE(this.paints[0].lab, paint.lab))[language];
    const away = () => {
      this.toggle(paint);
      if (this.paints.length < LEAST) this.dialog.close();
    };
    return filled(el("section", { class: "compare-tile", "aria-label": paint.name[language] },
      el("div", { class: "compare-told" },
        el("strong", {}, paint.name[language]),
        el("span", {}, `${paint.code}, LRV ${Math.round(paint.lrv)}`),
        far ? el("span", {}, t("explorer.from_first", { far })) : null,
        el("span", { class: "compare-acts" },
          el("button", { type: "button", class: "on-colour", onclick: () => open(paint) }, t("explorer.card")),
          el("button", { type: "button", class: "on-colour", "aria-label": t("explorer.put_away", { name: paint.name[language] }), onclick: away }, t("explorer.away"))))), paint);
  }
}
