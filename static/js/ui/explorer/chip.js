/** A colour on the page: filled by its property, with letters that can be read on it. */

import { el } from "#ui/dom.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */

const LIGHT_FROM_LRV = 18;

/** Fill an element with a paint; its letters are ink on a light colour, paper on a dark one. @template {HTMLElement} Filled @param {Filled} element @param {Paint} paint @returns {Filled} */
export function filled(element, paint) {
  element.style.backgroundColor = paint.hex;
  element.classList.toggle("on-dark", paint.lrv < LIGHT_FROM_LRV);
  return element;
}

/** A button of the paint's colour with its name. @param {Paint} paint @param {"pl" | "en"} language @param {() => void} press @param {string} words what stands on it */
export const paintButton = (paint, language, press, words) =>
  filled(el("button", { type: "button", class: "colour-button", "aria-label": `${words ? `${words}: ` : ""}${paint.name[language]}, ${paint.code}`, onclick: press }, el("span", {}, words || paint.code)), paint);
