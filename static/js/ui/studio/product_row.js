/** The product of a selected thing: which it is, what it costs, another one, none. */

import { dropProduct } from "#model/actions/pick_product.js";
import { button, el } from "#ui/dom.js";
import { productsPanel } from "#ui/panels/products_panel.js";

/**
 * Nothing where the store sells no such thing and none was picked.
 * @param {import("#ui/studio/studio.js").Studio} studio @param {any} item @returns {HTMLElement | null}
 */
export function productRow(studio, item) {
  const { t, store, products } = studio;
  const isSold = products?.kinds.includes(item.kind);
  if (!isSold && !item.product) return null;
  const pick = () => studio.showPanel(productsPanel(studio, item), "choose", "furnishing");
  return el("section", { class: "product-row stack", "aria-label": t("products.product") },
    item.product && told(studio, item),
    isSold && button("shopping-basket", t(item.product ? "products.pick_other" : "products.pick"), pick),
    item.product && button("x", t("products.drop"), () => store.perform(dropProduct(item.id))));
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} item */
function told({ t, format, models }, { product, size }) {
  const model = models?.of(product.sku);
  const isOther = product.size.some((/** @type {number} */ mm, /** @type {number} */ axis) => mm !== size[axis]);
  const isOld = product.date !== new Date().toISOString().slice(0, 10);
  return el("div", {},
    el("h3", {}, t("products.product")),
    el("p", {}, el("strong", {}, product.name)),
    el("p", { class: "quiet small number" }, [format.money(product.price_gr), t("products.sku", { sku: product.sku }), ...(isOld ? [t("products.old_price", { day: format.day(product.date) })] : [])].join(" · ")),
    model && el("p", { class: "quiet small" }, t("products.model", { author: model.author, licence: model.licence })),
    isOther && el("p", { class: "small" }, t("products.other_size", { size: format.size(product.size) })));
}
