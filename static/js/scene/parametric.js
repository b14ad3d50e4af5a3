/** What a kind's own parts look like in 3D: one geometry of all that is solid, one of glass, coloured by vertex. */
import { meshOf } from "#model/mesh.js";
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

/** @param {SceneItem} item @param {Kinds} kinds @param {Palette} palette @param {boolean} [isAfloat] without what fixes it to the ceiling @returns {Part[]} */
export const parametricParts = ({ kind, size, tint, mirrored }, kinds, palette, isAfloat = false) => {
  const whole = kinds.has(kind) ? partsOf(kinds.get(kind), size, tint) : [strangersBox(size)];
  const parts = isAfloat ? withoutFixing(whole) : whole;
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

/** Does it hang from the ceiling, and shine? @param {{category: string, name: string, mount: string}} kind */
export const isCeilingLamp = (kind) => kind.mount === "ceiling" && isLamp(kind);

/** Without what lies above all that shines and reaches nearer to the ceiling than to that. @param {any[]} parts */
const withoutFixing = (parts) => {
  const reaches = parts.map(reachOf);
  const shining = reaches.filter((_, place) => parts[place].material === "light");
  if (shining.length === 0) return parts;
  const [top, ceiling] = [shining, reaches].map((some) => Math.max(...some.map(({ most }) => most)));
  return parts.filter((_, place) => reaches[place].least < top || reaches[place].most <= (top + ceiling) / 2);
};

/** Its least and most height, mm. @param {any} part */
const reachOf = (part) => {
  const heights = meshOf(part).positions.filter((_, at) => at % 3 === 2);
  return { least: Math.min(...heights), most: Math.max(...heights) };
};

/** @param {readonly [number, number, number]} size */
const strangersBox = ([width, depth, height]) => ({
  form: "box", at: [-Math.floor(width / 2), -Math.floor(depth / 2), 0], size: [width, depth, height], round: 0, lean: 0, ...STRANGER,
});
