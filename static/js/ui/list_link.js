/** The way from the studio to the project's list of products. */

import { el, icon } from "#ui/dom.js";

/** Nothing where the store sells no products, or the project is not one's own to see. @param {import("#ui/studio.js").Studio} studio */
export const listLink = ({ products, t }) =>
  products && el("a", { class: "button list-link", href: products.list }, icon("shopping-basket"), el("span", {}, t("products.open_list")));
