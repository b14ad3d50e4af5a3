/** A new level: above or below, and what its walls begin as. */

import { outerWalls } from "#geometry/outer_walls.js";
import { newId } from "#model/ids.js";
import { addLevel, SLAB_MM } from "#model/levels.js";
import { entity, wallsOf } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { dialog } from "#ui/dialogs.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {import("#ui/studio/levels.js").Levels} levels */
export function addLevelDialog(studio, levels) {
  const { t, store, planView: { survey } } = studio;
  const base = entity(store.document, "levels", levels.shown);
  if (!base) return;
  const name = levels.nameOf(/** @type {any} */ (base));
  const walls = { outline: outerWalls(survey.found, base.id), all: wallsOf(store.document, base.id).map(({ id }) => id), empty: /** @type {string[]} */ ([]) };
  const begins = walls.all.length ? choices(t("levels.begins"), "begins", [["outline", t("levels.outline", { name })], ["all", t("levels.all_walls", { name })], ["empty", t("levels.empty")]]) : null;
  const make = (/** @type {"above" | "below"} */ way) => {
    shown.close();
    const chosen = /** @type {keyof typeof walls} */ (begins?.value() ?? "empty");
    const elevation = way === "above" ? base.elevation + base.height + SLAB_MM : base.elevation - base.height - SLAB_MM;
    const id = newId("levels");
    if (store.perform(addLevel({ beside: base.id, way, name: levels.usualName(elevation), besideName: name, walls: walls[chosen] }, id))) levels.goTo(id);
  };
  const shown = dialog({
    title: t("levels.add"),
    content: [begins?.host ?? null, el("div", { class: "stack" }, button("arrow-up", t("levels.add_above", { name }), () => make("above")), button("arrow-down", t("levels.add_below", { name }), () => make("below")))],
    close: t("shell.cancel"),
  });
}

/** One of a few, the first at the beginning. @param {string} legend @param {string} name @param {[string, string][]} options */
function choices(legend, name, options) {
  const host = el("fieldset", { class: "choices" }, el("legend", {}, legend),
    ...options.map(([value, words], place) => el("label", { class: "choice" }, el("input", { type: "radio", name, value, checked: place === 0 }), el("span", {}, words))));
  return { host, value: () => /** @type {HTMLInputElement} */ (host.querySelector(":checked")).value };
}
