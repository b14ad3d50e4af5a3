/**
 * The words of the log, as types: what the store, the queue and the model pass to each other.
 *
 * @typedef {Record<string, any>} Fields
 * @typedef {Record<string, any>} Document A plan document: collections of entities by id, never changed in place.
 *
 * @typedef {object} Parts What an action makes: the edit less what `stamp` adds.
 * @property {string} action
 * @property {"typed" | "dragged" | "picked" | "generated"} input
 * @property {Record<string, Fields>} [set] By `walls/<id>` or `plan`.
 * @property {string[]} [remove] `walls/<id>`.
 * @property {string | null} [undoes]
 *
 * @typedef {object} Edit
 * @property {string} id
 * @property {number} v
 * @property {string} variant
 * @property {string} action
 * @property {string} input
 * @property {string} at
 * @property {Record<string, Fields>} set
 * @property {string[]} remove
 * @property {string | null} undoes
 * @property {number} [seq] From here on: what the server added.
 * @property {string} [actor]
 * @property {string} [role]
 *
 * @typedef {object} Touch One entity's changed fields, or the whole of one made (before: null) or removed (after: null).
 * @property {Fields | null} before
 * @property {Fields | null} after
 * @typedef {Record<string, Touch>} Touched By the entity's path.
 *
 * @typedef {{seq: number, document: Document}} Head The document as the server has it, and the last edit in it.
 *
 * @typedef {object} Result
 * @property {string} id
 * @property {"logged" | "known" | "refused"} result
 * @property {number | null} [seq]
 * @property {string} [path]
 * @property {string} [reason]
 *
 * @typedef {object} Answer What the server says to a batch or a poll.
 * @property {number} seq The last edit that `others` and `results` reach to.
 * @property {Result[]} [results]
 * @property {Edit[]} [others]
 * @property {{name: string, role: string, colour?: string}[]} [present]
 * @property {any} [fee]
 *
 * @typedef {object} Model What the store does not know of plans itself.
 * @property {(document: Document, edit: {set: Record<string, Fields>, remove: string[]}) => Document} apply
 * @property {(document: Document, edit: {set: Record<string, Fields>, remove: string[]}) => {touched: Touched, idle: string[]}} effect
 * @property {(document: Document, touched: Touched, id: string) => {undoes: string, set: Record<string, Fields>, remove: string[]} | null} inverse
 * @property {(parts: Parts) => Edit} stamp
 */

export {};
