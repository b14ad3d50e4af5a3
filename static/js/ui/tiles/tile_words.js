/** What is said of tiles, or of boards where the tiles are boards. */

import { isBoard } from "#geometry/boards.js";

/** What boards have words of their own for, `<name>_boards`. */
const BOARDED = new Set(["title", "lead", "view", "first", "tile", "products", "other_product", "no_products", "per_pack", "remove", "in_all", "counting", "offline", "unknown_too_many", "on_floor", "open"]);

/** @param {import("#ui/words.js").Translate} t @param {import("#geometry/tile_pattern.js").Tile} tile @param {string} name of a sentence about tiles @param {Record<string, unknown>} [values] */
export const tileWords = (t, tile, name, values) => t(`tiling.${name}${isBoard(tile) && BOARDED.has(name) ? "_boards" : ""}`, values);
