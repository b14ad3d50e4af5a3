/** Polish letters for searching and comparing: without their marks, in lower case. */

const MARKED = "ąćęłńóśźżéèêëáàâäöüçñ";
const PLAIN = "acelnoszzeeeeaaaaoucn";

/** "Źdźbło" is "zdzblo". @param {string} text */
export const plain = (text) => Array.from(text.toLowerCase(), (letter) => PLAIN[MARKED.indexOf(letter)] ?? letter).join("");

/** The plain words of the text, in order. @param {string} text @returns {string[]} */
export const words = (text) => plain(text).match(/[a-z0-9]+/g) ?? [];
