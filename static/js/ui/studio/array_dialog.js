/** How many more of the selected things, how far apart, and which way. */

import { frontWay, reachAlong, widthWay } from "#geometry/footprint.js";
import { MOST_COPIES } from "#model/actions/arrange_items.js";
import { dialog } from "#ui/dialogs.js";
import { el } from "#ui/dom.js";
import { choiceField, lengthField, numberField } from "#ui/fields.js";

/** Along the width or the depth, on or back. @type {Record<string, [0 | 1, 1 | -1]>} */
const WAYS = { right: [0, 1], left: [0, -1], front: [1, 1], back: [1, -1] };

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function arrayDialog(studio) {
  const { t, arranging } = studio;
  const asked = { count: 1, gap_mm: 0, way: "right" };
  const form = el("form", { method: "dialog", class: "stack", onsubmit: () => arranging.array(asked.count, stepOf(arranging.items, asked)) },
    numberField({ label: t("arranging.array_count"), value: asked.count, least: 1, most: MOST_COPIES, wrong: t("arranging.array_wrong", { most: MOST_COPIES }), change: (count) => (asked.count = count) }),
    lengthField({ studio, label: t("arranging.array_gap"), value: 0, least: 0, most: 10_000, change: (mm) => (asked.gap_mm = mm) }),
    choiceField({ label: t("arranging.array_way"), value: asked.way, options: Object.keys(WAYS).map((way) => [way, t(`arranging.way_${way}`)]), change: (way) => (asked.way = way) }),
    el("button", { class: "button button-solid" }, t("arranging.array_make")));
  dialog({ title: t("arranging.array_title"), content: [form], close: t("shell.cancel") });
}

/** From one copy to the next: past all of them and the gap; one thing goes its own way, several go along the page. @param {any[]} items @param {{gap_mm: number, way: string}} asked @returns {[number, number]} */
function stepOf(items, { gap_mm, way }) {
  const turn = items.length === 1 ? items[0].turn_mdeg : 0;
  const [axis, sign] = WAYS[way];
  const along = axis ? frontWay(turn) : widthWay(turn);
  const spans = items.map((item) => reachAlong(item, [0, 0], along));
  const step = sign * (Math.max(...spans.map(([, high]) => high)) - Math.min(...spans.map(([low]) => low)) + gap_mm);
  return [along[0] * step, along[1] * step];
}
