/** What a stretch of wall wears, in words: its paint's name, its tiles, or nothing. */

/** @param {import("#ui/studio/studio.js").Studio} studio */
export const coverNames = ({ t, deck, language, format }) => (/** @type {any} */ finish) => {
  const paint = finish?.paint ? deck.get(finish.paint) : null;
  if (paint) return paint.name[language];
  return finish?.tile ? (finish.tile.product?.name ?? t("walls.tiles_are", { size: format.size(finish.tile.size) })) : t("walls.bare");
};
