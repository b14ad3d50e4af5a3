/** Several selected things: in line, spread, turned and copied together. */

import { removeEntities } from "#model/actions/remove_entities.js";
import { arrayDialog } from "#ui/studio/array_dialog.js";
import { button, el, icon } from "#ui/dom.js";
import { keepSetDialog } from "#ui/studio/sets.js";

/** @typedef {import("#model/actions/arrange_items.js").Edge} Edge */

/** @type {[Edge, string][]} */
const EDGES = [
  ["left", "align-start-vertical"], ["middle", "align-center-vertical"], ["right", "align-end-vertical"],
  ["top", "align-start-horizontal"], ["centre", "align-center-horizontal"], ["bottom", "align-end-horizontal"],
];

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function severalInspector(studio) {
  const { t, arranging, store } = studio;
  const { items, ids } = arranging;
  const isLocked = items.every(({ locked }) => locked);
  const isGroup = items.every(({ group }) => group && group === items[0].group);
  const act = (/** @type {string} */ symbol, /** @type {string} */ name, /** @type {() => void} */ press) => button(symbol, t(`arranging.${name}`), press);
  return [
    el("h2", {}, t("studio.several", { n: ids.length })),
    isLocked ? el("p", { class: "quiet" }, t("arranging.locked")) : aligning(studio, items.length),
    el("div", { class: "stack" },
      isLocked ? null : act("rotate-cw", "turn_together", () => arranging.turn()),
      isLocked ? null : act("flip-horizontal-2", "mirror_together", () => arranging.mirror()),
      button("copy", t("studio.duplicate"), () => arranging.duplicate()),
      act("copy-plus", "array", () => arrayDialog(studio)),
      isGroup ? act("ungroup", "ungroup", () => arranging.ungroup()) : act("group", "group", () => arranging.group()),
      studio.sets ? button("bookmark", t("sets.keep"), () => keepSetDialog(studio)) : null,
      act("square-dashed", "choose_more", () => arranging.chooseMore()),
      act(isLocked ? "lock-open" : "lock", isLocked ? "unlock" : "lock", () => arranging.lock(!isLocked)),
      isLocked ? null : button("trash-2", t("studio.remove"), () => store.perform(removeEntities(ids.map((id) => `items/${id}`))))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {number} count */
function aligning({ t, arranging }, count) {
  const small = (/** @type {string} */ symbol, /** @type {string} */ name, /** @type {() => void} */ press) =>
    el("button", { type: "button", class: "button", title: t(`arranging.${name}`), "aria-label": t(`arranging.${name}`), onclick: press }, icon(symbol));
  return el("fieldset", { class: "aligning" }, el("legend", {}, t("arranging.align")),
    ...EDGES.map(([edge, symbol]) => small(symbol, edge, () => arranging.align(edge))),
    ...(count < 3 ? [] : [
      small("align-horizontal-space-between", "spread_x", () => arranging.spread("x")),
      small("align-vertical-space-between", "spread_y", () => arranging.spread("y"))]));
}
