/** Why a finding is let be: one of the usual reasons, or the designer's own. */

import { dialog } from "#ui/dialogs.js";
import { el } from "#ui/dom.js";

const USUAL = ["wanted", "measured", "maker", "later"];
const MOST_LETTERS = 500;

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} text of the finding @param {(reason: string) => void} take */
export function waiveDialog({ t }, text, take) {
  const own = el("input", { id: "waive-own", maxlength: MOST_LETTERS, autocomplete: "off", oninput: () => (choices[choices.length - 1].checked = true) });
  const choices = [...USUAL, "own"].map((name, place) => el("input", { type: "radio", name: "reason", value: name, checked: place === 0 }));
  const wrong = el("p", { class: "wrong", role: "alert" });
  const reason = () => (choices.at(-1)?.checked ? own.value.trim() : t(`checks.because_${choices.find(({ checked }) => checked)?.value}`));
  const form = el("form", { class: "stack" },
    el("fieldset", { class: "reasons" }, el("legend", {}, t("checks.because")),
      ...choices.map((choice) => el("label", { class: "finding-check" }, choice, el("span", {}, t(`checks.because_${choice.value}`))))),
    el("div", { class: "field" }, el("label", { for: "waive-own" }, t("checks.own_reason")), el("div", { class: "box" }, own)),
    wrong,
    el("button", { class: "button button-solid" }, t("checks.let_be")));
  const shown = dialog({ title: t("checks.waive_title"), content: [el("p", {}, text), el("p", { class: "quiet small" }, t("checks.waive_about")), form], close: t("shell.cancel") });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = reason() ? "" : t("checks.reason_wanted");
    if (wrong.textContent) return own.focus();
    shown.close();
    take(reason());
  });
}
