/** Short messages at the foot of the page, each with at most one thing to do about it. */

import { byId, el } from "#ui/dom.js";

const SHOWN_MS = 7000;

/** @param {string} words @param {{label: string, press: () => void} | null} [act] @param {boolean} [stays] until it is closed */
export function toast(words, act = null, stays = false) {
  const shown = el("div", { class: "toast" }, el("span", {}, words),
    act ? el("button", { type: "button", onclick: () => (shown.remove(), act.press()) }, act.label) : null);
  byId("toasts").append(shown);
  if (!stays) setTimeout(() => shown.remove(), SHOWN_MS);
  return shown;
}
