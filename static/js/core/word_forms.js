/**
 * Words as people type them: without accents, with any ending. The twin of `forms` in configurator/products/search.py.
 */

const SHORTEST_STEM = 4;
/** Before a single vowel: sofę is sofa. */
const SHORTEST_BEFORE_VOWEL = 3;
const ENDINGS = ["ami", "ach", "ego", "emu", "ych", "ich", "ymi", "imi", "om", "ow", "ej", "ym", "im", "ie", ..."aeiouy"];

/** Small letters without accents. @param {string} text */
export const plain = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "").trim();

/**
 * What a word that is meant may begin with: itself, without its ending, with or without a moving e.
 * @param {string} word plain @returns {string[]}
 */
export function forms(word) {
  const stem = stemOf(word);
  const found = [word, stem];
  if (stem.length > SHORTEST_STEM && /[^aeiouy]e[^aeiouy]$/.test(stem)) found.push(stem.slice(0, -2) + stem.at(-1));
  if (stem.length >= SHORTEST_STEM && /[^aeiouy][klrc]$/.test(stem)) found.push(`${stem.slice(0, -1)}e${stem.at(-1)}`);
  return [...new Set(found)];
}

/** The word without the first of the endings that leaves enough of it. @param {string} word plain @param {readonly string[]} endings @param {(ending: string) => number} least how many letters are enough before one */
export function withoutEnding(word, endings, least) {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= least(one));
  return ending ? word.slice(0, -ending.length) : word;
}

/** @param {string} word */
const stemOf = (word) => withoutEnding(word, ENDINGS, (ending) => (ending.length === 1 ? SHORTEST_BEFORE_VOWEL : SHORTEST_STEM));
