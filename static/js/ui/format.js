/** Numbers as people write them here: centimetres with a decimal comma, square metres; and what they type, read back. */

const TYPED = /^\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*(mm|cm|m)?\s*$/i;
const MM = { mm: 1, cm: 10, m: 1000 };

/** @param {"pl" | "en"} language */
export function formatsOf(language) {
  const cm = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: false, signDisplay: "negative" });
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false });
  const m2 = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const zl = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: "always" });
  const zlAndGr = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: "always" });
  return {
    /** @param {number} mm */
    length: (mm) => `${cm.format(Math.round(mm) / 10)}\u00a0cm`,
    /** As it stands in a field, without the unit. @param {number} mm */
    centimetres: (mm) => cm.format(Math.round(mm) / 10),
    /** Width, depth and height. @param {readonly number[]} mm */
    size: (mm) => `${mm.map((one) => cm.format(Math.round(one) / 10)).join(" × ")}\u00a0cm`,
    /** An amount of grosze; whole zlotys carry no grosze. @param {number} gr */
    money: (gr) => {
      const number = (gr % 100 === 0 ? zl : zlAndGr).format(gr / 100);
      return language === "pl" ? `${number}\u00a0zł` : `${number}\u00a0PLN`;
    },
    /** A plain number. @param {number} value */
    number: (value) => plain.format(value),
    /** A day as it is written here, as in `12.11.2026`. @param {string} iso */
    day: (iso) => iso.split("-").reverse().join("."),
    /** In metres, as sheets and rooms are spoken of. @param {number} mm */
    metres: (mm) => `${m2.format(mm / 1000)}\u00a0m`,
    /** Halves go up, as on the server's pages. @param {number} mm2 */
    area: (mm2) => `${m2.format(Math.round(mm2 / 10_000) / 100)}\u00a0m²`,
  };
}

/** Millimetres from what was typed: `360`, `88,7`, `3.6 m`, `887 mm`; centimetres when no unit stands. @param {string} text @returns {number | null} */
export function readLength(text) {
  const found = TYPED.exec(text);
  if (!found) return null;
  const unit = MM[/** @type {"mm" | "cm" | "m"} */ ((found[3] ?? "cm").toLowerCase())];
  return Math.floor((Number(found[1]) * 1000 + Number((found[2] ?? "").padEnd(3, "0"))) * unit / 1000 + 0.5);
}

/** The same, below nought too: `-290`. @param {string} text @returns {number | null} */
export function readSignedLength(text) {
  const [, minus, rest] = /^\s*([-−–]?)(.*)$/.exec(text) ?? [];
  const mm = readLength(rest ?? "");
  return mm === null || !minus ? mm : 0 - mm;
}
