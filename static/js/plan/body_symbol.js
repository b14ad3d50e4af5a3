/** The outlines of products that have a 3D model of their own, as their symbols in plans and on walls. The twin of rooms/body.py. */

/** @typedef {{size: readonly [number, number, number], outlines: {top: readonly (readonly [number, number])[][], front: readonly (readonly [number, number])[][]}}} Body */
/** @typedef {import("#plan/symbol.js").Stroke} Stroke */

/** From above, stretched to the size: x right, y down, mm, about the middle. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodySymbol = ({ size: own, outlines }, size) => strokes(outlines.top, [size[0], own[0]], [size[1], own[1]]);

/** From the front, stretched to the size: x right, y = -z, mm, the underside on y = 0. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodyFront = ({ size: own, outlines }, size) => strokes(outlines.front, [size[0], own[0]], [size[2], own[2]]);

/** One path, so that holes stay open. @param {readonly (readonly (readonly [number, number])[])[]} rings @param {[number, number]} across @param {[number, number]} down @returns {Stroke[]} */
const strokes = (rings, across, down) => {
  const d = rings.map((ring) => `M ${ring.map(([x, y]) => `${stretched(x, across)} ${stretched(y, down)}`).join(" L ")} Z`).join(" ");
  return d ? [{ d, weight: "outline", fill: "paper" }] : [];
};

/** @param {number} mm @param {[number, number]} by the size wanted, and the own one */
const stretched = (mm, [wanted, own]) => Math.floor((2 * mm * wanted + own) / (2 * own));
