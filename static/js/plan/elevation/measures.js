/** Measures on a wall's view: the wall's own, those of what is selected to the floor, both ends and its neighbours, the heights of points. */

import { isPoint } from "#plan/elevation/item_fronts.js";
import { line, svg } from "#plan/svg.js";

/**
 * @typedef {import("#plan/elevation/walls_view.js").WallsView} WallsView
 * @typedef {import("#model/unfolded.js").Placed} Placed
 * @typedef {[number, number]} Point
 */

const TOUCHING_MM = 5;
const TEXT_PX = 12.5;
/** Under a thing so narrow there is one line: to what is below it. */
const NARROW_MM = 260;
const ROW_PX = 24;
const TICK_PX = 4;

/** @param {WallsView} view @returns {SVGElement[]} */
export function measures(view) {
  const { wall, chosen } = view;
  if (!wall) return [];
  const [width, px] = [wall.width_mm, view.letterMm];
  const row = ROW_PX * px;
  if (!chosen) return [...across(view, stopsOfOpenings(view), row), ...upright(view, [0, wall.heightAt(0)], -row - view.besideMm)];
  const { left, right, low, high } = chosen;
  return [
    ...across(view, merged([0, left, right, width]), row),
    ...across(view, [0, width], 2 * row),
    ...upright(view, merged([0, low, high, wall.heightAt(width)]), width + row + view.besideMm),
    ...toNeighbours(view, chosen),
    ...(low > TOUCHING_MM && (right - left > NARROW_MM || !view.placed.some((other) => isBelow(other, /** @type {Placed} */ (chosen)))) ? gap(view, [left + (right - left) / 4, 0], [left + (right - left) / 4, -low], low) : []),
  ];
}

/** @param {Placed} other @param {Placed} one */
const isBelow = (other, one) => other.high <= one.low && other.left < one.right && one.left < other.right;

/** The heights of sockets, switches, pipes and drains above the floor, beside them where they fit. @param {WallsView} view @returns {SVGElement[]} */
export function pointHeights({ wall, letterMm: px, tools: { kinds, length } }) {
  /** @type {[number, number][]} */
  const taken = [];
  return (wall?.standing ?? []).flatMap(({ item, left, right, low, high, isFacing }) => {
    const [x, z] = [(left + right) / 2, high + 5 * px];
    const isFree = taken.every(([tx, tz]) => Math.abs(tx - x) > 46 * px || Math.abs(tz - z) > 14 * px);
    if (!isFacing || !isPoint(item, kinds) || !isFree) return [];
    taken.push([x, z]);
    return [svg("text", { x, y: -z, "font-size": 11 * px, class: "point-height", "aria-hidden": "true" }, length((low + high) / 2))];
  });
}

/** A dashed line with its length, where that fits beside it. @param {WallsView} view @param {Point} from @param {Point} to @param {number} mm */
function gap({ letterMm: px, tools }, from, to, mm) {
  const size = TEXT_PX * px;
  const text = tools.length(mm);
  const isUpright = from[0] === to[0];
  const dashes = svg("path", { d: line([from, to]), class: "measure" });
  if (mm < (isUpright ? 1.3 : text.length * 0.62) * size) return [dashes];
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const place = isUpright ? { x: x + 0.4 * size, y: y + 0.35 * size, class: "measure-text is-beside" } : { x, y: y - 0.4 * size, class: "measure-text" };
  return [dashes, svg("text", { ...place, "font-size": size }, text)];
}

