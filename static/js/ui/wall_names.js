/** What walls are called: by their letters in the rooms that see them, as wall views and printed sheets call them. */

import { lettered } from "#geometry/wall_letters.js";

/**
 * A side of a wall as a room sees it; `order` runs through the rooms and their letters.
 * @typedef {{letter: string, side: string, room: any, order: number}} Seen
 */

/** Who sees each wall, in the order of the rooms. @param {import("#plan/survey.js").Survey} survey @returns {Map<string, Seen[]>} */
export function seenWalls(survey) {
  const sides = survey.rooms.flatMap(({ room }) => lettered(room).map(({ letter, wall, side }) => ({ letter, wall, side, room })));
  const found = new Map();
  sides.forEach(({ wall, ...side }, order) => found.set(wall, [...(found.get(wall) ?? []), { ...side, order }]));
  return found;
}

/** "Wall A", or "Wall A / C" where it stands between rooms; and those rooms, where the level has more than one. @param {import("#ui/studio/studio.js").Studio} studio @param {readonly Seen[]} seen */
export function wallName({ t, roomName, planView: { survey } }, seen) {
  const letters = [...new Set(seen.map(({ letter }) => letter))].join(" / ");
  const rooms = survey.rooms.length > 1 ? [...new Set(seen.map(({ room }) => roomName(room)))].join(" / ") : "";
  return { name: letters ? t("walls.wall", { letter: letters }) : t("plan.wall"), rooms };
}

/** "Wall A", or "Wall A (Living room, Hall) and C (Kitchen)" where several rooms see it. @param {import("#ui/studio/studio.js").Studio} studio @param {readonly Seen[]} seen */
export function wallHeading(studio, seen) {
  if (seen.length < 2) return wallName(studio, seen).name;
  const { t, roomName } = studio;
  const letters = [...new Set(seen.map(({ letter }) => letter))];
  const roomsOf = (/** @type {string} */ letter) => [...new Set(seen.filter((one) => one.letter === letter).map(({ room }) => roomName(room)))].join(", ");
  return t("walls.wall", { letter: letters.map((letter) => t("walls.wall_in", { letter, room: roomsOf(letter) })).join(t("walls.and")) });
}
