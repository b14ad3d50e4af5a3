/** The page's pictures as people see them who tell fewer colours apart: a filter over them, and words on them that say so. */

import kinds from "#samples/colour/blindness.json" with { type: "json" };
import { svg } from "#plan/svg.js";
import { el, icon } from "#ui/dom.js";
import { choiceField } from "#ui/fields.js";

/** @typedef {keyof typeof kinds} Kind */

const KINDS = /** @type {Kind[]} */ (Object.keys(kinds));

export class Sight {
  /** @type {Kind | ""} */ #kind = "";
  #sign = el("button", { type: "button", class: "sight-sign", hidden: true, onclick: () => this.#see("") });
  #changed;

  /** @param {import("#ui/words.js").Translate} t @param {HTMLElement} host what the words stand on @param {() => void} changed */
  constructor(t, host, changed) {
    this.t = t;
    this.#changed = changed;
    host.append(this.#sign, svg("svg", { class: "sight-filters", "aria-hidden": "true", width: 0, height: 0 }, ...KINDS.map(filterOf)));
  }

  /** Whose eyes to see with. */
  field() {
    const options = [["", this.t("schemes.sight_usual")], ...KINDS.map((kind) => [kind, this.t(`schemes.sight_${kind}`)])];
    return el("div", { class: "stack" },
      choiceField({ label: this.t("schemes.sight"), value: this.#kind, options: /** @type {[string, string][]} */ (options), change: (kind) => this.#see(/** @type {Kind | ""} */ (kind)) }),
      this.#kind ? el("p", { class: "small quiet" }, this.t("schemes.sight_about")) : null);
  }

  /** @param {Kind | ""} kind */
  #see(kind) {
    this.#kind = kind;
    document.documentElement.dataset.sight = kind;
    this.#sign.hidden = !kind;
    if (kind) this.#sign.replaceChildren(el("span", {}, this.t(`schemes.sight_sign_${kind}`)), icon("x"), el("span", { class: "only-spoken" }, this.t("schemes.sight_off")));
    this.#changed();
  }
}

/** The model's matrix on linear light, which is what SVG's filters work on unless told otherwise. @param {Kind} kind */
const filterOf = (kind) => svg("filter", { id: `sight-${kind}`, x: 0, y: 0, width: 1, height: 1 }, svg("feColorMatrix", { type: "matrix", values: valuesOf(kind) }));

/** Twenty numbers, by rows of red, green, blue, opacity and an offset. @param {Kind} kind */
export const valuesOf = (kind) => [...kinds[kind].map((row) => [...row, 0, 0]), [0, 0, 0, 1, 0]].flat().join(" ");
