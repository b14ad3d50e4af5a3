/**
 * Where a dragged thing wants to be: an item against a wall and its neighbours, a corner, an opening in its wall.
 *
 * Results are whole millimetres, the nearest to the exact place, so a thing stands at most 0.71 mm off it. `reach_mm`
 * is how far a thing lets itself be pulled; `guides` are lines to draw, each from point to point.
 */
export { snapItem } from "#geometry/snap_item.js";
export { snapOpening } from "#geometry/snap_opening.js";
export { snapPoint } from "#geometry/snap_point.js";
