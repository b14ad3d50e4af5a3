/** A view of the model is kept under a name, with its light. */

import { newId } from "#model/ids.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {{level: string | null, inside: boolean, at: readonly [number, number], height: number, azimuth_mdeg: number, tilt_mdeg: number,
 *   distance: number, light: "model" | "sun" | "evening", season: "winter" | "between" | "summer", minute: number}} Stand as rooms/entities.py's View */

/** @param {string} name @param {Stand} stand @param {string} [id] @returns {(document: Document) => Parts} */
export const keepView = (name, stand, id = newId("views")) => () => ({ action: "keep_view", input: "picked", set: { [`views/${id}`]: { name, ...stand } } });

/** The first name of this form that no view has, as in "Widok 3". @param {Document} document @param {(n: number) => string} nameOf */
export const freeName = (document, nameOf) => {
  const taken = new Set(Object.values(document.views ?? {}).map(({ name }) => name));
  for (let n = 1; ; n += 1) if (!taken.has(nameOf(n))) return nameOf(n);
};
