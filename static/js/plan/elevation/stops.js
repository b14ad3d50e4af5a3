/** What a thing stops at when it is moved over a wall: the ends and the middle of the wall, its neighbours, usual heights, rows of tiles. */

import { entity } from "#model/plan.js";
import { placeOfTile } from "#model/tile_surface.js";

/**
 * @typedef {import("#geometry/snap_on_wall.js").Stop} Stop
 * @typedef {import("#plan/elevation/walls_view.js").WallsView} WallsView
 */

/** Heights at which bands usually end: a rail, half a wall, above a worktop, as high as doors. */
const USUAL_BAND_MM = [900, 1200, 1500, 2000, 2100];
const USUAL_SILL_MM = [850, 900];
const ROWS = ["straight", "half", "third"];
const MOST_ROWS = 400;

/** @param {WallsView} view @param {string} key of the thing itself @returns {Stop[]} */
export function stopsAlong(view, key) {
  const width = view.wall?.width_mm ?? 0;
  const others = view.placed.filter((other) => other.key !== key);
  return [
    ...edge(0), ...edge(width), { at: width / 2, of: /** @type {"middle"} */ ("middle") },
    ...others.flatMap(({ left, right }) => [...edge(left), ...edge(right), { at: (left + right) / 2, of: /** @type {"middle"} */ ("middle") }]),
  ];
}

/** @param {WallsView} view @param {string} key @param {number | null} usual_mm the height its kind usually has @returns {Stop[]} */
export function stopsUpwards(view, key, usual_mm) {
  const others = view.placed.filter((other) => other.key !== key);
  return [
    { at: 0, of: /** @type {"low"} */ ("low") },
    ...(usual_mm === null ? [] : [{ at: usual_mm, of: /** @type {"low"} */ ("low") }]),
    ...others.flatMap(({ low, high }) => [...edge(low), ...edge(high), { at: (low + high) / 2, of: /** @type {"middle"} */ ("middle") }]),
    ...bandEdges(view).flatMap(edge), ...tileRows(view).flatMap(edge),
  ];
}

/** @param {WallsView} view @param {string} key @returns {Stop[]} */
export const stopsOfSill = (view, key) => [...stopsUpwards(view, key, null), ...USUAL_SILL_MM.map((at) => ({ at, of: /** @type {"low"} */ ("low") }))];

/** Of a band's edge. @param {WallsView} view @returns {Stop[]} */
export function stopsOfBand(view) {
  const top = view.wall?.highest_mm ?? 0;
  return [0, top, ...USUAL_BAND_MM, ...bandEdges(view), ...tileRows(view), ...view.placed.flatMap(({ low, high }) => [low, high])].flatMap(edge);
}

/** @param {number} at @returns {Stop[]} */
const edge = (at) => [{ at, of: "edge" }];

/** @param {WallsView} view @returns {number[]} */
const bandEdges = ({ wall }) => (wall?.strips ?? []).flatMap(({ z_from, z_to }) => [z_from, z_to]);

/** The heights of the level joints of tiles that run along the wall. @param {WallsView} view @returns {number[]} */
function tileRows({ wall }) {
  return (wall?.strips ?? []).flatMap(({ finish, surface, z_from, z_to }) => {
    const tile = finish ? entity(/** @type {any} */ (wall).document, "finishes", finish)?.tile : null;
    if (!tile || !ROWS.includes(tile.pattern) || (tile.turn_mdeg ?? 0) % 180_000) return [];
    const pitch = tile.size[1] + tile.joint;
    const begin = placeOfTile(tile, surface).origin[1] - tile.joint / 2;
    const first = Math.ceil((z_from - begin) / pitch);
    const count = Math.min(Math.max(Math.floor((z_to - begin) / pitch) - first + 1, 0), MOST_ROWS);
    return Array.from({ length: count }, (_, place) => Math.round(begin + (first + place) * pitch));
  });
}
