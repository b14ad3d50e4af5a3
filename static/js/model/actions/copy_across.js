/** Everything that is selected, once more on another level or beside itself: walls with their openings and colours, rooms' names, columns, slopes, things. */

import { copies } from "#model/actions/arrange_items.js";
import { newId } from "#model/ids.js";
import { entities, entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {import("#model/selection.js").Target} Target */
/** @typedef {[number, number]} Point */
/** @typedef {{collection: string, id: string, fields: Fields}} Held an entity as it was when it was copied */

/** One edit touches no more. */
export const MOST_COPIED = 2_000;
/** What stands on a level by itself. */
export const STANDING = ["walls", "rooms", "slopes", "solids", "items", "notes", "dimensions"];
/** What belongs to one of them, by the field that names it; the openings before the finishes in them. @type {[string, Record<string, string>][]} */
const BELONGING = [["openings", { wall: "walls" }], ["skylights", { slope: "slopes" }], ["dormers", { slope: "slopes" }], ["finishes", { wall: "walls", room: "rooms", opening: "openings" }]];
/** The fields that are places on the page. */
const POINTS = ["a", "b", "at"];
const GAP_MM = 1000;

/** The targets as they are now, and what belongs to them; an opening comes with its wall alone. @param {Document} document @param {readonly Target[]} targets @returns {Held[]} */
export function copyOf(document, targets) {
  const held = targets.flatMap(({ collection, id }) => (id && STANDING.includes(collection) ? heldAt(document, collection, id) : []));
  for (const [name, names] of BELONGING) {
    const there = new Set(held.map(({ collection, id }) => `${collection}/${id}`));
    const owners = Object.entries(names);
    const own = entities(document, name).filter((one) =>
      owners.some(([field, of]) => there.has(`${of}/${one[field]}`) || (field === "wall" && there.has(`solids/${one[field]}`))));
    held.push(...own.flatMap(({ id }) => heldAt(document, name, id)));
  }
  return held;
}

/**
 * What was copied, under new ids.
 * @param {readonly Held[]} held @param {{level: string, by: Point}} to
 * @returns {{make: (document: Document) => Parts | null, targets: Target[]}} and what of it is to be selected
 */
export function pasteCopy(held, { level, by }) {
  const ids = new Map(held.filter(({ collection }) => collection !== "items").map(({ collection, id }) => [`${collection}/${id}`, newId(collection)]));
  const things = copies(held.filter(({ collection }) => collection === "items").map(({ id, fields }) => ({ id, ...fields })), (item) => ({
    level, at: moved(item.at, by), host: ids.get(`walls/${item.host}`) ?? null,
  }));
  const set = {
    ...Object.fromEntries(held.filter(({ collection }) => collection !== "items").map(({ collection, id, fields }) =>
      [`${collection}/${ids.get(`${collection}/${id}`)}`, renewed(collection, fields, { level, by }, ids)])),
    ...Object.fromEntries(things.map(([id, fields]) => [`items/${id}`, fields])),
  };
  const paths = Object.keys(set);
  const make = () => (paths.length && paths.length <= MOST_COPIED ? /** @type {Parts} */ ({ action: "paste_copy", input: "picked", set }) : null);
  const targets = paths.map((path) => path.split("/")).filter(([collection]) => STANDING.includes(collection));
  return { make, targets: targets.map(([collection, id]) => ({ collection: /** @type {Target["collection"]} */ (collection), id })) };
}

/** To the right of where they were, clear of it. @param {readonly Held[]} held @returns {Point} */
export function besideThem(held) {
  const xs = held.flatMap(({ fields }) => POINTS.flatMap((name) => (Array.isArray(fields[name]) ? [Number(fields[name][0])] : [])));
  return xs.length ? [Math.max(...xs) - Math.min(...xs) + GAP_MM, 0] : [GAP_MM, 0];
}

/** @param {Document} document @param {string} collection @param {string} id @returns {Held[]} */
function heldAt(document, collection, id) {
  const found = entity(document, collection, id);
  if (!found) return [];
  const { id: _, ...fields } = found;
  return [{ collection, id, fields }];
}

/** @param {string} collection @param {Fields} fields @param {{level: string, by: Point}} to @param {Map<string, string>} ids @returns {Fields} */
function renewed(collection, fields, { level, by }, ids) {
  const points = Object.fromEntries(POINTS.filter((name) => Array.isArray(fields[name])).map((name) => [name, moved(fields[name], by)]));
  const refs = BELONGING.find(([name]) => name === collection)?.[1] ?? {};
  const renamed = Object.entries(refs).map(([field, of]) => [field, ids.get(`${of}/${fields[field]}`) ?? ids.get(`solids/${fields[field]}`) ?? null]);
  return { ...fields, ...points, ...Object.fromEntries(renamed), ...("level" in fields ? { level } : {}), ...("locked" in fields ? { locked: false } : {}) };
}

/** @param {readonly [number, number]} at @param {Point} by @returns {Point} */
const moved = ([x, y], [dx, dy]) => [x + dx, y + dy];
