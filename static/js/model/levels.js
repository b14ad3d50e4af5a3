/** The levels of a house as they lie one over the other, and the house changed level by level: each change is one edit. */

import { newId } from "#model/ids.js";
import { COLLECTIONS, entities, entity, levelsOf, wallsOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */

/** What lies between a ceiling and the floor above it, as a new level begins. */
export const SLAB_MM = 300;
/** What names the level that it stands on. */
const ON_LEVEL = Object.keys(COLLECTIONS).filter((name) => "level" in COLLECTIONS[name].fields);

/** From the lowest to the highest. @param {Document} document @returns {any[]} */
export const levelsUpwards = (document) => levelsOf(document).toSorted((one, other) => one.elevation - other.elevation);

/** The next one below, or null. @param {Document} document @param {string} id @returns {any | null} */
export const levelBelow = (document, id) => nextTo(document, id, -1);

/** The next one above, or null. @param {Document} document @param {string} id @returns {any | null} */
export const levelAbove = (document, id) => nextTo(document, id, 1);

/** @param {Document} document @param {string} id @param {1 | -1} step */
function nextTo(document, id, step) {
  const levels = levelsUpwards(document);
  const place = levels.findIndex((level) => level.id === id);
  return place < 0 ? null : (levels[place + step] ?? null);
}

/**
 * A new level on or under another; those beyond it make way. Its walls begin as copies of the ones named.
 * @param {{beside: string, way: "above" | "below", name: string, besideName?: string, walls?: readonly string[]}} of `besideName`: what the
 *   level beside is called from now on, when it has no name yet
 * @param {string} id of the new level @returns {(document: Document) => Parts | null}
 */
export const addLevel = ({ beside, way, name, besideName = "", walls = [] }, id) => (document) => {
  const base = entity(document, "levels", beside);
  if (!base) return null;
  const { height } = base;
  const elevation = way === "above" ? base.elevation + base.height + SLAB_MM : base.elevation - height - SLAB_MM;
  const by = (height + SLAB_MM) * (way === "above" ? 1 : -1);
  const beyond = levelsOf(document).filter((level) => (way === "above" ? level.elevation > base.elevation : level.elevation < base.elevation));
  /** @type {Record<string, any>} */
  const set = Object.fromEntries(beyond.map((level) => [`levels/${level.id}`, { elevation: level.elevation + by }]));
  if (!base.name && besideName) set[`levels/${beside}`] = { name: besideName };
  set[`levels/${id}`] = { name, elevation, height };
  return { action: "add_level", input: "picked", set: { ...set, ...copiedWalls(document, walls, id) } };
};

/** Walls once more on another level, as high as it is. @param {readonly string[]} walls @param {string} level @returns {(document: Document) => Parts | null} */
export const copyWalls = (walls, level) => (document) => {
  const set = copiedWalls(document, walls, level);
  return Object.keys(set).length ? { action: "copy_walls", input: "picked", set } : null;
};

/** A level's clear height; the levels above it go up or down with its ceiling. @param {string} id @param {number} height @returns {(document: Document) => Parts | null} */
export const setLevelHeight = (id, height) => (document) => {
  const level = entity(document, "levels", id);
  if (!level) return null;
  const above = levelsOf(document).filter(({ elevation }) => elevation > level.elevation);
  const set = Object.fromEntries(above.map((other) => [`levels/${other.id}`, { elevation: other.elevation + height - level.height }]));
  return { action: "set_height", input: "typed", set: { ...set, [`levels/${id}`]: { height } } };
};

/** A level goes with all that stands on it; the only one stays. @param {string} id @returns {(document: Document) => Parts | null} */
export const removeLevel = (id) => (document) => {
  if (levelsOf(document).length < 2) return null;
  return { action: "remove_level", input: "picked", remove: [`levels/${id}`, ...standingOn(document, id)] };
};

/** Whether nothing stands on a level; a room's name waits for its walls to come back. @param {Document} document @param {string} level */
export const isBare = (document, level) =>
  ON_LEVEL.every((name) => name === "rooms" || Object.values(document[name] ?? {}).every((one) => one.level !== level));

/** The paths of all that stands on a level, and of what covers it. @param {Document} document @param {string} level @returns {string[]} */
export function standingOn(document, level) {
  const own = ON_LEVEL.flatMap((name) => entities(document, name).filter((one) => one.level === level).map(({ id }) => `${name}/${id}`));
  const there = new Set(own);
  const on = (/** @type {string} */ name) => entities(document, name)
    .filter(({ wall, room, slope, opening }) => there.has(`openings/${opening}`) || there.has(`walls/${wall}`) || there.has(`rooms/${room}`) || there.has(`slopes/${slope}`)).map(({ id }) => `${name}/${id}`);
  const openings = on("openings");
  for (const path of openings) there.add(path);
  return [...own, ...openings, ...on("finishes"), ...on("skylights"), ...on("dormers")];
}

/** @param {Document} document @param {readonly string[]} walls @param {string} level */
const copiedWalls = (document, walls, level) =>
  Object.fromEntries(wallsOf(document).filter(({ id }) => walls.includes(id))
    .map(({ a, b, thickness, thickness_b, bulge }) => [`walls/${newId("walls")}`, { level, a, b, thickness, ...(thickness_b === null ? {} : { thickness_b }), ...(bulge ? { bulge } : {}) }]));
