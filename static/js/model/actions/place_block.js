/** Columns, shafts and bulkheads come in, go elsewhere, turn and take other sizes; their faces take a colour or tiles. */

import { FACES } from "#geometry/drops.js";
import { paintWall } from "#model/actions/paint.js";
import { newId } from "#model/ids.js";
import { entity, finishesOf, levelHeight } from "#model/plan.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#core/log.js").Fields} Fields
 * @typedef {[number, number]} Point
 * @typedef {"dragged" | "typed" | "picked"} Input
 */

const FULL_TURN = 360_000;
/** What one begins with; a bulkhead hangs so far below the ceiling. */
export const BLOCKS = /** @type {const} */ ([
  { kind: "column", size: [300, 300] },
  { kind: "shaft", size: [600, 400] },
  { kind: "bulkhead", size: [2000, 600], drop_mm: 300 },
]);

/** What a new one is made of. @param {Document} document @param {string} level @param {typeof BLOCKS[number]} block @returns {Fields} */
export function blockFields(document, level, block) {
  const fields = { level, kind: block.kind, size: [...block.size] };
  return "drop_mm" in block ? { ...fields, z_from: Math.max(levelHeight(document, level) - block.drop_mm, 0) } : fields;
}

/** @param {Fields} fields @param {string} [id] @returns {(document: Document) => Parts} */
export const addBlock = (fields, id = newId("solids")) => () => ({ action: "add_block", input: "picked", set: { [`solids/${id}`]: fields } });

/** @param {string} id @param {Fields} fields @param {Input} [input] @returns {(document: Document) => Parts | null} */
export const changeBlock = (id, fields, input = "typed") => (document) =>
  entity(document, "solids", id) ? { action: "change_block", input, set: { [`solids/${id}`]: fields } } : null;

/** @param {string} id @param {Point} by @returns {(document: Document) => Parts | null} */
export const moveBlock = (id, by) => (document) => {
  const block = entity(document, "solids", id);
  return block && changeBlock(id, { at: [block.at[0] + by[0], block.at[1] + by[1]] })(document);
};

/** @param {string} id @param {number} by_mdeg @returns {(document: Document) => Parts | null} */
export const turnBlock = (id, by_mdeg) => (document) => {
  const block = entity(document, "solids", id);
  return block && changeBlock(id, { turn_mdeg: (block.turn_mdeg + by_mdeg + FULL_TURN) % FULL_TURN }, "picked")(document);
};

/** All that is seen of it. @param {string} id @param {import("#model/actions/paint.js").Cover} cover @returns {(document: Document) => Parts | null} */
export const paintBlock = (id, cover) => (document) => {
  if (entity(document, "solids", id)?.kind === "bulkhead") return coverBulkhead(id, FACES, cover)(document);
  const sides = /** @type {const} */ (["left", "right"]).map((side) => paintWall(id, side, null, cover)(document)?.set ?? {});
  return { action: "paint_wall", input: "picked", set: { ...sides[0], ...sides[1] } };
};

/**
 * These faces of a bulkhead take a colour or tiles; with neither they lose what they wear.
 * @param {string} id @param {readonly string[]} faces sides, underside @param {import("#model/actions/paint.js").Cover} cover @returns {(document: Document) => Parts | null}
 */
export const coverBulkhead = (id, faces, { paint, tile = null }) => (document) => {
  const held = finishesOf(document, { wall: id }).filter(({ face }) => face !== null && faces.includes(face));
  const action = { action: "paint_wall", input: /** @type {"picked"} */ ("picked") };
  if (!paint && !tile) return held.length ? { ...action, remove: held.map((one) => `finishes/${one.id}`) } : null;
  const kept = faces.map((face) => /** @type {[string, string]} */ ([face, held.findLast((one) => one.face === face)?.id ?? newId("finishes")]));
  const others = held.filter((one) => !kept.some(([, finish]) => finish === one.id)).map((one) => `finishes/${one.id}`);
  const set = Object.fromEntries(kept.map(([face, finish]) => [`finishes/${finish}`, { wall: id, face, paint, tile }]));
  return { ...action, set, ...(others.length ? { remove: others } : {}) };
};
