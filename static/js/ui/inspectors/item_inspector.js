/** A selected thing: its sizes, turn and height, a copy, another in its place. */

import { changeEntity } from "#model/actions/change_entity.js";
import { replaceItem, turnItems } from "#model/actions/place_items.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { arrayDialog } from "#ui/studio/array_dialog.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";
import { isFavourite, toggleFavourite } from "#ui/known_kinds.js";
import { severalInspector } from "#ui/inspectors/several_inspector.js";
import { wallPlace } from "#ui/inspectors/wall_place.js";
import { furnishingPanel } from "#ui/panels/furnishing_panel.js";
import { productRow } from "#ui/studio/product_row.js";

const QUARTER_MDEG = 90_000;

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} _target @param {any} item */
export function itemInspector(studio, _target, item) {
  const { t, store, kinds } = studio;
  const path = `items/${item.id}`;
  const { arranging } = studio;
  if (arranging.ids.length > 1) return severalInspector(studio);
  if (item.locked) return lockedThing(studio, item);
  const kind = kinds.has(item.kind) ? kinds.get(item.kind) : { least: [20, 20, 20], most: [20_000, 20_000, 20_000], widths: [] };
  const axis = (/** @type {string} */ name, /** @type {number} */ place) =>
    lengthField({ studio, label: t(`studio.${name}`), value: item.size[place], least: kind.least[place], most: kind.most[place], usual: place === 0 ? kind.widths : [],
      change: (mm) => store.perform(changeEntity(path, { size: item.size.map((/** @type {number} */ old, /** @type {number} */ other) => (other === place ? mm : old)) }, { action: "resize_item", input: "typed" })) });
  const replace = () => studio.showPanel(furnishingPanel(studio, { title: t("studio.replace"), choose: (other) => (store.perform(replaceItem(item.id, other)), studio.closePanel()) }), "choose", "furnishing");
  return [
    el("h2", {}, studio.itemName(item)),
    productRow(studio, item),
    el("div", { class: "pair" }, axis("width", 0), axis("depth", 1)),
    el("div", { class: "pair" }, axis("height", 2),
      lengthField({ studio, label: t("studio.elevation"), value: item.elevation, least: 0, most: 5000, change: (mm) => store.perform(changeEntity(path, { elevation: mm }, { action: "set_elevation", input: "typed" })) })),
    wallPlace(studio, item.id),
    el("div", { class: "stack" },
      button("rotate-cw", t("studio.turn"), () => store.perform(turnItems([item.id], QUARTER_MDEG))),
      button("flip-horizontal-2", t("studio.mirror"), () => store.perform(changeEntity(path, { mirrored: !item.mirrored }, { action: "mirror_item" }))),
      button("copy", t("studio.duplicate"), () => arranging.duplicate()),
      button("copy-plus", t("arranging.array"), () => arrayDialog(studio)),
      button("square-dashed", t("arranging.choose_more"), () => arranging.chooseMore()),
      kinds.has(item.kind) ? likeButton(studio, item.kind) : null,
      button("lock", t("arranging.lock"), () => arranging.lock(true)),
      button("armchair", t("studio.replace"), replace),
      button("trash-2", t("studio.remove"), () => store.perform(removeEntities([path])))),
  ];
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} kind */
function likeButton({ t }, kind) {
  const press = () => {
    toggleFavourite(kind);
    like.setAttribute("aria-pressed", String(isFavourite(kind)));
  };
  const like = button("star", t("studio.like"), press);
  like.setAttribute("aria-pressed", String(isFavourite(kind)));
  return like;
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} item */
const lockedThing = (studio, item) => [
  el("h2", {}, studio.itemName(item)),
  productRow(studio, item),
  el("p", { class: "quiet" }, studio.t("arranging.locked")),
  el("div", { class: "stack" },
    button("copy", studio.t("studio.duplicate"), () => studio.arranging.duplicate()),
    button("lock-open", studio.t("arranging.unlock"), () => studio.arranging.lock(false))),
];
