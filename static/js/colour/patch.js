/** The colour of a small patch of a picture: the mean of its light, and how even the patch is. */

import { linearToLab, toLinear } from "#colour/convert.js";
import { deltaE } from "#colour/difference.js";

/** @typedef {import("#colour/convert.js").Triple} Triple */

/** What office paper reflects, about: a tap on it tells the light. */
const PAPER = 0.85;
const TOO_DARK = 0.004;
const BURNT_OUT = 0.97;
const UNEVEN = 4;

/**
 * @typedef {object} Patch
 * @property {Triple} lab
 * @property {Triple} linear
 * @property {"even" | "uneven" | "dark" | "burnt"} state whether the patch tells a colour at all
 */

/**
 * The patch of a square around a pixel; with `white`, the linear light of a white sheet in the same picture, in its light.
 * @param {{data: ArrayLike<number>, width: number, height: number}} picture RGBA @param {number} x @param {number} y
 * @param {number} radius pixels to each side @param {Triple | null} [white] @returns {Patch}
 */
export function patchAt(picture, x, y, radius, white = null) {
  const pixels = around(picture, x, y, radius);
  const linear = mean(pixels);
  const seen = /** @type {Triple} */ (white ? linear.map((light, place) => Math.min((light / Math.max(white[place], TOO_DARK)) * PAPER, 1)) : linear);
  return { lab: linearToLab(seen), linear, state: stateOf(pixels, linear) };
}

/** @param {Triple[]} pixels @param {Triple} linear @returns {Patch["state"]} */
function stateOf(pixels, linear) {
  if (Math.max(...linear) < TOO_DARK) return "dark";
  if (Math.min(...linear) > BURNT_OUT) return "burnt";
  const middle = linearToLab(linear);
  const apart = pixels.map((pixel) => deltaE(middle, linearToLab(pixel)));
  return apart.reduce((sum, far) => sum + far, 0) / apart.length > UNEVEN ? "uneven" : "even";
}

/** @param {{data: ArrayLike<number>, width: number, height: number}} picture @param {number} x @param {number} y @param {number} radius @returns {Triple[]} */
function around({ data, width, height }, x, y, radius) {
  const pixels = [];
  for (let row = Math.max(y - radius, 0); row <= Math.min(y + radius, height - 1); row++)
    for (let column = Math.max(x - radius, 0); column <= Math.min(x + radius, width - 1); column++) {
      const at = 4 * (row * width + column);
      pixels.push(/** @type {Triple} */ ([0, 1, 2].map((channel) => toLinear(data[at + channel] / 255))));
    }
  return pixels;
}

/** @param {Triple[]} pixels @returns {Triple} */
const mean = (pixels) => /** @type {Triple} */ ([0, 1, 2].map((channel) => pixels.reduce((sum, pixel) => sum + pixel[channel], 0) / pixels.length));
