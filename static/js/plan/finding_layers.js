/** The plan's two layers of findings: their areas under the words, their marks over all but what is gripped. */

import { fitHatch, hatch, hatched, marks } from "#plan/finding_marks.js";

/**
 * @typedef {object} Shown
 * @property {readonly import("#core/findings.js").Finding[]} findings of all levels
 * @property {string} chosen the key of the one that is looked at, or ""
 * @property {boolean} areHatched false: only the chosen one shows where it is
 * @property {boolean} areOld the plan has changed since
 * @property {(finding: import("#core/findings.js").Finding) => string} words what a mark is called
 */

export class FindingLayers {
  /** @type {Shown} */ #shown = { findings: [], chosen: "", areHatched: false, areOld: false, words: () => "" };
  #hatch = hatch();

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    this.redraw();
  }

  redraw() {
    const { findings, chosen, areHatched, areOld } = this.#shown;
    const { layers, root } = this.view;
    const areas = this.#here.filter(({ key }) => areHatched || key === chosen);
    root.toggleAttribute("data-old-findings", areOld && findings.length > 0);
    layers.findings.replaceChildren(...(areas.length ? [this.#hatch, ...hatched(areas, chosen)] : []));
    this.fit();
  }

  /** The marks and the hatching are as large on the screen however near one looks. */
  fit() {
    const { mmPerPx } = this.view.viewport;
    fitHatch(this.#hatch, mmPerPx);
    this.view.layers.marks.replaceChildren(...marks(this.#here, this.#shown.chosen, mmPerPx, this.#shown.words, this.view.spots));
  }

  get #here() {
    return this.#shown.findings.filter(({ level }) => level === this.view.level);
  }
}
