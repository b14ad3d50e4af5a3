/** A colour in words, and a difference between two in words, from the words and bounds that Python reads too. */

import WORDS from "../../../samples/colour/words.json" with { type: "json" };
import { labToOklch } from "#colour/convert.js";

/** @typedef {import("#colour/convert.js").Triple} Triple */
/** @typedef {{pl: string, en: string}} Said one sentence in both languages */
/** @typedef {"m" | "f" | "n"} Gender */
/** @typedef {{pl: Record<Gender, string>, en: string}} Adjective */
/** @typedef {{pl: string, gender: string, en: string}} Noun */
/** @typedef {{lightness: number[], chroma: number[], hue: number[]}} Bounds */

/**
 * What a person would call the colour: keys of words.json; an undertone is a key of its hints, or "none".
 * @typedef {{family: string, lightness: string, chroma: string, temperature: string, undertone: string}} Traits
 */

/** @typedef {{pl: string, gender: string, en: string, many: Said, says: string[]}} Family */

/** @type {Record<string, Family>} Families of colour in the order of a fan deck. */
export const FAMILIES = WORDS.families;

/** The traits of a Lab colour, by its place in OKLCH. @param {Triple} lab @returns {Traits} */
export function traits(lab) {
  const [lightness, chroma, hue] = labToOklch(lab);
  const family = found(WORDS.family_rules, (rule) => applies(rule, lightness, chroma, hue)).family;
  return {
    family,
    lightness: found(WORDS.lightness, (band) => lightness >= band.from).key,
    chroma: found(WORDS.chroma, (band) => chroma >= band.from).key,
    temperature: temperature(chroma, hue),
    undertone: undertone(family, chroma, hue),
  };
}

/** A Lab colour in words: "jasna ciepła zieleń". @param {Triple} lab */
export const describe = (lab) => say(traits(lab));

/** The traits in words, adjectives in the gender of the Polish noun. @param {Traits} seen @returns {Said} */
export function say(seen) {
  const [noun, lightness] = nounOf(seen);
  const gender = /** @type {Gender} */ (noun.gender);
  const parts = [...lightness, ...adjectives(seen)];
  const hint = hintOf(seen);
  return {
    pl: joined([...parts.map((part) => part.pl[gender]), noun.pl, hint.pl]),
    en: joined([...parts.map((part) => part.en), noun.en, hint.en]),
  };
}

/** What ΔE00 means to the eye. @param {number} deltaE @returns {Said} */
export function sayDifference(deltaE) {
  const { pl, en } = found(WORDS.differences, (step) => deltaE < step.below);
  return { pl, en };
}

/** @param {Bounds} rule @param {number} lightness @param {number} chroma @param {number} hue */
const applies = (rule, lightness, chroma, hue) =>
  rule.lightness[0] <= lightness &&
  lightness < rule.lightness[1] &&
  rule.chroma[0] <= chroma &&
  chroma < rule.chroma[1] &&
  between(hue, rule.hue);

/** @param {number} hue @param {number[]} ends */
const between = (hue, [start, end]) => (start < end ? start <= hue && hue < end : hue >= start || hue < end);

/** @param {number} chroma @param {number} hue */
function temperature(chroma, hue) {
  if (chroma < WORDS.temperature.chroma_from) return "neutral";
  return between(hue, WORDS.temperature.warm_hue) ? "warm" : "cool";
}

/** @param {string} family @param {number} chroma @param {number} hue */
function undertone(family, chroma, hue) {
  const rules = WORDS.hint_rules.filter((rule) => rule.families.includes(family) && chroma >= rule.chroma_from);
  return rules.find((rule) => between(hue, rule.hue))?.hint ?? "none";
}

/** The noun, and the word for lightness unless the noun tells it. @param {Traits} seen @returns {[Noun, Adjective[]]} */
function nounOf(seen) {
  const shade = WORDS.shades.find((one) => one.family === seen.family && one.lightness.includes(seen.lightness));
  if (shade) return [shade, []];
  const family = FAMILIES[seen.family];
  return [family, family.says.includes("lightness") ? [keyed(WORDS.lightness, seen.lightness)] : []];
}

/** @param {Traits} seen @returns {Adjective[]} */
function adjectives(seen) {
  const { says } = FAMILIES[seen.family];
  const temperatures = /** @type {Record<string, any>} */ (WORDS.temperature);
  const chosen = says.includes("temperature") ? [temperatures[seen.temperature]] : [];
  const pale = seen.lightness === "very_light" && seen.chroma === "muted"; // which every pale colour is
  return says.includes("chroma") && !pale ? [...chosen, keyed(WORDS.chroma, seen.chroma)] : chosen;
}

/** @param {Traits} seen @returns {Said} */
function hintOf(seen) {
  const hints = /** @type {Record<string, Said>} */ (WORDS.hints);
  return (FAMILIES[seen.family].says.includes("hint") && hints[seen.undertone]) || { pl: "", en: "" };
}

/** @template {{key: string}} T @param {T[]} bands @param {string} key @returns {T} */
const keyed = (bands, key) => found(bands, (band) => band.key === key);

/** @template T @param {T[]} list @param {(one: T) => boolean} test @returns {T} */
function found(list, test) {
  const one = list.find(test);
  if (one === undefined) throw new Error("words.json leaves a gap");
  return one;
}

/** @param {string[]} parts */
const joined = (parts) => parts.filter(Boolean).join(" ");
