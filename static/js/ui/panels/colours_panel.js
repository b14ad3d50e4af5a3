/** Colours: the deck by words and by family; a tap paints what is selected, or is taken in hand. */

import { search } from "#colour/search.js";
import { button, el } from "#ui/dom.js";
import { swatches } from "#ui/swatches.js";

const SHOWN = 240;

/** @param {import("#ui/studio/studio.js").Studio} studio @param {{title: string, choose: (code: string) => void}} [for_] another use of the same choice */
export function coloursPanel(studio, for_) {
  const { t, deck } = studio;
  let family = "";
  const results = el("div", { class: "results" });
  const choose = for_?.choose ?? ((/** @type {string} */ code) => studio.paintWith(code));
  const show = () => {
    const text = input.value.trim();
    const paints = text ? search(deck, text, SHOWN) : family ? [...(deck.families.get(family) ?? [])] : studio.suggested;
    results.replaceChildren(paints.length
      ? swatches(studio, paints.slice(0, SHOWN), choose, { label: t("colours.paints") })
      : el("p", { class: "quiet" }, t("colours.none", { text })));
  };
  const input = el("input", { id: "find-paint", type: "search", autocomplete: "off", placeholder: t("colours.find_example"), oninput: show });
  const families = el("div", { class: "families", role: "group", "aria-label": t("colours.families") }, ...["", ...deck.families.keys()].map((name) => {
    const press = () => {
      family = name;
      input.value = "";
      for (const other of families.children) other.setAttribute("aria-pressed", String(other === tab));
      show();
    };
    const tab = el("button", { type: "button", class: "tab", "aria-pressed": String(name === ""), onclick: press }, name ? t(`colours.family_${name}`) : t("colours.suggested"));
    return tab;
  }));
  show();
  return [
    el("h2", {}, for_?.title ?? t("studio.tool_colours")),
    for_ || !studio.schemes ? null : button("palette", t("schemes.title"), () => studio.schemes?.open(), "button-solid"),
    for_ ? null : el("p", { class: "quiet small panel-how" }, studio.canPaint ? t("colours.paints_selected") : t("colours.takes_in_hand")),
    (!for_ && studio.paintsToBuy?.section({ open: false })) || null,
    el("div", { class: "field" }, el("label", { for: "find-paint" }, t("colours.find")), el("div", { class: "box" }, input)),
    families,
    results,
    for_ ? null : el("a", { class: "button", href: studio.coloursUrl }, t("colours.explore")),
    el("p", { class: "quiet small" }, t(deck.demonstration ? "colours.demonstration" : "colours.screen")),
    studio.samples ? el("a", { class: "button", href: studio.samples.tray }, studio.samples.count ? t("colours.samples_n", { n: studio.samples.count }) : t("colours.samples")) : null,
    studio.photoUrl && !for_ ? el("a", { class: "button", href: studio.photoUrl }, t("colours.paint_photo")) : null,
  ];
}
