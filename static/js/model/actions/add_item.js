/** A piece of furniture or a fixture comes in. */

import { newId } from "#model/ids.js";

/**
 * @param {{level: string, kind: string, at: [number, number], size: [number, number, number], turn_mdeg?: number,
 *   elevation?: number, host?: string | null, mirrored?: boolean, tint?: string | null, product?: object | null}} item
 * @param {string} [id]
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const addItem = (item, id = newId("items")) => () => ({
  action: "add_item",
  input: "picked",
  set: { [`items/${id}`]: item },
});
