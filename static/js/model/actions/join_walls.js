/** Two walls that go on in one line, straight or on one circle, become one; what hangs in them stays where it is. */

import { centreLine } from "#geometry/centreline.js";
import { isTapered, thicknessAtB } from "#geometry/thickness.js";
import { length, minus } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";
import { endsAt } from "#model/corners.js";
import { entity, finishesOf, itemsOf, openingsOf, wallHeights } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {"a" | "b"} End */

/** Ends are whole millimetres, so one line may bend by as much where walls were split. */
const OFF_MM = 2;
/** On a circle the same error shows larger. */
const ROUND_SHARE = 0.01;
/** @type {Record<string, string>} */
const OTHER = { left: "right", right: "left", a: "b", b: "a" };

/** The wall that this one can be joined with, or null: the one of the same make that alone goes on at one of its ends. @param {Document} document @param {string} id @returns {string | null} */
export const joinable = (document, id) => partnerOf(document, id)?.other.id ?? null;

/** @param {string} id it stays, as far as both reach @returns {(document: Document) => import("#core/log.js").Parts | null} */
export const joinWalls = (id) => (document) => {
  const found = partnerOf(document, id);
  if (!found) return null;
  const { wall, other, end, meets, bulge } = found;
  const isTurned = end === meets;
  const heights = { [end]: wallHeights(document, other.id)[OTHER[meets] === "a" ? 0 : 1], [OTHER[end]]: wallHeights(document, id)[end === "a" ? 1 : 0] };
  const isLevel = wall.height === other.height && wall.height_b === null && other.height_b === null;
  const joined = { ...wall, [end]: other[OTHER[meets]], bulge };
  const moved = { document, into: joined, isTurned, from_mm: end === "b" ? lengthOf(wall) : 0, other };
  return {
    action: "join_walls",
    input: "picked",
    set: {
      [`walls/${id}`]: { [end]: joined[end], bulge, ...(isLevel ? {} : { height: heights.a, height_b: heights.b }), ...taper(found) },
      ...(end === "a" ? shiftedOpenings(document, wall, lengthOf(other)) : {}),
      ...hungOver(moved),
      ...Object.fromEntries(itemsOf(document).filter(({ host }) => host === other.id).map((item) => [`items/${item.id}`, { host: id }])),
    },
    remove: [`walls/${other.id}`, ...finishesOf(document, { wall: other.id }).filter((one) => isTold(document, id, one, isTurned)).map((one) => `finishes/${one.id}`)],
  };
};

/** @param {Document} document @param {string} id */
function partnerOf(document, id) {
  const wall = entity(document, "walls", id);
  if (!wall) return null;
  for (const end of /** @type {End[]} */ (["b", "a"])) {
    const there = endsAt(document, wall.level, wall[end]).filter((one) => one.wall !== id);
    const other = there.length === 1 ? entity(document, "walls", there[0].wall) : null;
    const bulge = other && there[0] ? joinedBulge(wall, end, other, there[0].end) : null;
    if (other && bulge !== null && isAlike(document, wall, end, other, there[0].end)) return { wall, other, end, meets: there[0].end, bulge };
  }
  return null;
}

/** @param {Document} document @param {any} wall @param {End} end @param {any} other @param {End} meets */
function isAlike(document, wall, end, other, meets) {
  const [here, there] = [wallHeights(document, wall.id)[end === "a" ? 0 : 1], wallHeights(document, other.id)[meets === "a" ? 0 : 1]];
  return here === there && goesOn(wall, end, other, meets);
}

/** Whether the other wall's faces go on in this one's: the thickness at the join is what the joined wall has there. @param {any} wall @param {End} end @param {any} other @param {End} meets */
function goesOn(wall, end, other, meets) {
  const [here, there] = [thicknessAt(wall, end), thicknessAt(other, meets)];
  const [far, on] = [thicknessAt(wall, OTHER[end]), thicknessAt(other, OTHER[meets])];
  const share = lengthOf(wall) / (lengthOf(wall) + lengthOf(other));
  return here === there && Math.abs(far + (on - far) * share - here) <= OFF_MM / 2;
}

