/**
 * The entities of a plan document with the fields that they lack filled in from `plan.json`, as the server reads them.
 * @typedef {Record<string, any>} Plan a plan document, or as much of one as there is
 * @typedef {[number, number]} Point integer mm
 * @typedef {{id: string, level: string, a: Point, b: Point, thickness: number, thickness_b?: number | null,
 *   height: number | null, height_b: number | null, bulge: number}} Wall
 * @typedef {{id: string, wall: string, from: "a" | "b", offset: number, width: number, height: number, sill: number,
 *   kind: string, hinge: string, opens: string, depth: number}} Opening
 */
import description from "#rooms/plan.json" with { type: "json" };

/** @type {Map<string, Record<string, unknown>>} */
const DEFAULTS = new Map(
  Object.entries(description.collections).map(([name, { fields }]) => [name, Object.fromEntries(withDefault(fields))]),
);

/**
 * The collection's entities, each with its id, in the document's order.
 * @param {Plan} plan @param {string} collection @returns {any[]}
 */
export const entities = (plan, collection) => Object.entries(plan[collection] ?? {}).map(([id, fields]) => filled(collection, id, fields));

/** What is filled in stays with the fields, which are never changed. @type {WeakMap<object, any>} */
const FILLED = new WeakMap();

/** @param {string} collection @param {string} id @param {Record<string, unknown>} fields */
function filled(collection, id, fields) {
  let whole = FILLED.get(fields);
  if (whole?.id !== id) FILLED.set(fields, (whole = { ...DEFAULTS.get(collection), ...fields, id }));
  return whole;
}

/** One entity, or null. @param {Plan} plan @param {string} collection @param {string} id @returns {any} */
export const entity = (plan, collection, id) =>
  plan[collection]?.[id] ? filled(collection, id, plan[collection][id]) : null;

/**
 * The wall's height in mm at a and at b, taken from its level where it has none of its own.
 * @param {Plan} plan @param {Wall} wall @returns {[number, number]}
 */
export function wallHeights(plan, wall) {
  const atA = wall.height ?? levelHeight(plan, wall.level);
  return [atA, wall.height_b ?? atA];
}

/** @param {Plan} plan @param {string} level @returns {number} */
export const levelHeight = (plan, level) =>
  plan.levels?.[level]?.height ?? description.collections.levels.fields.height.default;

/** @param {Record<string, any>} fields @returns {[string, unknown][]} */
function withDefault(fields) {
  return Object.entries(fields).flatMap(([name, rule]) => ("default" in rule ? [[name, rule.default]] : []));
}
