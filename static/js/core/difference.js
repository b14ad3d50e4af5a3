/** Where two documents differ, as the paths of their entities. */

import { same } from "#core/same.js";

/** @typedef {import("#core/log.js").Document} Document */

/** @param {Document} before @param {Document} after @returns {Set<string>} `walls/<id>`, `plan` */
export const difference = (before, after) => {
  /** @type {Set<string>} */
  const paths = new Set();
  for (const collection of keysOf(before, after)) {
    const [was, is] = [before[collection], after[collection]];
    if (was === is || collection === "version") continue;
    if (collection === "plan") same(was, is) || paths.add("plan");
    else for (const id of keysOf(was, is)) same(was?.[id], is?.[id]) || paths.add(`${collection}/${id}`);
  }
  return paths;
};

/** @param {object | undefined} one @param {object | undefined} other */
const keysOf = (one, other) => new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
