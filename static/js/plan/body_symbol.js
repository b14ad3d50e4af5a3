/** The outlines of products that have a 3D model of their own, as their symbols in plans and on walls. The twin of rooms/things/body.py. */

/** @typedef {readonly (readonly (readonly [number, number])[])[]} Rings */
/** @typedef {{size: readonly [number, number, number], outlines: {top: Rings, front: Rings, top_lines: Rings, front_lines: Rings, side?: Rings}}} Body side: of models that were brought since it is told */
/** @typedef {import("#plan/symbol.js").Stroke} Stroke */

/** From above, stretched to the size: x right, y down, mm, about the middle. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodySymbol = ({ size: own, outlines }, size) => strokes(outlines.top, outlines.top_lines, [size[0], own[0]], [size[1], own[1]]);

/** From the front, stretched to the size: x right, y = -z, mm, the underside on y = 0. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodyFront = ({ size: own, outlines }, size) => strokes(outlines.front, outlines.front_lines, [size[0], own[0]], [size[2], own[2]]);

/** From the back, as it lies from the front: the whole alone. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodyBack = ({ size: own, outlines }, size) => strokes(outlines.front, [], [size[0], own[0]], [size[2], own[2]]);

/** From the side, the whole alone: x from its back to its front, y = -z; of a model without a side nothing. @param {Body} body @param {readonly number[]} size @returns {Stroke[]} */
export const bodySide = ({ size: own, outlines }, size) => strokes(outlines.side ?? [], [], [size[1], own[1]], [size[2], own[2]]);

/**
 * The whole as one path, so that holes stay open, and the lines within it.
 * @param {Rings} whole @param {Rings} lines @param {[number, number]} across @param {[number, number]} down @returns {Stroke[]}
 */
const strokes = (whole, lines, across, down) =>
  /** @type {Stroke[]} */ ([
    { d: way(whole, across, down), weight: "outline", fill: "paper" },
    { d: way(lines, across, down), weight: "detail", fill: null },
  ]).filter(({ d }) => d);

/** @param {Rings} rings @param {[number, number]} across @param {[number, number]} down */
const way = (rings, across, down) =>
  rings.map((ring) => `M ${ring.map(([x, y]) => `${stretched(x, across)} ${stretched(y, down)}`).join(" L ")} Z`).join(" ");

/** @param {number} mm @param {[number, number]} by the size wanted, and the own one */
const stretched = (mm, [wanted, own]) => Math.floor((2 * mm * wanted + own) / (2 * own));
