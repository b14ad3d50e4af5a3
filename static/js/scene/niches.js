/** How closed in by its own boards a face of a thing is: inside of shelves and niches it is dark, the more the farther from their front. */

/** @typedef {number[]} Spot metres in the thing's frame, y up */
/** @typedef {{least: Spot, most: Spot}} Board */

/** What is as large as this two ways holds light back, from so far off at most. */
const LARGE_M = 0.14;
const REACH_M = 0.6;
/** How far the ways that are asked lean from the face's own, and so far before it they begin. */
const LEAN = 1.1;
const BEFORE_M = 0.006;
const WAYS = [0, 1, 2, 3, 4, 5].map((step) => (step * Math.PI) / 3).map((angle) => [LEAN * Math.cos(angle), LEAN * Math.sin(angle)]);

/** The box about a part, if it is large enough to hold light back. @param {ArrayLike<number>} positions of all parts @param {number} start its first vertex @param {number} end @returns {Board | null} */
export const boardOf = (positions, start, end) => {
  const [least, most] = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
  for (let at = start * 3; at < end * 3; at += 1) {
    least[at % 3] = Math.min(least[at % 3], positions[at]);
    most[at % 3] = Math.max(most[at % 3], positions[at]);
  }
  return most.filter((value, axis) => value - least[axis] > LARGE_M).length >= 2 ? { least, most } : null;
};

/** From 0, where nothing is before a face, to 1, where boards are close before it on all sides. @param {readonly Board[]} boards @param {Spot} at @param {Spot} normal of length 1 */
export const closedAt = (boards, at, normal) => {
  const from = at.map((value, axis) => value + BEFORE_M * normal[axis]);
  const aside = crossed(normal, Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]);
  const ahead = crossed(normal, aside);
  const ways = [normal, ...WAYS.map(([right, up]) => normal.map((value, axis) => value + right * aside[axis] + up * ahead[axis]))];
  return ways.reduce((sum, way) => sum + boards.reduce((most, board) => Math.max(most, nearness(board, from, way)), 0), 0) / ways.length;
};

/** @param {Spot} one @param {Spot} other */
const crossed = ([ax, ay, az], [bx, by, bz]) => {
  const across = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  const long = Math.hypot(...across) || 1;
  return across.map((value) => value / long);
};

/** 1 where a board is close that way, 0 where it is out of reach or beside. @param {Board} board @param {Spot} from @param {Spot} way */
const nearness = ({ least, most }, from, way) => {
  let [near, far] = [0, Infinity];
  for (let axis = 0; axis < 3; axis += 1) {
    const [one, other] = [(least[axis] - from[axis]) / (way[axis] || 1e-9), (most[axis] - from[axis]) / (way[axis] || 1e-9)];
    near = Math.max(near, Math.min(one, other));
    far = Math.min(far, Math.max(one, other));
  }
  return near <= far ? Math.max(1 - (near * Math.hypot(...way)) / REACH_M, 0) : 0;
};
