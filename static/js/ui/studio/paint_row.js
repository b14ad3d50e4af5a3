/** A few colours to begin with, the one that is on, and the way to all of them. */

import { button, el } from "#ui/dom.js";
import { swatches } from "#ui/swatches.js";

/**
 * @param {import("#ui/studio/studio.js").Studio} studio
 * @param {{chosen: string | null, paint: (code: string | null) => void, everywhere?: ((code: string) => void) | null, label: string, several?: readonly string[], more?: (Node | null)[]}} of `several`: the paints where there is more than one; `more`: other things to do with the colour
 */
export function paintRow(studio, { chosen, paint, everywhere = null, label, several = [], more = [] }) {
  const { t, deck, language } = studio;
  const on = chosen ? deck.get(chosen) : null;
  return el("section", { class: "paint-row" },
    el("h3", {}, label),
    el("p", { class: "small quiet" }, on ? `${on.name[language]} · ${on.code}` : t(several.length ? "colours.several" : "colours.bare")),
    several.length ? swatches(studio, several.flatMap((code) => deck.get(code) ?? []), paint, { label: t("colours.several") }) : null,
    swatches(studio, studio.suggested.slice(0, 12), paint, { chosen, label }),
    el("div", { class: "stack" },
      button("palette", t("colours.more"), () => studio.openPanel("colours")),
      chosen && everywhere ? button("paint-roller", t("colours.whole_room"), () => everywhere(chosen)) : null,
      ...more,
      chosen ? button("x", t("colours.remove"), () => paint(null)) : null));
}