/** From its sides to what is level with it, from its top to what is above it. @param {WallsView} view @param {Placed} chosen */
function toNeighbours(view, chosen) {
  const others = view.placed.filter((other) => other !== chosen && other.key !== /** @type {any} */ (chosen).key);
  const level = others.filter((other) => other.low < chosen.high - TOUCHING_MM && chosen.low < other.high - TOUCHING_MM);
  const inLine = others.filter((other) => other.left < chosen.right - TOUCHING_MM && chosen.left < other.right - TOUCHING_MM);
  const z = -(chosen.low + chosen.high) / 2;
  const x = chosen.left + (chosen.right - chosen.left) * 0.75;
  const before = Math.max(...level.map(({ right }) => right).filter((right) => right <= chosen.left), 0);
  const after = Math.min(...level.map(({ left }) => left).filter((left) => left >= chosen.right), view.wall?.width_mm ?? 0);
  const above = Math.min(...inLine.map(({ low }) => low).filter((low) => low >= chosen.high));
  const below = Math.max(...inLine.map(({ high }) => high).filter((high) => high <= chosen.low));
  const shown = (/** @type {number} */ mm) => Number.isFinite(mm) && mm > TOUCHING_MM;
  return [
    ...(shown(chosen.left - before) ? gap(view, [before, z], [chosen.left, z], chosen.left - before) : []),
    ...(shown(after - chosen.right) ? gap(view, [chosen.right, z], [after, z], after - chosen.right) : []),
    ...(shown(above - chosen.high) ? gap(view, [x, -chosen.high], [x, -above], above - chosen.high) : []),
    ...(shown(chosen.low - below) ? gap(view, [x, -chosen.low], [x, -below], chosen.low - below) : []),
  ];
}

/** @param {WallsView} view @returns {number[]} */
const stopsOfOpenings = ({ wall }) => (wall ? merged([0, ...wall.apertures.flatMap(({ left, right }) => [Math.max(left, 0), Math.min(right, wall.width_mm)]), wall.width_mm]) : []);

/** A chain along the wall, so far below the floor. @param {WallsView} view @param {number[]} stops @param {number} y */
function across({ letterMm: px, tools }, stops, y) {
  const size = TEXT_PX * px;
  const words = fitting(stops, size, tools).map(({ middle: x, text }) => svg("text", { x, y: y - 0.35 * size, "font-size": size, class: "chain-text" }, text));
  return [...words, svg("path", { d: line([[stops[0], y], [stops[stops.length - 1], y]]) + stops.map((x) => tick([x, y], px)).join(""), class: "chain" })];
}

/** A chain upwards, so far beside the wall. @param {WallsView} view @param {number[]} stops @param {number} x */
function upright({ letterMm: px, tools }, stops, x) {
  const size = TEXT_PX * px;
  const words = fitting(stops, size, tools).map(({ middle, text }) =>
    svg("text", { x: x - 0.35 * size, y: -middle, "font-size": size, class: "chain-text", transform: `rotate(-90 ${x - 0.35 * size} ${-middle})` }, text));
  return [...words, svg("path", { d: line([[x, -stops[0]], [x, -stops[stops.length - 1]]]) + stops.map((z) => tick([x, -z], px)).join(""), class: "chain" })];
}

/**
 * The lengths of a chain's stretches that can be read: none on another, those of long stretches first.
 * @param {number[]} stops @param {number} size of the letters, mm @param {{length: (mm: number) => string}} tools
 */
export function fitting(stops, size, tools) {
  /** @type {{middle: number, half: number, text: string}[]} */
  const taken = [];
  for (const [from, to] of pairsOf(stops).sort(([a, b], [c, d]) => d - c - (b - a))) {
    const text = tools.length(to - from);
    const [middle, half] = [(from + to) / 2, text.length * 0.3 * size];
    const isFree = taken.every((other) => Math.abs(other.middle - middle) >= other.half + half);
    if (isFree && 2 * half <= to - from + size) taken.push({ middle, half, text });
  }
  return taken;
}

/** @param {Point} at @param {number} px */
const tick = ([x, y], px) => line([[x - TICK_PX * px, y + TICK_PX * px], [x + TICK_PX * px, y - TICK_PX * px]]);

/** In order, those that lie as good as on one another taken as one. @param {number[]} stops */
const merged = (stops) => stops.sort((one, other) => one - other).filter((stop, place, all) => place === 0 || stop - all[place - 1] > TOUCHING_MM);

/** @param {number[]} stops @returns {[number, number][]} */
const pairsOf = (stops) => stops.slice(1).map((stop, place) => [stops[place], stop]);
