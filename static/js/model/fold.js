/**
 * The fold: edits made into a plan document, and what one edit does to it. The twin of `rooms/edit.py` and `rooms/effect.py`.
 *
 * It is total: whatever others did before, an edit never fails. Later wins, field by field; fields set on an entity
 * that is not there make it when all it requires is among them, and else do nothing. What is not known is kept.
 */

import { same } from "#core/same.js";
import { emptyDocument, fieldOf, fieldsAt, missingFields, placeOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {import("#core/log.js").Touch} Touch */
/** @typedef {{set?: Record<string, Fields>, remove?: string[]}} Changes */

/** The document after the edit; the one given stays as it is. @param {Document} document @param {Changes} edit @returns {Document} */
export const apply = (document, edit) => fold([edit], document);

/** The document that the edits make, in their order. @param {Iterable<Changes>} edits @param {Document} [start] @returns {Document} */
export const fold = (edits, start = emptyDocument()) => {
  const draft = new Draft(start);
  for (const edit of edits) draft.write(edit);
  return draft.document;
};

/** A document under the fold: a collection is copied once, before its first change. */
class Draft {
  /** @type {Set<string>} */
  #copied = new Set();

  /** @param {Document} document */
  constructor(document) {
    this.document = document;
  }

  /** @param {Changes} edit */
  write({ set = {}, remove = [] }) {
    for (const [path, fields] of Object.entries(set)) if (isObject(fields)) this.#set(path, fields);
    for (const path of remove) this.#remove(path);
  }

  /** @param {string} path @param {Fields} fields */
  #set(path, fields) {
    const place = placeOf(path);
    if (path === "plan") {
      this.#own("plan");
      this.document.plan = { ...this.document.plan, ...fields };
    } else if (place) {
      const found = fieldsAt(this.document, path);
      if (found || missingFields(place[0], fields).length === 0) this.#own(place[0])[place[1]] = { ...found, ...fields };
    }
  }

  /** @param {string} path */
  #remove(path) {
    const place = placeOf(path);
    if (place && fieldsAt(this.document, path)) delete this.#own(place[0])[place[1]];
  }

  /** @param {string} collection @returns {Fields} */
  #own(collection) {
    if (!this.#copied.has(collection)) {
      const held = Object.hasOwn(this.document, collection) ? this.document[collection] : {};
      this.document = { ...this.document, [collection]: { ...held } };
      this.#copied.add(collection);
    }
    return this.document[collection];
  }
}

/**
 * What the edit does to the document it is about to meet: entities touched by path, and the places it left as they were.
 * @param {Document} document @param {Changes} edit @returns {{touched: Record<string, Touch>, idle: string[]}}
 */
export const effect = (document, edit) => {
  const after = apply(document, edit);
  const paths = new Set([...Object.keys(edit.set ?? {}), ...(edit.remove ?? [])]);
  /** @type {Record<string, Touch>} */
  const touched = {};
  /** @type {string[]} */
  const idle = [];
  for (const path of paths) {
    const names = Object.keys(edit.set?.[path] ?? {});
    const touch = touchOf(path, fieldsAt(document, path) ?? null, fieldsAt(after, path) ?? null, names);
    idle.push(...idleOf(path, touch, names));
    if (!same(touch.before, touch.after)) touched[path] = touch;
  }
  return { touched, idle };
};

/** @param {string} path @param {Fields | null} before @param {Fields | null} after @param {string[]} names @returns {Touch} */
const touchOf = (path, before, after, names) => {
  if (!before || !after) return { before, after };
  const changed = names.filter((name) => !same(fieldOf(path, before, name), fieldOf(path, after, name)));
  return { before: picked(before, changed.filter((name) => Object.hasOwn(before, name))), after: picked(after, changed) };
};

/** @param {string} path @param {Touch} touch @param {string[]} names @returns {string[]} */
const idleOf = (path, { before, after }, names) => {
  if (!before || !after) return before === after ? [path] : [];
  return names.filter((name) => !Object.hasOwn(after, name)).map((name) => `${path}/${name}`);
};

/** @param {Fields} fields @param {string[]} names @returns {Fields} */
const picked = (fields, names) => Object.fromEntries(names.map((name) => [name, fields[name]]));

/** @param {unknown} fields */
const isObject = (fields) => typeof fields === "object" && fields !== null && !Array.isArray(fields);
