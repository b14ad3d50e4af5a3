/** Fields of panels: typed lengths, numbers, choices, texts; each tells of a change once, when it is done. */

import { el } from "#ui/dom.js";
import { readLength, readSignedLength } from "#ui/format.js";

let made = 0;
const newName = () => `field-${(made += 1)}`;

/**
 * A length in centimetres. What cannot be a length, or lies outside the range, is said below and changes nothing.
 * @param {{label: string, value: number, least: number, most: number, change: (mm: number) => void, usual?: readonly number[],
 *   studio: import("#ui/studio/studio.js").Studio, unit?: string}} of
 */
export function lengthField({ label, value, least, most, change, studio, usual = [], unit = "cm" }) {
  const id = newName();
  const wrong = el("p", { class: "wrong", id: `${id}-wrong`, role: "alert", hidden: true });
  const input = el("input", { id, inputmode: "decimal", autocomplete: "off", value: studio.format.centimetres(value), "aria-describedby": `${id}-wrong`, list: usual.length ? `${id}-usual` : null });
  const take = () => {
    const mm = (least < 0 ? readSignedLength : readLength)(input.value);
    input.defaultValue = input.value;
    const fits = mm !== null && mm >= least && mm <= most;
    wrong.hidden = fits;
    wrong.textContent = fits ? "" : studio.t("studio.wrong_length", { least: studio.format.length(least), most: studio.format.length(most) });
    input.toggleAttribute("aria-invalid", !fits);
    if (fits && mm !== Math.round(value)) change(mm);
  };
  input.addEventListener("change", take);
  input.addEventListener("focus", () => input.select());
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, input, el("span", { class: "unit" }, unit)), listed(`${id}-usual`, usual, studio), wrong);
}

/**
 * A whole number; what is none, or lies outside the range, is said below and changes nothing.
 * @param {{label: string, value: number, least: number, most: number, wrong: string, change: (count: number) => void}} of
 */
export function numberField({ label, value, least, most, wrong, change }) {
  const id = newName();
  const told = el("p", { class: "wrong", id: `${id}-wrong`, role: "alert", hidden: true }, wrong);
  const input = el("input", { id, type: "number", inputmode: "numeric", min: least, max: most, step: 1, required: true, value, "aria-describedby": `${id}-wrong` });
  input.addEventListener("input", () => {
    told.hidden = input.validity.valid;
    input.toggleAttribute("aria-invalid", !told.hidden);
    if (told.hidden) change(input.valueAsNumber);
  });
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, input), told);
}

/**
 * An angle in degrees, with at most one decimal.
 * @param {{label: string, value_mdeg: number, least?: number, most?: number, change: (mdeg: number) => void, studio: import("#ui/studio/studio.js").Studio}} of in thousandths of a degree
 */
export function angleField({ label, value_mdeg, least = 0, most = 359_900, change, studio }) {
  const id = newName();
  const wrong = el("p", { class: "wrong", id: `${id}-wrong`, role: "alert", hidden: true }, studio.t("slopes.wrong_angle", { least: least / 1000, most: most / 1000 }));
  const input = el("input", { id, inputmode: "decimal", autocomplete: "off", value: studio.format.number(Math.round(value_mdeg / 100) / 10), "aria-describedby": `${id}-wrong` });
  input.addEventListener("change", () => {
    const mdeg = Math.round(Number(input.value.trim().replace(",", ".").replace("°", "") || NaN) * 1000);
    wrong.hidden = mdeg >= least && mdeg <= most;
    input.defaultValue = input.value;
    input.toggleAttribute("aria-invalid", !wrong.hidden);
    if (wrong.hidden && Math.abs(mdeg - value_mdeg) >= 50) change(mdeg);
  });
  input.addEventListener("focus", () => input.select());
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, input, el("span", { class: "unit" }, "°")), wrong);
}

/** What is offered while a length is typed. @param {string} id @param {readonly number[]} usual @param {import("#ui/studio/studio.js").Studio} studio */
const listed = (id, usual, studio) =>
  usual.length ? el("datalist", { id }, ...usual.map((mm) => el("option", { value: studio.format.centimetres(mm) }))) : null;

/** @param {{label: string, value: string, options: [string, string][], change: (value: string) => void}} of */
export function choiceField({ label, value, options, change }) {
  const id = newName();
  const select = el("select", { id, onchange: () => change(select.value) },
    ...options.map(([key, words]) => el("option", { value: key, selected: key === value }, words)));
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, select));
}

/** @param {{label: string, value: string, most: number, change: (value: string) => void, placeholder?: string}} of */
export function textField({ label, value, most, change, placeholder = "" }) {
  const id = newName();
  const input = el("input", { id, value, maxlength: most, placeholder, autocomplete: "off", onchange: () => change(input.value.trim()) });
  return el("div", { class: "field" }, el("label", { for: id }, label), el("div", { class: "box" }, input));
}
