/** The parts of a thing of a kind at a size: its list of words built into plain forms in millimetres; twin of rooms/things/parts.py. */

import { drawn, PARTS } from "#model/entries.js";
import { doubleArea, ELLIPSE, isSolid, Stretch, stretched, withoutRepeats } from "#model/forms.js";
import { nearest, scopeOf } from "#model/kinds.js";
import { cosine, turned } from "#model/shape.js";
import materials from "#rooms/vocabulary/materials.json" with { type: "json" };

/**
 * @typedef {import("#model/forms.js").Part} Part
 * @typedef {import("#model/forms.js").Flat} Flat
 * @typedef {import("#model/forms.js").Ring} Ring
 * @typedef {import("#model/forms.js").Size} Size
 * @typedef {import("#model/forms.js").Spot} Spot
 * @typedef {import("#model/forms.js").Look} Look
 * @typedef {import("#model/kinds.js").Kind} Kind
 * @typedef {Record<string, any>} Fields
 */

const ARC_STEP_DEG = 10;
const BALL_STEP_DEG = 30;

/**
 * The parts in the kind's own frame, in mm; `tint` (#rrggbb) colours the materials that the kind gives to it.
 * Outside the kind's least and most sizes the thing is built at the nearest one and stretched, so every size has an answer;
 * parts for which a size leaves no room vanish.
 * @param {Kind} kind
 * @param {readonly [number, number, number]} size
 * @param {string | null} [tint]
 * @returns {Part[]}
 */
export function partsOf(kind, size, tint = null) {
  const built = nearest(kind, size);
  const entries = drawn(kind.parts, PARTS, scopeOf(kind, built), `kinds/${kind.name}/parts`);
  const parts = entries.map(({ word, fields }) => BUILDERS[word](fields, lookOf(kind, fields, tint))).filter(isSolid);
  const stretch = new Stretch(built, [size[0], size[1], size[2]]);
  return stretch.isPlain ? parts : parts.map((part) => stretched(part, stretch)).filter(isSolid);
}

/** Points and arcs ["A", x, y, radius, radius, from, to] (degrees, at steps of at most 10) as whole-mm points. @param {any[]} points @returns {Flat[]} */
export const outlined = (points) => withoutRepeats(points.flatMap(facets));

/** @param {Kind} kind @param {Fields} fields @param {string | null} tint @returns {Look} */
function lookOf(kind, fields, tint) {
  const material = fields.of ?? "body";
  if (tint !== null && kind.tint.includes(material)) return { material, colour: tint };
  return { material, colour: kind.colours[material] ?? /** @type {Record<string, {colour: string}>} */ (materials)[material].colour };
}

/** @type {Record<string, (fields: Fields, look: Look) => Part>} */
const BUILDERS = {
  box: ({ at, size, round, lean }, look) => ({ form: "box", ...look, at, size, round, lean }),
  cushion: ({ at, size, soft, lean }, look) => ({ form: "cushion", ...look, at, size, soft, lean }),
  pillow: ({ axis, at, size, lean }, look) => ({ form: "pillow", ...look, axis, at, size, lean }),
  extrusion: ({ axis, outline, start, length }, look) => {
    const points = outlined(outline);
    return { form: "extrusion", ...look, axis, outline: doubleArea(points) < 0 ? points.reverse() : points, start, length };
  },
  loft: ({ rings, outline, closed }, look) => ({ form: "loft", ...look, rings: rings.map(ringOf), outline: outlined(outline), closed }),
  lathe: ({ at: [x, y, z], profile }, look) => {
    const rings = profile.map((/** @type {Flat} */ [radius, height]) => ringOf([x, y, radius, radius, z + height]));
    return { form: "loft", ...look, rings, outline: [], closed: false };
  },
  cylinder: (fields, look) => (fields.axis === "z" ? upright(fields, look) : lying(fields, look)),
  ball: ({ at: [x, y, z], size: [width, depth, height] }, look) => {
    /** @type {Ring[]} */
    const rings = [];
    for (let degrees = -90; degrees <= 90; degrees += BALL_STEP_DEG) {
      const [across, along, up] = [turned(width, cosine(degrees)), turned(depth, cosine(degrees)), turned(height, cosine(degrees - 90))];
      rings.push(ringOf([x, y, Math.floor(across / 2), Math.floor(along / 2), z + Math.floor(up / 2)]));
    }
    return { form: "loft", ...look, rings, outline: [], closed: false };
  },
  rod: ({ a, b, radius, radius_b }, look) => ({ form: "rod", ...look, a, b, radius, radius_b: radius_b ?? radius }),
  leaf: ({ a, b, width, droop }, look) => ({ form: "leaf", ...look, a, b, width, droop }),
};

/** @param {number[]} ring @returns {Ring} */
const ringOf = ([x, y, halfWidth, halfDepth, z, corner]) =>
  [x, y, Math.max(halfWidth, 0), Math.max(halfDepth, 0), z, corner === undefined ? ELLIPSE : Math.max(corner, 0)];

/** @param {Fields} fields @param {Look} look @returns {Part} */
function upright({ at: [x, y, z], radius, radius_top, height }, look) {
  const top = radius_top ?? radius;
  const rings = [ringOf([x, y, radius, radius, z]), ringOf([x, y, top, top, z + height])];
  return { form: "loft", ...look, rings: height > 0 ? rings : rings.slice(0, 1), outline: [], closed: false };
}

/** @param {Fields} fields @param {Look} look @returns {Part} */
function lying({ at: [x, y, z], radius, radius_top, height, axis }, look) {
  /** @type {Spot} */
  const end = axis === "x" ? [x + height, y, z] : [x, y + height, z];
  return { form: "rod", ...look, a: [x, y, z], b: end, radius, radius_b: radius_top ?? radius };
}

/** @param {any[]} entry @returns {Flat[]} */
function facets(entry) {
  if (entry[0] !== "A") return [[entry[0], entry[1]]];
  const [, x, y, alongX, alongY, start, end] = entry;
  const steps = Math.max(1, Math.floor((Math.abs(end - start) + ARC_STEP_DEG - 1) / ARC_STEP_DEG));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const degrees = start + Math.floor(((end - start) * step) / steps);
    return [x + turned(alongX, cosine(degrees)), y + turned(alongY, cosine(degrees - 90))];
  });
}
