/** What the wall's colour was, asked once in one step: by its lightness, from the deck, by white paper, or not known. */

import { button, el } from "#ui/dom.js";

const LIGHTNESSES = ["light", "medium", "dark"];

/** @param {import("#ui/photo/painter.js").Painter} painter @returns {(Node | null)[]} */
export function oldPaint(painter) {
  const { wall, mayEdit } = painter;
  if (!wall?.paint || !mayEdit || painter.choosesOld) return [];
  return wall.old && !painter.asksOld ? told(painter, wall.old) : asked(painter, wall.old);
}

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Old | null} old what was told before */
function asked(painter, old) {
  const { t } = painter;
  const unknown = painter.knowsOld
    ? choice(t("photos.old_as_known"), "known", () => painter.tellOld(null))
    : choice(t("photos.old_unknown"), "unknown", () => painter.tellOld({ way: "unknown" }));
  return [
    el("h2", {}, t("photos.old")),
    el("p", { class: "quiet small" }, t("photos.old_text")),
    el("div", { class: "families", role: "group", "aria-label": t("photos.old") },
      ...LIGHTNESSES.map((of) => choice(t(`photos.old_${of}`), of, () => painter.tellOld({ way: "lightness", of }))),
      choice(t("photos.old_deck"), "deck", () => painter.chooseOld(true)),
      choice(t("photos.old_sheet"), "sheet", () => painter.use("sheet"), painter.stage.tool === "sheet"),
      unknown,
      old ? choice(t("shell.cancel"), "cancel", () => painter.askOld(false)) : null),
    el("p", { class: "quiet small" }, t("photos.old_sheet_text")),
  ];
}

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Old} old */
function told(painter, old) {
  const { t } = painter;
  const change = button("", t("photos.old_change"), () => painter.askOld(true), "button-plain");
  change.dataset.key = "change";
  return [el("p", { class: "old-told" }, el("span", {}, t("photos.old_is", { what: whatOf(painter, old) })), change)];
}

const WORDS = /** @type {Record<string, string>} */ ({ sheet: "photos.old_by_sheet", start: "photos.old_by_start" });

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Old} old */
function whatOf({ t, deck, language }, { way, code, of }) {
  if (way === "paint") return deck.get(code ?? "")?.name[language] ?? code;
  if (way === "lightness") return t(`photos.old_${of}`).toLowerCase();
  return t(WORDS[way] ?? "photos.old_not_known");
}

/** @param {string} words @param {string} key @param {() => void} press @param {boolean} [isPressed] */
const choice = (words, key, press, isPressed) => el("button", { type: "button", class: "tab", "data-key": key, "aria-pressed": isPressed && "true", onclick: press }, words);
