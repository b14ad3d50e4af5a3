/** How much of a room's floor is too low to count, and how much is open over stairs, in words; nothing where there is none. */

import { areaBelow, LOW_MM, roofsOver } from "#geometry/ceilings.js";
import { floorWells, wellMm2 } from "#geometry/stairwells.js";
import { el } from "#ui/dom.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#geometry/outline.js").Room} Room */

/** Under a room's name in a row. @param {Studio} studio @param {Room} room @returns {Node[]} */
export function floorParts(studio, room) {
  const { t, format } = studio;
  const [low, open] = [lowOf(studio, room), openOf(studio, room)];
  const told = [
    low && t("slopes.low_short", { low: format.area(low), height: format.metres(LOW_MM) }),
    open && t("studio.stairwell_short", { open: format.area(open) }),
  ];
  return told.flatMap((words) => (words ? [el("br"), el("span", { class: "quiet small" }, words)] : []));
}

/** As sentences. @param {Studio} studio @param {Room} room */
export function floorSentences(studio, room) {
  const { t, format } = studio;
  const [low, open] = [lowOf(studio, room), openOf(studio, room)];
  const area = format.area(room.area_mm2);
  return [
    low ? el("p", {}, t("slopes.low_part", { area, low: format.area(low), height: format.metres(LOW_MM) })) : null,
    open ? el("p", {}, t("studio.stairwell_part", { open: format.area(open), left: format.area(room.area_mm2 - open) })) : null,
  ];
}

/** @param {Studio} studio @param {Room} room mm² */
function lowOf({ store: { document } }, room) {
  const over = roofsOver(document, room.level);
  return over.length ? areaBelow(document, room, over) : 0;
}

/** @param {Studio} studio @param {Room} room mm² */
const openOf = ({ store: { document } }, room) => wellMm2(room, floorWells(document, room.level));
