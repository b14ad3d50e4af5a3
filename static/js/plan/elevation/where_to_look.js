/** Which wall, from which side, the selection speaks of; else the one that was looked at, or a wall of the largest room. */

import { lettered } from "#geometry/wall_letters.js";
import { openingSpan } from "#geometry/walls.js";
import { entity } from "#model/plan.js";
import { UnfoldedWall } from "#model/unfolded.js";

/**
 * @typedef {import("#model/unfolded.js").Where} Where
 * @typedef {import("#plan/survey.js").Survey} Survey
 */

/** @param {Survey} survey @param {{selection: import("#model/selection.js").Selection, store: import("#core/store.js").Store}} with_ @param {Where | null} before @returns {Where | null} null where no wall bounds a room */
export function whereToLook(survey, { selection: { current: target }, store: { document } }, before) {
  const kept = before && survey.rooms.some(({ index }) => index === before.room) ? before : null;
  if (target?.collection === "walls" && target.id) return ofWall(survey, target.id, target.side ?? null, target.at_mm ?? null, kept) ?? fallback(survey, kept);
  const opening = target?.collection === "openings" && target.id ? entity(document, "openings", target.id) : null;
  if (opening) return ofWall(survey, opening.wall, opening.kind === "niche" ? opening.opens : null, middleOf(document, opening), kept) ?? fallback(survey, kept);
  const item = target?.collection === "items" && target.id ? entity(document, "items", target.id) : null;
  if (item) return ofItem(survey, item, kept) ?? fallback(survey, kept);
  const room = target?.collection === "rooms" && target.at ? survey.roomAt(target.at) : null;
  return room === null || room === kept?.room ? fallback(survey, kept) : firstOf(survey, room);
}

/** How far along its wall an opening's middle lies. @param {any} document @param {any} opening */
function middleOf(document, opening) {
  const wall = entity(document, "walls", opening.wall);
  const span = wall && openingSpan(/** @type {any} */ (wall), opening);
  return span ? (span[0] + span[1]) / 2 : null;
}

/** @param {Survey} survey @param {Where | null} kept @returns {Where | null} */
function fallback(survey, kept) {
  if (kept) return ofWall(survey, kept.wall, kept.side, null, kept) ?? firstOf(survey, kept.room);
  const [largest] = survey.rooms.toSorted((one, other) => other.room.area_mm2 - one.room.area_mm2);
  return largest ? firstOf(survey, largest.index) : null;
}

/** @param {Survey} survey @param {string} id @param {string | null} side @param {number | null} at_mm @param {Where | null} kept where several rooms see it, the one that was looked at @returns {Where | null} */
function ofWall(survey, id, side, at_mm, kept) {
  const holds = (/** @type {any} */ { from_mm, to_mm }) => at_mm !== null && from_mm <= at_mm && at_mm <= to_mm;
  const rank = (/** @type {any} */ face) =>
    (face.side === side ? 8 : 0) + (holds(face) ? 4 : 0) + (kept && face.room === kept.room ? 2 : 0) + (kept && kept.wall === id && face.side === kept.side ? 1 : 0);
  const faces = survey.faces.filter((face) => face.wall === id && (face.side === "left" || face.side === "right"));
  const [best] = faces.toSorted((one, other) => rank(other) - rank(one) || other.length_mm - one.length_mm);
  return best ? { room: best.room, wall: id, side: /** @type {"left" | "right"} */ (best.side) } : null;
}

/** The wall that it hangs on or stands nearest to; the one that is looked at, where it is seen there. @param {Survey} survey @param {any} item @param {Where | null} kept @returns {Where | null} */
function ofItem(survey, item, kept) {
  const room = survey.roomAt(item.at);
  if (room === null || item.level !== survey.level) return null;
  const seen = lettered(survey.found.rooms[room]).flatMap((side) => {
    const [standing] = new UnfoldedWall(survey.document, survey.found, survey.surfaces, { ...side, room }).standingOf(item);
    return standing ? [{ where: { room, wall: side.wall, side: side.side }, standing }] : [];
  });
  const isKept = (/** @type {Where} */ where) => where.room === kept?.room && where.wall === kept.wall && where.side === kept.side;
  const held = seen.find(({ where }) => isKept(where)) ?? seen.find(({ where }) => where.wall === item.host);
  const nearest = seen.toSorted((one, other) => Number(other.standing.isFacing) - Number(one.standing.isFacing) || one.standing.away_mm - other.standing.away_mm)[0];
  return (held ?? nearest)?.where ?? (room === kept?.room ? null : firstOf(survey, room));
}

/** @param {Survey} survey @param {number} room @returns {Where | null} */
function firstOf(survey, room) {
  const [first] = lettered(survey.found.rooms[room]);
  return first ? { room, wall: first.wall, side: first.side } : null;
}
