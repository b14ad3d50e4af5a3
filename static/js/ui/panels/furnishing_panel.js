/** Furniture and fixtures to place: searched by words, or shelf by shelf, what goes well in the room first. */

import { el } from "#ui/dom.js";
import { FoundProducts } from "#ui/studio/found_products.js";
import { kindPicture } from "#ui/kind_picture.js";
import { favourites, recent, rememberUsed } from "#ui/known_kinds.js";
import { listLink } from "#ui/studio/list_link.js";
import { placeFreely, roomInHand } from "#ui/studio/placing.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {(kind: any) => void} Choose */

const CATEGORIES = ["living", "bedroom", "child", "study", "kitchen", "bathroom", "hall", "light", "all", "outside", "technical", "building"];

/** @param {Studio} studio @param {{title?: string, choose?: Choose}} [for_] another use of the same choice */
export function furnishingPanel(studio, { title = studio.t("studio.tool_furnishing"), choose } = {}) {
  const take = choose ?? ((/** @type {any} */ kind) => takeInHand(studio, kind));
  const results = el("div", { class: "results" });
  const products = choose ? null : new FoundProducts(studio, (some) => results.querySelector(".no-kind")?.toggleAttribute("hidden", some));
  const shelves = shelvesOf(studio, !choose);
  let [shelf] = shelves;
  const show = () => {
    const text = input.value.trim();
    results.replaceChildren(...(text ? found(studio, text, take, !choose) : [shelf.content(take)]));
    products?.seek(text);
    tabs.hidden = text !== "";
    for (const tab of tabs.children) tab.setAttribute("aria-pressed", String(tab.id === `shelf-${shelf.name}`));
  };
  const press = (/** @type {Shelf} */ chosen) => {
    shelf = chosen;
    input.value = "";
    show();
  };
  const tabs = el("div", { class: "families", role: "group", "aria-label": studio.t("studio.shelves") },
    ...shelves.map((one) => el("button", { type: "button", class: "tab", id: `shelf-${one.name}`, onclick: () => press(one) }, one.words)));
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
    tabs,
    results,
    products && products.host,
  ];
}

/** @typedef {{name: string, words: string, content: (choose: Choose) => HTMLElement}} Shelf */

/** What goes well in the room at hand, one's favourites and what was used last, the sets, and then by rooms. @param {Studio} studio @param {boolean} withSets @returns {Shelf[]} */
function shelvesOf(studio, withSets) {
  const { kinds, t } = studio;
  const use = roomInHand(studio)?.use;
  const shelf = (/** @type {string} */ name, /** @type {string} */ words, /** @type {any[]} */ held) =>
    held.length ? [{ name, words, content: (/** @type {Choose} */ choose) => cards(studio, held, choose) }] : [];
  const known = (/** @type {string[]} */ names) => names.filter((name) => kinds.has(name)).map((name) => kinds.get(name));
  return [
    ...shelf("here", t("studio.shelf_here"), use ? mainFirst(kinds.all.filter((kind) => kind.uses.includes(use)), use) : []),
    ...(withSets && studio.sets ? [{ name: "sets", words: t("sets.title"), content: () => studio.sets?.section() ?? el("div") }] : []),
    ...shelf("favourites", t("studio.shelf_favourites"), known(favourites())),
    ...shelf("recent", t("studio.shelf_recent"), known(recent())),
    ...CATEGORIES.flatMap((name) => shelf(name, t(`studio.category_${name}`), mainFirst(kinds.all.filter(({ category }) => category === name), name))),
  ];
}

/** What a room is furnished with before what is added: its own things, those that stand, the larger ones. @param {any[]} kinds @param {string} category */
const mainFirst = (kinds, category) => kinds.toSorted((one, other) => weightOf(other, category) - weightOf(one, category));

/** @param {any} kind @param {string} category */
const weightOf = ({ category: own, mount, size: [w, d] }, category) => (own === category ? 1e9 : 0) + (mount === "floor" ? 1e8 : 0) + w * d;

/** @param {Studio} studio @param {any} kind */
function takeInHand(studio, kind) {
  rememberUsed(kind.name);
  studio.takeTool({ name: "item", kind });
}

/** @param {Studio} studio @param {string} text @param {Choose} choose @param {boolean} withSets */
function found(studio, text, choose, withSets) {
  const kinds = studio.kinds.find(text);
  const sets = (withSets && studio.sets?.find(text)) || null;
  if (!kinds.length && !sets) return [el("p", { class: "quiet no-kind" }, studio.t("studio.no_kind", { text }))];
  return [...(kinds.length ? [cards(studio, kinds, choose)] : []), ...(sets ? [sets] : [])];
}

/** @param {Studio} studio @param {any[]} kinds @param {Choose} choose */
const cards = (studio, kinds, choose) =>
  el("ul", { class: "cards" }, ...kinds.map((kind) =>
    el("li", {}, el("button", { type: "button", class: "card", onclick: () => choose(kind) },
      kindPicture(kind),
      el("span", { class: "card-name" }, studio.kindName(kind)),
      el("span", { class: "quiet small" }, `${studio.format.centimetres(kind.size[0])} × ${studio.format.length(kind.size[1])}`)))));
