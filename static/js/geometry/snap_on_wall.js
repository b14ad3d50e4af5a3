/**
 * A thing moved over the face of a wall: its edges and its middle stop at what is around, else on whole centimetres.
 *
 * A place where it may stop, mm: with its lesser edge, its greater one, either of them, or its middle.
 * @typedef {{at: number, of: "low" | "high" | "edge" | "middle"}} Stop
 *
 * From and to along the wall, from and to above the floor, mm.
 * @typedef {readonly [number, number, number, number]} Box
 */

/**
 * @param {Box} box where it is moved to
 * @param {{xs: readonly Stop[], zs: readonly Stop[], reach_mm: number, grid_mm?: number}} around
 * @returns {{by: [number, number], guides: {x: number | null, z: number | null}}} `by`: how much further it goes; `guides`: what it stopped at
 */
export function snapOnWall([left, right, low, high], { xs, zs, reach_mm, grid_mm = 10 }) {
  const [x, z] = [pulled(left, right, xs, reach_mm, grid_mm), pulled(low, high, zs, reach_mm, grid_mm)];
  return { by: [x.by, z.by], guides: { x: x.at, z: z.at } };
}

/** One height or place moved alone. @param {number} value @param {readonly Stop[]} stops @param {number} reach_mm @param {number} [grid_mm] @returns {{value: number, guide: number | null}} */
export function snapValue(value, stops, reach_mm, grid_mm = 10) {
  const { by, at } = pulled(value, value, stops, reach_mm, grid_mm);
  return { value: value + by, guide: at };
}

/** @param {number} low @param {number} high @param {readonly Stop[]} stops @param {number} reach_mm @param {number} grid_mm @returns {{by: number, at: number | null}} */
function pulled(low, high, stops, reach_mm, grid_mm) {
  const pulls = stops.flatMap(({ at, of }) => EDGES[of].map((share) => ({ at, by: at - (low + (high - low) * share) })));
  const near = pulls.filter(({ by }) => Math.abs(by) <= reach_mm).sort((one, other) => Math.abs(one.by) - Math.abs(other.by))[0];
  return near ?? { by: Math.floor(low / grid_mm + 0.5) * grid_mm - low, at: null };
}

/** Where on the thing its stop lies: at its low end, its middle, its high end. */
const EDGES = { low: [0], high: [1], edge: [0, 1], middle: [0.5] };
