/** The room that schemes are for: the selected one, else the one before, else the largest of the level. */

import { choiceField } from "#ui/fields.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */

/** Its number, -1 where there is none. @param {Studio} studio @param {number} before */
export function roomMeant({ selection, planView: { survey } }, before) {
  const at = selection.current?.collection === "rooms" ? selection.current.at : null;
  const chosen = at ? survey.roomAt(at) : null;
  if (chosen !== null && chosen !== undefined) return chosen;
  const known = survey.rooms.some(({ index }) => index === before);
  const largest = survey.rooms.toSorted((one, other) => other.room.area_mm2 - one.room.area_mm2)[0];
  return known ? before : (largest?.index ?? -1);
}

/** Where there is more than one room. @param {Studio} studio @param {number} room @param {(room: number) => void} change */
export function roomChoice({ planView: { survey }, t, roomName }, room, change) {
  if (survey.rooms.length < 2) return null;
  const options = survey.rooms.map(({ index, room: found }) => /** @type {[string, string]} */ ([String(index), roomName(found) || `${t("schemes.room")} ${index + 1}`]));
  return choiceField({ label: t("schemes.room"), value: String(room), options, change: (value) => change(Number(value)) });
}
