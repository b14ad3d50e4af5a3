/** Short messages at the foot of the page, each with what one can do about it. */

import { byId, el } from "#ui/dom.js";

const SHOWN_MS = 7000;

/** @typedef {{label: string, press: () => void}} Act */

/** @param {string} words @param {Act | Act[] | null} [acts] @param {boolean} [stays] until it is closed */
export function toast(words, acts = null, stays = false) {
  const shown = el("div", { class: "toast" }, el("span", {}, words),
    ...[acts ?? []].flat().map(({ label, press }) => el("button", { type: "button", onclick: () => (shown.remove(), press()) }, label)));
  byId("toasts").append(shown);
  if (!stays) setTimeout(() => shown.remove(), SHOWN_MS);
  return shown;
}
