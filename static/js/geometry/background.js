/**
 * A picture laid under the plan: its upper left corner lies at `at`, about which it is turned clockwise.
 * @typedef {[number, number]} Point
 * @typedef {{at: Point, size_px: [number, number], um_per_px: number, turn_mdeg: number}} Sheet
 */
import { wholePoint } from "#geometry/snap_point.js";
import { length, minus, turned } from "#geometry/vector.js";

const LENGTHS_MM = [100, 100_000];
const LEAST_PX = 20;
const FULL_TURN = 360_000;

/**
 * The scale of a picture in which two points (pixels) lie a known length apart; null when they lie too near or the
 * length is none. The twin of `micrometres_per_pixel` in rooms/exchange/picture.py.
 * @param {Point} one @param {Point} other @param {number} length_mm
 */
export function micrometresPerPixel(one, other, length_mm) {
  const apart = length(minus(one, other));
  if (length_mm < LENGTHS_MM[0] || length_mm > LENGTHS_MM[1] || !(apart >= LEAST_PX)) return null;
  return Math.floor((length_mm * 1000) / apart + 0.5);
}

/** How large the sheet is in the plan, mm. @param {{size_px: [number, number], um_per_px: number}} sheet @returns {[number, number]} */
export const sheetSize = ({ size_px: [width, height], um_per_px }) => [(width * um_per_px) / 1000, (height * um_per_px) / 1000];

/** Its corners in the plan, from its upper left one. @param {Sheet} sheet @returns {Point[]} */
export function sheetCorners(sheet) {
  const [width, height] = sheetSize(sheet);
  return [[0, 0], [width, 0], [width, height], [0, height]].map((corner) => inPlan(sheet, /** @type {Point} */ (corner)));
}

/** Where it has to lie so that its middle is at a point. @param {Omit<Sheet, "at">} sheet @param {readonly [number, number]} middle @returns {Point} */
export function aroundMiddle(sheet, [x, y]) {
  const [width, height] = sheetSize(sheet);
  const [dx, dy] = turned([width / 2, height / 2], radians(sheet.turn_mdeg));
  return wholePoint([x - dx, y - dy]);
}

/** The same sheet at another scale or turned, its middle where it was. @param {Sheet} sheet @param {{um_per_px?: number, turn_mdeg?: number}} changed */
export function aboutMiddle(sheet, changed) {
  const [width, height] = sheetSize(sheet);
  const middle = inPlan(sheet, [width / 2, height / 2]);
  const next = { ...sheet, ...changed };
  next.turn_mdeg = ((next.turn_mdeg % FULL_TURN) + FULL_TURN) % FULL_TURN;
  return { at: aroundMiddle(next, middle), um_per_px: next.um_per_px, turn_mdeg: next.turn_mdeg };
}

/** @param {Sheet} sheet @param {Point} point mm on the sheet @returns {Point} */
function inPlan({ at, turn_mdeg }, point) {
  const [dx, dy] = turned(point, radians(turn_mdeg));
  return [at[0] + dx, at[1] + dy];
}

/** @param {number} mdeg */
const radians = (mdeg) => (mdeg / 180_000) * Math.PI;
