/** What a kind's own parts look like in 3D: one geometry of all that is solid, one of glass, coloured by vertex. */
import { partsOf } from "#model/parts.js";
import { isLamp } from "#scene/lamps.js";
import { geometryOf, materialOf } from "#scene/thing_geometry.js";

/**
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/furniture.js").Kinds} Kinds
 * @typedef {import("#scene/furniture.js").Part} Part
 * @typedef {import("#scene/materials.js").Palette} Palette
 */

/** Their cloth lets light through. */
const SHEER = ["curtain", "roman_blind"];
/** What a kind that is not known here looks like. */
const STRANGER = { material: "body", colour: "#d4d4d4" };

/** @param {SceneItem} item @param {Kinds} kinds @param {Palette} palette @returns {Part[]} */
export const parametricParts = ({ kind, size, tint, mirrored }, kinds, palette) => {
  const parts = kinds.has(kind) ? partsOf(kinds.get(kind), size, tint) : [strangersBox(size)];
  const isGlass = (/** @type {any} */ part) => materialOf(part.material).opacity < 1;
  const isSheer = SHEER.includes(kind);
  const of = { isLit: kinds.has(kind) && isLamp(kinds.get(kind)), isSheer };
  const solid = geometryOf(parts.filter((/** @type {any} */ part) => !isGlass(part)), mirrored, of);
  const glass = geometryOf(parts.filter(isGlass), mirrored, of);
  return [
    ...(solid ? [{ geometry: solid, material: palette.solid, casts: true, ...(isSheer ? { shadow: palette.thinShadow } : {}) }] : []),
    ...(glass ? [{ geometry: glass, material: palette.glass, casts: false }] : []),
  ];
};

/** @param {readonly [number, number, number]} size */
const strangersBox = ([width, depth, height]) => ({
  form: "box", at: [-Math.floor(width / 2), -Math.floor(depth / 2), 0], size: [width, depth, height], round: 0, lean: 0, ...STRANGER,
});
