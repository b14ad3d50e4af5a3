/** Furniture and fixtures to place: searched by words, ordered by what the room is for. */

import { el } from "#ui/dom.js";
import { kindPicture } from "#ui/kind_picture.js";
import { listLink } from "#ui/list_link.js";
import { placeFreely, roomInHand } from "#ui/placing.js";

const CATEGORIES = ["living", "bedroom", "child", "study", "kitchen", "bathroom", "hall", "light", "all", "outside", "technical", "building"];
/** Where the things for a room stand whose use is no category itself. */
const CATEGORY_OF = /** @type {Record<string, string>} */ ({ toilet: "bathroom", dining: "living", storage: "hall", garage: "outside" });

/** @param {import("#ui/studio.js").Studio} studio @param {{title?: string, choose?: (kind: any) => void}} [for_] another use of the same choice */
export function furnishingPanel(studio, { title = studio.t("studio.tool_furnishing"), choose } = {}) {
  const results = el("div", { class: "results folded" });
  const take = choose ?? ((/** @type {any} */ kind) => takeInHand(studio, kind));
  const show = () => results.replaceChildren(...found(studio, input.value, take));
  const enter = (/** @type {KeyboardEvent} */ event) => {
    const [first] = event.key === "Enter" && input.value.trim() ? studio.kinds.find(input.value) : [];
    if (!first) return;
    if (choose) choose(first);
    else if (placeFreely(studio, first)) input.select();
  };
  const input = el("input", { id: "find-kind", type: "search", autocomplete: "off", placeholder: studio.t("studio.find_kind_example"), "aria-describedby": choose ? null : "find-kind-how", oninput: show, onkeydown: enter });
  show();
  return [
    el("div", { class: "panel-head" }, el("h2", {}, title), listLink(studio)),
    el("div", { class: "field" }, el("label", { for: "find-kind" }, studio.t("studio.find_kind")), el("div", { class: "box" }, input)),
    choose ? null : el("p", { class: "quiet small with-keyboard", id: "find-kind-how" }, studio.t("studio.find_kind_enter")),
    results,
  ];
}

/** @param {import("#ui/studio.js").Studio} studio @param {any} kind */
function takeInHand(studio, kind) {
  studio.setTool({ name: "item", kind });
  studio.lowerPanel();
}

/** @param {import("#ui/studio.js").Studio} studio @param {string} text @param {(kind: any) => void} choose */
function found(studio, text, choose) {
  if (text.trim()) {
    const kinds = studio.kinds.find(text);
    return kinds.length ? [cards(studio, kinds, choose)] : [el("p", { class: "quiet" }, studio.t("studio.no_kind", { text: text.trim() }))];
  }
  return groups(studio).map(([category, kinds], place) => group(studio, category, kinds, choose, place === 0));
}

/** A group's things are drawn when it is first opened. @param {import("#ui/studio.js").Studio} studio @param {string} category @param {any[]} kinds @param {(kind: any) => void} choose @param {boolean} open */
function group(studio, category, kinds, choose, open) {
  const fill = () => part.childElementCount > 1 || part.append(cards(studio, kinds, choose));
  const part = el("details", { open, ontoggle: fill },
    el("summary", {}, studio.t(`studio.category_${category}`), " ", el("span", { class: "quiet small" }, String(kinds.length))));
  if (open) fill();
  return part;
}

/** The present room's things first, those of a group by name, so that like stands by like. @param {import("#ui/studio.js").Studio} studio @returns {[string, any[]][]} */
function groups(studio) {
  const first = categoryInHand(studio);
  const { compare } = new Intl.Collator(studio.language);
  const byName = studio.kinds.all.toSorted((one, other) => compare(studio.kindName(one), studio.kindName(other)));
  return [first, ...CATEGORIES.filter((one) => one !== first)]
    .map((category) => /** @type {[string, any[]]} */ ([category, byName.filter((kind) => kind.category === category)]))
    .filter(([, kinds]) => kinds.length);
}

/** What the room in hand is for; else what the plan is. @param {import("#ui/studio.js").Studio} studio */
function categoryInHand(studio) {
  const { plan, rooms } = studio.store.document;
  const label = studio.planView && roomInHand(studio)?.label;
  const use = (label && rooms?.[label]?.use) || plan?.purpose || "";
  return CATEGORY_OF[use] ?? (CATEGORIES.includes(use) ? use : CATEGORIES[0]);
}

/** @param {import("#ui/studio.js").Studio} studio @param {any[]} kinds @param {(kind: any) => void} choose */
const cards = (studio, kinds, choose) =>
  el("ul", { class: "cards" }, ...kinds.map((kind) =>
    el("li", {}, el("button", { type: "button", class: "card", onclick: () => choose(kind) },
      kindPicture(kind),
      el("span", { class: "card-name" }, studio.kindName(kind)),
      el("span", { class: "quiet small" }, `${studio.format.centimetres(kind.size[0])} × ${studio.format.length(kind.size[1])}`)))));
