/** Things go along a wall and up or down it; what is locked stays. */

import { free } from "#model/actions/arrange_items.js";

/**
 * @param {Record<string, {at?: [number, number], turn_mdeg?: number, elevation?: number, host?: string | null}>} places by the item's id
 * @param {"dragged" | "typed"} input @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts | null}
 */
export const hangItems = (places, input) => (document) => {
  const items = free(document, Object.keys(places));
  const set = Object.fromEntries(items.map((item) => [`items/${item.id}`, places[item.id]]));
  return items.length ? { action: "move_item", input, set } : null;
};

/** Whether a thing may be hung higher or lower: all but what stands on the floor. @param {any} item @param {import("#model/kinds.js").Kinds} kinds */
export const hangs = (item, kinds) => item.elevation > 0 || !kinds.has(item.kind) || kinds.get(item.kind).mount !== "floor";
