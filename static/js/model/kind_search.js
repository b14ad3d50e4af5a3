/** Kinds found by what people type: names in any case and ending, the room they are for, a size. */

import { forms, plain } from "#core/word_forms.js";

/** @typedef {import("#model/kinds.js").Kind} Kind */
/** @typedef {{words: string[], sizes: number[]}} Sought sizes in mm: a width, or width and depth, or all three */

const SKIPPED = new Set(["a", "bez", "dla", "do", "i", "na", "od", "pod", "w", "z", "ze", "for", "of", "the", "with"]);
/** What a word for a room begins with, in either language. */
const ROOMS = Object.entries({
  lazien: "bathroom", bathroom: "bathroom", kuch: "kitchen", kitchen: "kitchen", salon: "living", living: "living", sypial: "bedroom",
  bedroom: "bedroom", dzieci: "child", child: "child", nursery: "child", gabinet: "study", biur: "study", study: "study", office: "study",
  przedpok: "hall", korytarz: "hall", hall: "hall", toalet: "toilet", toilet: "toilet", jadaln: "dining", dining: "dining",
  spizar: "storage", storage: "storage", garaz: "garage", garage: "garage", ogrod: "outside", taras: "outside", balkon: "outside",
});
const SIZE = /(\d+(?:[.,]\d+)?)\s*(mm|cm|m)?(?![\d.,])/g;
/** A number without a unit is in centimetres up to here: 60, 120, 240; more is in millimetres. */
const MOST_CM = 400;
/** By how much a name alone means less than a name with all that was said. */
const HALF = 0.5;
/** Something is called just so: what is only for a room of that name is not meant. */
const CALLED = 4;
const MM = { mm: 1, cm: 10, m: 1000 };

/**
 * The kinds that are meant, best first, in the size that was asked for: those whose names begin with the words before
 * those that hold them, of equals the one with the shorter name. Where none is made in that size the number was meant
 * otherwise ("gniazdko 230 V"), or they are shown as they are made.
 * @param {readonly Kind[]} kinds @param {string} text in any language, with or without accents; empty means all
 * @returns {Kind[]}
 */
export function findKinds(kinds, text) {
  const sought = read(text);
  if (!sought.words.length && !sought.sizes.length) return text.trim() ? [] : [...kinds];
  const named = kinds.map((kind) => ({ kind, rank: rankOf(kind, sought.words) })).filter(({ rank }) => rank > 0);
  const isOneCalled = named.some(({ rank }) => rank >= CALLED);
  const fitting = named.filter(({ kind, rank }) => fits(kind, sought.sizes) && (rank >= 1 || !isOneCalled));
  if (!fitting.length) return sought.words.length && sought.sizes.length ? findKinds(kinds, sought.words.join(" ")) : [];
  return fitting
    .sort((one, other) => other.rank - one.rank || shortest(one.kind, sought.words) - shortest(other.kind, sought.words))
    .map(({ kind }) => (sought.sizes.length ? { ...kind, size: sized(kind, sought.sizes) } : kind));
}

/** Whether the text is just what the kind is called. @param {Kind} kind @param {string} text */
export const isCalled = (kind, text) => rankByName(kind, read(text).words) >= CALLED;

/** @param {string} text @returns {Sought} */
function read(text) {
  const lower = plain(text);
  const sizes = [...lower.matchAll(SIZE)].map(([, number, unit]) => millimetres(Number(number.replace(",", ".")), unit)).slice(0, 3);
  const words = lower.replace(SIZE, " ").split(/[^\p{L}]+/u).filter((word) => word && !SKIPPED.has(word) && !(sizes.length > 1 && word === "x"));
  return { words, sizes };
}

/** @param {number} number @param {string | undefined} unit */
const millimetres = (number, unit) => Math.round(number * (unit ? MM[/** @type {keyof typeof MM} */ (unit)] : number <= MOST_CM ? 10 : 1));

/** @param {Kind} kind @param {readonly number[]} sizes */
const fits = (kind, sizes) => sizes.every((size, axis) => kind.least[axis] <= size && size <= kind.most[axis] && (axis > 0 || !kind.widths.length || kind.widths.includes(size)));

/** @param {Kind} kind @param {readonly number[]} sizes */
const sized = (kind, sizes) => /** @type {Kind["size"]} */ (kind.size.map((size, axis) => sizes[axis] ?? size));

/** 0 when it is not meant; the room that it is for may be among the words. @param {Kind} kind @param {readonly string[]} words */
function rankOf(kind, words) {
  const telling = words.filter((word) => !isRoomOf(kind, word));
  return Math.max(rankByName(kind, words), telling.length < words.length ? rankByName(kind, telling) - HALF : 0);
}

/** @param {Kind} kind @param {readonly string[]} words */
function rankByName(kind, words) {
  if (words.length === 0) return 1;
  const named = Object.values(kind.names).flatMap(({ one, many }) => [plain(one), plain(many)]);
  const also = Object.values(kind.names).flatMap((names) => names.also.map(plain));
  const whole = words.join(" ");
  if (named.includes(whole)) return 5;
  if (also.includes(whole)) return 4;
  if (named.some((name) => name.startsWith(whole))) return 3;
  const holds = (/** @type {string[]} */ names) => words.every((word) => names.some((name) => name.includes(word) || forms(word).some((form) => startsWord(name, form))));
  return holds(named) ? 2 : holds([...named, ...also]) ? 1 : 0;
}

/** Whether the word is a room that the kind is for. @param {Kind} kind @param {string} word */
const isRoomOf = ({ uses }, word) => ROOMS.some(([start, use]) => word.startsWith(start) && uses.includes(use));

/** @param {string} name @param {string} form */
const startsWord = (name, form) => name.split(/[^\p{L}\d]+/u).some((word) => word.startsWith(form));

/** The letters of the shortest name that holds one of the words. @param {Kind} kind @param {readonly string[]} words */
const shortest = (kind, words) =>
  Math.min(...Object.values(kind.names).map(({ one }) => (words.some((word) => forms(word).some((form) => startsWord(plain(one), form))) ? one.length : 99)));
