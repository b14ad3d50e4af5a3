/** Tiles of a finish: another size, joint, pattern, colour or product, and another place for the first one. */

import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#geometry/tile_pattern.js").Tile} Tile */

/** What tiles begin as until somebody chooses: the commonest of each surface. @type {Record<"wall" | "floor", Tile>} */
export const USUAL_TILES = {
  wall: { size: [600, 300], joint: 2, tint: "#e4e1db", pattern: "straight", product: null },
  floor: { size: [600, 600], joint: 3, tint: "#d3d0ca", pattern: "straight", product: null },
};

/**
 * Fields of a finish's tile change; a tile is one field of the plan, so it is written whole.
 * @param {string} finish @param {Partial<Tile>} fields @param {"typed" | "dragged" | "picked"} input
 * @returns {(document: Document) => Parts | null}
 */
export const changeTile = (finish, fields, input) => (document) => {
  const tile = entity(document, "finishes", finish)?.tile;
  const action = "origin" in fields ? "move_tiles" : "change_tiles";
  return tile ? { action, input, set: { [`finishes/${finish}`]: { tile: { ...tile, ...fields } } } } : null;
};

/** Another size, colour or pack is another product's. @param {Partial<Tile>} fields @returns {Partial<Tile>} */
export const withoutProduct = (fields) => ({ ...fields, product: null, per_pack: null, pack_cm2: null, sold_by: null });
