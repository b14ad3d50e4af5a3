/** What is said where nothing stands yet, in the plan with the ways to begin. */

import { isBare } from "#model/levels.js";
import { levelsOf } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { measureLink } from "#ui/studio/measure_link.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

export class EmptyLevel {
  #sentence = el("p", {});
  /** In place of the 3D view. */ scene = el("p", { class: "no-scene quiet", hidden: true });
  #plan;
  /** @param {Studio} studio */
  constructor(studio) {
    this.studio = studio;
    const { planView, t } = studio;
    this.#plan = el("div", { class: "empty-plan", hidden: true }, this.#sentence,
      el("div", { class: "stack" },
        measureLink(studio),
        button("square", t("scene.type_sizes"), () => this.#typeSizes()),
        button("pencil", t("studio.draw_walls"), () => studio.drawWalls())));
    if (planView.tools.mayEdit) planView.root.after(this.#plan);
  }

  /** In the panel of rooms, at the first of the two sizes. */
  #typeSizes() {
    this.studio.openPanel("room");
    const width = /** @type {HTMLInputElement | null} */ (this.studio.sheet.body.querySelector("fieldset.sides input"));
    width?.focus();
    width?.select();
  }

  /** One sentence for the level in hand: of one among several, or of a home that has not begun. @param {boolean} isWhole whether 3D shows every level */
  renew(isWhole) {
    const { store: { document }, planView, t } = this.studio;
    const bare = isBare(document, planView.level);
    const isOneOfMany = levelsOf(document).length > 1;
    this.#plan.hidden = !bare || planView.choice.name !== "select";
    this.#sentence.textContent = t(isOneOfMany ? "scene.empty_level" : "scene.empty_plan");
    this.scene.hidden = !bare || isWhole;
    this.scene.textContent = t(isOneOfMany ? "scene.empty_level" : "scene.empty");
  }
}
