/** A product for an item, and none again. */

import { snapItem } from "#geometry/snap_item.js";
import { along } from "#model/actions/place_items.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {{sku: string, name: string, price_gr: number, size: [number, number, number], date: string, ean: string | null}} Product as a plan keeps it */

/**
 * The item becomes this product, in its size. What stands against a wall keeps its back there, and where its side stood
 * in a corner, its side too; what stands free keeps its middle.
 * @param {string} id @param {Product} product
 * @param {{found: import("#geometry/outline.js").Found, snap: string}} room the rooms as found, and how the kind snaps
 * @returns {(document: Document) => Parts | null}
 */
export const pickProduct = (id, product, { found, snap }) => (document) => {
  const item = entity(document, "items", id);
  if (!item) return null;
  const at = snap === "free" ? item.at : settled(item, product.size, found);
  return { action: "pick_product", input: "picked", set: { [`items/${id}`]: { product, size: product.size, at } } };
};

/** @param {string} id @returns {(document: Document) => Parts | null} */
export const dropProduct = (id) => (document) =>
  entity(document, "items", id)?.product
    ? { action: "drop_product", input: "picked", set: { [`items/${id}`]: { product: null } } }
    : null;

/** @param {Fields} item @param {[number, number, number]} size @param {import("#geometry/outline.js").Found} found @returns {[number, number]} */
function settled(item, size, found) {
  const at = along(item, 0, (size[1] - item.size[1]) / 2);
  const reach_mm = Math.abs(size[0] - item.size[0]) / 2 + 1;
  const stands = { ...item, size, at };
  const snapped = snapItem(/** @type {any} */ (stands), { found, level: item.level, reach_mm });
  return snapped.turn_mdeg === item.turn_mdeg ? snapped.at : at;
}
