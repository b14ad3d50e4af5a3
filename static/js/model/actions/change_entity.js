/** Fields of one entity change: a door's width, an item's size, a wall's thickness, the plan's name. */

/**
 * @param {string} path `openings/<id>`, or `plan`
 * @param {import("#core/log.js").Fields} fields
 * @param {{action?: string, input?: "typed" | "dragged" | "picked" | "generated"}} [how]
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const changeEntity = (path, fields, { action = "change", input = "picked" } = {}) => () => ({
  action,
  input,
  set: { [path]: fields },
});
