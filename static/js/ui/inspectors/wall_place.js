/** Where a selected thing or opening is on its wall, typed: so far from the left end, so far from the right. */

import { hangItems } from "#model/actions/hang_items.js";
import { shapeOpening } from "#model/actions/shape_opening.js";
import { AT_THE_WALL_MM, UnfoldedWall } from "#model/unfolded.js";
import { lettered } from "#geometry/wall_letters.js";
import { whereToLook } from "#plan/elevation/where_to_look.js";
import { el } from "#ui/dom.js";
import { lengthField } from "#ui/fields.js";

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} id the selected item's or opening's */
export function wallPlace(studio, id) {
  const { store, planView: { survey } } = studio;
  const where = whereToLook(survey, studio, null);
  const side = where && lettered(survey.found.rooms[where.room]).find((one) => one.wall === where.wall && one.side === where.side);
  if (!where || !side) return null;
  const wall = new UnfoldedWall(store.document, survey.found, survey.surfaces, { ...side, room: where.room });
  const opening = wall.apertures.find((one) => one.opening.id === id);
  const item = wall.standing.find((one) => one.item.id === id && one.isFacing && one.away_mm <= AT_THE_WALL_MM);
  const placed = opening ?? item;
  if (!placed) return null;
  const move = (/** @type {number} */ by) => {
    if (opening) store.perform(shapeOpening(id, { middle_mm: wall.along((opening.left + opening.right) / 2 + by) }, "typed"));
    else if (item) store.perform(hangItems({ [id]: wall.moved(item.item, by) }, "typed"));
  };
  return place(studio, wall, placed, move);
}

/** @param {import("#ui/studio/studio.js").Studio} studio @param {UnfoldedWall} wall @param {import("#model/unfolded.js").Placed} placed @param {(by: number) => void} move */
function place(studio, wall, { left, right }, move) {
  const { t } = studio;
  const rest = wall.width_mm - right;
  const most = Math.max(wall.width_mm - (right - left), 0);
  return el("section", { class: "wall-place" },
    el("h3", {}, t("walls.on_wall", { letter: wall.letter })),
    el("div", { class: "pair" },
      lengthField({ studio, label: t("walls.from_left"), value: left, least: 0, most, change: (mm) => move(mm - left) }),
      lengthField({ studio, label: t("walls.from_right"), value: rest, least: 0, most, change: (mm) => move(rest - mm) })));
}
