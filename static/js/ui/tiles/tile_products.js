/** The store's tiles, to lay one of them; and what was picked. */

import { isBoard } from "#geometry/boards.js";
import { button, el } from "#ui/dom.js";
import { tileWords } from "#ui/tiles/tile_words.js";

/** What is sought: products have no kind of their own for tiles, nor for boards. */
const SOUGHT = { tiles: { pl: "płytka", en: "tile" }, boards: { pl: "deska", en: "board" } };
const MOST = 12;

/** @typedef {import("#geometry/tile_pattern.js").Tile} Tile */

/** @param {import("#ui/studio/studio.js").Studio} studio @param {Tile} tile @param {(fields: Partial<Tile>) => void} set */
export function tileProducts(studio, tile, set) {
  const { t, format } = studio;
  const { product } = tile;
  const list = el("ul", { class: "rows", "aria-label": tileWords(t, tile, "products") });
  const said = el("p", { class: "small quiet", role: "status" });
  const more = button("shopping-basket", tileWords(t, tile, product ? "other_product" : "products"), () => void fill(studio, tile, list, said, set));
  return el("section", { class: "tiles-section" },
    el("h3", {}, t("tiling.product")),
    product ? el("p", {}, el("strong", {}, product.name), el("br"), el("span", { class: "small quiet" }, `${format.money(product.price_gr)} / ${t(`products.unit_${tile.sold_by ?? "piece"}`)} · ${t("products.sku", { sku: product.sku })}`)) : el("p", { class: "small quiet" }, t("tiling.no_product")),
    el("div", { class: "stack" }, more),
    said, list);
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {Tile} tile @param {HTMLElement} list @param {HTMLElement} said @param {(fields: Partial<Tile>) => void} set */
async function fill(studio, tile, list, said, set) {
  const { t, products, language } = studio;
  const sought = new URLSearchParams({ q: SOUGHT[isBoard(tile) ? "boards" : "tiles"][language] });
  const answer = await fetch(`${products?.find}?${sought}`).then((response) => (response.ok ? response.json() : null)).catch(() => null);
  const found = (answer?.products ?? []).filter((/** @type {any} */ one) => one.size && !one.kind).slice(0, MOST);
  said.textContent = found.length ? "" : answer ? tileWords(t, tile, "no_products") : t("products.panel_offline");
  list.replaceChildren(...found.map((/** @type {any} */ one) => row(studio, one, answer.date, set)));
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} product @param {string} date @param {(fields: Partial<Tile>) => void} set */
function row({ format, language, t }, { sku, ean, name, size, price_gr, unit, per_pack, pack_cm2 }, date, set) {
  const sides = /** @type {[number, number]} */ (size.toSorted((/** @type {number} */ one, /** @type {number} */ other) => other - one).slice(0, 2));
  const kept = { sku, ean, name: name[language], price_gr, size, date };
  return el("li", {}, el("button", { type: "button", class: "row", "data-sku": sku, onclick: () => set({ product: kept, size: sides, sold_by: unit, per_pack, pack_cm2 }) },
    el("span", {}, name[language], el("br"), el("span", { class: "quiet small" }, format.size(sides))),
    el("span", { class: "number" }, `${format.money(price_gr)} / ${t(`products.unit_${unit}`)}`)));
}
