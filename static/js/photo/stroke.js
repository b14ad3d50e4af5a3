/** A finger's way over a photo as few points: the brush is wide, and each stroke is kept for ever. */

/** @typedef {[number, number]} Place */

const MOST_POINTS = 400;

/** Points at least so far apart, in whole pixels, the last one among them. @param {Place[]} way @param {number} apart_px @returns {Place[]} */
export function thinned(way, apart_px) {
  /** @type {Place[]} */
  const points = [];
  for (const point of way) if (!points.length || far(point, points[points.length - 1]) >= apart_px) points.push(point);
  const last = way[way.length - 1];
  if (far(last, points[points.length - 1]) >= 1) points.push(last);
  return points.length > MOST_POINTS ? thinned(way, apart_px * 2) : points;
}

/** @param {Place} one @param {Place} other */
const far = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);
