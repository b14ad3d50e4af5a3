/** Selected together: walls, openings, rooms, columns, slopes and things. They are copied and removed as one. */

import { levelsUpwards } from "#model/levels.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { pathOf } from "#model/selection.js";
import { button, el } from "#ui/dom.js";

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function mixedInspector(studio) {
  const { t, arranging, store, selection, planView, levels } = studio;
  const others = levelsUpwards(store.document).filter(({ id }) => id !== planView.level);
  return [
    el("h2", {}, t("studio.several", { n: selection.all.length })),
    el("p", { class: "quiet small" }, t("arranging.copy_text")),
    el("div", { class: "stack" },
      ...(levels ? others.map((level) => button("copy-plus", t("arranging.copy_to", { name: levels.nameOf(level) }), () => arranging.copyTo(level.id))) : []),
      button("copy", t("arranging.copy"), () => arranging.copy()),
      arranging.canPaste ? button("copy", t("arranging.paste"), () => arranging.paste()) : null,
      button("square-dashed", t("arranging.choose_more"), () => arranging.chooseMore()),
      button("trash-2", t("studio.remove"), () => store.perform(removeEntities(selection.all.filter(({ id }) => id).map(pathOf))))),
  ];
}
