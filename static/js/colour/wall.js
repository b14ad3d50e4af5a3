/** A wall of colour that scrolls in two directions: columns by hue, rows from light to dark, whites and greys first. */

/** @typedef {import("#colour/paint.js").Paint} Paint */

/**
 * @typedef {object} Wall
 * @property {number} rows
 * @property {(Paint | null)[][]} columns each of `rows` places, filled from the top
 * @property {{family: string, at: number}[]} heads the column where each family begins
 */

const COLUMNS_OF_A_HUE = 2;
const NEUTRAL = new Set(["white", "grey", "black"]);
const WITHOUT_HUE = 0.004;

/** @param {{families: Map<string, Paint[]>}} deck @returns {Wall} */
export function wall(deck, rows = 14) {
  /** @type {Wall} */
  const built = { rows, columns: [], heads: [] };
  for (const [family, paints] of deck.families) {
    built.heads.push({ family, at: built.columns.length });
    built.columns.push(...(NEUTRAL.has(family) ? block(paints, rows, hueOf) : hues(family, paints, rows)));
  }
  return built;
}

/** The family cut along its hues. @param {string} family @param {Paint[]} paints @param {number} rows */
function hues(family, paints, rows) {
  const around = sorted(paints, (paint) => turned(family, paint.oklch[2]));
  const size = rows * COLUMNS_OF_A_HUE;
  const cuts = Array.from({ length: Math.ceil(around.length / size) }, (_, cut) => cut * size);
  return cuts.flatMap((cut) => block(around.slice(cut, cut + size), rows, chromaOf));
}

/** Degrees past the hue where the family begins: yellow through red and blue to green. @param {string} family @param {number} hue */
const turned = (family, hue) => ((family === "green" ? 180 : 115) - hue + 360) % 360;

/** Columns of which each row is lighter than the next; within a row by the key. @param {Paint[]} paints @param {number} rows @param {(paint: Paint) => number} key */
function block(paints, rows, key) {
  const light = sorted(paints, (paint) => -paint.lab[0]);
  const width = Math.ceil(light.length / rows);
  const lines = Array.from({ length: rows }, (_, row) => sorted(light.slice(row * width, (row + 1) * width), key));
  return Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? null));
}

/** @param {Paint} paint */
const chromaOf = (paint) => paint.oklch[1];

/** Greys without a hue first. @param {Paint} paint */
const hueOf = (paint) => (paint.oklch[1] < WITHOUT_HUE ? -1 : turned("white", paint.oklch[2]));

/** @param {Paint[]} paints @param {(paint: Paint) => number} key */
function sorted(paints, key) {
  const keyed = paints.map((paint) => ({ paint, value: key(paint) }));
  return keyed.sort((one, other) => one.value - other.value).map(({ paint }) => paint);
}
