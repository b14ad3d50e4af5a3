/**
 * Plane vectors as pairs of numbers; square roots and not hypot, so that the server's twin gives the same bits.
 * @typedef {readonly [number, number]} Vector x right, y down the page, mm
 */

/** @param {Vector} p @param {Vector} q @returns {Vector} */
export const minus = (p, q) => [p[0] - q[0], p[1] - q[1]];

/** @param {Vector} p @param {Vector} direction @param {number} by @returns {Vector} */
export const moved = (p, direction, by) => [p[0] + direction[0] * by, p[1] + direction[1] * by];

/** @param {Vector} p @param {Vector} q */
export const dot = (p, q) => p[0] * q[0] + p[1] * q[1];

/** The cross product: positive when q is clockwise of p on the page. @param {Vector} p @param {Vector} q */
export const across = (p, q) => p[0] * q[1] - p[1] * q[0];

/** @param {Vector} p */
export const length = (p) => Math.sqrt(p[0] * p[0] + p[1] * p[1]);

/** The vector turned clockwise on the page. @param {Vector} p @param {number} radians @returns {Vector} */
export const turned = (p, radians) => {
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  return [p[0] * c - p[1] * s, p[0] * s + p[1] * c];
};
