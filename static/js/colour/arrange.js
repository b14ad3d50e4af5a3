/** Paints in rows and columns: a board by hue and lightness, the strips of a fan, a list. */

import { familiesOf } from "#colour/deck.js";
import { wall } from "#colour/wall.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */

/**
 * @typedef {object} Arrangement
 * @property {number} columns
 * @property {number} rows
 * @property {(column: number, row: number) => Paint | null} at
 */

export const STRIP = 7;
const [LEAST_ROWS, MOST_ROWS, WIDER] = [8, 36, 6];

/** Columns by hue, rows from light to dark; about WIDER times as wide as it is high. @param {readonly Paint[]} paints @returns {Arrangement} */
export function board(paints) {
  const rows = Math.min(Math.max(Math.round(Math.sqrt(paints.length / WIDER)), LEAST_ROWS), MOST_ROWS);
  return ofColumns(wall({ families: aroundHues(paints) }, rows).columns, rows);
}

/** Which part of the width the column with the most beiges is at, between the whites and the strong colours; 0 where there are none. @param {Arrangement} laid */
export function whereRoomsArePainted({ columns, rows, at }) {
  const beiges = (/** @type {number} */ column) => Array.from({ length: rows }, (_, row) => at(column, row)).filter((paint) => paint?.family === "beige").length;
  const counts = Array.from({ length: columns }, (_, column) => beiges(column));
  return columns ? counts.indexOf(Math.max(...counts)) / columns : 0;
}

/** Whites, greys and blacks by their lightness, then all others around the hues: no family's end leaves a hole. @param {readonly Paint[]} paints */
function aroundHues(paints) {
  const isNeutral = (/** @type {Paint} */ { family }) => ["white", "grey", "black"].includes(family);
  const parts = [["white", paints.filter(isNeutral)], ["yellow", paints.filter((paint) => !isNeutral(paint))]];
  return new Map(/** @type {[string, Paint[]][]} */ (parts).filter(([, held]) => held.length > 0));
}

/** Strips of a fan deck, each from light to dark. @param {readonly Paint[]} paints @returns {Arrangement} */
export const fan = (paints) => ofColumns(wall({ families: familiesOf(paints) }, STRIP).columns, STRIP);

/** What was found, best first: row by row. @param {readonly Paint[]} paints @param {number} columns @returns {Arrangement} */
export const inRows = (paints, columns) => ({
  columns: Math.min(columns, Math.max(paints.length, 1)),
  rows: Math.ceil(paints.length / columns),
  at: (column, row) => paints[row * columns + column] ?? null,
});

/** What was found as strips, best first. @param {readonly Paint[]} paints @returns {Arrangement} */
export const inStrips = (paints) => ({
  columns: Math.ceil(paints.length / STRIP),
  rows: Math.min(STRIP, paints.length),
  at: (column, row) => paints[column * STRIP + row] ?? null,
});

/** @param {(Paint | null)[][]} columns @param {number} rows @returns {Arrangement} */
const ofColumns = (columns, rows) => ({ columns: columns.length, rows, at: (column, row) => columns[column]?.[row] ?? null });
