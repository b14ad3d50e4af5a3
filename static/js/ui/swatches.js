/** Paints to choose from: each a square of its colour with its name for those who hear the page. */

import { el } from "#ui/dom.js";

/**
 * @param {import("#ui/studio/studio.js").Studio} studio @param {any[]} paints @param {(code: string) => void} choose
 * @param {{chosen?: string | null, label: string}} of
 */
export function swatches(studio, paints, choose, { chosen = null, label }) {
  const cells = paints.map((paint) => swatch(studio, paint, choose, paint.code === chosen));
  return el("div", { class: "swatches", role: "group", "aria-label": label }, ...cells);
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} paint @param {(code: string) => void} choose @param {boolean} isChosen */
function swatch(studio, paint, choose, isChosen) {
  const name = `${paint.name[studio.language]}, ${paint.code}`;
  const cell = el("button", { type: "button", class: "swatch", title: name, "aria-label": name, "aria-pressed": String(isChosen), onclick: () => choose(paint.code) });
  cell.style.backgroundColor = paint.hex;
  return cell;
}
