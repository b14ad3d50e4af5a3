/** What a stretch of wall wears, in words: its paint's name, its tiles, or nothing; and what a new band wears. */

import { brightness } from "#plan/brightness.js";

const PALE = 190;

/** @param {import("#ui/studio.js").Studio} studio */
export const coverNames = ({ t, deck, language, format }) => (/** @type {any} */ finish) => {
  const paint = finish?.paint ? deck.get(finish.paint) : null;
  if (paint) return paint.name[language];
  return finish?.tile ? (finish.tile.product?.name ?? t("walls.tiles_are", { size: format.size(finish.tile.size) })) : t("walls.bare");
};

/** A colour for a new band until another is chosen: of those suggested the first that can be told from a white wall. @param {import("#ui/studio.js").Studio} studio */
export const bandPaint = ({ suggested }) => ({ paint: (suggested.find(({ hex }) => brightness(hex) < PALE) ?? suggested[0])?.code ?? null });
