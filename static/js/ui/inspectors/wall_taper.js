/** How thick a wall is: all along, or at either end, as one stands before it. The face that is looked at stays. */

import { isTapered, thickest, thicknessAtB } from "#geometry/thickness.js";
import { setThickness } from "#model/actions/offset_wall.js";
import { button, el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";

const [LEAST_MM, MOST_MM] = [10, 1000];

/** The one thickness; none where the ends differ. @param {import("#ui/studio/studio.js").Studio} studio @param {any} wall @param {"left" | "right"} side that is looked at */
export const thicknessOf = (studio, wall, side) =>
  isTapered(wall) ? null : field(studio, studio.t("studio.thickness"), wall.thickness, (mm) => setThickness(wall.id, side, mm));

/** The thickness at each end; an arc has one thickness. @param {import("#ui/studio/studio.js").Studio} studio @param {any} wall @param {"left" | "right"} side that is looked at */
export function taperOf(studio, wall, side) {
  if (wall.bulge) return null;
  const { t, store } = studio;
  const [at_a, at_b] = [wall.thickness, thicknessAtB(wall)];
  const end = (/** @type {"left" | "right"} */ hand) => {
    const isA = (hand === "left") === (side === "right"); // whoever looks at the right side has the a-end on the left
    return field(studio, t(`walls.thick_${hand}`), isA ? at_a : at_b, (mm) => (isA ? setThickness(wall.id, side, mm, at_b) : setThickness(wall.id, side, at_a, mm)));
  };
  return el("details", { class: "by-ends", open: isTapered(wall) },
    el("summary", {}, t("walls.taper")),
    el("div", { class: "pair" }, end("left"), end("right")),
    isTapered(wall) ? button("minus", t("walls.thick_even"), () => store.perform(setThickness(wall.id, side, thickest(wall)))) : null);
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} label @param {number} value @param {(mm: number) => (document: any) => import("#core/log.js").Parts | null} make */
const field = (studio, label, value, make) =>
  lengthField({ studio, label, value, least: LEAST_MM, most: MOST_MM, change: (mm) => studio.store.perform(make(mm)) });
