/** A selected door or window: its kind, sizes, and which way it opens. */

import { changeEntity } from "#model/actions/change_entity.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { button, el } from "#ui/dom.js";
import { choiceField, lengthField } from "#ui/fields.js";
import { wallPlace } from "#ui/inspectors/wall_place.js";
import { OPENINGS } from "#ui/panels/openings_panel.js";

const OTHER = /** @type {Record<string, string>} */ ({ left: "right", right: "left" });

/** @param {import("#ui/studio.js").Studio} studio @param {any} _target @param {any} opening */
export function openingInspector(studio, _target, opening) {
  const { t, store } = studio;
  const path = `openings/${opening.id}`;
  const set = (/** @type {any} */ fields, /** @type {"typed" | "picked"} */ input = "picked") => store.perform(changeEntity(path, fields, { action: "set_opening", input }));
  const size = (/** @type {string} */ name, /** @type {number} */ least, /** @type {number} */ most) =>
    lengthField({ studio, label: t(`studio.${name}`), value: opening[name], least, most, change: (mm) => set({ [name]: mm }, "typed") });
  const swings = opening.kind.endsWith("door") || opening.kind === "french_window";
  return [
    el("h2", {}, t(`plan.kind_${opening.kind}`)),
    choiceField({ label: t("studio.kind"), value: opening.kind, options: OPENINGS.map(({ kind }) => [kind, t(`plan.kind_${kind}`)]), change: (kind) => set({ kind }) }),
    el("div", { class: "pair" }, size("width", 300, 6000), size("height", 300, 5000)),
    size("sill", 0, 3000),
    size("offset", 0, 50_000),
    wallPlace(studio, opening.id),
    swings ? el("div", { class: "stack" },
      button("flip-horizontal-2", t("studio.other_hinge"), () => set({ hinge: OTHER[opening.hinge] })),
      button("rotate-cw", t("studio.other_way"), () => set({ opens: OTHER[opening.opens] }))) : null,
    button("trash-2", t("studio.remove"), () => store.perform(removeEntities([path]))),
  ];
}
