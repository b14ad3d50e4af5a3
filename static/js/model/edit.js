/** An edit made of what an action wants: with an id, the time, the version and the variant it belongs to. */

/** @typedef {import("#core/log.js").Edit} Edit */
/** @typedef {import("#core/log.js").Parts} Parts */

export const VERSION = 1;

/**
 * The stamp for one variant's edits, as the store wants it.
 * @param {string} variant @param {{now?: () => number, newId?: () => string}} [by] @returns {(parts: Parts) => Edit}
 */
export const stampFor = (variant, { now = Date.now, newId = () => crypto.randomUUID() } = {}) =>
  ({ action, input, set = {}, remove = [], undoes = null }) => ({
    id: newId(),
    v: VERSION,
    variant,
    action,
    input,
    undoes,
    at: new Date(now()).toISOString(),
    set,
    remove,
  });
