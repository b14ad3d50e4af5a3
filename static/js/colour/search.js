/** Paints found by words, by code, or by a colour typed as numbers: what `samples/search.py` finds, in its order. */

import VOCABULARY from "../../../samples/search.json" with { type: "json" };
import { words } from "#colour/letters.js";
import { nearest } from "#colour/nearest.js";
import { parseColour } from "#colour/notation.js";
import { withoutEnding } from "#core/word_forms.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */
/** @typedef {import("#colour/deck.js").Deck} Deck */
/** @typedef {{words: string[], surely: string[][], maybe: string[][]}} Concept */
/** @typedef {{word: string, stem: string, concepts: Concept[]}} Term one word of the query and what it says of a colour */
/** @typedef {[string, string][]} NameWords words of a name, each with its stem */

const LONGEST_QUERY = 200;
const LEAST_STEM = 3;
const [WHOLE_NAME, WHOLE_WORD, SAME_STEM, START_OF_WORD] = [60, 30, 24, 20];
const [SURELY, MAYBE] = [12, 4];
const AFTER_COLOURS = 8;

/** @type {WeakMap<Paint, {names: NameWords, facets: Set<string>}>} */
const known = new WeakMap();

/** The paints that answer the query, best first. @param {Deck} deck @param {string} text @returns {Paint[]} */
export function search(deck, text, most = 60) {
  const query = Array.from(text).slice(0, LONGEST_QUERY).join("");
  const byCode = codedLike(deck, query);
  if (byCode.length > 0) return byCode.slice(0, most);
  const lab = parseColour(query);
  if (lab) return nearest(deck, lab, most).map((near) => near.paint);
  return byWords(deck, query).slice(0, most);
}

/** A plain word without its ending: "szalwii" and "szalwia" are both "szalw". @param {string} word */
export const stem = (word) => withoutEnding(word, VOCABULARY.endings, () => LEAST_STEM);

/** @param {Deck} deck @param {string} text */
function codedLike(deck, text) {
  const wanted = squeezed(text);
  if (!/\d/.test(wanted)) return [];
  const whole = deck.paints.filter((paint) => squeezed(paint.code) === wanted);
  if (whole.length > 0) return whole;
  return deck.paints.filter((paint) => squeezed(paint.code).replace(/^[a-z]+/, "") === wanted);
}

/** "ZK-0423" as "zk423". @param {string} code */
const squeezed = (code) => words(code).join("").replace(/(?<!\d)0+(?=\d)/g, "");

/** @param {string} text @returns {Term[]} */
function termsOf(text) {
  const every = [...new Set(words(text))];
  const telling = every.filter((word) => !VOCABULARY.skipped.includes(word));
  return (telling.length > 0 ? telling : every).map((word) => ({ word, stem: stem(word), concepts: conceptsOf(word) }));
}

/** @param {string} word @returns {Concept[]} */
const conceptsOf = (word) => VOCABULARY.concepts.filter((concept) => concept.words.some((said) => means(said, word)));

/** @param {string} said @param {string} word */
const means = (said, word) => (said.endsWith("*") ? word.startsWith(said.slice(0, -1)) : word === said);

/** @param {Deck} deck @param {string} query @returns {Paint[]} */
function byWords(deck, query) {
  const [terms, name] = [termsOf(query), words(query).join(" ")];
  const ranked = deck.paints.map((paint) => ({ paint, ...rank(paint, terms) }));
  const best = ranked.reduce((most, { answered }) => Math.max(most, answered), 0);
  const found = ranked.filter(({ answered }) => answered === best && best > 0);
  const far = terms.every(({ concepts }) => concepts.length > 0) ? fromMiddle(found.map(({ paint }) => paint)) : null;
  for (const one of found) if (isNamed(one.paint, name)) one.score += WHOLE_NAME;
  const farther = (/** @type {Paint} */ one, /** @type {Paint} */ other) => (far ? Number(far.get(one)) - Number(far.get(other)) : 0);
  return found.sort((one, other) => other.score - one.score || farther(one.paint, other.paint)).map(({ paint }) => paint);
}

/** @param {Paint} paint @param {string} name in plain words */
const isNamed = ({ name: { pl, en } }, name) => words(pl).join(" ") === name || words(en).join(" ") === name;

/** How far each lies in Lab from their mean: squared, in hundredths times their count, so that it is exact. @param {Paint[]} paints @returns {Map<Paint, number>} */
function fromMiddle(paints) {
  const labs = paints.map(({ lab }) => lab.map((value) => Math.round(100 * value)));
  const sums = [0, 1, 2].map((axis) => labs.reduce((sum, lab) => sum + lab[axis], 0));
  return new Map(paints.map((paint, place) => [paint, sums.reduce((sum, whole, axis) => sum + (paints.length * labs[place][axis] - whole) ** 2, 0)]));
}

/** How many of the words the paint answers, and how well. @param {Paint} paint @param {Term[]} terms */
function rank(paint, terms) {
  const { names, facets } = aboutOf(paint);
  const scores = terms.map((term) => Math.max(inName(names, term), inColour(facets, term.concepts)));
  const typical = VOCABULARY.typical.filter((one) => facets.has(one.facet)).map((one) => one.score);
  return {
    answered: scores.filter((score) => score > 0).length,
    score: [...scores, ...typical].reduce((sum, score) => sum + score, 0),
  };
}

/** @param {Paint} paint */
function aboutOf(paint) {
  let about = known.get(paint);
  if (!about) {
    const { family, lightness, chroma, temperature, undertone } = paint.traits;
    about = {
      names: [...words(paint.name.pl), ...words(paint.name.en)].map((word) => [word, stem(word)]),
      facets: new Set([family, lightness, chroma, temperature, `hint:${undertone}`]),
    };
    known.set(paint, about);
  }
  return about;
}

/** @param {NameWords} names @param {Term} term */
function inName(names, term) {
  const score = names.reduce((best, name) => Math.max(best, alike(name, term)), 0);
  const isColour = VOCABULARY.colours_first.includes(term.word) || (term.concepts.length > 0 && score === START_OF_WORD);
  return isColour ? Math.min(score, AFTER_COLOURS) : score;
}

/** @param {[string, string]} name @param {Term} term */
function alike([word, wordStem], term) {
  if (word === term.word) return WHOLE_WORD;
  if (wordStem === term.stem) return SAME_STEM;
  return term.word.length > 1 && word.startsWith(term.word) ? START_OF_WORD : 0;
}

/** @param {Set<string>} facets @param {Concept[]} concepts */
function inColour(facets, concepts) {
  for (const concept of concepts) {
    if (holdsOne(facets, concept.surely)) return SURELY;
    if (holdsOne(facets, concept.maybe)) return MAYBE;
  }
  return 0;
}

/** @param {Set<string>} facets @param {string[][]} alternatives */
const holdsOne = (facets, alternatives) =>
  alternatives.some((alternative) => alternative.every((facet) => holds(facets, facet)));

/** @param {Set<string>} facets @param {string} facet */
const holds = (facets, facet) => (facet.startsWith("!") ? !facets.has(facet.slice(1)) : facets.has(facet));
