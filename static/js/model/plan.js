/** Reading a plan document: entities with their defaults, as `rooms/plan.json` describes them. */

import description from "#rooms/plan.json" with { type: "json" };

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {{default?: any, required?: boolean, [name: string]: any}} Rule */

export const VERSION = description.version;

/** @type {Record<string, {letter: string, most: number, fields: Record<string, Rule>}>} */
export const COLLECTIONS = description.collections;

/** @type {Record<string, Rule>} */
const HEAD = description.plan;

const PLACE = /^(?!(?:plan|version)\/)([a-z][a-z_]*)\/([a-z][0-9a-z]{1,20})$/;

/** @returns {Document} */
export const emptyDocument = () => ({
  version: VERSION,
  plan: {},
  ...Object.fromEntries(Object.keys(COLLECTIONS).map((collection) => [collection, {}])),
});

/** The two parts of `walls/<id>`, or null. @param {string} path @returns {[string, string] | null} */
export const placeOf = (path) => {
  const parts = PLACE.exec(path);
  return parts && [parts[1], parts[2]];
};

/** The fields that stand at `walls/<id>` or `plan`, as written. @param {Document} plan @param {string} path @returns {Fields | undefined} */
export const fieldsAt = (plan, path) => {
  if (path === "plan") return plan.plan ?? {};
  const place = placeOf(path);
  return place ? held(held(plan, place[0]), place[1]) : undefined;
};

/** @param {Fields | undefined} fields @param {string} name */
const held = (fields, name) => (fields && Object.hasOwn(fields, name) ? fields[name] : undefined);

/** What the described fields of `walls/<id>` or `plan` may be. @param {string} path @returns {Record<string, Rule>} */
export const rulesOf = (path) => {
  if (path === "plan") return HEAD;
  const collection = path.slice(0, path.indexOf("/"));
  return held(COLLECTIONS, collection)?.fields ?? {};
};

/** A field of given fields, or its default. @param {string} path @param {Fields} fields @param {string} name */
export const fieldOf = (path, fields, name) =>
  Object.hasOwn(fields, name) ? fields[name] : (held(rulesOf(path), name)?.default ?? null);

/** The required fields that are missing. @param {string} collection @param {Fields} fields @returns {string[]} */
export const missingFields = (collection, fields) =>
  Object.entries(rulesOf(`${collection}/`))
    .filter(([name, rule]) => rule.required && (held(fields, name) ?? null) === null)
    .map(([name]) => name);

/** One field, or its default; null when the entity is not there. @param {Document} plan @param {string} collection @param {string} id @param {string} name */
export const value = (plan, collection, id, name) => entity(plan, collection, id)?.[name] ?? null;

/** A field of the plan's own: name, purpose, north_mdeg. @param {Document} plan @param {string} name */
export const headValue = (plan, name) => fieldOf("plan", plan.plan ?? {}, name);

/**
 * An entity with its id and every default, or null. The same object as long as the entity has not changed.
 * @param {Document} plan @param {string} collection @param {string} id @returns {(Fields & {id: string}) | null}
 */
export const entity = (plan, collection, id) => {
  const fields = held(held(plan, collection), id);
  return fields ? filled(collection, id, fields) : null;
};

/** A collection's entities with their defaults, oldest first: a row of the caller's own. @param {Document} plan @param {string} collection @returns {any[]} */
export const entities = (plan, collection) => [...rowOf(collection, held(plan, collection) ?? NONE)];

const NONE = Object.freeze({});

/** The entities of collections as they stand: a document is never changed, so a collection's row is made once. @type {WeakMap<object, any[]>} */
const ROWS = new WeakMap();

/** @param {string} collection @param {Fields} held_ @returns {any[]} */
const rowOf = (collection, held_) => {
  let row = ROWS.get(held_);
  if (!row) {
    row = Object.entries(held_).map(([id, fields]) => filled(collection, id, fields));
    if (held_ !== NONE) ROWS.set(held_, row);
  }
  return row;
};

/** @type {WeakMap<object, Fields & {id: string}>} */
const FILLED = new WeakMap();

/** @param {string} collection @param {string} id @param {Fields} fields */
const filled = (collection, id, fields) => {
  let whole = FILLED.get(fields);
  if (!whole) {
    whole = Object.freeze({ ...defaultsOf(collection), ...fields, id });
    FILLED.set(fields, whole);
  }
  return whole;
};

/** @param {string} collection @returns {Fields} */
const defaultsOf = (collection) =>
  Object.fromEntries(Object.entries(rulesOf(`${collection}/`)).map(([name, rule]) => [name, rule.default ?? null]));

/** @param {Document} plan */
export const levelsOf = (plan) => entities(plan, "levels");

/** The entities of a level, or of all levels. @param {string} collection */
const onLevel = (collection) => (/** @type {Document} */ plan, /** @type {string} */ level = "") =>
  rowOf(collection, held(plan, collection) ?? NONE).filter((found) => !level || found.level === level);

export const wallsOf = onLevel("walls");
export const itemsOf = onLevel("items");
export const labelsOf = onLevel("rooms");
export const slopesOf = onLevel("slopes");
export const backgroundsOf = onLevel("backgrounds");

/** The openings in a wall, or in all walls. @param {Document} plan @param {string} wall */
export const openingsOf = (plan, wall = "") =>
  entities(plan, "openings").filter((opening) => !wall || opening.wall === wall);

/** The roof windows in a slope, or in all slopes. @param {Document} plan @param {string} slope */
export const skylightsIn = (plan, slope = "") =>
  entities(plan, "skylights").filter((window) => !slope || window.slope === slope);

/** The dormers of a slope, or of all slopes. @param {Document} plan @param {string} slope */
export const dormersIn = (plan, slope = "") =>
  entities(plan, "dormers").filter((dormer) => !slope || dormer.slope === slope);

/** The finishes of a wall or of a labelled room, or all. @param {Document} plan @param {{wall?: string, room?: string}} on */
export const finishesOf = (plan, { wall, room } = {}) =>
  entities(plan, "finishes").filter((finish) => (!wall || finish.wall === wall) && (!room || finish.room === room));

/** The wall's height in mm at a and at b. @param {Document} plan @param {string} id @returns {[number, number]} */
export const wallHeights = (plan, id) => {
  const wall = entity(plan, "walls", id);
  const atA = wall?.height ?? levelHeight(plan, wall?.level);
  return [atA, wall?.height_b ?? atA];
};

/** A level's height in mm, the default's for one that is not there. @param {Document} plan @param {string} level @returns {number} */
export const levelHeight = (plan, level) => value(plan, "levels", level, "height") ?? COLLECTIONS.levels.fields.height.default;
