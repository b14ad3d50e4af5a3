/** The ways from the studio to pages that the server makes of the project. */

import { el, icon } from "#ui/dom.js";

const MOST_WAIT_MS = 3000;

/** Nothing where the store sells no products, or the project is not one's own to see. @param {import("#ui/studio/studio.js").Studio} studio */
export const listLink = ({ products, store, t }) =>
  products && el("a", { class: "button list-link", href: products.list, onclick: (/** @type {Event} */ event) => goWhenSent(event, store, products.list) },
    icon("shopping-basket"), el("span", {}, t("products.open_list")));

/** The page is the server's: what was changed a moment ago goes there first. @param {Event} event @param {import("#core/store.js").Store} store @param {string} url */
export const goWhenSent = (event, store, url) => whenSent(event, store, () => location.assign(url));

/** What `event` would do waits until what was changed is sent; then `go` does it. @param {Event} event @param {import("#core/store.js").Store} store @param {() => void} go */
export function whenSent(event, store, go) {
  if (!store.saved.pending) return;
  event.preventDefault();
  setTimeout(go, MOST_WAIT_MS);
  store.addEventListener("saved", () => store.saved.pending || go());
}
