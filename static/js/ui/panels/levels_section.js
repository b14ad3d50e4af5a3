/** The levels of the house in the panel of the room: which is shown, what it is called, how high it lies and is. */

import { outerWalls } from "#geometry/outer_walls.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { copyWalls, levelBelow, levelsUpwards, removeLevel, setLevelHeight, standingOn } from "#model/levels.js";
import { entity } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { dialog } from "#ui/dialogs.js";
import { lengthField, textField } from "#ui/fields.js";
import { addLevelDialog } from "#ui/studio/level_dialog.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#ui/studio/levels.js").Levels} Levels */

/** @param {Studio} studio @param {Levels | null} levels */
export function levelsSection(studio, levels) {
  const { t, store, planView: view } = studio;
  const level = entity(store.document, "levels", view.level);
  if (!level || !levels) return null;
  const all = levelsUpwards(store.document);
  const several = all.length > 1;
  return el("fieldset", { class: "levels-section" },
    el("legend", {}, t(several ? "studio.levels" : "studio.level")),
    several ? levelRows(studio, levels) : null,
    several ? textField({ label: t("levels.name"), value: levels.nameOf(/** @type {any} */ (level)), most: 60, change: (name) => store.perform(changeEntity(`levels/${level.id}`, { name }, { action: "name_level", input: "typed" })) }) : null,
    lengthField({ label: t("studio.room_height"), value: level.height, least: 1500, most: 6000, change: (mm) => store.perform(setLevelHeight(level.id, mm)), studio }),
    several ? elevationField(studio, level) : null,
    el("div", { class: "stack" },
      button("plus", t("levels.add"), () => addLevelDialog(studio, levels)),
      ...(several ? severalActs(studio, levels, level) : [])));
}

/** The levels from the highest down, as rows that show one. @param {Studio} studio @param {Levels} levels */
export const levelRows = (studio, levels) =>
  el("ul", { class: "rows" }, ...levelsUpwards(studio.store.document).reverse().map((level) =>
    el("li", {}, el("button", { type: "button", class: "row", "aria-pressed": String(level.id === levels.shown), onclick: () => levels.goTo(level.id) },
      el("span", {}, levels.nameOf(level)), el("span", { class: "quiet number" }, signed(studio, level.elevation))))));

/** @param {Studio} studio @param {any} level */
function elevationField(studio, level) {
  const { t, store } = studio;
  const change = (/** @type {number} */ mm) => store.perform(changeEntity(`levels/${level.id}`, { elevation: mm }, { action: "set_elevation", input: "typed" }));
  return lengthField({ label: t("levels.elevation"), value: level.elevation, least: -20_000, most: 100_000, change, studio });
}

/** @param {Studio} studio @param {Levels} levels @param {any} level */
function severalActs(studio, levels, level) {
  const { t, store, planView: view } = studio;
  const under = levelBelow(store.document, level.id);
  const seen = el("input", { type: "checkbox", checked: view.showsBelow, onchange: () => view.showBelow(seen.checked) });
  return [
    under ? button("copy", t("levels.copy_outline", { name: levels.nameOf(under) }), () => copyOutline(studio, under.id, level.id)) : null,
    under ? el("label", { class: "choice" }, seen, el("span", {}, t("levels.see_below"))) : null,
    button("trash-2", t("levels.remove", { name: levels.nameOf(level) }), () => askToRemove(studio, levels, level)),
  ];
}

/** @param {Studio} studio @param {string} from @param {string} to */
function copyOutline({ t, store, planView: view }, from, to) {
  const edit = store.perform(copyWalls(outerWalls(view.survey.found, from), to));
  if (edit) view.fit();
  else view.hint("levels.nothing_to_copy");
  if (edit) toast(t("levels.copied", { n: Object.keys(edit.set).length }));
}

/** @param {Studio} studio @param {Levels} levels @param {any} level */
function askToRemove({ t, store }, levels, level) {
  const name = levels.nameOf(level);
  const n = standingOn(store.document, level.id).length;
  const remove = () => {
    shown.close();
    if (store.perform(removeLevel(level.id))) toast(t("levels.removed", { name }), { label: t("studio.undo"), press: () => (store.undo(), levels.goTo(level.id)) });
  };
  const shown = dialog({
    title: t("levels.remove", { name }),
    content: [el("p", {}, n ? t("levels.remove_text", { n }) : t("levels.remove_empty")), button("trash-2", t("levels.remove_yes"), remove, "button-solid")],
    close: t("shell.cancel"),
  });
}

/** Above or below nought, as a section writes it. @param {Studio} studio @param {number} mm */
const signed = ({ format }, mm) => `${mm > 0 ? "+" : mm < 0 ? "−" : "±"}${format.metres(Math.abs(mm))}`;
