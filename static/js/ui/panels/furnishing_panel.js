/** Furniture and fixtures to place: searched by words, ordered by what the room is for. */

import { el } from "#ui/dom.js";
import { kindPicture } from "#ui/kind_picture.js";
import { listLink } from "#ui/list_link.js";
import { placeFreely } from "#ui/placing.js";

/** @param {import("#ui/studio.js").Studio} studio @param {{title?: string, choose?: (kind: any) => void}} [for_] another use of the same choice */
export function furnishingPanel(studio, { title = studio.t("studio.tool_furnishing"), choose } = {}) {
  const results = el("div", { class: "results" });
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
    choose || !studio.sets ? null : studio.sets.section(),
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
  return groups(studio).map(([category, kinds]) =>
    el("section", {}, el("h3", {}, studio.t(`studio.category_${category}`)), cards(studio, kinds, choose)));
}

/** The present room's things first. @param {import("#ui/studio.js").Studio} studio @returns {[string, any[]][]} */
function groups(studio) {
  const order = ["living", "bedroom", "child", "study", "kitchen", "bathroom", "hall", "light", "all", "outside", "technical", "building"];
  const first = studio.store.document.plan?.purpose ?? "";
  const sorted = order.includes(first) ? [first, ...order.filter((one) => one !== first)] : order;
  return sorted.map((category) => /** @type {[string, any[]]} */ ([category, studio.kinds.all.filter((kind) => kind.category === category)])).filter(([, kinds]) => kinds.length);
}

/** @param {import("#ui/studio.js").Studio} studio @param {any[]} kinds @param {(kind: any) => void} choose */
const cards = (studio, kinds, choose) =>
  el("ul", { class: "cards" }, ...kinds.map((kind) =>
    el("li", {}, el("button", { type: "button", class: "card", onclick: () => choose(kind) },
      kindPicture(kind),
      el("span", { class: "card-name" }, studio.kindName(kind)),
      el("span", { class: "quiet small" }, `${studio.format.centimetres(kind.size[0])} × ${studio.format.length(kind.size[1])}`)))));
