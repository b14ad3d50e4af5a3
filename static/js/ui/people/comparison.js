/** A comparison's strip: what lines mean, and the changes, proposed or still to propose, listed and one by one, each shown alone in plan and 3D. */

import { same } from "#core/same.js";
import { svg } from "#plan/svg.js";
import { byId, el, icon } from "#ui/dom.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {{n: number, paths: string[], level: string | null, text: Record<string, string>}} Change
 */

const HAS_ROOM = matchMedia("(min-width: 64em) and (min-height: 44em)");

export class Comparison {
  /** The change that is shown alone; 0: all. */ #n = 0;
  /** @type {Document | null} */ #other = null;
  /** @type {HTMLElement} */ #steps;
  /** @type {HTMLDetailsElement} */ #list;
  /** @type {HTMLElement[]} */ #rows = [];

  /**
   * @param {any} boot
   * @param {{t: import("#ui/words.js").Translate, language: string, store: import("#core/store.js").Store, planView: import("#plan/plan_view.js").PlanView,
   *   views: import("#ui/studio/views.js").Views, showLevel: (level: string) => void}} with_
   */
  constructor(boot, with_) {
    this.with = with_;
    this.isProposed = boot.variants.some((/** @type {any} */ one) => one.id === boot.project.variant && one.role === "designer");
    this.address = boot.proposal?.url;
    /** Where the designer's own changes are told before they are sent. @type {string | null} */
    this.unsent = boot.right === "staff" && boot.service === boot.project.variant ? `${boot.project.url}/proposals/next` : null;
    /** @type {Change[]} */
    this.changes = boot.proposal && (!this.isProposed || boot.proposal.variant === boot.project.variant) ? boot.proposal.changes : [];
    const asked = Number(new URLSearchParams(location.search).get("change"));
    if (this.changes.some(({ n }) => n === asked)) this.#n = asked;
    this.legend = el("p", { class: "comparison-legend small" });
    this.said = el("p", { class: "comparison-said", role: "status" });
    this.box = el("section", { class: "comparison", id: "comparison", "aria-label": with_.t("proposals.compare"), hidden: true }, this.#steps = this.#stepping(), this.legend, this.#list = this.#listing());
    this.#fill();
    byId("views").append(this.box);
    new ResizeObserver(() => byId("views").style.setProperty("--below", `${this.box.offsetHeight}px`)).observe(this.box);
  }

  /** Lay this version over plan and 3D; null takes it away. @param {Document | null} other */
  show(other) {
    if (other && !this.#other && this.unsent) void this.#read(this.unsent);
    this.#other = other;
    this.box.hidden = !other;
    this.#tell();
    const { planView, views, showLevel } = this.with;
    const change = this.changes.find(({ n }) => n === this.#n);
    if (other && change?.level && change.level !== planView.level) showLevel(change.level);
    planView.root.dataset.compared = this.#word;
    planView.compareWith(other, change?.paths ?? null);
    views.compareWith(other, change?.paths ?? null);
  }

  /** The designer's changes as they stand; without a network those of the proposal stay. @param {string} url */
  async #read(url) {
    try {
      const response = await fetch(url);
      if (!response.ok) return;
      this.changes = (await response.json()).changes;
    } catch {
      return;
    }
    this.#fill();
    this.#alone(this.changes.some(({ n }) => n === this.#n) ? this.#n : 0);
  }

  /** From all of them to the first, to the last, and to all again. @param {number} by */
  #step(by) {
    const count = this.changes.length + 1;
    this.#alone((this.#n + by + count) % count);
  }

  /** @param {number} n 0: all of them */
  #alone(n) {
    this.#n = n;
    this.show(this.#other);
  }

  /** Every change as its sentence; pressed, it is shown alone, and once more, all are. */
  #fill() {
    const { language } = this.with;
    this.#rows = this.changes.map(({ n, text }) =>
      el("button", { type: "button", class: "comparison-row", onclick: () => this.#press(n) }, el("span", { class: "comparison-n" }, String(n)), el("span", {}, text[language])));
    this.#list.querySelector("ol")?.replaceChildren(...this.#rows.map((row) => el("li", {}, row)));
    this.#list.hidden = this.#steps.hidden = !this.changes.length;
  }

  /** @param {number} n */
  #press(n) {
    this.#alone(this.#n === n ? 0 : n);
    if (HAS_ROOM.matches) return;
    this.#list.open = false; // what it shows is under the list
    this.#list.querySelector("summary")?.focus();
  }

  #listing() {
    return el("details", { class: "comparison-list", open: HAS_ROOM.matches }, el("summary", {}, this.with.t("proposals.list")), el("ol", {}));
  }

  #stepping() {
    const step = (/** @type {string} */ word, /** @type {string} */ symbol, /** @type {number} */ by) =>
      el("button", { type: "button", class: "button button-plain", "data-step": word, "aria-label": this.with.t(`proposals.${word}_change`), onclick: () => this.#step(by) }, icon(symbol));
    return el("div", { class: "comparison-steps" }, step("previous", "arrow-left", -1), this.said, step("next", "arrow-right", 1));
  }

  /** What the other version is to this one: what was, or what would be. */
  get #word() {
    return this.isProposed ? "was" : "would_be";
  }

  /** Whether things stand here that the other version has not. */
  #hasNew() {
    const there = this.#other?.items ?? {};
    return this.#other !== null && Object.keys(this.with.store.document.items ?? {}).some((id) => !(id in there));
  }

  #tell() {
    const { t, language, store } = this.with;
    const change = this.changes.find(({ n }) => n === this.#n);
    const count = this.changes.length;
    this.#rows.forEach((row, place) => row.setAttribute("aria-pressed", String(this.changes[place].n === this.#n)));
    this.said.textContent = change ? t("proposals.change_of", { n: change.n, count, what: change.text[language] }) : t("proposals.all_changes", { n: count });
    const word = this.#word;
    const isRepainted = this.#other && !same(this.#other.finishes, store.document.finishes);
    this.legend.replaceChildren(
      legend("M1 8h26", { "stroke-width": 2, "stroke-dasharray": "6 4" }, t(`proposals.${word}`)),
      ...(this.#hasNew() ? [this.isProposed ? legend("M1 8h26", { "stroke-width": 3 }, t("proposals.only_here")) : legend("M7 1h14v14h-14zM7 1l14 14M21 1l-14 14", { "stroke-width": 2 }, t("proposals.gone_there"))] : []),
      ...(isRepainted ? [legend("M7 1h14v14h-14z", { "stroke-width": 1.5 }, t(`proposals.${word}_colour`))] : []),
      ...(change && !this.unsent ? [el("a", { href: `${this.address}#change-${change.n}` }, t("proposals.answer_it"))] : []),
    );
  }
}

/** A sign, and what it means. @param {string} d @param {Record<string, unknown>} look @param {string} words */
const legend = (d, look, words) =>
  el("span", {}, svg("svg", { viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" }, svg("path", { d, fill: "none", stroke: "currentColor", ...look })), words);
