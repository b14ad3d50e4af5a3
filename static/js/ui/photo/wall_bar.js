/** The walls of a photo, each with its paint: which is in hand, one more, one fewer. */

import { button, el } from "#ui/dom.js";

/** @param {import("#ui/photo/painter.js").Painter} painter @returns {(Node | null)[]} */
export function wallBar(painter) {
  const { t, walls, wall, mayEdit } = painter;
  if (!walls.length) return [];
  const tabs = walls.map((one, place) => tab(painter, one, place + 1));
  const isNew = !wall && mayEdit;
  return [
    el("div", { class: "wall-bar" },
      el("div", { class: "wall-tabs", role: "group", "aria-label": t("photos.walls") }, ...tabs,
        isNew ? el("button", { type: "button", class: "tab", "aria-pressed": "true", "data-key": "new" }, t("photos.wall_n", { n: walls.length + 1 })) : null),
      !isNew && mayEdit ? next(painter) : null),
  ];
}

/** @param {import("#ui/photo/painter.js").Painter} painter */
function next(painter) {
  const shown = button("plus", painter.t("photos.next"), () => painter.nextWall(), "button-plain");
  shown.setAttribute("aria-label", painter.t("photos.next_wall"));
  return shown;
}

/** @param {import("#ui/photo/painter.js").Painter} painter @param {import("#photo/marks.js").Wall} wall @param {number} n */
function tab(painter, wall, n) {
  const { t, deck, language } = painter;
  const paint = wall.paint ? deck.get(wall.paint) : null;
  const label = paint ? t("photos.wall_painted", { n, name: paint.name[language] }) : t("photos.wall_n", { n });
  const dot = el("span", { class: "wall-dot" });
  if (paint) dot.style.backgroundColor = paint.hex;
  return el("button", { type: "button", class: "tab wall-tab", "data-key": wall.id, "aria-label": label, "aria-pressed": String(wall.id === painter.wallId), onclick: () => painter.take(wall.id) }, dot, el("span", {}, t("photos.wall_n", { n })));
}
