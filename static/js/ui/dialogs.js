/** Dialogs: native ones, closed by Escape and by a tap beside them, that give the focus back to where it was. */

import { el } from "#ui/dom.js";

/** @param {{title: string, content: (Node | string | null)[], close: string}} of @returns {HTMLDialogElement} shown */
export function dialog({ title, content, close }) {
  const shut = el("button", { type: "button", class: "button button-plain dialog-close", onclick: () => shown.close() }, close);
  const shown = el("dialog", { class: "dialog", "aria-label": title }, el("div", { class: "dialog-body" }, el("h2", {}, title), ...content, shut));
  shown.addEventListener("click", (event) => event.target === shown && shown.close());
  shown.addEventListener("close", () => shown.remove());
  document.body.append(shown);
  shown.showModal();
  return shown;
}

/**
 * One line of text.
 * @param {{title: string, label: string, value: string, most: number, t: import("#ui/words.js").Translate}} of @param {(text: string) => void} take
 */
export function textDialog({ title, label, value, most, t }, take) {
  const input = el("input", { id: "dialog-text", value, maxlength: most, autocomplete: "off" });
  const form = el("form", { method: "dialog", class: "stack", onsubmit: () => take(input.value.trim()) },
    el("div", { class: "field" }, el("label", { for: "dialog-text" }, label), el("div", { class: "box" }, input)),
    el("button", { class: "button button-solid" }, t("studio.keep")));
  dialog({ title, content: [form], close: t("shell.cancel") });
  input.select();
}
