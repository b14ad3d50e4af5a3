/** How much of a room's floor is too low to count, in words; nothing where there is none. */

import { areaBelow, LOW_MM, roofsOver } from "#geometry/ceilings.js";
import { el } from "#ui/dom.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

/** @param {Studio} studio @param {import("#geometry/outline.js").Room} room mm² */
export function lowOf({ store: { document } }, room) {
  const over = roofsOver(document, room.level);
  return over.length ? areaBelow(document, room, over) : 0;
}

/** Under a room's name in a row. @param {Studio} studio @param {import("#geometry/outline.js").Room} room @returns {Node[]} */
export function lowPart(studio, room) {
  const low = lowOf(studio, room);
  return low ? [el("br"), el("span", { class: "quiet small" }, studio.t("slopes.low_short", { low: studio.format.area(low), height: studio.format.metres(LOW_MM) }))] : [];
}

/** As a sentence. @param {Studio} studio @param {import("#geometry/outline.js").Room} room */
export function lowSentence(studio, room) {
  const { t, format } = studio;
  const low = lowOf(studio, room);
  return low ? el("p", {}, t("slopes.low_part", { area: format.area(room.area_mm2), low: format.area(low), height: format.metres(LOW_MM) })) : null;
}
