/** A wall whose top slopes: its height at either end, as one stands before it. */

import { changeEntity } from "#model/actions/change_entity.js";
import { wallHeights } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {any} wall @param {"left" | "right"} side that is looked at */
export function slopingTop(studio, wall, side) {
  const { t, store } = studio;
  const [at_a, at_b] = wallHeights(store.document, wall.id);
  const set = (/** @type {any} */ heights) => store.perform(changeEntity(`walls/${wall.id}`, heights, { action: "set_height", input: "typed" }));
  const end = (/** @type {"left" | "right"} */ hand) => {
    const isA = (hand === "left") === (side === "right"); // whoever looks at the right side has the a-end on the left
    return lengthField({ studio, label: t(`slopes.top_${hand}`), value: isA ? at_a : at_b, least: 100, most: 10_000,
      change: (mm) => set(isA ? { height: mm, height_b: at_b } : { height: at_a, height_b: mm }) });
  };
  return el("details", { class: "by-ends", open: at_a !== at_b },
    el("summary", {}, t("slopes.top")),
    el("div", { class: "pair" }, end("left"), end("right")),
    at_a !== at_b ? button("minus", t("slopes.top_level"), () => set({ height: Math.max(at_a, at_b), height_b: null })) : null);
}
