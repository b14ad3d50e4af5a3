/** Colours as people type them: hex, Lab and LCh. */

import { hexToLab, lchToLab } from "#colour/convert.js";

/** @typedef {import("#colour/convert.js").Triple} Triple */

const HEX = /^(?:#[0-9a-f]{3}|#?[0-9a-f]{6})$/;
const NUMBER = String.raw`(-?\d{1,3}(?:[.,]\d{1,6})?)`;
const THREE_NUMBERS = new RegExp(String.raw`^(lab|lch)[\s(:]*${NUMBER}[\s;,]+${NUMBER}[\s;,]+${NUMBER}\s*\)?$`);

/** Lab of "#a7b59e", "a7b59e", "#abc", "lab 62 -8 12" or "lch 62 14 120". @param {string} text @returns {Triple | null} */
export function parseColour(text) {
  const typed = text.trim().toLowerCase().replaceAll("−", "-");
  if (HEX.test(typed)) return hexToLab(`#${sixDigits(typed.replace("#", ""))}`);
  const found = THREE_NUMBERS.exec(typed);
  if (!found) return null;
  const [first, second, third] = found.slice(2).map((number) => Number(number.replace(",", ".")));
  const lab = found[1] === "lch" ? lchToLab([first, second, third]) : /** @type {Triple} */ ([first, second, third]);
  return lab[0] >= 0 && lab[0] <= 100 && Math.abs(lab[1]) <= 150 && Math.abs(lab[2]) <= 150 ? lab : null;
}

/** @param {string} digits */
const sixDigits = (digits) => (digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join("") : digits);
