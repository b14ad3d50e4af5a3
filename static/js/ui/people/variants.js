/** The customer's design and the designer's: going from one to the other, and the other one dashed over this one. */

import { apply } from "#model/fold.js";
import { button, byId, el } from "#ui/dom.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#core/log.js").Document} Document */

export class Variants {
  /** The variant that is laid over the plan, as it stands. @type {{id: string, seq: number, document: Document} | null} */ #other = null;
  #isCompared = false;

  /** @param {any} boot @param {{t: import("#ui/words.js").Translate, store: import("#core/store.js").Store, comparison: import("#ui/people/comparison.js").Comparison}} with_ */
  constructor(boot, { t, store, comparison }) {
    this.boot = boot;
    this.t = t;
    this.comparison = comparison;
    this.known = boot.variants;
    this.toggle = button("eye", t("proposals.compare"), () => void this.compare(!this.#isCompared));
    this.toggle.id = "compare";
    this.#show();
    if (new URLSearchParams(location.search).has("compare")) void this.compare(true);
    store.addEventListener("others", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.edits));
  }

  /** Lay the other variant over the plan, dashed, or take it away. @param {boolean} isWanted */
  async compare(isWanted) {
    const other = this.#opposite();
    if (isWanted && other && this.#other?.id !== other.id) this.#other = await this.#read(other.id);
    this.#isCompared = isWanted && this.#other !== null;
    this.toggle.setAttribute("aria-pressed", String(this.#isCompared));
    this.comparison.show(this.#isCompared ? (this.#other?.document ?? null) : null);
  }

  #show() {
    const { boot } = this;
    byId("variants").hidden = this.known.length < 2;
    if (this.known.length < 2) return;
    const links = this.known.map((/** @type {any} */ variant, /** @type {number} */ place) =>
      el("a", { href: `${boot.project.address}?variant=${variant.id}`, "data-variant": variant.role, "aria-current": variant.id === boot.project.variant && "true" }, this.#name(variant, place)));
    byId("variant-links").replaceChildren(...links);
    byId("variant-acts").prepend(this.toggle);
    this.toggle.setAttribute("aria-pressed", String(this.#isCompared));
  }

  /** @param {any} variant @param {number} place */
  #name({ role }, place) {
    const isFirst = this.known.findIndex((/** @type {any} */ one) => one.role === role) === place;
    const whose = role === "designer" ? "designers" : this.boot.right === "staff" ? "customers" : "yours";
    return this.t(`proposals.${whose}`) + (isFirst ? "" : ` ${place}`);
  }

  /** The latest of the other side's. */
  #opposite() {
    const here = this.known.find((/** @type {any} */ one) => one.id === this.boot.project.variant);
    return this.known.findLast((/** @type {any} */ one) => one.role !== here?.role);
  }

  /** Others' edits, of every variant: the one laid over follows, and one that is new is shown. @param {any[]} edits */
  #hear(edits) {
    const { project } = this.boot;
    const made = edits.find(({ variant }) => !this.known.some((/** @type {any} */ one) => one.id === variant));
    if (made) {
      this.known = [...this.known, { id: made.variant, role: made.role }];
      this.#show();
      toast(this.t("proposals.designer_began"), { label: this.t("proposals.see"), press: () => location.assign(`${project.address}?variant=${made.variant}`) });
    }
    const over = this.#other;
    const own = edits.filter(({ variant, seq }) => over && variant === over.id && seq > over.seq);
    if (!over || !own.length) return;
    this.#other = { id: over.id, seq: own[own.length - 1].seq, document: own.reduce((document, edit) => apply(document, edit), over.document) };
    if (this.#isCompared) this.comparison.show(this.#other.document);
  }

  /** @param {string} id */
  async #read(id) {
    try {
      const response = await fetch(`${this.boot.project.url}/variants/${id}`);
      if (response.ok) return await response.json();
      toast(this.t("studio.not_now"));
    } catch {
      toast(this.t("studio.no_network"));
    }
    return null;
  }
}
