/** An opening slid along its wall: within the wall, at its middle, or beside another opening. */

/**
 * @param {number} middle_mm where the opening's middle is dragged to, mm along the wall from a
 * @param {{width: number, from_mm: number, to_mm: number, others?: readonly (readonly [number, number])[],
 *   reach_mm: number, grid_mm?: number}} around the stretch that it may take, and the spans of other openings there
 * @returns {{from_mm: number, guides: number[]}} its edge nearer to a, whole mm; `guides`: places along the wall
 */
export function snapOpening(middle_mm, { width, from_mm, to_mm, others = [], reach_mm, grid_mm = 10 }) {
  const wanted = middle_mm - width / 2;
  const stop = nearestStop(wanted, stopsOf(width, from_mm, to_mm, others), reach_mm);
  const placed = stop ? stop.at : Math.floor(wanted / grid_mm + 0.5) * grid_mm;
  const inside = Math.max(Math.min(placed, to_mm - width), from_mm);
  return { from_mm: Math.floor(inside + 0.5), guides: stop ? [stop.guide] : [] };
}

/**
 * @param {number} width @param {number} from_mm @param {number} to_mm
 * @param {readonly (readonly [number, number])[]} others
 */
const stopsOf = (width, from_mm, to_mm, others) => [
  { at: from_mm, guide: from_mm },
  { at: to_mm - width, guide: to_mm },
  { at: (from_mm + to_mm - width) / 2, guide: (from_mm + to_mm) / 2 },
  ...others.flatMap(([low, high]) => [
    { at: low - width, guide: low },
    { at: high, guide: high },
  ]),
];

/** @param {number} wanted @param {{at: number, guide: number}[]} stops @param {number} reach_mm */
function nearestStop(wanted, stops, reach_mm) {
  const [nearest] = stops.sort((one, other) => Math.abs(one.at - wanted) - Math.abs(other.at - wanted));
  return Math.abs(nearest.at - wanted) <= reach_mm ? nearest : null;
}
