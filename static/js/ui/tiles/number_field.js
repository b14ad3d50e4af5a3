/** A typed number with its unit, which may be below nought; what it cannot be is said below and changes nothing. */

import { el } from "#ui/dom.js";

const TYPED = /^\s*([-−–]?)\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*$/;
let made = 0;

/**
 * @param {{label: string, value: number | null, least: number, most: number, unit: string, per?: number, empty?: boolean,
 *   t: import("#ui/words.js").Translate, format: {number: (value: number) => string}, change: (value: number | null) => void}} of
 *   `per`: how many of the plan's units are one of those shown; `empty`: nothing may be typed
 */
export function numberField({ label, value, least, most, unit, per = 1, empty = false, t, format, change }) {
  const id = `number-${(made += 1)}`;
  const shown = (/** @type {number} */ one) => format.number(one / per);
  const wrong = el("p", { class: "wrong", id: `${id}-wrong`, role: "alert", hidden: true });
  const input = el("input", { id, inputmode: "text", autocomplete: "off", value: value === null ? "" : shown(value), "aria-describedby": `${id}-wrong` });
  const take = () => {
    const read = readNumber(input.value);
    const typed = read === null ? null : Math.round(read * per);
    const isNone = empty && input.value.trim() === "";
    const fits = isNone || (typed !== null && typed >= least && typed <= most);
    input.defaultValue = input.value;
    wrong.hidden = fits;
    wrong.textContent = fits ? "" : t("tiling.wrong_number", { least: shown(least), most: shown(most) });
    input.toggleAttribute("aria-invalid", !fits);
    if (fits && typed !== value) change(isNone ? null : typed);
  };
  input.addEventListener("change", take);
  input.addEventListener("focus", () => input.select());
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, input, el("span", { class: "unit" }, unit)), wrong);
}

/** @param {string} typed @returns {number | null} */
export function readNumber(typed) {
  const found = TYPED.exec(typed);
  return found ? Number(`${found[1] ? "-" : ""}${found[2]}.${found[3] ?? "0"}`) : null;
}
