/**
 * Undo: the inverse of an edit, built against the document as it stands now. The twin of `rooms/undo.py`.
 *
 * It touches only fields that still hold what the edit wrote, so nobody's later work is taken back with it.
 */

import { same } from "#core/same.js";
import { fieldOf, fieldsAt, rulesOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {import("#core/log.js").Touch} Touch */

/**
 * What takes an edit's touches back, or null when none of them still stands.
 * @param {Document} document @param {Record<string, Touch>} touched @param {string} id The edit's.
 * @returns {{undoes: string, set: Record<string, Fields>, remove: string[]} | null}
 */
export const inverse = (document, touched, id) => {
  /** @type {Record<string, Fields>} */
  const set = {};
  /** @type {string[]} */
  const remove = [];
  for (const [path, touch] of Object.entries(touched)) {
    const now = fieldsAt(document, path);
    const back = touch.before && givenBack(path, touch, now);
    if (back) set[path] = back;
    else if (!touch.before && now && isAsMade(path, touch.after ?? {}, now)) remove.push(path);
  }
  return remove.length || Object.keys(set).length ? { undoes: id, set, remove } : null;
};

/** @param {string} path @param {Fields} made @param {Fields} now */
const isAsMade = (path, made, now) =>
  Object.keys({ ...now, ...made }).every((name) => same(fieldOf(path, now, name), fieldOf(path, made, name)));

/**
 * What to set: a removed entity whole, or the fields nobody has written since; null where there is nothing.
 * @param {string} path @param {Touch} touch @param {Fields | undefined} now @returns {Fields | null}
 */
const givenBack = (path, { before, after }, now) => {
  if (!after) return now ? null : before;
  if (!now) return null;
  const had = before ?? {};
  const names = Object.keys(after)
    .filter((name) => same(fieldOf(path, now, name), after[name]))
    .filter((name) => Object.hasOwn(had, name) || Object.hasOwn(rulesOf(path), name));
  return names.length ? Object.fromEntries(names.map((name) => [name, fieldOf(path, had, name)])) : null;
};
