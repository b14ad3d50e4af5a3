/** What others' edits took from one's own: which field, whose edit. */

import { same } from "#core/same.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Edit} Edit
 * @typedef {import("#core/log.js").Touched} Touched
 * @typedef {{path: string, by: Edit}} Loss A field as `walls/<id>/b`, or a whole entity as `walls/<id>` when it is gone.
 */

/**
 * The fields that held one's own last value before and do not any more.
 * @param {Document} before @param {Document} after @param {Iterable<Touched>} mine Oldest first. @param {Edit[]} others In server order.
 * @returns {Loss[]}
 */
export const losses = (before, after, mine, others) => {
  const theirs = new Map(others.flatMap((edit) => pathsOf(edit).map((path) => [path, edit])));
  return [...lastWritten(mine, theirs)].flatMap(([path, fields]) => {
    const by = /** @type {Edit} */ (theirs.get(path));
    const [was, is] = [entityAt(before, path), entityAt(after, path)];
    if (!was) return [];
    if (!is) return [{ path, by }];
    return Object.keys(fields)
      .filter((name) => same(was[name], fields[name]) && !same(is[name], fields[name]))
      .map((name) => ({ path: `${path}/${name}`, by }));
  });
};

/** @param {Edit} edit */
const pathsOf = (edit) => [...Object.keys(edit.set), ...edit.remove];

/** @param {Iterable<Touched>} mine @param {Map<string, Edit>} theirs @returns {Map<string, import("#core/log.js").Fields>} */
const lastWritten = (mine, theirs) => {
  const written = new Map();
  for (const touched of mine)
    for (const [path, { after }] of Object.entries(touched))
      if (theirs.has(path) && after) written.set(path, { ...written.get(path), ...after });
  return written;
};

/** @param {Document} document @param {string} path */
const entityAt = (document, path) => {
  const [collection, id] = path.split("/");
  return id === undefined ? document[collection] : document[collection]?.[id];
};
