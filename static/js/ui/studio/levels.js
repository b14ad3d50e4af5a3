/** The levels of a house: which one is shown, in plan and in 3D, and the switch in the corner of the picture. */

import { levelsUpwards } from "#model/levels.js";
import { byId, el } from "#ui/dom.js";
import { isPhone } from "#ui/sheet.js";

const WHOLE = "whole";

export class Levels {
  /** The levels that the switch was drawn for. @type {any} */ #drawn = null;

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {import("#ui/studio/views.js").Views} views */
  constructor(studio, views) {
    this.studio = studio;
    this.views = views;
    this.host = byId("levels");
    studio.store.addEventListener("change", () => this.#keepUp());
    this.#show();
  }

  /** The level that the plan shows. */
  get shown() {
    return this.studio.planView.level;
  }

  /** @param {string} level */
  goTo(level) {
    this.studio.planView.setLevel(level);
    this.views.showLevel(level);
    this.#show();
    this.studio.renewPanel();
  }

  /** The whole house in 3D, or the shown level alone. @param {boolean} whole */
  showWhole(whole) {
    this.views.showWhole(whole);
    this.#show();
  }

  /** What a level is called: its name, else its place in the house. @param {{name: string, elevation: number}} level @returns {string} */
  nameOf({ name, elevation }) {
    return name || this.usualName(elevation);
  }

  /** What a level at this height is called: the ground floor lies at nought. @param {number} elevation */
  usualName(elevation) {
    const { t } = this.studio;
    const between = levelsUpwards(this.studio.store.document).filter((level) => level.elevation > 0 && level.elevation < elevation);
    if (elevation < 0) return t("levels.basement");
    return elevation === 0 ? t("levels.ground") : between.length ? t("levels.upper_n", { n: between.length + 1 }) : t("levels.upper");
  }

  /** The level that was shown may have gone, by an undo or by another's hand. */
  #keepUp() {
    const drawn = this.studio.store.document.levels;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const levels = levelsUpwards(this.studio.store.document);
    if (levels.length && !levels.some(({ id }) => id === this.shown)) return this.goTo(levels[0].id);
    if (levels.length < 2 && this.views.isWhole) this.views.showWhole(false);
    this.#show();
  }

  /** From the lowest up; nothing where there is one. */
  #show() {
    const levels = levelsUpwards(this.studio.store.document);
    const held = [...this.host.children].indexOf(/** @type {Element} */ (document.activeElement));
    this.host.hidden = levels.length < 2;
    this.host.replaceChildren(...(isPhone() ? [this.#choice(levels)] : this.#buttons(levels)));
    if (held >= 0) /** @type {HTMLElement | undefined} */ (this.host.children[held])?.focus();
  }

  /** @param {any[]} levels */
  #buttons(levels) {
    return [
      ...levels.map((level) => el("button", { type: "button", "aria-pressed": String(level.id === this.shown), onclick: () => this.goTo(level.id) }, this.nameOf(level))),
      el("button", { type: "button", class: "levels-whole", "aria-pressed": String(this.views.isWhole), onclick: () => this.showWhole(!this.views.isWhole) }, this.studio.t("levels.whole")),
    ];
  }

  /** On a phone one line, so that the plan is seen. @param {any[]} levels */
  #choice(levels) {
    const { t } = this.studio;
    const take = () => {
      this.showWhole(select.value === WHOLE);
      if (select.value !== WHOLE) this.goTo(select.value);
    };
    const select = el("select", { "aria-label": t("studio.levels"), onchange: take },
      ...levels.map((level) => el("option", { value: level.id, selected: !this.views.isWhole && level.id === this.shown }, this.nameOf(level))),
      el("option", { value: WHOLE, selected: this.views.isWhole }, t("levels.whole_in_3d")));
    return select;
  }
}
