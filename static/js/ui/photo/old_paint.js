/** What the wall's colour was, asked once in one step: by its lightness, from the deck, by white paper, or not known. */

import { button, el } from "#ui/dom.js";

const LIGHTNESSES = ["light", "medium", "dark"];

/** @param {import("#ui/photo/painter.js").Painter} painter @returns {(Node | null)[]} */
export function oldPaint(painter) {
  const { wall, t, mayEdit } = painter;
  if (!wall?.paint || !mayEdit || painter.choosesOld) return [];
  return wall.old ? told(painter, wall.old) : [
    el("h2", {}, t("photos.old")),
    el("p", { class: "quiet small" }, t("photos.old_text")),
    el("div", { class: "families", role: "group", "aria-label": t("photos.old") },
      ...LIGHTNESSES.map((of) => choice(t(`photos.old_${of}`), of, () => painter.tellOld({ way: "lightness", of }))),
      choice(t("photos.old_deck"), "deck", () => painter.chooseOld(true)),
      choice(t("photos.old_sheet"), "sheet", () => painter.use("sheet")),
      choice(t("photos.old_unknown"), "unknown", () => painter.tellOld({ way: "unknown" }))),
    el("p", { class: "quiet small" }, t("photos.old_sheet_text")),
  ];
}

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Old} old */
function told(painter, old) {
  const { t } = painter;
  const change = button("", t("photos.old_change"), () => painter.tellOld(null), "button-plain");
  change.dataset.key = "change";
  return [el("p", { class: "old-told" }, el("span", {}, t("photos.old_is", { what: whatOf(painter, old) })), change)];
}

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Old} old */
function whatOf({ t, deck, language }, { way, code, of }) {
  if (way === "paint") return deck.get(code ?? "")?.name[language] ?? code;
  if (way === "lightness") return t(`photos.old_${of}`).toLowerCase();
  return t(way === "sheet" ? "photos.old_by_sheet" : "photos.old_not_known");
}

/** @param {string} words @param {string} key @param {() => void} press */
const choice = (words, key, press) => el("button", { type: "button", class: "tab", "data-key": key, onclick: press }, words);