/** What the joined wall is as thick as at its ends, where either tapers. @param {{wall: any, other: any, end: End, meets: End}} found @returns {Fields} */
function taper({ wall, other, end, meets }) {
  if (!isTapered(wall) && !isTapered(other)) return {};
  const ends = { [OTHER[end]]: thicknessAt(wall, OTHER[end]), [end]: thicknessAt(other, OTHER[meets]) };
  return { thickness: ends.a, thickness_b: ends.b };
}

/** @param {any} wall @param {string} end */
const thicknessAt = (wall, end) => (end === "a" ? wall.thickness : thicknessAtB(wall));

/** The sagitta of both together from the wall's a to its b; null when they do not lie in one line. @param {any} wall @param {End} end @param {any} other @param {End} meets @returns {number | null} */
function joinedBulge(wall, end, other, meets) {
  const [far, join, on] = [wall[OTHER[end]], wall[end], other[OTHER[meets]]];
  const chord = minus(on, far);
  const long = length(chord);
  if (long === 0) return null;
  const [one, next] = [centreLine(wall), centreLine(other)];
  if (!one || !next || !one.centre !== !next.centre) return null;
  const off = Math.abs(chord[0] * (join[1] - far[1]) - chord[1] * (join[0] - far[0])) / long;
  const along = (chord[0] * (join[0] - far[0]) + chord[1] * (join[1] - far[1])) / long;
  if (!one.centre || !next.centre) return off <= OFF_MM && along > 0 && along < long ? 0 : null;
  const turn = meets === end ? -next.turn : next.turn;
  const apart = length(minus(one.centre, next.centre));
  if (turn !== one.turn || apart > OFF_MM + ROUND_SHARE * one.radius_mm) return null;
  const sweep = one.length_mm / one.radius_mm + next.length_mm / next.radius_mm;
  return sweep < 1.9 * Math.PI ? Math.floor(one.turn * (long / 2) * Math.tan(sweep / 4) + 0.5) : null;
}

/** Those measured from a keep their place when a moves away. @param {Document} document @param {any} wall @param {number} by_mm @returns {Record<string, Fields>} */
const shiftedOpenings = (document, wall, by_mm) =>
  Object.fromEntries([
    ...openingsOf(document, wall.id).filter(({ from }) => from === "a").map((one) => [`openings/${one.id}`, { offset: whole(one.offset + by_mm) }]),
    ...finishesOf(document, { wall: wall.id }).filter(({ at }) => at !== null).map((one) => [`finishes/${one.id}`, { at: whole(one.at + by_mm) }]),
  ]);

/** What hung in the other wall, hung in the joined one. @param {{document: Document, into: any, isTurned: boolean, from_mm: number, other: any}} of @returns {Record<string, Fields>} */
function hungOver({ document, into, isTurned, from_mm, other }) {
  const long = lengthOf(other);
  const side = (/** @type {string | null} */ one) => (isTurned && one ? OTHER[one] : one);
  const openings = openingsOf(document, other.id).flatMap((opening) => {
    const span = openingSpan(other, /** @type {any} */ (opening));
    if (!span) return [];
    const offset = whole(from_mm + (isTurned ? long - span[1] : span[0]));
    return [[`openings/${opening.id}`, { wall: into.id, from: "a", offset, opens: side(opening.opens) }]];
  });
  const finishes = finishesOf(document, { wall: other.id }).filter((one) => !isTold(document, into.id, one, isTurned)).map((one) => {
    const at = one.at === null ? null : whole(from_mm + (isTurned ? long - one.at : one.at));
    return [`finishes/${one.id}`, { wall: into.id, side: side(one.side), at }];
  });
  return Object.fromEntries([...openings, ...finishes]);
}

/** Whether the wall wears the same already, all along. @param {Document} document @param {string} id @param {any} finish @param {boolean} isTurned */
const isTold = (document, id, finish, isTurned) =>
  finish.at === null && finishesOf(document, { wall: id }).some((own) =>
    own.at === null && own.side === (isTurned ? OTHER[finish.side] : finish.side) && own.z_from === finish.z_from && own.z_to === finish.z_to
    && own.paint === finish.paint && JSON.stringify(own.tile) === JSON.stringify(finish.tile));

/** @param {any} wall */
const lengthOf = (wall) => centreLine(wall)?.length_mm ?? 0;

/** @param {number} mm */
const whole = (mm) => Math.floor(mm + 0.5);
