/** The kinds that a person likes and the ones used last, kept in this browser alone. */

const MOST = 24;

export const favourites = () => read("kinds liked");

export const recent = () => read("kinds used");

/** @param {string} kind */
export const isFavourite = (kind) => favourites().includes(kind);

/** In when it is out, out when it is in. @param {string} kind */
export const toggleFavourite = (kind) => write("kinds liked", isFavourite(kind) ? favourites().filter((other) => other !== kind) : [kind, ...favourites()]);

/** @param {string} kind */
export const rememberUsed = (kind) => write("kinds used", [kind, ...recent().filter((other) => other !== kind)]);

/** @param {string} name @returns {string[]} */
function read(name) {
  try {
    const held = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(held) ? held.filter((kind) => typeof kind === "string") : [];
  } catch {
    return []; // the browser forbids storage, or somebody wrote there
  }
}

/** @param {string} name @param {string[]} kinds */
function write(name, kinds) {
  try {
    localStorage.setItem(name, JSON.stringify(kinds.slice(0, MOST)));
  } catch {
    // the browser forbids storage: nothing is remembered
  }
}
