/** Colours between hex, linear sRGB, XYZ, Lab (D65, 2°), LCh and OKLCH: what `samples/colour/` does, one colour at a time. */

/** @typedef {[number, number, number]} Triple three components of a colour */

/** @type {Triple[]} From the primaries and the white point of IEC 61966-2-1, as exact fractions. */
const LINEAR_TO_XYZ = [
  [506752 / 1228815, 87881 / 245763, 12673 / 70218],
  [87098 / 409605, 175762 / 245763, 12673 / 175545],
  [7918 / 409605, 87881 / 737289, 1001167 / 1053270],
];
/** @type {Triple[]} Björn Ottosson, 2020. */
const LINEAR_TO_LMS = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
/** @type {Triple[]} */
const ROOTS_TO_OKLAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const XYZ_TO_LINEAR = inverse(LINEAR_TO_XYZ);
const LMS_TO_LINEAR = inverse(LINEAR_TO_LMS);
const OKLAB_TO_ROOTS = inverse(ROOTS_TO_OKLAB);
const WHITE = through(LINEAR_TO_XYZ, [1, 1, 1]);
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;
const HALF_A_LEVEL = 0.5 / 255;
const HALVINGS = 24;

/** Lab of "#rrggbb". @param {string} hex @returns {Triple} */
export function hexToLab(hex) {
  return linearToLab(each([1, 3, 5], (start) => toLinear(Number.parseInt(hex.slice(start, start + 2), 16) / 255)));
}

/** What a screen can show that is nearest to the colour. @param {Triple} lab */
export function labToHex(lab) {
  const rgb = each(labToLinear(lab), fromLinear);
  return toHex(shown(rgb) ? rgb : screenOf(intoSrgb(labToOklch(lab))));
}

/** Whether rounding to 8 bits is all that the colour loses on an sRGB screen. @param {Triple} lab */
export const inSrgb = (lab) => shown(each(labToLinear(lab), fromLinear));

/** Light reflectance value, 0 black to 100 white. @param {Triple} lab */
export const lrv = (lab) => 100 * labToXyz(lab)[1];

/** Lightness, chroma and hue in degrees. @param {Triple} lab @returns {Triple} */
export function labToLch([lightness, a, b]) {
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return [lightness, Math.hypot(a, b), hue < 0 ? hue + 360 : hue];
}

/** @param {Triple} lch @returns {Triple} */
export function lchToLab([lightness, chroma, hue]) {
  const turn = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)];
}

/** OKLCH: lightness 0 to 1, chroma, hue in degrees. @param {Triple} lab */
export const labToOklch = (lab) =>
  labToLch(through(ROOTS_TO_OKLAB, each(through(LINEAR_TO_LMS, labToLinear(lab)), Math.cbrt)));

/** @param {Triple} oklch */
export const oklchToLab = (oklch) => linearToLab(oklchToLinear(oklch));

/** Linear sRGB light, outside 0 to 1 where the screen cannot show it. @param {Triple} lab */
export const labToLinear = (lab) => through(XYZ_TO_LINEAR, labToXyz(lab));

/** @param {Triple} linear @returns {Triple} */
export function linearToLab(linear) {
  const xyz = through(LINEAR_TO_XYZ, linear);
  const [fx, fy, fz] = each([0, 1, 2], (axis) => root(xyz[axis] / WHITE[axis]));
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Hue and lightness stay, chroma gives way until a screen can show it. @param {Triple} oklch @returns {Triple} */
export function intoSrgb([lightness, chroma, hue]) {
  if (lightness <= 0 || lightness >= 1) return [Math.min(Math.max(lightness, 0), 1), 0, hue];
  if (shown(screenOf([lightness, chroma, hue]))) return [lightness, chroma, hue];
  let [inside, outside] = [0, chroma];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (inside + outside) / 2;
    if (shown(screenOf([lightness, middle, hue]))) inside = middle;
    else outside = middle;
  }
  return [lightness, inside, hue];
}

/** Linear light of a companded value. @param {number} value */
export function toLinear(value) {
  const size = Math.abs(value);
  return Math.sign(value) * (size <= 0.04045 ? size / 12.92 : ((size + 0.055) / 1.055) ** 2.4);
}

/** Companded value of linear light. @param {number} light */
export function fromLinear(light) {
  const size = Math.abs(light);
  return Math.sign(light) * (size <= 0.0031308 ? size * 12.92 : 1.055 * size ** (1 / 2.4) - 0.055);
}

/** @param {Triple} oklch */
const oklchToLinear = (oklch) =>
  through(LMS_TO_LINEAR, each(through(OKLAB_TO_ROOTS, lchToLab(oklch)), (value) => value ** 3));

/** @param {Triple} oklch */
const screenOf = (oklch) => each(oklchToLinear(oklch), fromLinear);

/** @param {Triple} rgb */
const shown = (rgb) => rgb.every((value) => value >= -HALF_A_LEVEL && value <= 1 + HALF_A_LEVEL);

/** @param {Triple} rgb companded; what lies outside 0 to 1 is clipped */
const toHex = (rgb) => `#${rgb.map((value) => level(value).toString(16).padStart(2, "0")).join("")}`;

/** @param {number} value */
const level = (value) => Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5);

/** @param {Triple} lab @returns {Triple} */
function labToXyz([lightness, a, b]) {
  const fy = (lightness + 16) / 116;
  const f = [fy + a / 500, fy, fy - b / 200];
  return each([0, 1, 2], (axis) => cube(f[axis]) * WHITE[axis]);
}

/** @param {number} ratio */
const root = (ratio) => (ratio > EPSILON ? Math.cbrt(ratio) : (KAPPA * ratio + 16) / 116);

/** @param {number} f */
const cube = (f) => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);

/** @param {Triple} values @param {(value: number) => number} change @returns {Triple} */
function each([first, second, third], change) {
  return [change(first), change(second), change(third)];
}

/** @param {Triple[]} matrix @param {Triple} values @returns {Triple} */
function through(matrix, [x, y, z]) {
  return each([0, 1, 2], (row) => matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z);
}

/** @param {Triple[]} m three by three @returns {Triple[]} */
function inverse(m) {
  const minor = (/** @type {number} */ row, /** @type {number} */ column) => {
    const [r1, r2, c1, c2] = [(row + 1) % 3, (row + 2) % 3, (column + 1) % 3, (column + 2) % 3];
    return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
  };
  const size = m[0][0] * minor(0, 0) + m[0][1] * minor(0, 1) + m[0][2] * minor(0, 2);
  return [0, 1, 2].map((row) => each([0, 1, 2], (column) => minor(column, row) / size));
}
