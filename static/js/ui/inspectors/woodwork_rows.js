/** The paint of a door or window, of a room's skirting, and of all doors and skirting of a room at once. */

import { isDoor, takesPaint } from "#geometry/woodwork.js";
import { coverOpening } from "#model/actions/cover_opening.js";
import { paintPlane } from "#model/actions/paint.js";
import { doorsOf, paintWoodwork } from "#model/actions/paint_woodwork.js";
import { button } from "#ui/dom.js";
import { paintRow } from "#ui/studio/paint_row.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

/** The opening's own colour; of a door also the way to all woodwork of each room that it leads to. @param {Studio} studio @param {any} opening */
export function paintedRow(studio, opening) {
  if (!takesPaint(opening)) return null;
  const { t, store, planView: { survey } } = studio;
  const chosen = paintOf(studio, survey.surfaces.woodwork.openings.get(opening.id));
  const rooms = [...new Set(survey.faces.filter(({ cuts }) => cuts.some((cut) => cut.opening === opening.id)).map(({ room }) => room))];
  return paintRow(studio, {
    chosen,
    label: t(isDoor(opening) ? "studio.door_colour" : "studio.window_colour"),
    paint: (code) => store.perform(coverOpening(opening.id, { paint: code })),
    more: chosen && isDoor(opening) ? rooms.map((room) => button("paint-roller", t("studio.woodwork_of", { room: nameOf(studio, room) }), () => store.perform(paintWoodwork(roomAt(studio, room), chosen)))) : [],
  });
}

/** A room's doors and skirting in one stroke, then skirting alone. @param {Studio} studio @param {number} place @param {{level: string, label: string | null, at: [number, number]}} room */
export function woodworkRows(studio, place, room) {
  const { t, store, planView: { survey: { surfaces: { woodwork } } } } = studio;
  const skirting = paintOf(studio, woodwork.skirting.get(place));
  const doors = doorsOf(store.document, place);
  const paints = new Set([skirting, ...doors.map((id) => paintOf(studio, woodwork.openings.get(id)))]);
  const [all] = paints.size === 1 ? paints : [null];
  return [
    doors.length ? paintRow(studio, { chosen: all, label: t("studio.woodwork_colour"), paint: (code) => store.perform(paintWoodwork({ place, ...room }, code)) }) : null,
    paintRow(studio, { chosen: skirting, label: t("studio.skirting_colour"), paint: (code) => store.perform(paintPlane(room, "skirting", { paint: code })) }),
  ];
}

/** The paint of a finish. @param {Studio} studio @param {string | undefined} finish @returns {string | null} */
const paintOf = ({ store }, finish) => (finish && store.document.finishes[finish]?.paint) || null;

/** @param {Studio} studio @param {number} place */
function nameOf({ roomName, planView: { survey } }, place) {
  return roomName(survey.found.rooms[place]);
}

/** @param {Studio} studio @param {number} place */
function roomAt({ planView: { survey } }, place) {
  const { level, label } = survey.found.rooms[place];
  const at = /** @type {[number, number]} */ (survey.middleOf(place).map((value) => Math.floor(value + 0.5)));
  return { place, level, label: label ?? null, at };
}
