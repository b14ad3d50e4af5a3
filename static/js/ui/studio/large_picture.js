/** A picture as large as the screen, until Escape, its button or a tap. */

import { el } from "#ui/dom.js";

/** @param {string} url @param {string} about what is on it @param {string} close */
export function largePicture(url, about, close) {
  const shown = el("dialog", { class: "full-screen large-picture", "aria-label": about, onclick: () => shown.close(), onclose: () => shown.remove() },
    el("img", { src: url, alt: about }),
    el("button", { type: "button", class: "button" }, close));
  document.body.append(shown);
  shown.showModal();
}
