/** What can be gripped on a wall's view: the edges of bands, the first tile and its turn, the sides of an opening. Each is a slider for the keyboard. */

import { firstTile } from "#geometry/tile_pattern.js";
import { edgesOf, LEAST_BAND_MM } from "#model/actions/bands.js";
import { entity } from "#model/plan.js";
import { placeOfTile } from "#model/tile_surface.js";
import { flipped } from "#plan/elevation/ground.js";
import { line, ring, svg } from "#plan/svg.js";

/**
 * @typedef {import("#plan/elevation/walls_view.js").WallsView} WallsView
 * @typedef {[number, number]} Point
 * @typedef {{label: string, now: number, least: number, most: number, text: string, upright: boolean}} Slider
 */

const REACH_PX = 22;
const DOT_PX = 7;

/** @param {WallsView} view @returns {SVGElement[]} */
export function handlesOf(view) {
  const target = view.tools.selection.current;
  if (!view.wall || !view.tools.mayEdit || view.tools.selection.all.length > 1) return [];
  if (target?.collection === "openings") return openingHandles(view);
  return target?.collection === "walls" && target.id === view.wall.wall.id ? [...edgeHandles(view), ...tileHandles(view)] : [];
}

/** The heights where finishes change; those at floor and ceiling only of the stretch that is selected. @param {WallsView} view */
function edgeHandles(view) {
  const wall = /** @type {NonNullable<WallsView["wall"]>} */ (view.wall);
  const { length, t } = view.tools;
  const strip = view.strip;
  return wall.faces.flatMap((face, stretch) => edgesOf(wall.document, face).flatMap((z, place, all) => {
    const isOfStrip = strip?.face === face && (strip.z_from === z || strip.z_to === z);
    const top = wall.highest_mm;
    if ((z === 0 || z >= top) && !isOfStrip) return [];
    const [left, right] = [wall.leftOf(face), wall.leftOf(face) + face.length_mm];
    const rail = svg("path", { d: line([[left, -z], [right, -z]]), class: "band-edge" });
    const slider = { label: t("walls.edge"), now: z, least: (all[place - 1] ?? 0) + LEAST_BAND_MM, most: (all[place + 1] ?? top) - LEAST_BAND_MM, text: length(z), upright: true };
    const x = left + (right - left) * 0.5;
    const label = svg("text", { x: x + 14 * view.letterMm, y: -z - 6 * view.letterMm, "font-size": 12.5 * view.letterMm, class: "measure-text is-beside" }, length(z));
    return [rail, grip(view, [x, -z], `edge ${stretch} ${place}`, slider), label];
  }));
}

/** @param {WallsView} view */
function tileHandles(view) {
  const { strip, wall, tools: { t } } = view;
  const tile = strip?.finish && wall ? entity(wall.document, "finishes", strip.finish)?.tile : null;
  if (!strip || !tile) return [];
  const { origin, turn } = placeOfTile(tile, strip.surface);
  const corners = firstTile(tile, origin, turn).map(([x, z]) => /** @type {Point} */ ([x + strip.left, z]));
  const [x, y] = tile.origin ?? [0, 0];
  const degrees = (tile.turn_mdeg ?? 0) / 1000;
  const at = flipped([[origin[0] + strip.left, origin[1]], turnKnob(tile, origin, turn, strip.left)]);
  return [
    svg("path", { d: ring(flipped(corners)), class: "first-tile" }),
    svg("path", { d: line(at), class: "frame-line" }),
    grip(view, at[0], "tiles origin", { label: t("walls.first_tile"), now: x, least: -50_000, most: 50_000, text: t("walls.first_tile_at", { x: view.tools.length(x), y: view.tools.length(y) }), upright: false }, "is-square"),
    grip(view, at[1], "tiles turn", { label: t("walls.tiles_turn"), now: degrees, least: 0, most: 360, text: `${degrees}°`, upright: false }),
  ];
}

/** At the far end of the first tile's lower edge. @param {import("#geometry/tile_pattern.js").Tile} tile @param {Point} origin @param {number} turn @param {number} left @returns {Point} */
export function turnKnob(tile, origin, turn, left) {
  const radians = (turn * Math.PI) / 180;
  return [origin[0] + left + tile.size[0] * Math.cos(radians), origin[1] + tile.size[0] * Math.sin(radians)];
}

/** @param {WallsView} view */
function openingHandles(view) {
  const { chosen, tools: { t, length } } = view;
  if (!chosen) return [];
  const { left, right, low, high } = chosen;
  const [x, y] = [(left + right) / 2, -(low + high) / 2];
  const width = view.wall?.width_mm ?? 0;
  const top = view.wall?.highest_mm ?? 0;
  return [
    svg("rect", { x: left, y: -high, width: right - left, height: high - low, class: "frame-line" }),
    grip(view, [left, y], "opening left", { label: t("walls.opening_left"), now: left, least: 0, most: right, text: length(left), upright: false }),
    grip(view, [right, y], "opening right", { label: t("walls.opening_right"), now: right, least: left, most: width, text: length(right), upright: false }),
    grip(view, [x, -high], "opening high", { label: t("walls.opening_high"), now: high, least: low, most: top, text: length(high), upright: true }),
    ...(low > 0 ? [grip(view, [x, -low], "opening low", { label: t("walls.opening_low"), now: low, least: 0, most: high, text: length(low), upright: true })] : []),
  ];
}

/** @param {WallsView} view @param {readonly [number, number]} at @param {string} name @param {Slider} slider @param {string} [look] */
function grip({ letterMm, viewport: { mmPerPx } }, [x, y], name, { label, now, least, most, text, upright }, look = "") {
  const size = DOT_PX * letterMm;
  const dot = look === "is-square"
    ? svg("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, class: "dot" })
    : svg("circle", { cx: x, cy: y, r: size, class: "dot" });
  return svg("g", { class: `grip ${upright ? "is-upright" : ""} ${look}`, "data-handle": name, role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": upright ? "vertical" : "horizontal",
    "aria-valuenow": Math.round(now), "aria-valuemin": Math.round(Math.min(least, now)), "aria-valuemax": Math.round(Math.max(most, now)), "aria-valuetext": text },
    svg("circle", { cx: x, cy: y, r: REACH_PX * mmPerPx, class: "reach" }), dot);
}
