/** CIEDE2000 (CIE 142:2001; Sharma, Wu, Dalal 2005): what `samples/colour/difference.py` does, one pair at a time. */

/** @typedef {import("#colour/convert.js").Triple} Triple */

const FAR = 25 ** 7;

/** ΔE00 between two Lab colours. @param {Triple} lab1 @param {Triple} lab2 */
export function deltaE([l1, a1, b1], [l2, a2, b2]) {
  const stretch = 1.5 - 0.5 * saturation((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const [chroma, hue] = [(c1 + c2) / 2, meanHue(h1, h2, c1 * c2)];
  const inLightness = (l2 - l1) / lightnessWeight((l1 + l2) / 2);
  const inChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const inHue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn(h2 - h1)) / 2)) / (1 + 0.015 * chroma * hueWeight(hue));
  const squared = inLightness ** 2 + inChroma ** 2 + inHue ** 2 + rotation(chroma, hue) * inChroma * inHue;
  return Math.sqrt(Math.max(squared, 0));
}

/** 0 for greys, near 1 for vivid colours. @param {number} chroma */
const saturation = (chroma) => Math.sqrt(chroma ** 7 / (chroma ** 7 + FAR));

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @param {number} a @param {number} b */
function hueOf(a, b) {
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return hue < 0 ? hue + 360 : hue;
}

/** @param {number} h1 @param {number} h2 @param {number} chromas their product, 0 where one has no hue */
function meanHue(h1, h2, chromas) {
  const total = h1 + h2;
  if (chromas === 0) return total;
  if (Math.abs(h1 - h2) <= 180) return total / 2;
  return (total < 360 ? total + 360 : total - 360) / 2;
}

/** The shorter way around. @param {number} degrees */
function turn(degrees) {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

/** @param {number} lightness */
function lightnessWeight(lightness) {
  const off = (lightness - 50) ** 2;
  return 1 + (0.015 * off) / Math.sqrt(20 + off);
}

/** @param {number} hue */
const hueWeight = (hue) =>
  1 -
  0.17 * Math.cos(radians(hue - 30)) +
  0.24 * Math.cos(radians(2 * hue)) +
  0.32 * Math.cos(radians(3 * hue + 6)) -
  0.2 * Math.cos(radians(4 * hue - 63));

/** @param {number} chroma @param {number} hue */
const rotation = (chroma, hue) =>
  -2 * saturation(chroma) * Math.sin(radians(60 * Math.exp(-(((hue - 275) / 25) ** 2))));
