/** The tiles on a selected wall or floor: which lie there, their sheet, and new ones. */

import { entity } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { openTiles } from "#ui/tiles/tile_dialog.js";
import { tileWords } from "#ui/tiles/tile_words.js";

/**
 * @param {import("#ui/studio/studio.js").Studio} studio
 * @param {{finishes: (string | null)[], lay: () => void, label: string}} of `label`: the name of a sentence; `lay` puts tiles there; `finishes`: those that cover it now
 */
export function tileRow(studio, { finishes, lay, label }) {
  const { t, store, format } = studio;
  const tiled = [...new Set(finishes)].flatMap((id) => {
    const tile = id ? entity(store.document, "finishes", id)?.tile : null;
    return id && tile ? [{ id, tile }] : [];
  });
  const words = tiled.length ? tileWords(t, tiled[0].tile, label) : t(`tiling.${label}`);
  return el("section", { class: "paint-row", "aria-label": words },
    el("h3", {}, words),
    ...tiled.map(({ id, tile }) => el("div", { class: "stack" },
      el("p", { class: "small quiet" }, `${tile.product?.name ?? format.size(tile.size)} · ${t(`tiling.pattern_${tile.pattern}`)}`),
      button("move", tileWords(t, tile, "open"), () => openTiles(studio, id)))),
    tiled.length ? null : el("div", { class: "stack" }, button("plus", t("tiling.lay"), lay)));
}
