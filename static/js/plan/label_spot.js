/** Where a room's name stands: as near to its middle as it hides nothing. */

import { footprint } from "#geometry/footprint.js";
import { contains } from "#geometry/polygon.js";

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box left, top, right and bottom, mm */

/** Places tried across the room, and along it. */
const TRIED = 21;
/** Lower things lie on the floor: a name may stand on them sooner than on furniture. */
const FLAT_MM = 40;

/**
 * The middle of a free place for a label of this size; where there is none, of the one that hides least; null where it would meet walls anywhere.
 * @param {{polygon: readonly Point[], holes: readonly (readonly Point[])[]}} room @param {readonly any[]} items that stand on the level @param {Point} middle @param {[number, number]} size mm
 * @param {boolean} [mayHide] false: null where it would hide a thing
 * @returns {Point | null}
 */
export function labelSpot(room, items, middle, size, mayHide = true) {
  const spots = spotsAround(room.polygon, middle);
  const boxed = itemsNear(items, room.polygon).map((item) => ({ isFlat: isFlat(item), box: boxOf(footprint(item)) }));
  for (const obstacles of [boxed, boxed.filter(({ isFlat }) => !isFlat)]) {
    const free = spots.find((spot) => isFree(boxAt(spot, size), room, obstacles));
    if (free) return free;
  }
  if (!mayHide) return null;
  const within = spots.filter((spot) => isFree(boxAt(spot, size), room, []));
  const hidden = within.map((spot) => Math.round(boxed.reduce((sum, { box }) => sum + shared(box, boxAt(spot, size)), 0)));
  return within[hidden.indexOf(Math.min(...hidden))] ?? null;
}

/** Whether words may stand on it. @param {any} item */
export const isFlat = ({ elevation, size: [, , height] }) => elevation === 0 && height <= FLAT_MM;

/** Those that may reach into a room. @param {readonly any[]} items @param {readonly Point[]} polygon */
export function itemsNear(items, polygon) {
  const around = boxOf(polygon);
  return items.filter((item) => isNear(item, around));
}

/** Whether a thing may reach into a box, judged by its longest way across; asked of every thing for every room. @param {any} item @param {Box} box */
function isNear({ at, size }, box) {
  const reach = (size[0] + size[1]) / 2;
  return at[0] > box[0] - reach && at[0] < box[2] + reach && at[1] > box[1] - reach && at[1] < box[3] + reach;
}

/** The nearest to the middle first. @param {readonly Point[]} polygon @param {Point} middle @returns {Point[]} */
function spotsAround(polygon, middle) {
  const [left, top, right, bottom] = boxOf(polygon);
  const shares = Array.from({ length: TRIED }, (_, place) => (place + 0.5) / TRIED);
  const grid = shares.flatMap((along) => shares.map((across) => /** @type {Point} */ ([left + across * (right - left), top + along * (bottom - top)])));
  const away = (/** @type {Point} */ [x, y]) => Math.hypot(x - middle[0], y - middle[1]);
  return [middle, ...grid.sort((one, other) => away(one) - away(other))];
}

/** @param {Box} box @param {{polygon: readonly Point[], holes: readonly (readonly Point[])[]}} room @param {readonly {box: Box}[]} obstacles */
function isFree(box, { polygon, holes }, obstacles) {
  if (obstacles.some((one) => overlap(one.box, box))) return false;
  const [left, top, right, bottom] = box;
  /** @type {Point[]} */
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
  const isCrossed = [polygon, ...holes].some((ring) => ring.some(([x, y]) => x > left && x < right && y > top && y < bottom));
  return !isCrossed && corners.every((corner) => contains(polygon, corner) && !holes.some((hole) => contains(hole, corner)));
}

/** @param {Point} middle @param {[number, number]} size @returns {Box} */
const boxAt = ([x, y], [width, height]) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

/** @param {Box} one @param {Box} other */
const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** How much two boxes have in common, mm². @param {Box} one @param {Box} other */
const shared = (one, other) => Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0])) * Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]));

/** @param {readonly (readonly [number, number])[]} points @returns {Box} */
function boxOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
