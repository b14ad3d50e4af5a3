/** A finding's way out, as one edit: the fields and removals that the server has tried. */

/**
 * @param {{set: Record<string, import("#core/log.js").Fields>, remove: string[]}} fix
 * @returns {(document: import("#core/log.js").Document) => import("#core/log.js").Parts}
 */
export const takeFix = ({ set, remove }) => () => ({ action: "take_fix", input: "picked", set, remove });
