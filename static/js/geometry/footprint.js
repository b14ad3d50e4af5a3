/**
 * The rectangle that an item stands on, turned as it is; at no turn its back is at the top of the page.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {{at: Vector, size: readonly number[], turn_mdeg: number}} Standing
 */
import { dot, minus, turned } from "#geometry/vector.js";

export const FULL_TURN_MDEG = 360_000;

/**
 * The unit direction of its width, from its left to its right for who stands behind it.
 * @param {number} turn_mdeg @returns {Vector}
 */
export const widthWay = (turn_mdeg) => turned([1, 0], (turn_mdeg * Math.PI) / 180_000);

/** The unit direction in which it faces. @param {number} turn_mdeg @returns {Vector} */
export const frontWay = (turn_mdeg) => turned([0, 1], (turn_mdeg * Math.PI) / 180_000);

/** Its corners, clockwise on the page from the back left. @param {Standing} standing @returns {Vector[]} */
export function footprint({ at, size, turn_mdeg }) {
  const [w, d] = [size[0] / 2, size[1] / 2];
  /** @type {Vector[]} */
  const corners = [[-w, -d], [w, -d], [w, d], [-w, d]];
  return corners.map((corner) => {
    const [x, y] = turned(corner, (turn_mdeg * Math.PI) / 180_000);
    return [at[0] + x, at[1] + y];
  });
}

/**
 * From where to where the footprint reaches along a direction from a point, mm.
 * @param {Standing} standing @param {Vector} from @param {Vector} way @returns {[number, number]}
 */
export function reachAlong(standing, from, way) {
  const feet = footprint(standing).map((corner) => dot(minus(corner, from), way));
  return [Math.min(...feet), Math.max(...feet)];
}

/** The turn with which an item faces that way, whole thousandths of a degree. @param {Vector} way */
export function turnFacing([x, y]) {
  const turn = Math.floor((Math.atan2(-x, y) * 180_000) / Math.PI + 0.5);
  return (turn + FULL_TURN_MDEG) % FULL_TURN_MDEG;
}
