/** What people set down on a plan: a note at a place, a length between two points. */

import { newId } from "#model/ids.js";

/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {[number, number]} Point */

/** @param {{level: string, at: Point, text: string}} note @param {string} [id] @returns {() => Parts} */
export const addNote = (note, id = newId("notes")) => () => ({ action: "add_note", input: "typed", set: { [`notes/${id}`]: note } });

/** @param {{level: string, a: Point, b: Point}} dimension @param {string} [id] @returns {() => Parts | null} */
export const addDimension = (dimension, id = newId("dimensions")) => () =>
  dimension.a[0] === dimension.b[0] && dimension.a[1] === dimension.b[1] ? null : { action: "add_dimension", input: "picked", set: { [`dimensions/${id}`]: dimension } };
